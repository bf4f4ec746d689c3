using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>Gathers a term's positions, payloads and offsets into blocks of 128 for .pos and .pay. Part of <see cref="PostingsWriter"/>.</summary>
internal sealed class PositionsBuffer(PostingsBlock block, IndexOutput? pos, IndexOutput? pay)
{
    private readonly int[] _deltas = new int[PostingsBlock.Size];
    private readonly int[] _payloadLengths = new int[PostingsBlock.Size];
    private readonly int[] _startDeltas = new int[PostingsBlock.Size];
    private readonly int[] _lengths = new int[PostingsBlock.Size];
    private readonly GrowableOutput _payloads = new();
    private bool _hasPayloads, _hasOffsets;
    private int _lastPosition, _lastStart;

    /// <summary>Positions in the block that is being filled.</summary>
    public int Count { get; private set; }

    /// <summary>Payload bytes in the block that is being filled.</summary>
    public int PayloadBytes => _payloads.Length;

    public void SetField(bool payloads, bool offsets) => (_hasPayloads, _hasOffsets) = (payloads, offsets);

    public void Reset()
    {
        Count = 0;
        _payloads.Reset();
    }

    public void StartDoc() => _lastPosition = _lastStart = 0;

    public void Add(int position, ReadOnlySpan<byte> payload, int start, int end)
    {
        _deltas[Count] = position - _lastPosition;
        _lastPosition = position;
        if (_hasPayloads)
        {
            _payloadLengths[Count] = payload.Length;
            _payloads.Write(payload);
        }
        if (_hasOffsets)
        {
            _startDeltas[Count] = start - _lastStart;
            _lengths[Count] = end - start;
            _lastStart = start;
        }
        if (++Count == PostingsBlock.Size)
            WriteBlock();
    }

    /// <summary>Writes what does not fill a block, as VInt32.</summary>
    public void WriteTail()
    {
        int lastPayloadLength = -1, lastLength = -1, payloadAt = 0;
        for (int i = 0; i < Count; i++)
        {
            if (!_hasPayloads)
            {
                pos!.WriteVInt32(_deltas[i]);
            }
            else
            {
                int length = _payloadLengths[i];
                WriteFlagged(_deltas[i], ref lastPayloadLength, length);
                pos!.WriteBytes(_payloads.Bytes, payloadAt, length);
                payloadAt += length;
            }
            if (_hasOffsets)
                WriteFlagged(_startDeltas[i], ref lastLength, _lengths[i]);
        }
        Reset();
    }

    /// <summary>A number, with a length behind it when it differs from the one before.</summary>
    private void WriteFlagged(int value, ref int last, int length)
    {
        if (length == last)
        {
            pos!.WriteVInt32(value << 1);
            return;
        }
        pos!.WriteVInt32((value << 1) | 1);
        pos.WriteVInt32(length);
        last = length;
    }

    private void WriteBlock()
    {
        block.Write(_deltas, pos!);
        if (_hasPayloads)
        {
            block.Write(_payloadLengths, pay!);
            pay!.WriteVInt32(_payloads.Length);
            _payloads.WriteTo(pay);
        }
        if (_hasOffsets)
        {
            block.Write(_startDeltas, pay!);
            block.Write(_lengths, pay!);
        }
        Reset();
    }
}
