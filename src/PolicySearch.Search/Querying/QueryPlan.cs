using Lucene.Net.Search;

namespace PolicySearch.Search.Querying;

/// <summary>A query ready to run.</summary>
/// <param name="Strict">Everything wanted must match.</param>
/// <param name="Relaxed">Some of what is wanted must match; null when that is no different.</param>
/// <param name="Patterns">What to mark in a hit.</param>
/// <param name="IsEmpty">Whether nothing was asked for, so that all documents match alike.</param>
/// <param name="Notices">What a user should know about how the query was understood, in Chinese.</param>
internal sealed record QueryPlan(Query Strict, Query? Relaxed, IReadOnlyList<MatchPattern> Patterns, bool IsEmpty, IReadOnlyList<string> Notices);
