using PolicySearch.Api.Documents;
using PolicySearch.Api.Search;
using PolicySearch.Documents;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Similar;

/// <summary>One page of similar documents.</summary>
/// <param name="Total">Documents that are similar enough, exact.</param>
/// <param name="Entries">Entries that can be paged through; near-identical documents among the best are one entry.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Size">Entries asked for per page.</param>
/// <param name="TookMs">Time of the search itself, in milliseconds.</param>
/// <param name="Notices">How the text was understood, in Chinese; mostly empty.</param>
/// <param name="Terms">The words that were compared, weightiest first.</param>
/// <param name="Draft">What was read of the draft; null for an indexed document.</param>
/// <param name="Hits">The entries of this page.</param>
/// <param name="Facets">Counts over all similar documents; a facet's counts ignore its own filter.</param>
internal sealed record SimilarPage(
    long Total, int Entries, int Page, int Size, double TookMs, IReadOnlyList<string> Notices, IReadOnlyList<string> Terms, DraftView? Draft,
    IReadOnlyList<SimilarHitView> Hits, IReadOnlyList<FacetView> Facets)
{
    public static SimilarPage From(SimilarResponse response, DraftView? draft) => new(
        response.Total, response.Entries, response.Page, response.Size, Math.Round(response.Took.TotalMilliseconds, 2), response.Notices, response.Terms, draft,
        [.. response.Hits.Select(hit => SimilarHitView.From(hit, PhoneMask.For(response.Compared)))], [.. response.Facets.Select(FacetView.From)]);
}

/// <summary>A similar document.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title; of a document without one the file's name.</param>
/// <param name="Similarity">0 to 1.</param>
/// <param name="NearIdentical">Whether its wording is that of the text compared, but for a few words.</param>
/// <param name="Facts">What it says about itself.</param>
/// <param name="Reasons">Why it is similar.</param>
/// <param name="Passages">The best passages of both side by side.</param>
/// <param name="Copies">Documents of nearly the same wording, which are not listed on their own.</param>
internal sealed record SimilarHitView(
    string Id, string Title, double Similarity, bool NearIdentical, FactsView Facts, ReasonsView Reasons, IReadOnlyList<PassagePairView> Passages, IReadOnlyList<CopyView> Copies)
{
    public static SimilarHitView From(SimilarHit hit, PhoneMask draftMask)
    {
        var mask = PhoneMask.For(hit.Facts);
        return new(
            hit.Facts.Id, Titles.Of(hit.Facts), Math.Round(hit.Similarity, 3), hit.IsNearIdentical, FactsView.From(hit.Facts), ReasonsView.From(hit.Reasons),
            [.. hit.Passages.Select(pair => new PassagePairView(HighlightView.From(pair.Draft, draftMask), HighlightView.From(pair.Document, mask)))],
            [.. hit.Copies.Select(CopyView.From)]);
    }
}

/// <summary>Why a document is similar.</summary>
/// <param name="Terms">Rare words that both use.</param>
/// <param name="Policies">Policies that both cite.</param>
/// <param name="Topic">The topic path that both have.</param>
/// <param name="Level">省级, 市级 or 县级 when both are of it.</param>
/// <param name="SharedCharacters">Characters in long runs that both have word for word.</param>
internal sealed record ReasonsView(IReadOnlyList<string> Terms, IReadOnlyList<SharedPolicyView> Policies, string? Topic, string? Level, int SharedCharacters)
{
    public static ReasonsView From(SimilarReasons reasons) => new(
        reasons.Terms, [.. reasons.Policies.Select(policy => new SharedPolicyView(policy.Title, policy.DocumentNumber))], reasons.Topic, reasons.Level, reasons.SharedCharacters);
}

/// <summary>A policy that both cite, as the document writes it.</summary>
internal sealed record SharedPolicyView(string? Title, string? DocNumber);

/// <summary>A passage of the text compared and one of the document, with what they share marked.</summary>
internal sealed record PassagePairView(HighlightView Draft, HighlightView Document);

/// <summary>A document that is nearly the same as the one listed.</summary>
internal sealed record CopyView(string Id, string Title, FactsView Facts)
{
    public static CopyView From(PolicyDocument document) => new(document.Id, Titles.Of(document), FactsView.From(document));
}

/// <summary>What stands for a title where there is none.</summary>
internal static class Titles
{
    public static string Of(PolicyDocument document) => document.Title is { Length: > 0 } title ? title : document.Source[(document.Source.LastIndexOf('/') + 1)..];
}
