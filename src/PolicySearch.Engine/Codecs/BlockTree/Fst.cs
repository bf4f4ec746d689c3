using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// A finite state transducer from byte strings to byte strings, walked in place from its root, a byte at a time. The output of
/// a string is that of all arcs on its way, and the final output of the last one, joined:
/// <code>
/// Fst  := Header("FST", 4), 0:Byte (not packed), (1:Byte, Length:VInt32, Byte^Length | 0:Byte) output of the empty string,
///         0:Byte (labels are bytes), Root:VInt64, Nodes:VInt64, Arcs:VInt64, ArcsWithOutput:VInt64, Length:VInt64, Byte^Length
/// Read backwards from a node's address:
/// Node := Arc* | 32:Byte, Count:VInt32, Size:VInt32, Arc^Count, each filled up to Size bytes and sorted by label
/// Arc  := Flags:Byte, Label:Byte, (Length:VInt32, Byte^Length)? output, (Length:VInt32, Byte^Length)? final output, Target:VInt64?
/// Flags: 1 a string ends here · 2 last of its node · 4 target is the node that follows · 8 no arcs go on · 16 output · 32 final output
/// </code>
/// Immutable; any number of threads may use it.
/// </summary>
internal sealed unsafe class Fst
{
    public const string Codec = "FST";
    public const int Version = 4;
    public const int Final = 1, Last = 2, TargetNext = 4, Stop = 8, HasOutput = 16, HasFinalOutput = 32;
    public const int ArcsOfOneSize = 32;

    private readonly MemoryInput input;
    private readonly long filePosition;
    private readonly byte* start;
    private readonly long length;

    /// <summary>From the input's position on.</summary>
    public Fst(MemoryInput input)
    {
        this.input = input;
        CodecUtil.CheckHeader(input, Codec, Version, Version);
        if (input.ReadByte() != 0)
            input.ThrowCorrupt(input.Position - 1, "a transducer that is not packed", "a packed one");
        if (input.ReadByte() != 0)
            input.SkipBytes(input.CheckLength(input.ReadVInt32(), 1));
        byte labels = input.ReadByte();
        if (labels != 0)
            input.ThrowCorrupt(input.Position - 1, "labels of one byte", $"kind {labels}");
        Root = input.ReadVInt64();
        for (int i = 0; i < 3; i++)
            input.ReadVInt64();
        length = input.ReadVInt64();
        filePosition = input.Position;
        start = input.ReadPointer(length);
        if (Root >= length)
            input.ThrowCorrupt(filePosition, $"a root below {length}", $"{Root}");
    }

    /// <summary>The first node's address; 0 when only the empty string is in it.</summary>
    public long Root { get; }

    /// <summary>Throws when the index's reader is closed.</summary>
    public void EnsureOpen() => input.Memory.EnsureOpen();

    /// <summary>
    /// Follows the arc of <paramref name="label"/> from <paramref name="node"/>; false when there is none. Moves
    /// <paramref name="node"/> to the arc's target, 0 for none.
    /// </summary>
    public bool Follow(ref long node, byte label, out FstArc arc)
    {
        arc = default;
        if (node <= 0)
            return false;
        long at = node;
        bool found = Byte(ref at) == ArcsOfOneSize ? FollowSorted(at, label, ref arc, out node) : FollowListed(node, label, ref arc, out node);
        GC.KeepAlive(this);
        return found;
    }

    /// <summary>The bytes of an output, which are stored backwards.</summary>
    public void CopyOutput(long at, Span<byte> target)
    {
        if (target.Length > at + 1)
            ThrowDamaged();
        for (int i = 0; i < target.Length; i++)
            target[i] = start[at - i];
        GC.KeepAlive(this);
    }

    private bool FollowListed(long at, byte label, ref FstArc arc, out long target)
    {
        while (true)
        {
            int flags = Byte(ref at);
            byte found = Byte(ref at);
            if (found == label)
            {
                target = ReadArc(ref at, flags, ref arc);
                if (target < 0)
                    target = (flags & Last) != 0 ? at : NextNode(at);
                return true;
            }
            target = 0;
            if ((flags & Last) != 0)
                return false;
            SkipArc(ref at, flags);
        }
    }

    private bool FollowSorted(long at, byte label, ref FstArc arc, out long target)
    {
        int count = VInt32(ref at), size = VInt32(ref at);
        if (count < 1 || size < 2 || (long)count * size > at + 1)
            ThrowDamaged();
        int low = 0, high = count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            long arcAt = at - (long)size * middle;
            int found = start[arcAt - 1];
            if (found == label)
            {
                int flags = Byte(ref arcAt);
                arcAt--;
                target = ReadArc(ref arcAt, flags, ref arc);
                if (target < 0)
                    target = at - (long)size * count;
                return true;
            }
            if (found < label)
                low = middle + 1;
            else
                high = middle - 1;
        }
        target = 0;
        return false;
    }

    // The target, or −1 when it is the node that follows this one.
    private long ReadArc(ref long at, int flags, ref FstArc arc)
    {
        arc.IsFinal = (flags & Final) != 0;
        if ((flags & HasOutput) != 0)
            (arc.OutputAt, arc.OutputLength) = Output(ref at);
        if ((flags & HasFinalOutput) != 0)
            (arc.FinalOutputAt, arc.FinalOutputLength) = Output(ref at);
        return (flags & Stop) != 0 ? 0 : (flags & TargetNext) != 0 ? -1 : Target(ref at);
    }

    private void SkipArc(ref long at, int flags)
    {
        if ((flags & HasOutput) != 0)
            Output(ref at);
        if ((flags & HasFinalOutput) != 0)
            Output(ref at);
        if ((flags & (Stop | TargetNext)) == 0)
            VInt64(ref at);
    }

    private long NextNode(long at)
    {
        int flags;
        do
        {
            flags = Byte(ref at);
            Byte(ref at);
            SkipArc(ref at, flags);
        }
        while ((flags & Last) == 0);
        return at;
    }

    private long Target(ref long at)
    {
        long target = VInt64(ref at);
        if (target >= length)
            ThrowDamaged();
        return target;
    }

    private (long At, int Length) Output(ref long at)
    {
        int outputLength = VInt32(ref at);
        if (outputLength < 0 || outputLength > at + 1)
            ThrowDamaged();
        long outputAt = at;
        at -= outputLength;
        return (outputAt, outputLength);
    }

    private byte Byte(ref long at)
    {
        if ((ulong)at >= (ulong)length)
            ThrowDamaged();
        return start[at--];
    }

    private int VInt32(ref long at) => (int)VInt(ref at, 35);

    private long VInt64(ref long at) => VInt(ref at, 63);

    private long VInt(ref long at, int bits)
    {
        long value = 0;
        for (int shift = 0; shift < bits; shift += 7)
        {
            byte b = Byte(ref at);
            value |= (b & 0x7fL) << shift;
            if (b < 0x80)
                return value;
        }
        ThrowDamaged();
        return 0;
    }

    private void ThrowDamaged() => input.ThrowCorrupt(filePosition, $"arcs inside the transducer's {length} bytes", "one beyond them");
}

/// <summary>An arc of an <see cref="Fst"/>: where its outputs lie, for <see cref="Fst.CopyOutput"/>.</summary>
internal struct FstArc
{
    public bool IsFinal;
    public long OutputAt;
    public int OutputLength;
    public long FinalOutputAt;
    public int FinalOutputLength;
}
