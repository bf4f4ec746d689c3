using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>Numbers packed in blocks of 64 (see <see cref="BlockPackedNumbers"/>), read one after the other. Keeps nothing but the current block's place.</summary>
internal unsafe ref struct PackedSequence(MemoryInput input, long count)
{
    public const int BlockSize = 64;

    private BlockPackedNumbers.Block block;
    private int inBlock;
    private int blockCount;
    private long left = count;

    public long Next()
    {
        if (inBlock == blockCount)
            ReadBlock();
        long value = block.Minimum;
        if (block.Width != 0)
            value += PackedBits.Get(block.Start, inBlock, block.Width);
        inBlock++;
        return value;
    }

    /// <summary>The next number as one of which <paramref name="limit"/> is the largest.</summary>
    public int Next(int limit, string what)
    {
        long value = Next();
        if (value < 0 || value > limit)
            input.ThrowCorrupt(input.Position, $"{what} in [0, {limit}]", $"{value}");
        return (int)value;
    }

    /// <summary>Goes over numbers.</summary>
    public void Skip(long numbers)
    {
        while (numbers > 0)
        {
            if (inBlock == blockCount)
                ReadBlock();
            int step = (int)Math.Min(numbers, blockCount - inBlock);
            inBlock += step;
            numbers -= step;
        }
    }

    /// <summary>Goes over all that are left, so that the input stands behind them.</summary>
    public void Finish() => Skip(left + blockCount - inBlock);

    private void ReadBlock()
    {
        if (left == 0)
            input.ThrowCorrupt(input.Position, "as many numbers as told", "more asked for");
        blockCount = (int)Math.Min(BlockSize, left);
        block = BlockPackedNumbers.ReadBlock(input, blockCount);
        left -= blockCount;
        inBlock = 0;
    }
}
