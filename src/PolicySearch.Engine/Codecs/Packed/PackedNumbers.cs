using System.Runtime.CompilerServices;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// A list of numbers read at random from the mapped file. Immutable; any number of threads may read it. What it knows of each
/// block is kept in memory, a few bytes per 4,096 or 16,384 numbers.
/// </summary>
internal abstract unsafe class PackedNumbers(FileMemory memory, long count)
{
    /// <summary>How many numbers there are.</summary>
    public long Count => count;

    protected FileMemory Memory { get; } = memory;

    public abstract long Get(long index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Check(long index)
    {
        if ((ulong)index >= (ulong)count)
            Throw(index, count);
        Memory.EnsureOpen();
    }

    private static void Throw(long index, long count) => throw new ArgumentOutOfRangeException(nameof(index), index, $"there are {count} numbers");
}

/// <summary>Packed numbers without blocks: see <see cref="PackedBits"/>.</summary>
internal sealed unsafe class DirectNumbers : PackedNumbers
{
    private readonly byte* start;
    private readonly int width;

    /// <summary>From the input's position on.</summary>
    public DirectNumbers(MemoryInput input, long count, int width) : base(input.Memory, count)
    {
        this.width = width;
        start = width == 0 ? null : PackedBits.Skip(input, count, width);
    }

    public override long Get(long index)
    {
        Check(index);
        long value = width == 0 ? 0 : PackedBits.Get(start, index, width);
        GC.KeepAlive(Memory);
        return value;
    }
}

/// <summary>
/// Numbers in blocks, each less its minimum:
/// <code>
/// BlockPacked(n) := Block^⌈n / blockSize⌉
/// Block          := Token:Byte, Minimum?, Packed(numbers in the block, width)
/// Token          := width * 2 + (1 when the minimum is 0, and left out)
/// Minimum        := VInt64 of zigzag(minimum) − 1, in up to nine bytes of which the ninth has eight bits
/// </code>
/// </summary>
internal sealed unsafe class BlockPackedNumbers : PackedNumbers
{
    private readonly int shift;
    private readonly Block[] blocks;

    /// <summary>From the input's position on.</summary>
    public BlockPackedNumbers(MemoryInput input, long count, int blockSize) : base(input.Memory, count)
    {
        shift = BlockSizes.Shift(input, blockSize);
        blocks = new Block[BlockSizes.Count(input, count, blockSize)];
        for (int i = 0; i < blocks.Length; i++)
            blocks[i] = ReadBlock(input, Math.Min(blockSize, count - (long)i * blockSize));
    }

    public override long Get(long index)
    {
        Check(index);
        ref readonly Block block = ref blocks[index >> shift];
        long value = block.Minimum;
        if (block.Width != 0)
            value += PackedBits.Get(block.Start, index & (1L << shift) - 1, block.Width);
        GC.KeepAlive(Memory);
        return value;
    }

    /// <summary>Reads a block's head and goes over it.</summary>
    internal static Block ReadBlock(MemoryInput input, long count)
    {
        byte token = input.ReadByte();
        int width = PackedBits.CheckWidth(input, token >> 1, 0, 64);
        long minimum = (token & 1) != 0 ? 0 : PackedBits.ZigZagDecode(1 + ReadMinimum(input));
        return new Block(width == 0 ? null : PackedBits.Skip(input, count, width), minimum, width);
    }

    private static long ReadMinimum(MemoryInput input)
    {
        ulong value = 0;
        for (int shift = 0; shift < 56; shift += 7)
        {
            byte b = input.ReadByte();
            value |= (b & 0x7ful) << shift;
            if (b < 0x80)
                return (long)value;
        }
        return (long)(value | (ulong)input.ReadByte() << 56);
    }

    internal readonly struct Block(byte* start, long minimum, int width)
    {
        public readonly byte* Start = start;
        public readonly long Minimum = minimum;
        public readonly int Width = width;
    }
}

/// <summary>
/// Ascending numbers in blocks, each less what a straight line through the block predicts:
/// <code>
/// Monotonic(n) := Block^⌈n / blockSize⌉
/// Block        := First:VInt64, Slope:Int32 (bits of a float), Width:VInt32, Packed(numbers in the block, width)
/// number i of a block = First + truncated(Slope * i) + zigzag⁻¹(packed i)
/// </code>
/// </summary>
internal sealed unsafe class MonotonicNumbers : PackedNumbers
{
    private readonly int shift;
    private readonly Block[] blocks;

    /// <summary>From the input's position on.</summary>
    public MonotonicNumbers(MemoryInput input, long count, int blockSize) : base(input.Memory, count)
    {
        shift = BlockSizes.Shift(input, blockSize);
        blocks = new Block[BlockSizes.Count(input, count, blockSize)];
        for (int i = 0; i < blocks.Length; i++)
            blocks[i] = ReadBlock(input, Math.Min(blockSize, count - (long)i * blockSize));
    }

    public override long Get(long index)
    {
        Check(index);
        ref readonly Block block = ref blocks[index >> shift];
        long inBlock = index & (1L << shift) - 1;
        long value = block.First + (long)(inBlock * block.Slope);
        if (block.Width != 0)
            value += PackedBits.ZigZagDecode(PackedBits.Get(block.Start, inBlock, block.Width));
        GC.KeepAlive(Memory);
        return value;
    }

    private static Block ReadBlock(MemoryInput input, long count)
    {
        long first = input.ReadVInt64();
        float slope = BitConverter.Int32BitsToSingle(input.ReadInt32());
        int width = PackedBits.CheckWidth(input, input.ReadVInt32(), 0, 64);
        return new Block(width == 0 ? null : PackedBits.Skip(input, count, width), first, slope, width);
    }

    private readonly struct Block(byte* start, long first, float slope, int width)
    {
        public readonly byte* Start = start;
        public readonly long First = first;
        public readonly float Slope = slope;
        public readonly int Width = width;
    }
}

internal static class BlockSizes
{
    public const int Least = 64;
    public const int Most = 1 << 27;

    public static int Shift(MemoryInput input, int blockSize)
    {
        if (blockSize < Least || blockSize > Most || !System.Numerics.BitOperations.IsPow2(blockSize))
            input.ThrowCorrupt(input.Position, $"a block size that is a power of 2 in [{Least}, {Most}]", $"{blockSize}");
        return System.Numerics.BitOperations.Log2((uint)blockSize);
    }

    // A block takes at least a byte, so a damaged count cannot make the table of blocks large.
    public static int Count(MemoryInput input, long count, int blockSize)
    {
        long blocks = (count + blockSize - 1) / blockSize;
        if (count < 0 || blocks > input.Length - input.Position)
            input.ThrowCorrupt(input.Position, "a count of numbers that fit into the file", $"{count}");
        return (int)blocks;
    }
}
