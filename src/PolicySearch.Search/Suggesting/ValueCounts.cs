using Lucene.Net.Index;
using Lucene.Net.Util;

namespace PolicySearch.Search.Suggesting;

/// <summary>A value of doc values by its ordinal, and how many live documents have it. A few bytes, so that millions may be sorted.</summary>
internal readonly record struct CountedValue(int Count, int Ordinal);

/// <summary>Counts the distinct values of a sorted-set doc values field over a whole reader, equal ones of several segments together.</summary>
internal sealed class ValueCounts
{
    private readonly SortedSetDocValues values;
    private readonly byte? mark;
    private readonly BytesRef bytes = new();

    private ValueCounts(SortedSetDocValues values, byte? mark) => (this.values, this.mark) = (values, mark);

    /// <summary>All values with at least one document, the most frequent first, equal ones in byte order.</summary>
    public List<CountedValue> Counted { get; } = [];

    /// <summary>Reads a field.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="field">The field.</param>
    /// <param name="mark">Ends a value: those that are the same before it are one, which a document with several of them has once. Less than any other byte of them.</param>
    public static ValueCounts Read(IndexReader reader, string field, byte? mark = null)
    {
        var result = new ValueCounts(MultiDocValues.GetSortedSetValues(reader, field) ?? DocValues.EMPTY_SORTED_SET, mark);
        int[] counts = result.Count(reader.MaxDoc, MultiFields.GetLiveDocs(reader));
        for (int ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] > 0)
                result.Counted.Add(new(counts[ordinal], ordinal));
        }
        result.Counted.Sort(static (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.Ordinal.CompareTo(b.Ordinal));
        return result;
    }

    /// <summary>The text of a value.</summary>
    public string TextOf(CountedValue value)
    {
        Look(value.Ordinal);
        return bytes.Utf8ToString();
    }

    private void Look(int ordinal)
    {
        values.LookupOrd(ordinal, bytes);
        if (mark is { } end && bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).IndexOf(end) is >= 0 and var length)
            bytes.Length = length;
    }

    private int[] Count(int maxDoc, IBits? live)
    {
        int[] ones = Ones();
        var counts = new int[ones.Length];
        for (int doc = 0; doc < maxDoc; doc++)
        {
            if (live?.Get(doc) == false)
                continue;
            values.SetDocument(doc);
            int last = -1;
            for (long ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
            {
                // Values stand in order, so those that are one stand together.
                if (ones[ordinal] != last)
                    counts[last = ones[ordinal]]++;
            }
        }
        return counts;
    }

    /// <summary>For every ordinal the first that is the same value.</summary>
    private int[] Ones()
    {
        var ones = new int[values.ValueCount];
        var first = new BytesRef();
        for (int ordinal = 0; ordinal < ones.Length; ordinal++)
        {
            ones[ordinal] = ordinal;
            if (mark == null)
                continue;
            Look(ordinal);
            if (ordinal > 0 && bytes.BytesEquals(first))
                ones[ordinal] = ones[ordinal - 1];
            else
                first = BytesRef.DeepCopyOf(bytes);
        }
        return ones;
    }
}
