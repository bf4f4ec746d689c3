using System.Buffers;
using Lucene.Net.Index;

namespace PolicySearch.Search.Querying.Facets;

/// <summary>
/// One facet during one search: tells whether its filter lets a document through, counts the values of documents. Moves from segment to segment; for one thread.
/// Disposing gives back what it counts in.
/// </summary>
internal sealed class FacetColumn(FacetValues values, FacetFilter? filter) : IDisposable
{
    // A facet may have as many values as there are policies, so both are borrowed, and only when something is counted.
    private int[]? totals;
    private int unlabelled;

    // Of the segment at hand. Ordinals are shifted by one: 0 stands for "no value".
    private FacetOrdinals? ordinals;
    private int[]? counts;
    private bool[]? admitted;
    private int segment;

    /// <summary>Whether the request filters by this facet.</summary>
    public bool IsFiltered => filter != null;

    /// <summary>The filter, or null.</summary>
    public FacetFilter? Filter => filter;

    /// <summary>The facet's values.</summary>
    public FacetValues Values => values;

    /// <summary>Documents counted that have no value. Complete after <see cref="Finish"/>.</summary>
    public int Unlabelled => unlabelled;

    /// <summary>Documents counted, by ordinal of the whole reader; empty when none were. Complete after <see cref="Finish"/>, good until disposed.</summary>
    public ReadOnlySpan<int> Counts => totals.AsSpan(0, totals == null ? 0 : values.Count);

    /// <summary>Moves to a segment.</summary>
    public void SetSegment(AtomicReaderContext context)
    {
        Finish();
        segment = context.Ord;
        ordinals = values.OrdinalsOf(context);
        admitted = filter?.ForSegment(values.OfSegment(segment));
    }

    /// <summary>Whether the filter lets a document of the segment through; true without a filter.</summary>
    public bool Admits(int doc) => admitted == null || ordinals!.Admits(doc, admitted);

    /// <summary>Counts the values of documents of the segment.</summary>
    public void Count(ReadOnlySpan<int> docs)
    {
        if (!docs.IsEmpty)
            ordinals!.Count(docs, SegmentCounts());
    }

    /// <summary>Counts the values of most documents of a window of the segment; see <see cref="FacetOrdinals.CountMost"/>.</summary>
    public void CountMost(int window, ReadOnlySpan<int> docs, ReadOnlySpan<int> others) => ordinals!.CountMost(window, docs, others, SegmentCounts());

    /// <summary>Adds up the segment at hand.</summary>
    public void Finish()
    {
        if (counts == null)
            return;
        int[] map = values.OfSegment(segment), all = totals ??= Borrow(values.Count);
        unlabelled += counts[0];
        for (int i = 0; i < map.Length; i++)
            all[map[i]] += counts[i + 1];
        GiveBack(ref counts);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        GiveBack(ref counts);
        GiveBack(ref totals);
    }

    private int[] SegmentCounts() => counts ??= Borrow(values.OfSegment(segment).Length + 1);

    private static int[] Borrow(int length)
    {
        int[] array = ArrayPool<int>.Shared.Rent(length);
        array.AsSpan(0, length).Clear();
        return array;
    }

    private static void GiveBack(ref int[]? array)
    {
        if (array != null)
            ArrayPool<int>.Shared.Return(array);
        array = null;
    }
}
