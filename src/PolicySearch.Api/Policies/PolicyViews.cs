using PolicySearch.Api.Documents;
using PolicySearch.Api.Search;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Policies;

/// <summary>One page of policies.</summary>
/// <param name="Total">Policies that match, exact.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Size">Policies asked for per page.</param>
/// <param name="Policies">The most cited first.</param>
internal sealed record PolicyPage(int Total, int Page, int Size, IReadOnlyList<PolicyItem> Policies)
{
    public static PolicyPage From(CitedPolicyPage page, CitedPolicyRequest request) => new(page.Total, request.Page, request.Size, [.. page.Policies.Select(PolicyItem.From)]);
}

/// <summary>A cited policy.</summary>
/// <param name="Id">Its stable name; the value of the filter <c>policy</c>.</param>
/// <param name="Title">Without book-title marks; null when only a number is known.</param>
/// <param name="DocNumber">文号; null when none is known.</param>
/// <param name="Documents">Documents that cite it, under the filters of the request.</param>
internal sealed record PolicyItem(string Id, string? Title, string? DocNumber, int Documents)
{
    public static PolicyItem From(CitedPolicy policy) => new(policy.Id, policy.Title, policy.DocumentNumber, policy.Documents);
}

/// <summary>One policy and who cites it.</summary>
/// <param name="Id">Its present id.</param>
/// <param name="Title">The title that most documents give.</param>
/// <param name="DocNumber">文号.</param>
/// <param name="Documents">Documents that cite it.</param>
/// <param name="OwnDocument">Id of the document that is the policy itself, when the index holds it.</param>
/// <param name="Spellings">Every way of citing it, the most used first.</param>
/// <param name="Disagreements">Citations whose title and number do not go together by what the rest writes.</param>
/// <param name="Years">Citing documents a year, ascending, 未标注 last.</param>
/// <param name="Cities">Citing documents by city, the most first.</param>
/// <param name="Together">Policies cited by the same documents; counts of documents that cite both.</param>
/// <param name="Page">Page of <paramref name="Citing"/>, from 1.</param>
/// <param name="Size">Documents asked for per page.</param>
/// <param name="Citing">Documents that cite it.</param>
internal sealed record PolicyView(
    string Id, string? Title, string? DocNumber, int Documents, string? OwnDocument, IReadOnlyList<SpellingView> Spellings, IReadOnlyList<DisagreementView> Disagreements,
    IReadOnlyList<FacetValue> Years, IReadOnlyList<FacetValue> Cities, IReadOnlyList<PolicyItem> Together, int Page, int Size, IReadOnlyList<CitingView> Citing)
{
    public static PolicyView From(CitedPolicyDetail detail, CitingRequest request) => new(
        detail.Policy.Id, detail.Policy.Title, detail.Policy.DocumentNumber, detail.Policy.Documents, detail.OwnDocument,
        [.. detail.Spellings.Select(SpellingView.From)], [.. detail.Disagreements.Select(one => DisagreementView.From(one)!)], detail.Years, detail.Cities,
        [.. detail.Together.Select(PolicyItem.From)], request.Page, request.Size, [.. detail.Citing.Select(CitingView.From)]);
}

/// <summary>One way of citing.</summary>
internal sealed record SpellingView(string? Title, string? DocNumber, int Documents)
{
    public static SpellingView From(SpellingUse use) => new(use.Title, use.DocumentNumber, use.Documents);
}

/// <summary>A citation that does not fit the rest.</summary>
/// <param name="Kind"><c>number</c>: the title has another number elsewhere; <c>title</c>: the number has another title elsewhere.</param>
/// <param name="Written">As written.</param>
/// <param name="PolicyId">The policy it is counted under.</param>
/// <param name="Other">As the others write.</param>
/// <param name="OtherPolicyId">The policy that those are counted under.</param>
/// <param name="Undecided">Whether as many write the one as the other.</param>
/// <param name="Message">All of it in one Chinese sentence.</param>
internal sealed record DisagreementView(string Kind, SpellingView Written, string PolicyId, SpellingView Other, string OtherPolicyId, bool Undecided, string Message)
{
    public static DisagreementView? From(CitationDisagreement? found) => found is null ? null : new(
        found.Doubt == CitationDoubt.Number ? "number" : "title", SpellingView.From(found.Written), found.Policy.Id, SpellingView.From(found.Other), found.OtherPolicy.Id,
        found.Undecided, Sentence(found));

    private static string Sentence(CitationDisagreement found)
    {
        string advice = found.Undecided ? "两种写法一样多，请核对原文。" : "请核对原文。";
        return found.Doubt == CitationDoubt.Number
            ? $"《{found.Written.Title}》在这里写作{found.Written.DocumentNumber}，其他文件写作{found.Other.DocumentNumber}（{found.Other.Documents}份），{advice}"
            : $"{found.Written.DocumentNumber}在这里题为《{found.Written.Title}》，其他文件题为《{found.Other.Title}》（{found.Other.Documents}份），{advice}";
    }
}

/// <summary>A document that cites.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Title">Its title, or the name of its file.</param>
/// <param name="Facts">What it says about itself.</param>
/// <param name="Sentence">The sentence that cites, the citation marked; null when it cannot be found again in the text.</param>
/// <param name="Disagreement">What about its citation does not fit the rest.</param>
internal sealed record CitingView(string Id, string Title, FactsView Facts, HighlightView? Sentence, DisagreementView? Disagreement)
{
    public static CitingView From(CitingDocument citing) => new(
        citing.Document.Id, citing.Document.Title ?? citing.Document.Source[(citing.Document.Source.LastIndexOf('/') + 1)..], FactsView.From(citing.Document),
        citing.Sentence is { } sentence ? HighlightView.From(sentence, PhoneMask.For(citing.Document)) : null, DisagreementView.From(citing.Disagreement));
}
