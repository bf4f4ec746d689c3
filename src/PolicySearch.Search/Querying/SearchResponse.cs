using PolicySearch.Documents;
using PolicySearch.Search.Policies;

namespace PolicySearch.Search.Querying;

/// <summary>The answer to a <see cref="SearchRequest"/>.</summary>
public sealed record SearchResponse
{
    /// <summary>Documents that match, exact.</summary>
    public required long Total { get; init; }

    /// <summary>Page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Hits asked for per page.</summary>
    public required int Size { get; init; }

    /// <summary>The hits of this page.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Counts over all matching documents, in the order of <see cref="FacetField"/>. A facet's counts ignore its own filter.</summary>
    public required IReadOnlyList<Facet> Facets { get; init; }

    /// <summary>What a user should know about how the query was understood, in Chinese; mostly empty.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Words that were widened by other names of the same thing; mostly empty.</summary>
    public IReadOnlyList<QueryExpansion> Expansions { get; init; } = [];

    /// <summary>What the user may have meant, when few or no documents have all that was asked for; null mostly.</summary>
    public Correction? DidYouMean { get; init; }

    /// <summary>What finds nothing and what to drop, when no document has all that was asked for; null mostly. On the first page only.</summary>
    public NothingFound? NothingFound { get; init; }

    /// <summary>Time the search took.</summary>
    public TimeSpan Took { get; init; }
}

/// <summary>One hit.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Score">Relevance; null when sorted by date.</param>
/// <param name="Title">The title with its matches; the source's name when the document has no title.</param>
/// <param name="Fragments">Passages of the body around matches, best first; the beginning of the body when nothing in it matches.</param>
/// <param name="Facts">What the document says about itself. Its body, paragraphs and figures are left out.</param>
public sealed record SearchHit(string Id, float? Score, HighlightedText Title, IReadOnlyList<HighlightedText> Fragments, PolicyDocument Facts);

/// <summary>Text and the matches in it.</summary>
/// <param name="Text">Plain text, not escaped.</param>
/// <param name="Matches">Matches in ascending order, none overlapping.</param>
/// <param name="Offset">Where <paramref name="Text"/> begins in the field it was taken from, in UTF-16 units.</param>
public sealed record HighlightedText(string Text, IReadOnlyList<TextSpan> Matches, int Offset = 0);

/// <summary>A half-open range of UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int End);

/// <summary>Counts of one facet's values.</summary>
/// <param name="Field">Which facet.</param>
/// <param name="Values">Most frequent first; <see cref="SearchRequest.Unlabelled"/> last. Selected values are always there, even at 0.</param>
/// <param name="Distinct">How many values there are, those left out included.</param>
public sealed record Facet(FacetField Field, IReadOnlyList<FacetValue> Values, int Distinct);

/// <summary>One value of a facet.</summary>
/// <param name="Value">What a filter takes.</param>
/// <param name="Label">What a person reads (of a topic path its last level).</param>
/// <param name="Parent">The value above it: a city's province, a county's city, a topic's upper topic. Null at the top.</param>
/// <param name="Count">Matching documents that have it.</param>
/// <param name="Selected">Whether the request filters by it.</param>
public sealed record FacetValue(string Value, string Label, string? Parent, long Count, bool Selected);

/// <summary>A document and where a query occurs in it. Matches ascend and do not overlap.</summary>
/// <param name="Document">The document, whole.</param>
/// <param name="TitleMatches">Matches in <see cref="PolicyDocument.Title"/>.</param>
/// <param name="BodyMatches">Matches in <see cref="PolicyDocument.Body"/>.</param>
public sealed record MarkedDocument(PolicyDocument Document, IReadOnlyList<TextSpan> TitleMatches, IReadOnlyList<TextSpan> BodyMatches)
{
    /// <summary>For each of <see cref="PolicyDocument.Citations"/> the policy that it is counted under; empty where citations are not followed.</summary>
    public IReadOnlyList<CitedPolicyLink?> Policies { get; init; } = [];
}
