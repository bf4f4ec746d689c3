using PolicySearch.Documents;
using PolicySearch.Search;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Tests.Fakes;

/// <summary>Searches <see cref="FakeCorpus"/> in memory by plain substrings: filters, counts, sorts and pages as the port promises.</summary>
internal sealed class FakePolicySearch : IPolicySearch
{
    private const int FragmentLength = 90;

    /// <summary>Thrown by every search when set.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Waited for before every search.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>What warming up waits for.</summary>
    public Task Warm { get; set; } = Task.CompletedTask;

    /// <summary>Changes every answer.</summary>
    public Func<SearchResponse, SearchResponse> Adjust { get; set; } = response => response;

    /// <summary>The latest request.</summary>
    public SearchRequest? Last { get; private set; }

    /// <inheritdoc/>
    public async Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        Last = request;
        await Task.Delay(Delay, cancellationToken);
        if (Failure != null)
            throw Failure;
        string[] terms = Terms(request.Query);
        List<PolicyDocument> hits = [.. Sorted(FakeCorpus.All.Where(d => Matches(d, request, terms, null)), request, terms)];
        var response = new SearchResponse
        {
            Total = hits.Count,
            Page = request.Page,
            Size = request.Size,
            Hits = [.. hits.Skip((request.Page - 1) * request.Size).Take(request.Size).Select(d => Hit(d, request, terms))],
            Facets = [.. Enum.GetValues<FacetField>().Select(field => Count(field, request, terms))],
            Took = TimeSpan.FromMilliseconds(3.21),
            NothingFound = hits.Count == 0 ? NothingFound(request, terms) : null,
        };
        return Adjust(response);
    }

    /// <inheritdoc/>
    public Task WarmUpAsync(CancellationToken cancellationToken = default) => Warm;

    /// <inheritdoc/>
    public Task<PolicyDocument?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        Failure != null ? throw Failure : Task.FromResult(FakeCorpus.All.FirstOrDefault(d => d.Id == id));

    /// <inheritdoc/>
    public async Task<MarkedDocument?> FindMarkedAsync(string id, string query, bool expand = true, CancellationToken cancellationToken = default)
    {
        await Task.Delay(Delay, cancellationToken);
        string[] terms = Terms(query);
        return await FindAsync(id, cancellationToken) is { } document
            ? new MarkedDocument(document, Spans(document.Title ?? "", terms), Spans(document.Body, terms))
            : null;
    }

    /// <inheritdoc/>
    public Task<IndexStatus> StatusAsync(CancellationToken cancellationToken = default) => Task.FromResult(
        Failure is null ? new IndexStatus(true, FakeCorpus.All.Count, "1", null) : new IndexStatus(false, 0, null, Failure.Message));

    private static NothingFound NothingFound(SearchRequest request, string[] terms) => new(
        [.. terms.Select(term => new TermTotal(term, FakeCorpus.All.Count(d => Searched(d).Contains(term, StringComparison.Ordinal))))],
        [.. request.Filters.Keys.Select(facet => new Removal(null, null, facet, FakeCorpus.All.Count(d => Matches(d, request, terms, facet)))).Where(removal => removal.Total > 0)]);

    private static string[] Terms(string query) => query.Split([' ', '　', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Matches(PolicyDocument d, SearchRequest request, string[] terms, FacetField? except) =>
        terms.All(term => Searched(d).Contains(term, StringComparison.Ordinal))
        && (request.From is null || d.IssueDate >= request.From) && (request.To is null || d.IssueDate <= request.To)
        && request.Filters.All(filter => filter.Key == except || filter.Value.Any(wanted => Values(d, filter.Key).Contains(wanted)));

    private static string Searched(PolicyDocument d) => $"{d.Title}\n{d.Subject}\n{d.DocumentNumber}\n{d.Issuer}\n{d.Body}";

    private static IEnumerable<PolicyDocument> Sorted(IEnumerable<PolicyDocument> hits, SearchRequest request, string[] terms) => request.Sort switch
    {
        SortOrder.DateAscending => hits.OrderBy(d => d.IssueDate ?? DateOnly.MaxValue).ThenBy(d => d.Id, StringComparer.Ordinal),
        SortOrder.Relevance when terms.Length > 0 => hits.OrderByDescending(d => Score(d, terms)).ThenBy(d => d.Id, StringComparer.Ordinal),
        _ => hits.OrderByDescending(d => d.IssueDate ?? DateOnly.MinValue).ThenBy(d => d.Id, StringComparer.Ordinal),
    };

    private static float Score(PolicyDocument d, string[] terms) => Spans(Searched(d), terms).Count;

    private static SearchHit Hit(PolicyDocument d, SearchRequest request, string[] terms) => new(
        d.Id, request.Sort == SortOrder.Relevance ? Score(d, terms) : null,
        new HighlightedText(d.Title ?? d.Source, Spans(d.Title ?? d.Source, terms)), Fragments(d.Body, terms), d with { Body = "", Paragraphs = [] });

    private static List<HighlightedText> Fragments(string body, string[] terms)
    {
        var fragments = new List<HighlightedText>();
        foreach (TextSpan span in Spans(body, terms))
        {
            int start = Math.Max(0, span.Start - 20);
            if (fragments.Count < 2 && fragments.TrueForAll(f => span.Start > f.Offset + f.Text.Length))
                fragments.Add(Cut(body, start, terms));
        }
        return fragments.Count > 0 ? fragments : [Cut(body, 0, [])];
    }

    private static HighlightedText Cut(string body, int start, string[] terms)
    {
        string text = body.Substring(start, Math.Min(FragmentLength, body.Length - start)).Replace('\n', ' ');
        return new HighlightedText(text, Spans(text, terms), start);
    }

    private static List<TextSpan> Spans(string text, string[] terms)
    {
        var marked = new bool[text.Length];
        foreach (string term in terms)
        {
            for (int at = text.IndexOf(term, StringComparison.Ordinal); at >= 0; at = text.IndexOf(term, at + 1, StringComparison.Ordinal))
                marked.AsSpan(at, term.Length).Fill(true);
        }
        var spans = new List<TextSpan>();
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            while (i < text.Length && marked[i])
                i++;
            if (i > start)
                spans.Add(new TextSpan(start, i));
        }
        return spans;
    }

    private static Facet Count(FacetField field, SearchRequest request, string[] terms)
    {
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        IReadOnlyList<string> selected = request.Filters.GetValueOrDefault(field) ?? [];
        foreach (string value in selected)
            counts[value] = 0;
        foreach (PolicyDocument d in FakeCorpus.All)
        {
            bool counted = Matches(d, request, terms, field);
            foreach (string value in Values(d, field))
            {
                parents[value] = Parent(d, field, value);
                if (counted)
                    counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }
        var values = counts.OrderBy(c => c.Key == SearchRequest.Unlabelled).ThenByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => new FacetValue(c.Key, Label(field, c.Key), parents.GetValueOrDefault(c.Key), c.Value, selected.Contains(c.Key))).ToList();
        return new Facet(field, [.. values.Where((value, i) => i < request.FacetSize || value.Selected)], values.Count);
    }

    private static string Label(FacetField field, string value) => field == FacetField.Topic ? value[(value.LastIndexOf('/') + 1)..] : value;

    private static string? Parent(PolicyDocument d, FacetField field, string value) => field switch
    {
        _ when value == SearchRequest.Unlabelled => null,
        FacetField.City => d.Province,
        FacetField.County => d.City,
        FacetField.Topic when value.Contains('/', StringComparison.Ordinal) => value[..value.LastIndexOf('/')],
        _ => null,
    };

    private static IReadOnlyList<string> Values(PolicyDocument d, FacetField field)
    {
        string? one = field switch
        {
            FacetField.Province => d.Province,
            FacetField.City => d.City,
            FacetField.County => d.County,
            FacetField.Year => d.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            FacetField.Kind => d.Kind,
            FacetField.Issuer => d.Issuer,
            FacetField.Outcome => d.Outcome?.Class,
            _ => null,
        };
        if (field == FacetField.Topic && d.Topics.Count > 0)
            return [.. d.Topics.SelectMany(Paths).Distinct(StringComparer.Ordinal)];
        return [one ?? SearchRequest.Unlabelled];
    }

    private static IEnumerable<string> Paths(string topic)
    {
        for (int slash = topic.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = topic.IndexOf('/', slash + 1))
            yield return topic[..slash];
        yield return topic;
    }
}
