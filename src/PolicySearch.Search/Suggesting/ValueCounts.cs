using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace PolicySearch.Search.Suggesting;

/// <summary>Where a value of doc values stands, and how many live documents have it. A few bytes, so that millions may be sorted.</summary>
internal readonly record struct CountedValue(int Count, int Leaf, int Ordinal);

/// <summary>Counts the distinct values of a sorted-set doc values field over a whole reader, equal ones of several segments together.</summary>
internal sealed class ValueCounts
{
    private readonly SortedSetDocValues?[] byLeaf;
    private readonly BytesRef bytes = new();

    private ValueCounts(SortedSetDocValues?[] byLeaf) => this.byLeaf = byLeaf;

    /// <summary>All values with at least one document, the most frequent first, then in no order that matters but always the same.</summary>
    public List<CountedValue> Counted { get; } = [];

    /// <summary>Reads a field.</summary>
    public static ValueCounts Read(IndexReader reader, string field)
    {
        var values = new ValueCounts([.. reader.Leaves.Select(leaf => leaf.AtomicReader.GetSortedSetDocValues(field))]);
        var counts = reader.Leaves.Select((leaf, i) => values.byLeaf[i] is { } own ? Count(leaf.AtomicReader, own) : []).ToList();
        values.Merge(counts);
        values.Counted.Sort(static (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.Leaf != b.Leaf ? a.Leaf.CompareTo(b.Leaf) : a.Ordinal.CompareTo(b.Ordinal));
        return values;
    }

    /// <summary>The text of a value.</summary>
    public string TextOf(CountedValue value)
    {
        byLeaf[value.Leaf]!.LookupOrd(value.Ordinal, bytes);
        return bytes.Utf8ToString();
    }

    private static int[] Count(AtomicReader leaf, SortedSetDocValues values)
    {
        var counts = new int[values.ValueCount];
        IBits? live = leaf.LiveDocs;
        for (int doc = 0; doc < leaf.MaxDoc; doc++)
        {
            if (live != null && !live.Get(doc))
                continue;
            values.SetDocument(doc);
            for (long ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
                counts[ordinal]++;
        }
        return counts;
    }

    /// <summary>Values stand in order in every segment, so equal ones meet at the heads of the segments' lists.</summary>
    private void Merge(List<int[]> counts)
    {
        var heads = new PriorityQueue<int, BytesRef>(Comparer<BytesRef>.Create(static (a, b) => a.CompareTo(b)));
        var at = new int[counts.Count];
        for (int leaf = 0; leaf < counts.Count; leaf++)
            Push(heads, counts, at, leaf);
        while (heads.TryDequeue(out int leaf, out BytesRef? value))
        {
            int sum = counts[leaf][at[leaf]], ordinal = at[leaf]++;
            Push(heads, counts, at, leaf);
            while (heads.TryPeek(out int other, out BytesRef? same) && same.BytesEquals(value))
            {
                heads.Dequeue();
                sum += counts[other][at[other]++];
                Push(heads, counts, at, other);
            }
            if (sum > 0)
                Counted.Add(new(sum, leaf, ordinal));
        }
    }

    private void Push(PriorityQueue<int, BytesRef> heads, List<int[]> counts, int[] at, int leaf)
    {
        if (at[leaf] >= counts[leaf].Length)
            return;
        byLeaf[leaf]!.LookupOrd(at[leaf], bytes);
        heads.Enqueue(leaf, BytesRef.DeepCopyOf(bytes));
    }
}
