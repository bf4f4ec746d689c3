using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying.Facets;

/// <summary>
/// The ordinals of one facet in one segment, unpacked: counting reads every value of every match, and an array costs a tenth of what doc values cost.
/// Two bytes for a value (four in a segment with more than 65,534 of them), four more for a document of a facet with several values, and of a facet with
/// few values at most one more for its totals.
/// Read once for a segment and kept as long as it is open, whatever readers come and go. Immutable.
/// </summary>
internal sealed class FacetOrdinals
{
    /// <summary>How many documents, from a multiple of it on, have totals of their own.</summary>
    public const int WindowSize = 1 << 11;

    // With more values than this, adding up totals would cost more than counting.
    private const int MostValuesWithTotals = WindowSize / 4;

    private static readonly ConditionalWeakTable<object, FacetOrdinals?[]> BySegment = [];

    // Ordinals are shifted by one: 0 stands for "no value". Of a facet with several values, those of a document lie in [starts[doc], starts[doc + 1]).
    private readonly int[]? starts;
    private readonly ushort[]? narrow;
    private readonly int[]? wide;

    // How often each value stands in each window, one window's after the other.
    private readonly int[]? totals;
    private readonly int slots;

    private FacetOrdinals(List<int> ordinals, int valueCount, int[]? starts)
    {
        slots = valueCount + 1;
        this.starts = starts;
        if (valueCount < ushort.MaxValue)
            narrow = [.. ordinals.Select(ordinal => (ushort)ordinal)];
        else
            wide = [.. ordinals];
        if (valueCount <= MostValuesWithTotals)
            totals = CountWindows(starts == null ? ordinals.Count : starts.Length - 1);
    }

    /// <summary>The ordinals of a segment.</summary>
    public static FacetOrdinals Of(AtomicReader leaf, FacetField facet)
    {
        FacetOrdinals?[] ofSegment = BySegment.GetValue(leaf.CoreCacheKey, static _ => new FacetOrdinals?[PolicySchema.Facets.Count]);
        return ofSegment[(int)facet] ??= PolicySchema.IsMultiValued(facet) ? ReadSets(leaf, facet) : ReadSingle(leaf, facet);
    }

    /// <summary>Counts the values of every document that is not deleted.</summary>
    public void CountAll(int maxDoc, IBits? live, int[] counts)
    {
        Span<int> batch = stackalloc int[512];
        int batched = 0;
        for (int doc = 0; doc < maxDoc; doc++)
        {
            if (live?.Get(doc) == false)
                continue;
            batch[batched++] = doc;
            if (batched == batch.Length)
            {
                Count(batch, counts);
                batched = 0;
            }
        }
        Count(batch[..batched], counts);
    }

    /// <summary>How many values a document has.</summary>
    public int ValueCount(int doc) => starts == null ? At(doc) == 0 ? 0 : 1 : starts[doc + 1] - starts[doc];

    /// <summary>A value of a document, as an ordinal of the segment from 0.</summary>
    /// <param name="doc">Document of the segment.</param>
    /// <param name="which">In [0, <see cref="ValueCount"/>).</param>
    public int ValueAt(int doc, int which) => At(starts == null ? doc : starts[doc] + which) - 1;

    /// <summary>
    /// The same, but of the ordinals of a document that <paramref name="map"/> makes one only the first is left, so that no document counts twice.
    /// This object itself when there are none such.
    /// </summary>
    public FacetOrdinals WithoutRepeats(int[] map)
    {
        if (starts == null || !HasRepeats(map))
            return this;
        var kept = new List<int>(starts[^1]);
        var keptStarts = new int[starts.Length];
        for (int doc = 0; doc + 1 < starts.Length; doc++)
        {
            keptStarts[doc] = kept.Count;
            for (int i = starts[doc]; i < starts[doc + 1]; i++)
            {
                if (!IsRepeat(i, starts[doc], map))
                    kept.Add(At(i));
            }
        }
        keptStarts[^1] = kept.Count;
        return new(kept, map.Length, keptStarts);
    }

    private bool HasRepeats(int[] map)
    {
        for (int doc = 0; doc + 1 < starts!.Length; doc++)
        {
            for (int i = starts[doc] + 1; i < starts[doc + 1]; i++)
            {
                if (IsRepeat(i, starts[doc], map))
                    return true;
            }
        }
        return false;
    }

