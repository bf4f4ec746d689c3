using PolicySearch.Search.Comparing;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search;

// Results in tables.
public sealed partial class EmbeddedPolicySearch : IComparison
{
    /// <inheritdoc/>
    public Task<CrossTable> CountAsync(CrossTableRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfEqual(request.Columns, request.Rows);
        foreach (int limit in (ReadOnlySpan<int>)[request.RowLimit, request.ColumnLimit])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(request));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, CrossTableRequest.MaxValues, nameof(request));
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(request.TopicLevel, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.TopicLevel, 3);
        return Task.Run(() => index.Use(searcher => Count(searcher, request, cancellationToken)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<FigureTable> FiguresAsync(FigureTableRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(() => index.Use(searcher => Figures(searcher, request, cancellationToken)), cancellationToken);
    }

    private CrossTable Count(PolicySearcher searcher, CrossTableRequest request, CancellationToken cancellation)
    {
        CrossTable? first = null;
        foreach (QueryAttempt attempt in planner.Plan(request.Search.Query, request.Search.Expand).Attempts)
        {
            CrossTable table = CrossTabulation.Run(searcher, attempt.Query, request, cancellation);
            if (table.Total > 0)
                return table;
            first ??= table;
        }
        return first!;
    }

    private FigureTable Figures(PolicySearcher searcher, FigureTableRequest request, CancellationToken cancellation)
    {
        // The documents must speak of the measure; which of their figures do is told by what each one measures.
        string measure = string.Concat(request.Measure.Where(c => c is not ('"' or '“' or '”')));
        string query = measure.Length == 0 ? request.Search.Query : $"{request.Search.Query} \"{measure}\"";
        return FigureCollection.Run(searcher, planner.Plan(query, request.Search.Expand).Attempts[0].Query, request with { Measure = measure }, cancellation);
    }
}
