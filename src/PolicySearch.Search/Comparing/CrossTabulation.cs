using Lucene.Net.Search;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Querying.Facets;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Comparing;

/// <summary>Lays counts out in a table.</summary>
internal static class CrossTabulation
{
    /// <summary>Counts the documents that match a query.</summary>
    public static CrossTable Run(PolicySearcher searcher, Query query, CrossTableRequest request, CancellationToken cancellation)
    {
        var rows = new CrossAxis(searcher.Facets[request.Rows], Level(request.Rows, request));
        var columns = new CrossAxis(searcher.Facets[request.Columns], Level(request.Columns, request));
        var counter = new CrossCounter(new HitFilter(searcher, request.Search), rows, columns, cancellation);
        searcher.Search(query, counter);
        int[] rowOrder = Order(rows, request.RowLimit), columnOrder = Order(columns, request.ColumnLimit);
        return new(counter.Total, Axis(rows, rowOrder), Axis(columns, columnOrder), Cells(counter, rowOrder, columnOrder, rows, columns));
    }

    private static Func<string, bool>? Level(FacetField field, CrossTableRequest request) =>
        field == FacetField.Topic ? path => path.AsSpan().Count('/') == request.TopicLevel - 1 : null;

    /// <summary>The ordinals that are shown, in order: −1 for no value stands last.</summary>
    private static int[] Order(CrossAxis axis, int limit)
    {
        FacetValues values = axis.Values;
        IEnumerable<int> shown = axis.Totals.Where(value => value.Key >= 0)
            .OrderByDescending(value => value.Value).ThenBy(value => values[value.Key], StringComparer.Ordinal).Take(limit).Select(value => value.Key);
        if (values.Facet == FacetField.Year)
            shown = shown.OrderBy(ordinal => values[ordinal], StringComparer.Ordinal);
        return [.. shown];
    }

    private static bool HasRest(CrossAxis axis, int[] order) => Distinct(axis) > order.Length;

    private static int Distinct(CrossAxis axis) => axis.Totals.Count - (axis.Totals.ContainsKey(-1) ? 1 : 0);

    private static TableAxis Axis(CrossAxis axis, int[] order)
    {
        FacetValues values = axis.Values;
        var shown = order.Select(ordinal => new AxisValue(values[ordinal], values.LabelOf(ordinal), values.ParentOf(ordinal), axis.Totals[ordinal])).ToList();
        if (HasRest(axis, order))
            shown.Add(new(null, "", null, axis.Totals.Where(value => value.Key >= 0).Sum(value => value.Value) - shown.Sum(value => value.Count)));
        if (axis.Totals.TryGetValue(-1, out int unlabelled))
            shown.Add(new(SearchRequest.Unlabelled, SearchRequest.Unlabelled, null, unlabelled));
        return new(values.Facet, shown, Distinct(axis), PolicySchema.IsMultiValued(values.Facet));
    }

    private static int[][] Cells(CrossCounter counter, int[] rowOrder, int[] columnOrder, CrossAxis rows, CrossAxis columns)
    {
        Func<int, int> rowOf = Places(rows, rowOrder, out int height), columnOf = Places(columns, columnOrder, out int width);
        var cells = new int[height][];
        for (int i = 0; i < height; i++)
            cells[i] = new int[width];
        foreach (((int row, int column), int count) in counter.Pairs)
            cells[rowOf(row)][columnOf(column)] += count;
        return cells;
    }

    /// <summary>Where an ordinal stands on an axis.</summary>
    private static Func<int, int> Places(CrossAxis axis, int[] order, out int length)
    {
        var places = new Dictionary<int, int>();
        for (int i = 0; i < order.Length; i++)
            places.Add(order[i], i);
        int rest = order.Length, unlabelled = rest + (HasRest(axis, order) ? 1 : 0);
        length = unlabelled + (axis.Totals.ContainsKey(-1) ? 1 : 0);
        return ordinal => ordinal < 0 ? unlabelled : places.GetValueOrDefault(ordinal, rest);
    }
}
