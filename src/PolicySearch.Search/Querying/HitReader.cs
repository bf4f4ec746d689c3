using PolicySearch.Documents;

namespace PolicySearch.Search.Querying;

/// <summary>Makes a hit of a stored document.</summary>
internal static class HitReader
{
    /// <summary>The hit.</summary>
    /// <param name="document">The record with its body.</param>
    /// <param name="place">Where it stands in the order.</param>
    /// <param name="patterns">What to mark.</param>
    /// <param name="sort">The order.</param>
    public static SearchHit Of(PolicyDocument document, RankedDoc place, IReadOnlyList<MatchPattern> patterns, SortOrder sort)
    {
        string title = document.Title is { Length: > 0 } given ? given : document.Source[(document.Source.LastIndexOf('/') + 1)..];
        return new(
            document.Id,
            sort == SortOrder.Relevance ? (float)place.Key : null,
            Highlighter.Whole(title, patterns),
            Highlighter.Fragments(document.Body, patterns),
            // What points into the body goes with it.
            document with { Body = "", Figures = [] });
    }
}
