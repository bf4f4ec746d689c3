namespace Lucene.Net.Index;

/// <summary>
/// Bytes of one buffer in blocks of 32 KiB, so that growing never copies. An address counts through all blocks.
/// Blocks come from, and go back to, a <see cref="BlockStock"/>. Not thread-safe.
/// </summary>
internal sealed class BytePool(BlockStock stock)
{
    public const int BlockBits = 15;
    public const int BlockSize = 1 << BlockBits;
    public const int BlockMask = BlockSize - 1;

    private byte[][] _blocks = new byte[16][];
    private int _count;
    private int _used = BlockSize;

    /// <summary>Bytes held in memory.</summary>
    public long RamBytes => (long)_count << BlockBits;

    /// <summary>Room for <paramref name="size"/> bytes within one block; what they hold is undefined.</summary>
    /// <param name="size">In [1, 32768].</param>
    public int Allocate(int size)
    {
        if (_used + size > BlockSize)
            NextBlock();
        int address = ((_count - 1) << BlockBits) | _used;
        _used += size;
        return address;
    }

    public byte[] Block(int address) => _blocks[address >> BlockBits];

    /// <summary>The rest of the block from an address on.</summary>
    public Span<byte> From(int address) => _blocks[address >> BlockBits].AsSpan(address & BlockMask);

    /// <summary>Gives all blocks back.</summary>
    public void Clear()
    {
        for (int i = 0; i < _count; i++)
        {
            stock.Return(_blocks[i]);
            _blocks[i] = null!;
        }
        _count = 0;
        _used = BlockSize;
    }

    private void NextBlock()
    {
        if (_count >= int.MaxValue >> BlockBits)
            throw new InvalidOperationException("a buffer holds at most 2 GiB; lower RAMBufferSizeMB");
        if (_count == _blocks.Length)
            Array.Resize(ref _blocks, _count * 2);
        _blocks[_count++] = stock.Take();
        _used = 0;
    }
}

/// <summary>Blocks for all buffers of a writer, kept for the next buffer. Thread-safe.</summary>
internal sealed class BlockStock(int limit = 4096)
{
    private readonly Stack<byte[]> _free = new();

    public byte[] Take()
    {
        lock (_free)
        {
            if (_free.TryPop(out byte[]? block))
                return block;
        }
        return GC.AllocateUninitializedArray<byte>(BytePool.BlockSize);
    }

    public void Return(byte[] block)
    {
        lock (_free)
        {
            if (_free.Count < limit)
                _free.Push(block);
        }
    }
}
