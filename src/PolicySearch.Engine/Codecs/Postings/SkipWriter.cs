using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>What a skip entry says: where the block behind it starts.</summary>
internal readonly record struct SkipPoint(int LastDoc, long DocPointer, long PosPointer, long PayPointer, int PosInBlock, int PayloadBytesInBlock);

/// <summary>
/// The skip list of one term, behind its documents in .doc. An entry stands behind every full block of 128 documents that
/// another document follows; every 8th entry of a level is one in the level above.
/// <code>
/// SkipList := (Length:VInt64, Entry*)^(levels above 0, highest first, empty ones left out), Entry* of level 0
/// Entry    := DocDelta, DocPointerDelta, [PosPointerDelta, PosInBlock, [PayloadBytes], [PayPointerDelta]]: VInt32, [Child:VInt64 above level 0]
/// </code>
/// Deltas count from the entry before on the same level, at first from the term's start.
/// </summary>
internal sealed class SkipWriter
{
    private const int MaxLevels = 10;
    private const int Multiplier = 8;

    private readonly GrowableOutput[] _levels = new GrowableOutput[MaxLevels];
    private readonly SkipPoint[] _last = new SkipPoint[MaxLevels];
    private bool _positions, _payloads, _offsets;

    public SkipWriter()
    {
        for (int i = 0; i < MaxLevels; i++)
            _levels[i] = new GrowableOutput(64);
    }

    public void SetField(bool positions, bool payloads, bool offsets) => (_positions, _payloads, _offsets) = (positions, payloads, offsets);

    /// <summary>Begins a term, whose postings start at <paramref name="start"/>.</summary>
    public void Reset(in SkipPoint start)
    {
        foreach (GrowableOutput level in _levels)
            level.Reset();
        Array.Fill(_last, start);
    }

    /// <summary>Adds an entry behind <paramref name="docCount"/> documents, a multiple of 128.</summary>
    public void Add(in SkipPoint point, int docCount)
    {
        int levels = 1;
        for (int blocks = docCount / PostingsBlock.Size; blocks % Multiplier == 0 && levels < MaxLevels; blocks /= Multiplier)
            levels++;
        long child = 0;
        for (int i = 0; i < levels; i++)
        {
            WriteEntry(i, point);
            long here = _levels[i].Length;
            if (i > 0)
                _levels[i].WriteVInt64(child);
            child = here;
        }
    }

    /// <summary>Writes the list.</summary>
    public void WriteTo(DataOutput output)
    {
        for (int i = MaxLevels - 1; i > 0; i--)
        {
            if (_levels[i].Length == 0)
                continue;
            output.WriteVInt64(_levels[i].Length);
            _levels[i].WriteTo(output);
        }
        _levels[0].WriteTo(output);
    }

    private void WriteEntry(int level, in SkipPoint point)
    {
        GrowableOutput output = _levels[level];
        ref SkipPoint last = ref _last[level];
        output.WriteVInt32(point.LastDoc - last.LastDoc);
        output.WriteVInt32((int)(point.DocPointer - last.DocPointer));
        if (_positions)
        {
            output.WriteVInt32((int)(point.PosPointer - last.PosPointer));
            output.WriteVInt32(point.PosInBlock);
            if (_payloads)
                output.WriteVInt32(point.PayloadBytesInBlock);
            if (_payloads || _offsets)
                output.WriteVInt32((int)(point.PayPointer - last.PayPointer));
        }
        last = point;
    }
}
