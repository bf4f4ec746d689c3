using Lucene.Net.Index;
using Lucene.Net.Util;

namespace PolicySearch.Search.Suggesting;

/// <summary>A value of doc values by its ordinal, and how many live documents have it. A few bytes, so that millions may be sorted.</summary>
internal readonly record struct CountedValue(int Count, int Ordinal);

/// <summary>Counts the distinct values of a sorted-set doc values field over a whole reader, equal ones of several segments together.</summary>
internal sealed class ValueCounts
{
    private readonly SortedSetDocValues values;
    private readonly BytesRef bytes = new();

    private ValueCounts(SortedSetDocValues values) => this.values = values;

    /// <summary>All values with at least one document, the most frequent first, equal ones in byte order.</summary>
    public List<CountedValue> Counted { get; } = [];

    /// <summary>Reads a field.</summary>
    public static ValueCounts Read(IndexReader reader, string field)
    {
        var result = new ValueCounts(MultiDocValues.GetSortedSetValues(reader, field) ?? DocValues.EMPTY_SORTED_SET);
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
        values.LookupOrd(value.Ordinal, bytes);
        return bytes.Utf8ToString();
    }

    private int[] Count(int maxDoc, IBits? live)
    {
        var counts = new int[values.ValueCount];
        for (int doc = 0; doc < maxDoc; doc++)
        {
            if (live?.Get(doc) == false)
                continue;
            values.SetDocument(doc);
            for (long ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
                counts[ordinal]++;
        }
        return counts;
    }
}
