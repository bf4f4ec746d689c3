using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>Numbered byte strings, read in place. Not safe for several threads.</summary>
internal abstract class MappedStrings(BinaryEntry entry)
{
    public long Count => entry.Count;

    /// <summary>Copies a string, of number in [0, <see cref="Count"/>), into <paramref name="result"/>.</summary>
    public abstract void Get(long ord, BytesRef result);

    protected void Check(long ord)
    {
        if ((ulong)ord >= (ulong)entry.Count)
            throw new ArgumentOutOfRangeException(nameof(ord), ord, $"there are {entry.Count} values");
    }
}

/// <summary>Strings of one length, one behind the other.</summary>
internal sealed unsafe class FixedStrings(MemoryInput data, BinaryEntry entry) : MappedStrings(entry)
{
    private readonly MemoryInput data = data.Copy();
    private readonly BinaryEntry entry = entry;

    public override void Get(long ord, BytesRef result)
    {
        Check(ord);
        byte* at = data.PointerAt(entry.Offset + ord * entry.MaxLength, entry.MaxLength);
        result.CopyBytes(new ReadOnlySpan<byte>(at, entry.MaxLength));
        GC.KeepAlive(this);
    }
}

/// <summary>Strings of any length, one behind the other, and where each ends.</summary>
internal sealed unsafe class VariableStrings(MemoryInput data, BinaryEntry entry, PackedNumbers ends) : MappedStrings(entry)
{
    private readonly MemoryInput data = data.Copy();
    private readonly BinaryEntry entry = entry;

    public override void Get(long ord, BytesRef result)
    {
        Check(ord);
        long start = ord == 0 ? 0 : ends.Get(ord - 1), end = ends.Get(ord);
        if (start < 0 || start > end || end - start > entry.MaxLength)
            data.ThrowCorrupt(entry.AddressesOffset, $"a length in [0, {entry.MaxLength}]", $"string {ord} from {start} to {end}");
        byte* at = data.PointerAt(entry.Offset + start, end - start);
        result.CopyBytes(new ReadOnlySpan<byte>(at, (int)(end - start)));
        GC.KeepAlive(this);
    }
}

/// <summary>
/// Strings in order, each less what it shares with the one before, starting afresh at every interval. Going through them one
/// after the other costs a step each; going to any of them at most an interval of steps.
/// </summary>
internal sealed class PrefixStrings(MemoryInput data, BinaryEntry entry, PackedNumbers starts) : MappedStrings(entry)
{
    private readonly MemoryInput input = data.Copy();
    private readonly BinaryEntry entry = entry;
    private readonly byte[] current = new byte[Math.Min(entry.MaxLength, data.Length)];
    private int currentLength;
    private long next = -1;

    public override void Get(long ord, BytesRef result)
    {
        Check(ord);
        long interval = ord / entry.Interval;
        if (next < 0 || ord < next - 1 || interval != (next - 1) / entry.Interval)
        {
            input.Seek(entry.Offset + starts.Get(interval));
            next = interval * entry.Interval;
        }
        while (next <= ord)
            ReadNext();
        result.CopyBytes(current.AsSpan(0, currentLength));
    }

    private void ReadNext()
    {
        int shared = input.ReadVInt32(), rest = input.ReadVInt32();
        if (shared < 0 || shared > currentLength || rest < 0 || rest > current.Length - shared)
        {
            next = -1;
            input.ThrowCorrupt(input.Position, $"a string of at most {entry.MaxLength} bytes that shares at most {currentLength}", $"{shared} shared and {rest} more");
        }
        input.ReadSpan(rest).CopyTo(current.AsSpan(shared));
        GC.KeepAlive(input);
        currentLength = shared + rest;
        next++;
    }
}
