using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>Writes one block of the term dictionary; the form stands on <see cref="TermBlocksWriter"/>.</summary>
internal sealed class BlockEncoder(IndexOutput terms)
{
    private readonly GrowableOutput _suffixes = new(4096);
    private readonly GrowableOutput _stats = new();
    private readonly GrowableOutput _meta = new(1024);
    private bool _hasFreqs;
    private int _pointers;

    public void SetField(FieldInfo field, int pointers)
    {
        _hasFreqs = field.IndexOptions != IndexOptions.DOCS_ONLY;
        _pointers = pointers;
    }

    public void Write(ReadOnlySpan<PendingEntry> entries, byte[] text, int prefixLength, bool leaf, bool isLast)
    {
        long start = terms.Position;
        _suffixes.Reset();
        _stats.Reset();
        _meta.Reset();
        var last = default(TermPostings);
        foreach (ref readonly PendingEntry entry in entries)
        {
            AddSuffix(entry, text, prefixLength, leaf, start);
            if (!entry.IsTerm)
                continue;
            AddStats(entry.Postings);
            AddMeta(entry.Postings, last);
            last = entry.Postings;
        }
        terms.WriteVInt32((entries.Length << 1) | (isLast ? 1 : 0));
        terms.WriteVInt32((_suffixes.Length << 1) | (leaf ? 1 : 0));
        _suffixes.WriteTo(terms);
        terms.WriteVInt32(_stats.Length);
        _stats.WriteTo(terms);
        terms.WriteVInt32(_meta.Length);
        _meta.WriteTo(terms);
    }

    private void AddSuffix(in PendingEntry entry, byte[] text, int prefixLength, bool leaf, long start)
    {
        int length = entry.TextLength - prefixLength;
        _suffixes.WriteVInt32(leaf ? length : (length << 1) | (entry.IsTerm ? 0 : 1));
        _suffixes.WriteBytes(text, entry.TextStart + prefixLength, length);
        if (!entry.IsTerm)
            _suffixes.WriteVInt64(start - entry.BlockPointer);
    }

    private void AddStats(in TermPostings term)
    {
        _stats.WriteVInt32(term.DocFreq);
        if (_hasFreqs)
            _stats.WriteVInt64(term.TotalTermFreq - term.DocFreq);
    }

    private void AddMeta(in TermPostings term, in TermPostings last)
    {
        _meta.WriteVInt64(term.DocStart - last.DocStart);
        if (_pointers > 1)
            _meta.WriteVInt64(term.PosStart - last.PosStart);
        if (_pointers > 2)
            _meta.WriteVInt64(term.PayStart - last.PayStart);
        if (term.SingletonDoc != -1)
            _meta.WriteVInt32(term.SingletonDoc);
        if (term.LastPosBlockOffset != -1)
            _meta.WriteVInt64(term.LastPosBlockOffset);
        if (term.SkipOffset != -1)
            _meta.WriteVInt64(term.SkipOffset);
    }
}
