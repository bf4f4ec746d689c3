using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Querying.Facets;

namespace PolicySearch.Search.Comparing;

/// <summary>
/// Counts pairs of facet values over the documents that pass every filter, in one pass. Memory grows with the pairs that occur. For one search.
/// </summary>
internal sealed class CrossCounter(HitFilter filter, CrossAxis rows, CrossAxis columns, CancellationToken cancellation) : ICollector
{
    private const int CancellationInterval = 1 << 12;
    private readonly Dictionary<(int Row, int Column), int> pairs = [];
    private int seen;

    /// <summary>Documents that pass.</summary>
    public int Total { get; private set; }

    /// <summary>Documents for each pair of ordinals; −1 stands for no value.</summary>
    public IReadOnlyDictionary<(int Row, int Column), int> Pairs => pairs;

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => true;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer)
    {
        // Only which documents match counts.
    }

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        filter.SetSegment(context);
        rows.SetSegment(context);
        columns.SetSegment(context);
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        if (++seen % CancellationInterval == 0)
            cancellation.ThrowIfCancellationRequested();
        if (!filter.Admits(doc))
            return;
        Total++;
        ReadOnlySpan<int> across = columns.Take(doc);
        foreach (int row in rows.Take(doc))
        {
            foreach (int column in across)
                CollectionsMarshal.GetValueRefOrAddDefault(pairs, (row, column), out _)++;
        }
    }
}

/// <summary>The values of documents on one axis, and how many documents have each. Moves from segment to segment; for one search.</summary>
/// <param name="values">The facet.</param>
/// <param name="counts">Whether a value counts; null when all do.</param>
internal sealed class CrossAxis(FacetValues values, Func<string, bool>? counts)
{
    private readonly Dictionary<int, int> totals = [];
    private readonly List<int> taken = [];
    private FacetOrdinals ordinals = null!;
    private int[] map = [];
    private bool[]? admitted;

    /// <summary>The facet's values.</summary>
    public FacetValues Values => values;

    /// <summary>Documents for each ordinal; −1 stands for no value.</summary>
    public IReadOnlyDictionary<int, int> Totals => totals;

    /// <summary>Moves to a segment.</summary>
    public void SetSegment(AtomicReaderContext context)
    {
        ordinals = values.OrdinalsOf(context);
        map = values.OfSegment(context.Ord);
        admitted = counts == null ? null : Array.ConvertAll(map, ordinal => counts(values[ordinal]));
    }

    /// <summary>Counts a document and gives its values, −1 when it has none; valid until the next call.</summary>
    public ReadOnlySpan<int> Take(int doc)
    {
        taken.Clear();
        for (int i = 0, count = ordinals.ValueCount(doc); i < count; i++)
        {
            int ordinal = ordinals.ValueAt(doc, i);
            if (admitted == null || admitted[ordinal])
                taken.Add(map[ordinal]);
        }
        if (taken.Count == 0)
            taken.Add(-1);
        foreach (int ordinal in taken)
            CollectionsMarshal.GetValueRefOrAddDefault(totals, ordinal, out _)++;
        return CollectionsMarshal.AsSpan(taken);
    }
}
