using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// Writes .tim and .tip, the term dictionary. Terms come in order; those that share a prefix form blocks of 25 to 48 entries,
/// and a block of a longer prefix is an entry in that of a shorter one.
/// <code>
/// .tim    := Header, PostingsHeader, Block*, FieldCount:VInt32, Field^FieldCount, Fields:Int64 (where FieldCount is), Footer
/// Block   := Entries &lt;&lt; 1 | lastOfItsPrefix :VInt32, SuffixBytes &lt;&lt; 1 | leaf :VInt32, Suffix*, StatBytes:VInt32, Stat*, MetaBytes:VInt32, Meta*
/// Suffix  := in a leaf: Length:VInt32, Bytes; else Length &lt;&lt; 1 | isBlock :VInt32, Bytes, [Distance back to the block:VInt64]
/// Stat    := DocFreq:VInt32, [TotalTermFreq - DocFreq:VInt64]        terms only, as is Meta
/// Meta    := (pointer deltas into .doc, .pos, .pay):VInt64*, [SingletonDoc:VInt32], [LastPosBlock:VInt64], [Skip:VInt64]
/// Field   := Number:VInt32, Terms:VInt64, RootCode: VInt32, Bytes, [SumTotalTermFreq:VInt64], SumDocFreq:VInt64, DocCount:VInt32, Pointers:VInt32
/// .tip    := Header, Fst*, FstPointer:VInt64 per field, Fields:Int64, Footer
/// FstOutput := FilePointer &lt;&lt; 2 | hasTerms &lt;&lt; 1 | isFloor :VInt64, [Others:VInt32, (Label:Byte, Distance &lt;&lt; 1 | hasTerms :VInt64)^Others]
/// </code>
/// A prefix with more entries than fit is cut into "floor" blocks by the next byte; the automaton names the first. Pointer
/// deltas start anew in each block. Memory: the entries not yet in a block, and one prefix per block.
/// </summary>
internal sealed class TermBlocksWriter : IDisposable
{
    public const string TermsCodec = "BLOCK_TREE_TERMS_DICT";
    public const string IndexCodec = "BLOCK_TREE_TERMS_INDEX";
    public const int Version = 3;

    private const int MinItems = 25, MaxItems = 48;

    private readonly IndexOutput _terms;
    private readonly IndexOutput _index;
    private readonly PostingsWriter _postings;
    private readonly BlockEncoder _encoder;
    private readonly List<FieldSummary> _fields = [];

    private readonly List<PendingEntry> _pending = [];
    private readonly GrowableOutput _text = new(4096);
    private readonly IndexEntries _entries = new();
    private readonly GrowableOutput _output = new();
    private byte[] _lastTerm = new byte[64];
    private int[] _prefixStarts = new int[64];
    private int _lastLength;
    private long _termCount;
    private FieldInfo? _field;

    /// <summary>Creates both files; <paramref name="postings"/> stays the caller's.</summary>
    public TermBlocksWriter(Directory directory, string segment, string suffix, PostingsWriter postings, IOContext context)
    {
        _postings = postings;
        _terms = Outputs.Create(directory, IndexFileNames.SegmentFileName(segment, suffix, "tim"), TermsCodec, Version, context);
        try
        {
            PostingsWriter.WriteTermsHeader(_terms);
            _index = Outputs.Create(directory, IndexFileNames.SegmentFileName(segment, suffix, "tip"), IndexCodec, Version, context);
        }
        catch
        {
            _terms.Dispose();
            throw;
        }
        _encoder = new BlockEncoder(_terms);
    }

    public void StartField(FieldInfo field)
    {
        _field = field;
        _postings.SetField(field);
        _encoder.SetField(field, _postings.PointerCount);
        _pending.Clear();
        _text.Reset();
        _entries.Clear();
        _lastLength = 0;
        _termCount = 0;
    }

    /// <summary>Adds a term, greater than the one before.</summary>
    public void Add(ReadOnlySpan<byte> term, in TermPostings postings)
    {
        CloseBlocks(term);
        _pending.Add(new PendingEntry { TextStart = _text.Length, TextLength = term.Length, Postings = postings, IsTerm = true });
        _text.Write(term);
        _termCount++;
    }

    /// <summary>Ends the field; one without terms leaves no trace.</summary>
    public void FinishField(long sumTotalTermFreq, long sumDocFreq, int docCount)
    {
        if (_termCount == 0)
            return;
        CloseBlocks(default);
        WriteBlocks(0, _pending.Count);
        _entries.Sort();
        long fst = _index.Position;
        new FstWriter(_entries).Write(_index);
        _fields.Add(new FieldSummary(_field!, _termCount, _entries.Output(0).ToArray(), sumTotalTermFreq, sumDocFreq, docCount, _postings.PointerCount, fst));
    }

    /// <summary>Writes the fields' table and the footers; <see cref="Dispose"/> then completes the files.</summary>
    public void Finish()
    {
        long termsAt = _terms.Position, indexAt = _index.Position;
        _terms.WriteVInt32(_fields.Count);
        foreach (FieldSummary field in _fields)
        {
            field.Write(_terms);
            _index.WriteVInt64(field.FstStart);
        }
        _terms.WriteInt64(termsAt);
        CodecUtil.WriteFooter(_terms);
        _index.WriteInt64(indexAt);
        CodecUtil.WriteFooter(_index);
    }

