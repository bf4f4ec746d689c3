namespace Lucene.Net.Codecs;

/// <summary>The blocks of one field's terms: prefix and output of each, in one array of bytes. Sorted once all are added.</summary>
internal sealed class IndexEntries
{
    private readonly GrowableOutput _pool = new(1024);
    private readonly List<Entry> _entries = [];

    public int Count => _entries.Count;

    public void Clear()
    {
        _pool.Reset();
        _entries.Clear();
    }

    public void Add(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> output)
    {
        _entries.Add(new Entry(_pool.Length, prefix.Length, output.Length));
        _pool.Write(prefix);
        _pool.Write(output);
    }

    /// <summary>Sorts by prefix, as unsigned bytes, a prefix before what it begins.</summary>
    public void Sort() => _entries.Sort((left, right) => Bytes(left.Start, left.PrefixLength).SequenceCompareTo(Bytes(right.Start, right.PrefixLength)));

    public ReadOnlySpan<byte> Prefix(int i) => Bytes(_entries[i].Start, _entries[i].PrefixLength);

    public ReadOnlySpan<byte> Output(int i) => Bytes(_entries[i].Start + _entries[i].PrefixLength, _entries[i].OutputLength);

    private ReadOnlySpan<byte> Bytes(int start, int length) => _pool.Bytes.AsSpan(start, length);

    private readonly record struct Entry(int Start, int PrefixLength, int OutputLength);
}
