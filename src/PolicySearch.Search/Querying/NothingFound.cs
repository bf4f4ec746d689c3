namespace PolicySearch.Search.Querying;

/// <summary>Why nothing has all that was asked for, and what to drop.</summary>
/// <param name="Terms">Each word on its own, over all documents.</param>
/// <param name="Removals">What is found without one of the words or filters; only what finds something.</param>
public sealed record NothingFound(IReadOnlyList<TermTotal> Terms, IReadOnlyList<Removal> Removals);

/// <summary>A word of a query.</summary>
/// <param name="Text">The word as typed.</param>
/// <param name="Total">Documents that hold it, whatever the filters.</param>
public sealed record TermTotal(string Text, long Total);

/// <summary>Something that may be dropped.</summary>
/// <param name="Text">What to drop: a word as typed, or null for a filter.</param>
/// <param name="Query">The query that is left, when a word is dropped; null for a filter.</param>
/// <param name="Filter">The filter to drop; null for a word or the dates.</param>
/// <param name="Total">Documents found without it.</param>
public sealed record Removal(string? Text, string? Query, FacetField? Filter, long Total);

/// <summary>Another spelling of a query.</summary>
/// <param name="Query">The query to search for.</param>
/// <param name="Total">Documents that it finds, with the filters of the request.</param>
public sealed record Correction(string Query, long Total);

/// <summary>A word that was widened by other names of the same thing.</summary>
/// <param name="Term">The word, folded.</param>
/// <param name="Others">The names that are searched too.</param>
public sealed record QueryExpansion(string Term, IReadOnlyList<string> Others);