    public void Dispose() => Outputs.DisposeAll(_terms, _index);

    /// <summary>Writes the blocks of all prefixes that <paramref name="next"/> does not have, and remembers where its own begin.</summary>
    private void CloseBlocks(ReadOnlySpan<byte> next)
    {
        int shared = _lastTerm.AsSpan(0, _lastLength).CommonPrefixLength(next);
        for (int i = _lastLength - 1; i >= shared; i--)
        {
            int count = _pending.Count - _prefixStarts[i];
            if (count < MinItems)
                continue;
            WriteBlocks(i + 1, count);
        }
        if (next.Length > _lastTerm.Length)
        {
            Array.Resize(ref _lastTerm, next.Length * 2);
            Array.Resize(ref _prefixStarts, next.Length * 2);
        }
        _prefixStarts.AsSpan(shared..Math.Max(shared, next.Length)).Fill(_pending.Count);
        next[shared..].CopyTo(_lastTerm.AsSpan(shared));
        _lastLength = next.Length;
    }

    /// <summary>Replaces the last <paramref name="count"/> entries, which share a prefix of that length, by one block, or by floor blocks of which the first stands for all.</summary>
    private void WriteBlocks(int prefixLength, int count)
    {
        int start = _pending.Count - count, end = _pending.Count, blockStart = start;
        int lastLabel = -1, floorLabel = -1;
        var first = new BlockAt(0, false);
        List<(byte Label, BlockAt At)>? floors = null;
        for (int i = start; i <= end; i++)
        {
            int label = i == end ? int.MaxValue : LabelOf(_pending[i], prefixLength);
            bool cut = i == end || (label != lastLabel && i - blockStart >= MinItems && end - blockStart > MaxItems);
            lastLabel = label;
            if (!cut)
                continue;
            BlockAt block = WriteBlock(prefixLength, blockStart, i, isLast: i == end);
            if (blockStart == start)
                first = block;
            else
                (floors ??= []).Add(((byte)floorLabel, block));
            floorLabel = label;
            blockStart = i;
        }
        AddToIndex(prefixLength, start, first, floors);
        int textStart = _pending[start].TextStart;
        _pending.RemoveRange(start, count);
        _text.Truncate(textStart + prefixLength);
        _pending.Add(new PendingEntry { TextStart = textStart, TextLength = prefixLength, BlockPointer = first.Pointer });
    }

    private int LabelOf(in PendingEntry entry, int prefixLength) =>
        entry.TextLength == prefixLength ? -1 : _text.Bytes[entry.TextStart + prefixLength];

    private BlockAt WriteBlock(int prefixLength, int from, int to, bool isLast)
    {
        ReadOnlySpan<PendingEntry> entries = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pending)[from..to];
        bool leaf = true, hasTerms = false;
        foreach (ref readonly PendingEntry entry in entries)
        {
            leaf &= entry.IsTerm;
            hasTerms |= entry.IsTerm;
        }
        long pointer = _terms.Position;
        _encoder.Write(entries, _text.Bytes, prefixLength, leaf, isLast);
        return new BlockAt(pointer, hasTerms);
    }

    private void AddToIndex(int prefixLength, int start, BlockAt first, List<(byte Label, BlockAt At)>? floors)
    {
        _output.Reset();
        _output.WriteVInt64((first.Pointer << 2) | (first.HasTerms ? 2L : 0) | (floors is null ? 0L : 1));
        if (floors is not null)
        {
            _output.WriteVInt32(floors.Count);
            foreach ((byte label, BlockAt at) in floors)
            {
                _output.WriteByte(label);
                _output.WriteVInt64(((at.Pointer - first.Pointer) << 1) | (at.HasTerms ? 1L : 0));
            }
        }
        _entries.Add(_text.Bytes.AsSpan(_pending[start].TextStart, prefixLength), _output.Written);
    }

    private readonly record struct BlockAt(long Pointer, bool HasTerms);

    private sealed record FieldSummary(
        FieldInfo Field, long Terms, byte[] RootCode, long SumTotalTermFreq, long SumDocFreq, int DocCount, int Pointers, long FstStart)
    {
        public void Write(DataOutput output)
        {
            output.WriteVInt32(Field.Number);
            output.WriteVInt64(Terms);
            output.WriteVInt32(RootCode.Length);
            output.Write(RootCode);
            if (Field.IndexOptions != IndexOptions.DOCS_ONLY)
                output.WriteVInt64(SumTotalTermFreq);
            output.WriteVInt64(SumDocFreq);
            output.WriteVInt32(DocCount);
            output.WriteVInt32(Pointers);
        }
    }
}

/// <summary>A term, or a block that was written, waiting for the block that holds it. Its text lies in the writer's array.</summary>
internal struct PendingEntry
{
    public int TextStart, TextLength;
    public bool IsTerm;
    public long BlockPointer;
    public TermPostings Postings;
}
