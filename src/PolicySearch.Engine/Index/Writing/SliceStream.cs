using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Lucene.Net.Index;

/// <summary>
/// The end of a byte stream that grows in slices of a <see cref="BytePool"/>: each slice is longer than the one before, up to a limit,
/// and the four bytes behind its data hold the next slice's address. Many streams grow side by side without copying.
/// </summary>
internal struct SliceStream
{
    private const int MaxLevel = 6;

    /// <summary>Address of the first byte; meaningless while <see cref="IsEmpty"/>.</summary>
    public int Start;

    private int _at, _end;
    private int _level;

    public readonly bool IsEmpty => _end == 0;

    /// <summary>Behind the last byte written.</summary>
    public readonly int Position => _at;

    public static int SizeOf(int level) => 8 << Math.Min(level, MaxLevel);

    public void WriteByte(BytePool pool, byte value)
    {
        if (_at == _end)
            NextSlice(pool);
        pool.Block(_at)[_at & BytePool.BlockMask] = value;
        _at++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteVInt32(BytePool pool, uint value)
    {
        if (value < 0x80 && _at < _end)
        {
            pool.Block(_at)[_at & BytePool.BlockMask] = (byte)value;
            _at++;
            return;
        }
        WriteLong(pool, value);
    }

    public void WriteBytes(BytePool pool, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_at == _end)
                NextSlice(pool);
            int count = Math.Min(bytes.Length, _end - _at);
            bytes[..count].CopyTo(pool.From(_at));
            _at += count;
            bytes = bytes[count..];
        }
    }

    private void WriteLong(BytePool pool, uint value)
    {
        for (; value > 0x7F; value >>= 7)
            WriteByte(pool, (byte)(value | 0x80));
        WriteByte(pool, (byte)value);
    }

    private void NextSlice(BytePool pool)
    {
        int size = SizeOf(_level);
        int next = pool.Allocate(size + 4);
        if (IsEmpty)
            Start = next;
        else
            BinaryPrimitives.WriteInt32LittleEndian(pool.From(_end), next);
        _at = next;
        // Never 0, which stands for an empty stream: a slice has data before its end.
        _end = next + size;
        _level++;
    }
}

/// <summary>Reads what a <see cref="SliceStream"/> holds, once, from its start.</summary>
internal struct SliceReader
{
    private readonly BytePool _pool;
    private readonly int _last;
    private readonly bool _isEmpty;
    private byte[] _block;
    private int _at, _end, _level;

    public SliceReader(BytePool pool, in SliceStream stream)
    {
        _pool = pool;
        _isEmpty = stream.IsEmpty;
        _last = stream.Position;
        _at = stream.Start;
        _end = _at + SliceStream.SizeOf(0);
        _block = _isEmpty ? [] : pool.Block(_at);
    }

    /// <summary>True when all was read.</summary>
    public readonly bool AtEnd => _isEmpty || _at == _last;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        if (_at == _end)
            NextSlice();
        return _block[_at++ & BytePool.BlockMask];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt32()
    {
        int value = ReadByte();
        if (value < 0x80)
            return value;
        value &= 0x7F;
        for (int shift = 7; ; shift += 7)
        {
            int next = ReadByte();
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    public void ReadBytes(Span<byte> target)
    {
        foreach (ref byte value in target)
            value = ReadByte();
    }

    private void NextSlice()
    {
        int next = BinaryPrimitives.ReadInt32LittleEndian(_pool.From(_end));
        _at = next;
        _end = next + SliceStream.SizeOf(++_level);
        _block = _pool.Block(next);
    }
}
