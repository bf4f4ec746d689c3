using PolicySearch.Documents;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Exporting;

/// <summary>
/// The port to all results of a search instead of a page of them. Implementations are thread-safe; a result set is for one thread.
/// </summary>
public interface IResultSets
{
    /// <summary>
    /// Runs a search and keeps the order of its first <paramref name="limit"/> results, exactly those that <see cref="IPolicySearch.SearchAsync"/> gives page by page. Page, size
    /// and facets of the request do not count.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not within 1 to <see cref="ResultSet.MaxLimit"/>.</exception>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read.</exception>
    Task<ResultSet> OpenAsync(SearchRequest request, int limit, CancellationToken cancellationToken = default);
}

/// <summary>
/// Results of one search over one state of the index: what is committed meanwhile does not change them. Documents are read one by one as they are asked for, so
/// that memory does not grow with their number but for 24 bytes each. Owns its state of the index: dispose it.
/// </summary>
public sealed class ResultSet : IDisposable
{
    /// <summary>Most results that a set may hold.</summary>
    public const int MaxLimit = 1_000_000;

    private readonly SearcherLease lease;
    private readonly ResultReader reader;

    internal ResultSet(SearcherLease lease, ResultReader reader, long total, string indexVersion, IReadOnlyList<string> notices)
    {
        this.lease = lease;
        this.reader = reader;
        Total = total;
        IndexVersion = indexVersion;
        Notices = notices;
    }

    /// <summary>Documents that match, exact.</summary>
    public long Total { get; }

    /// <summary>Results in this set.</summary>
    public int Count => reader.Count;

    /// <summary>Whether more documents match than the set holds.</summary>
    public bool IsCut => Count < Total;

    /// <summary>Version of the index, as <see cref="IndexStatus.Version"/> gives it.</summary>
    public string IndexVersion { get; }

    /// <summary>How the query was understood, in Chinese; mostly empty.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>What a person reads for a facet's value: of a policy's id its title. The value itself when the index does not have it.</summary>
    public string LabelOf(FacetField field, string value) => reader.LabelOf(field, value);

    /// <summary>The results in order.</summary>
    /// <exception cref="IOException">The index cannot be read.</exception>
    public IEnumerable<ResultDocument> Read() => reader.Read();

    /// <inheritdoc/>
    public void Dispose() => lease.Dispose();
}

/// <summary>One result, whole.</summary>
/// <param name="Hit">The hit as a search gives it.</param>
/// <param name="Document">The document with body and figures, without paragraphs.</param>
/// <param name="Policies">For each citation the policy that it is counted under.</param>
/// <param name="Reasons">Which words of the query it matches, and where.</param>
public sealed record ResultDocument(SearchHit Hit, PolicyDocument Document, IReadOnlyList<CitedPolicyLink?> Policies, IReadOnlyList<MatchReason> Reasons);

/// <summary>Where a word of the query occurs.</summary>
/// <param name="Text">The word, or the 文号.</param>
/// <param name="InTitle">How often in the title.</param>
/// <param name="InSubject">How often in 案由.</param>
/// <param name="InBody">How often in the text.</param>
public sealed record MatchReason(string Text, int InTitle, int InSubject, int InBody);
