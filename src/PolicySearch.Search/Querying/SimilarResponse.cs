using PolicySearch.Documents;

namespace PolicySearch.Search.Querying;

/// <summary>Documents similar to one.</summary>
public sealed record SimilarResponse
{
    /// <summary>Best documents that are compared closely before any is shown: ordered by that, near-identical ones collapsed. The others follow, each on its own.</summary>
    public const int MaxRanked = 60;

    /// <summary>Longest text that is compared, in UTF-16 units; what goes beyond is left out, and <see cref="Notices"/> says so.</summary>
    public const int MaxTextLength = 60_000;

    /// <summary>Documents similar enough to be counted, those that are collapsed included.</summary>
    public required long Total { get; init; }

    /// <summary>Entries that can be paged through: all of <see cref="Total"/> less what is collapsed.</summary>
    public required int Entries { get; init; }

    /// <summary>Page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Entries asked for per page.</summary>
    public required int Size { get; init; }

    /// <summary>The entries of this page, most similar first; after the best <see cref="MaxRanked"/> in the order of the words that they share.</summary>
    public required IReadOnlyList<SimilarHit> Hits { get; init; }

    /// <summary>Counts over all documents that are similar enough, as in a search.</summary>
    public required IReadOnlyList<Facet> Facets { get; init; }

    /// <summary>What was compared, without body, paragraphs and figures.</summary>
    public required PolicyDocument Compared { get; init; }

    /// <summary>The words that were compared, weightiest first.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>What a user should know about how the text was understood, in Chinese; mostly empty.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Time the search took.</summary>
    public TimeSpan Took { get; init; }
}

/// <summary>A similar document.</summary>
/// <param name="Similarity">0 to 1; 1 is as similar as a document is to itself.</param>
/// <param name="IsNearIdentical">Whether its wording is that of the text compared, but for a few words.</param>
/// <param name="Facts">What it says about itself. Its body, paragraphs and figures are left out.</param>
/// <param name="Reasons">Why it is similar.</param>
/// <param name="Passages">The best passages of both side by side, best first, at most three.</param>
/// <param name="Copies">Documents whose wording is nearly that of this one, which are not listed on their own.</param>
public sealed record SimilarHit(
    double Similarity, bool IsNearIdentical, PolicyDocument Facts, SimilarReasons Reasons, IReadOnlyList<PassagePair> Passages, IReadOnlyList<PolicyDocument> Copies);

/// <summary>Why a document is similar.</summary>
/// <param name="Terms">Rare words that both use, weightiest first.</param>
/// <param name="Policies">Policies that both cite.</param>
/// <param name="Topic">The most specific topic path that both have; null when they share none.</param>
/// <param name="Level">省级, 市级 or 县级 when both come from that level; null otherwise.</param>
/// <param name="SharedCharacters">Letters and digits in long runs that both have word for word, standing formulae left out.</param>
public sealed record SimilarReasons(IReadOnlyList<string> Terms, IReadOnlyList<Citation> Policies, string? Topic, string? Level, int SharedCharacters);

/// <summary>A passage of the text compared and one of a similar document, with what they share marked.</summary>
public sealed record PassagePair(HighlightedText Draft, HighlightedText Document);

/// <summary>Paragraphs that share long rare wording with a text.</summary>
public sealed record PassageResponse
{
    /// <summary>Longest text that is looked at, in UTF-16 units.</summary>
    public const int MaxTextLength = 10_000;

    /// <summary>Most wordings that may be asked for.</summary>
    public const int MaxSize = 50;

    /// <summary>The wordings, those that share most first.</summary>
    public required IReadOnlyList<ReusedWording> Wordings { get; init; }

    /// <summary>What a user should know, in Chinese; mostly empty.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Time the search took.</summary>
    public TimeSpan Took { get; init; }
}

/// <summary>A wording of the text that has been used before.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Score">Sum of the rareness of what is shared; comparable within one answer.</param>
/// <param name="FirstSeen">Earliest date among its uses; null when none is dated.</param>
/// <param name="Uses">Paragraphs that use it, the earliest first, undated last; at most <see cref="MaxUses"/>.</param>
/// <param name="UseCount">How many paragraphs use it.</param>
public sealed record ReusedWording(int Start, int End, double Score, DateOnly? FirstSeen, IReadOnlyList<WordingUse> Uses, int UseCount)
{
    /// <summary>Most uses that are returned.</summary>
    public const int MaxUses = 20;
}

/// <summary>A paragraph that uses a wording.</summary>
/// <param name="Facts">The document that it stands in. Its body, paragraphs and figures are left out.</param>
/// <param name="Passage">The paragraph with the shared wording marked; its offset is that in the document's body.</param>
public sealed record WordingUse(PolicyDocument Facts, HighlightedText Passage);
