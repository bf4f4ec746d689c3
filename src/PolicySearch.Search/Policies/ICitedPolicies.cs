using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Policies;

/// <summary>
/// The port to the policies that documents cite: which there are, and who cites one. Implementations are thread-safe.
/// </summary>
public interface ICitedPolicies
{
    /// <summary>Lists policies, the most cited first; equal ones by id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Page or size outside the limits that <see cref="CitedPolicyRequest"/> states.</exception>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task<CitedPolicyPage> ListAsync(CitedPolicyRequest request, CancellationToken cancellationToken = default);

    /// <summary>One policy with a page of the documents that cite it, or null when no policy has this id, now or formerly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Page or size outside the limits that <see cref="CitingRequest"/> states.</exception>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task<CitedPolicyDetail?> FindAsync(CitingRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A list of policies. Immutable.</summary>
public sealed record CitedPolicyRequest
{
    /// <summary>Most policies on one page.</summary>
    public const int MaxSize = 100;

    /// <summary>Words that title or number must contain, all of them, parted by blanks; or a 文号 in any spelling. Empty for all.</summary>
    public string Query { get; init; } = "";

    /// <summary>Only documents that pass these filters count as citing, by the rules of <see cref="SearchRequest.Filters"/>.</summary>
    public IReadOnlyDictionary<FacetField, IReadOnlyList<string>> Filters { get; init; } = new Dictionary<FacetField, IReadOnlyList<string>>();

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Policies on a page, 1 to <see cref="MaxSize"/>. Default 20.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>One page of policies.</summary>
/// <param name="Total">Policies that match, exact.</param>
/// <param name="Policies">Those of this page; <see cref="CitedPolicy.Documents"/> counts the documents that pass the filters.</param>
public sealed record CitedPolicyPage(int Total, IReadOnlyList<CitedPolicy> Policies);

/// <summary>Asks for one policy. Immutable.</summary>
public sealed record CitingRequest
{
    /// <summary>Most documents on one page.</summary>
    public const int MaxSize = 100;

    /// <summary>Id of the policy, or a former id.</summary>
    public required string Id { get; init; }

    /// <summary>Page of the citing documents, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Citing documents on a page, 1 to <see cref="MaxSize"/>. Default 20.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Oldest first instead of newest first. Undated documents stand last either way.</summary>
    public bool OldestFirst { get; init; }
}

/// <summary>A policy and who cites it.</summary>
public sealed record CitedPolicyDetail
{
    /// <summary>The policy.</summary>
    public required CitedPolicy Policy { get; init; }

    /// <summary>Every way in which documents cite it, the most used first.</summary>
    public required IReadOnlyList<SpellingUse> Spellings { get; init; }

    /// <summary>Citations of this policy, or with its title or number, that do not fit the rest.</summary>
    public required IReadOnlyList<CitationDisagreement> Disagreements { get; init; }

    /// <summary>Citing documents a year, ascending; <see cref="SearchRequest.Unlabelled"/> last.</summary>
    public required IReadOnlyList<FacetValue> Years { get; init; }

    /// <summary>Citing documents by city, the most first, at most ten.</summary>
    public required IReadOnlyList<FacetValue> Cities { get; init; }

    /// <summary>Policies cited by the same documents, the most often first, at most ten; their documents are those that cite both.</summary>
    public required IReadOnlyList<CitedPolicy> Together { get; init; }

    /// <summary>Id of a document of the index that has the policy's number as its own, so that it is the policy itself; null when there is none.</summary>
    public required string? OwnDocument { get; init; }

    /// <summary>The page of citing documents.</summary>
    public required IReadOnlyList<CitingDocument> Citing { get; init; }
}

/// <summary>One way of citing.</summary>
/// <param name="Title">The title as written; null when only the number is cited.</param>
/// <param name="DocumentNumber">文号; null when only the title is cited.</param>
/// <param name="Documents">Documents that cite so.</param>
public sealed record SpellingUse(string? Title, string? DocumentNumber, int Documents);

/// <summary>A citation whose title and number do not go together by what the rest of the corpus writes.</summary>
/// <param name="Doubt">What about it.</param>
/// <param name="Written">The citation as written.</param>
/// <param name="Policy">The policy that it is counted under.</param>
/// <param name="Other">How it is cited elsewhere.</param>
/// <param name="OtherPolicy">The policy that the other citation is counted under.</param>
/// <param name="Undecided">Whether as many documents write the one as the other.</param>
public sealed record CitationDisagreement(CitationDoubt Doubt, SpellingUse Written, CitedPolicy Policy, SpellingUse Other, CitedPolicy OtherPolicy, bool Undecided);

/// <summary>A document that cites a policy.</summary>
/// <param name="Document">Its record, without body, paragraphs and figures.</param>
/// <param name="Sentence">The sentence that cites, the citation marked; null when it cannot be found again in the text.</param>
/// <param name="Disagreement">What about its citation does not fit the rest; null when it fits.</param>
public sealed record CitingDocument(PolicySearch.Documents.PolicyDocument Document, HighlightedText? Sentence, CitationDisagreement? Disagreement);

/// <summary>From a citation to its policy.</summary>
/// <param name="Id">Id of the policy.</param>
/// <param name="Documents">Documents that cite it.</param>
/// <param name="Disagreement">What about the citation does not fit the rest; null when it fits.</param>
public sealed record CitedPolicyLink(string Id, int Documents, CitationDisagreement? Disagreement);
