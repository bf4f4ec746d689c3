using System.Diagnostics;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Querying.Facets;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search;

/// <summary>
/// <see cref="IPolicySearch"/> on an index in a folder. The index may appear later, grow, or be built anew while this object lives; a commit is seen within
/// <see cref="RefreshInterval"/>. Thread-safe.
/// </summary>
public sealed partial class EmbeddedPolicySearch : IPolicySearch, IDisposable
{
    private const int LongestWarmUp = 40;

    private readonly string indexFolder;
    private readonly PolicyAnalyzer analyzer;
    private readonly QueryPlanner planner;
    private readonly OpenIndex index;

    /// <summary>Searches the index in a folder; it need not be there yet.</summary>
    /// <param name="indexFolder">The folder.</param>
    /// <param name="lexicon">The lexicon that the index was built with; null for the one that comes with the application.</param>
    /// <param name="refreshInterval">How often to look for a new commit; null for <see cref="RefreshInterval"/>.</param>
    /// <param name="synonyms">Other names of one thing, asked for with every search; null for those that come with the application.</param>
    public EmbeddedPolicySearch(string indexFolder, DomainLexicon? lexicon = null, TimeSpan? refreshInterval = null, Func<SynonymList>? synonyms = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(indexFolder);
        this.indexFolder = indexFolder;
        analyzer = new(lexicon ?? DomainLexicon.BuiltIn);
        planner = new(analyzer, synonyms ?? (() => SynonymList.BuiltIn));
        index = new(indexFolder, refreshInterval ?? RefreshInterval);
        suggester = new(indexFolder, refreshInterval ?? RefreshInterval);
    }

    /// <summary>How long after a commit a search may still answer from the state before it. 500 ms.</summary>
    public static TimeSpan RefreshInterval { get; } = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    public Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        RequireLimits(request);
        return Task.Run(() => index.Use(searcher => Search(searcher, request, cancellationToken)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<PolicyDocument?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        Task.Run(() => index.Use(searcher => Find(searcher, id)), cancellationToken);

    /// <inheritdoc/>
    public async Task<MarkedDocument?> FindMarkedAsync(string id, string query, bool expand = true, CancellationToken cancellationToken = default)
    {
        (PolicyDocument? document, IReadOnlyList<CitedPolicyLink?> policies) = await Task.Run(() => index.Use(searcher => FindWithPolicies(searcher, id)), cancellationToken).ConfigureAwait(false);
        if (document == null)
            return null;
        foreach (QueryAttempt attempt in planner.Plan(query, expand).Attempts)
        {
            List<TextSpan> title = Highlighter.Mark(document.Title ?? "", attempt.Patterns), body = Highlighter.Mark(document.Body, attempt.Patterns);
            if (title.Count + body.Count > 0)
                return new(document, title, body) { Policies = policies };
        }
        return new(document, [], []) { Policies = policies };
    }

    /// <inheritdoc/>
    public Task<IndexStatus> StatusAsync(CancellationToken cancellationToken = default) => Task.Run(Status, CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose()
    {
        index.Dispose();
        suggester.Dispose();
        analyzer.Dispose();
    }

    private static void RequireLimits(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Page, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Size, SearchRequest.MaxSize);
        ArgumentOutOfRangeException.ThrowIfNegative(request.FacetSize);
    }

    private IndexStatus Status()
    {
        try
        {
            return index.Use(searcher => new IndexStatus(true, searcher.IndexReader.NumDocs, VersionOf(searcher), null));
        }
        catch (Exception error)
        {
            return new(false, 0, null, error is IndexUnavailableException ? error.Message : $"{indexFolder}: {error.Message}");
        }
    }

    private static string VersionOf(PolicySearcher searcher)
    {
        var reader = (DirectoryReader)searcher.IndexReader;
        return $"{reader.IndexCommit.Generation}.{reader.Version}";
    }

    private static PolicyDocument? Find(PolicySearcher searcher, string id)
    {
        TopDocs found = searcher.Search(new TermQuery(new Term(PolicySchema.Id, id)), 1);
        return found.TotalHits == 0 ? null : StoredDocument.ReadWhole(searcher.Doc(found.ScoreDocs[0].Doc));
    }

    private static (PolicyDocument?, IReadOnlyList<CitedPolicyLink?>) FindWithPolicies(PolicySearcher searcher, string id) =>
        Find(searcher, id) is { } document ? (document, CitedPolicyLinks.Of(searcher.Policies, document.Citations)) : (null, []);

    private SearchResponse Search(PolicySearcher searcher, SearchRequest request, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        QueryPlan plan = planner.Plan(request.Query, request.Expand);
        SortOrder sort = SortOf(plan, request);
        (QueryAttempt attempt, SearchPass pass) = FirstThatFinds(searcher, plan, request, sort, cancellation);
        var response = new SearchResponse
        {
            Total = pass.Total,
            Page = request.Page,
            Size = request.Size,
            Hits = [.. pass.Hits.Select(hit => Load(searcher, hit, attempt.Patterns, sort))],
            Facets = pass.Facets,
            Notices = NoticesOf(plan, attempt, pass),
            Expansions = plan.Expansions,
        };
        return Advise(searcher, request, response, attempt.IsRelaxed ? 0 : pass.Total, cancellation) with { Took = clock.Elapsed };
    }

    private static SortOrder SortOf(QueryPlan plan, SearchRequest request) =>
        plan.IsEmpty && request.Sort == SortOrder.Relevance ? SortOrder.DateDescending : request.Sort;

    private static IReadOnlyList<string> NoticesOf(QueryPlan plan, QueryAttempt attempt, SearchPass pass) =>
        attempt.Notice == null || pass.Total == 0 ? plan.Notices : [.. plan.Notices, attempt.Notice];

    private static (QueryAttempt Attempt, SearchPass Pass) FirstThatFinds(
        PolicySearcher searcher, QueryPlan plan, SearchRequest request, SortOrder sort, CancellationToken cancellation)
    {
        (QueryAttempt, SearchPass)? first = null;
        foreach (QueryAttempt attempt in plan.Attempts)
        {
            SearchPass pass = SearchPass.Run(searcher, attempt.Query, request, sort, cancellation);
            if (pass.Total > 0)
                return (attempt, pass);
            first ??= (attempt, pass);
        }
        return first!.Value;
    }

    private static SearchHit Load(PolicySearcher searcher, RankedDoc hit, IReadOnlyList<MatchPattern> patterns, SortOrder sort)
    {
        Document stored = searcher.Doc(hit.Doc, StoredDocument.HitFields);
        return HitReader.Of(StoredDocument.ReadRecord(stored) with { Body = StoredDocument.ReadBody(stored) }, hit, patterns, sort);
    }
}
