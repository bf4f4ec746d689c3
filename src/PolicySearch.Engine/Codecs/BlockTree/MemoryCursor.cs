using System.Runtime.CompilerServices;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// Goes through a few bytes of a mapped file, never beyond them. The holder keeps the input alive while it is used.
/// </summary>
internal unsafe struct MemoryCursor(MemoryInput input, byte* start, long length)
{
    private readonly byte* end = start + length;
    private byte* at = start;

    public readonly bool AtEnd => at == end;

    /// <summary>The next <paramref name="length"/> bytes of the input, and moves it behind them.</summary>
    public static MemoryCursor Take(MemoryInput input, int length) => new(input, input.ReadPointer((uint)length), (uint)length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt32()
    {
        if (at < end && *at < 0x80)
            return *at++;
        return (int)ReadLong(35);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadVInt64()
    {
        if (at < end && *at < 0x80)
            return *at++;
        return ReadLong(63);
    }

    /// <summary>The next bytes, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if ((uint)count > (uint)(end - at))
            Throw();
        var span = new ReadOnlySpan<byte>(at, count);
        at += count;
        return span;
    }

    private long ReadLong(int bits)
    {
        long value = 0;
        for (int shift = 0; shift < bits; shift += 7)
        {
            if (at >= end)
                Throw();
            byte b = *at++;
            value |= (b & 0x7fL) << shift;
            if (b < 0x80)
                return value;
        }
        Throw();
        return 0;
    }

    private readonly void Throw() => input.ThrowCorrupt(input.Position, "entries that end inside their block", "one beyond it");
}
