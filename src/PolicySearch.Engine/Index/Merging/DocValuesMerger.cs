using Lucene.Net.Codecs;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>Merges columns of doc values.</summary>
internal sealed class DocValuesMerger(List<MergeSource> sources, DocValuesWriter writer)
{
    public void Merge(FieldInfo field)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.NUMERIC:
                writer.AddNumeric(field, Numbers(field.Name));
                break;
            case DocValuesType.BINARY:
                writer.AddBinary(field, Bytes(field.Name));
                break;
            case DocValuesType.SORTED:
                MergeSorted(field);
                break;
            default:
                MergeSortedSet(field);
                break;
        }
    }

    private IEnumerable<NumericValue> Numbers(string field)
    {
        foreach (MergeSource source in sources)
        {
            NumericDocValues? values = source.Reader.GetNumericDocValues(field);
            IBits? exists = values is null ? null : source.Reader.GetDocsWithField(field);
            for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
            {
                if (source.Map(doc) >= 0)
                    yield return exists?.Get(doc) == true ? new NumericValue(values!.Get(doc), true) : default;
            }
        }
    }

    private IEnumerable<BytesRef?> Bytes(string field)
    {
        var value = new BytesRef();
        foreach (MergeSource source in sources)
        {
            BinaryDocValues? values = source.Reader.GetBinaryDocValues(field);
            IBits? exists = values is null ? null : source.Reader.GetDocsWithField(field);
            for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
            {
                if (source.Map(doc) < 0)
                    continue;
                if (exists?.Get(doc) != true)
                {
                    yield return null;
                    continue;
                }
                values!.Get(doc, value);
                yield return value;
            }
        }
    }

    private void MergeSorted(FieldInfo field)
    {
        SortedDocValues?[] values = [.. sources.Select(source => source.Reader.GetSortedDocValues(field.Name))];
        var dictionary = new DictionaryMerger([.. values.Select((of, i) => of is null ? null : new MergedValues(of.ValueCount, (ord, result) => of.LookupOrd((int)ord, result), Used(sources[i], of)))]);
        writer.AddSorted(field, dictionary.Values(), Ordinals());

        IEnumerable<long> Ordinals()
        {
            for (int i = 0; i < values.Length; i++)
            {
                for (int doc = 0; doc < sources[i].Reader.MaxDoc; doc++)
                {
                    if (sources[i].Map(doc) < 0)
                        continue;
                    int ord = values[i]?.GetOrd(doc) ?? -1;
                    yield return ord < 0 ? -1 : dictionary.Map(i, ord);
                }
            }
        }
    }

    private void MergeSortedSet(FieldInfo field)
    {
        SortedSetDocValues?[] values = [.. sources.Select(source => source.Reader.GetSortedSetDocValues(field.Name))];
        var dictionary = new DictionaryMerger([.. values.Select((of, i) => of is null ? null : new MergedValues(of.ValueCount, of.LookupOrd, Used(sources[i], of)))]);
        writer.AddSortedSet(field, dictionary.Values(), Counts(), Ordinals());

        IEnumerable<int> Counts()
        {
            for (int i = 0; i < values.Length; i++)
            {
                for (int doc = 0; doc < sources[i].Reader.MaxDoc; doc++)
                {
                    if (sources[i].Map(doc) < 0)
                        continue;
                    int count = 0;
                    values[i]?.SetDocument(doc);
                    while (values[i] is { } of && of.NextOrd() != SortedSetDocValues.NO_MORE_ORDS)
                        count++;
                    yield return count;
                }
            }
        }

        IEnumerable<long> Ordinals()
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (values[i] is not { } of)
                    continue;
                for (int doc = 0; doc < sources[i].Reader.MaxDoc; doc++)
                {
                    if (sources[i].Map(doc) < 0)
                        continue;
                    of.SetDocument(doc);
                    for (long ord = of.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = of.NextOrd())
                        yield return dictionary.Map(i, ord);
                }
            }
        }
    }

    /// <summary>The values that live documents have; null when no document is deleted.</summary>
    private static FixedBitSet? Used(MergeSource source, SortedDocValues values)
    {
        if (source.Live is null)
            return null;
        var used = new FixedBitSet(values.ValueCount);
        for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
        {
            if (source.Map(doc) >= 0 && values.GetOrd(doc) is >= 0 and var ord)
                used.Set(ord);
        }
        return used;
    }

    private static FixedBitSet? Used(MergeSource source, SortedSetDocValues values)
    {
        if (source.Live is null)
            return null;
        var used = new FixedBitSet(checked((int)values.ValueCount));
        for (int doc = 0; doc < source.Reader.MaxDoc; doc++)
        {
            if (source.Map(doc) < 0)
                continue;
            values.SetDocument(doc);
            for (long ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
                used.Set((int)ord);
        }
        return used;
    }
}

/// <summary>A source's dictionary: how many values, how to get one, and which are used (null for all).</summary>
internal sealed record MergedValues(long Count, Action<long, BytesRef> Lookup, FixedBitSet? Used);

/// <summary>Numbers the values of several dictionaries anew, in the order of all.</summary>
internal sealed class DictionaryMerger
{
    private readonly MergedValues?[] _sources;
    private readonly int[][] _map;

    // For each new value a source that has it, and its number there.
    private readonly List<(int Source, int Ord)> _first = [];

    public DictionaryMerger(MergedValues?[] sources)
    {
        _sources = sources;
        _map = [.. sources.Select(source => new int[checked((int)(source?.Count ?? 0))])];
        var heap = new PriorityQueue<Cursor, Cursor>();
        for (int i = 0; i < sources.Length; i++)
        {
            var cursor = new Cursor(i, sources[i]);
            if (cursor.Next())
                heap.Enqueue(cursor, cursor);
        }
        Number(heap);
    }

    /// <summary>The new number of a source's value.</summary>
    public int Map(int source, long ord) => _map[source][ord];

    /// <summary>All values, in order; one instance is used again and again.</summary>
    public IEnumerable<BytesRef> Values()
    {
        var value = new BytesRef();
        foreach ((int source, int ord) in _first)
        {
            _sources[source]!.Lookup(ord, value);
            yield return value;
        }
    }

    private void Number(PriorityQueue<Cursor, Cursor> heap)
    {
        var last = new BytesRef(64);
        while (heap.TryDequeue(out Cursor? cursor, out _))
        {
            if (_first.Count == 0 || !last.BytesEquals(cursor.Value))
            {
                _first.Add((cursor.Source, cursor.Ord));
                last.CopyBytes(cursor.Value);
            }
            _map[cursor.Source][cursor.Ord] = _first.Count - 1;
            if (cursor.Next())
                heap.Enqueue(cursor, cursor);
        }
    }

    private sealed class Cursor(int source, MergedValues? values) : IComparable<Cursor>
    {
        public int Source { get; } = source;

        public int Ord { get; private set; } = -1;

        public BytesRef Value { get; } = new();

        public bool Next()
        {
            if (values is null)
                return false;
            do
                Ord++;
            while (Ord < values.Count && values.Used is { } used && !used.Get(Ord));
            if (Ord >= values.Count)
                return false;
            values.Lookup(Ord, Value);
            return true;
        }

        public int CompareTo(Cursor? other) => Value.CompareTo(other!.Value);
    }
}