    private bool IsRepeat(int i, int start, int[] map)
    {
        int value = map[At(i) - 1];
        for (int earlier = start; earlier < i; earlier++)
        {
            if (map[At(earlier) - 1] == value)
                return true;
        }
        return false;
    }

    /// <summary>Counts the values of documents; a document without a value counts at 0.</summary>
    public void Count(ReadOnlySpan<int> docs, Span<int> counts) => Count(docs, counts, 1);

    /// <summary>
    /// Counts the values of most documents of a window: those of all its documents are known, so that only the others are looked at.
    /// </summary>
    /// <param name="window">Its first document is this times <see cref="WindowSize"/>.</param>
    /// <param name="docs">The documents that count.</param>
    /// <param name="others">All others of the window.</param>
    /// <param name="counts">Counts by ordinal, shifted by one.</param>
    public void CountMost(int window, ReadOnlySpan<int> docs, ReadOnlySpan<int> others, Span<int> counts)
    {
        if (totals == null)
        {
            Count(docs, counts, 1);
            return;
        }
        ReadOnlySpan<int> all = totals.AsSpan(window * slots, slots);
        for (int i = 0; i < all.Length; i++)
            counts[i] += all[i];
        Count(others, counts, -1);
    }

    private void Count(ReadOnlySpan<int> docs, Span<int> counts, int step)
    {
        // Once for every match and facet, so no interface, no delegate.
        if (narrow == null)
            CountWide(docs, counts, step);
        else if (starts == null)
        {
            foreach (int doc in docs)
                counts[narrow[doc]] += step;
        }
        else
        {
            foreach (int doc in docs)
            {
                int i = starts[doc], end = starts[doc + 1];
                if (i == end)
                    counts[0] += step;
                for (; i < end; i++)
                    counts[narrow[i]] += step;
            }
        }
    }

    private int[] CountWindows(int maxDoc)
    {
        int[] docs = [.. Enumerable.Range(0, maxDoc)];
        var result = new int[(maxDoc + WindowSize - 1) / WindowSize * slots];
        for (int from = 0, at = 0; from < maxDoc; from += WindowSize, at += slots)
            Count(docs.AsSpan(from, Math.Min(WindowSize, maxDoc - from)), result.AsSpan(at, slots));
        return result;
    }

    /// <summary>Whether one of a document's values is admitted; 0 stands for a document without a value.</summary>
    public bool Admits(int doc, bool[] admitted)
    {
        if (starts == null)
            return admitted[At(doc)];
        int i = starts[doc], end = starts[doc + 1];
        if (i == end)
            return admitted[0];
        for (; i < end; i++)
        {
            if (admitted[At(i)])
                return true;
        }
        return false;
    }

    private void CountWide(ReadOnlySpan<int> docs, Span<int> counts, int step)
    {
        foreach (int doc in docs)
        {
            int i = starts == null ? doc : starts[doc], end = starts == null ? doc + 1 : starts[doc + 1];
            if (i == end)
                counts[0] += step;
            for (; i < end; i++)
                counts[wide![i]] += step;
        }
    }

    private int At(int i) => narrow != null ? narrow[i] : wide![i];

    private static FacetOrdinals ReadSingle(AtomicReader leaf, FacetField facet)
    {
        SortedDocValues? values = leaf.GetSortedDocValues(PolicySchema.FacetName(facet));
        var ordinals = new List<int>(leaf.MaxDoc);
        for (int doc = 0; doc < leaf.MaxDoc; doc++)
            ordinals.Add(values == null ? 0 : values.GetOrd(doc) + 1);
        return new(ordinals, values == null ? 0 : values.ValueCount, null);
    }

    private static FacetOrdinals ReadSets(AtomicReader leaf, FacetField facet)
    {
        SortedSetDocValues? values = leaf.GetSortedSetDocValues(PolicySchema.FacetName(facet));
        var ordinals = new List<int>(leaf.MaxDoc);
        var starts = new int[leaf.MaxDoc + 1];
        for (int doc = 0; doc < leaf.MaxDoc; doc++)
        {
            starts[doc] = ordinals.Count;
            values?.SetDocument(doc);
            for (long ordinal = values?.NextOrd() ?? SortedSetDocValues.NO_MORE_ORDS; ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values!.NextOrd())
                ordinals.Add((int)ordinal + 1);
        }
        starts[^1] = ordinals.Count;
        return new(ordinals, values == null ? 0 : (int)values.ValueCount, starts);
    }
}
