using Lucene.Net.Search;

namespace PolicySearch.Search.Querying;

/// <summary>A query ready to run: one way of understanding it after the other, until one finds something.</summary>
/// <param name="Attempts">At least one, the strictest first.</param>
/// <param name="IsEmpty">Whether nothing was asked for, so that all documents match alike.</param>
/// <param name="Notices">What a user should know about how the query was understood, in Chinese.</param>
/// <param name="Expansions">Words that were widened.</param>
internal sealed record QueryPlan(IReadOnlyList<QueryAttempt> Attempts, bool IsEmpty, IReadOnlyList<string> Notices, IReadOnlyList<QueryExpansion> Expansions);

/// <summary>One way of understanding a query.</summary>
/// <param name="Query">What matches.</param>
/// <param name="Patterns">What to mark in a hit.</param>
/// <param name="IsRelaxed">Whether some of the words are enough.</param>
internal sealed record QueryAttempt(Query Query, IReadOnlyList<MatchPattern> Patterns, bool IsRelaxed = false)
{
    /// <summary>What to tell the user when this is what found something, in Chinese; null for nothing.</summary>
    public string? Notice => IsRelaxed ? "没有同时含有全部检索词的文件，下面列出含有其中大部分的文件。" : null;
}
