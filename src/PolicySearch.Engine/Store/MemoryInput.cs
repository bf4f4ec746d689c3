using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using Lucene.Net.Index;

namespace Lucene.Net.Store;

/// <summary>
/// A file, or a slice of one, read in place from <see cref="FileMemory"/>. Every read is checked against the slice; reading
/// beyond it is damage and throws <see cref="CorruptIndexException"/>.
/// </summary>
internal sealed unsafe class MemoryInput : IndexInput
{
    private readonly bool owner;
    private readonly byte* start;
    private readonly long length;
    private long position;

    /// <summary>All of <paramref name="memory"/>; disposing this closes it.</summary>
    public MemoryInput(FileMemory memory) : this(memory, memory.Name, memory.Start, memory.Length, owner: true)
    {
    }

    private MemoryInput(FileMemory memory, string name, byte* start, long length, bool owner) : base(name)
    {
        Memory = memory;
        Name = name;
        this.start = start;
        this.length = length;
        this.owner = owner;
    }

    /// <summary>The file in the index's folder, or inside its compound file.</summary>
    public string Name { get; }

    public FileMemory Memory { get; }

    public override long Length => length;

    public override long Position => position;

    private protected override string ErrorFile => Memory.Name;

    /// <summary>The file at <paramref name="name"/>; an input of a foreign directory is read into memory.</summary>
    public static MemoryInput Open(Directory directory, string name, IOContext context)
    {
        IndexInput input = directory.OpenInput(name, context);
        if (input is MemoryInput memory)
            return memory;
        using (input)
        {
            byte[] bytes = GC.AllocateUninitializedArray<byte>(checked((int)Math.Max(1, input.Length)), pinned: true);
            input.ReadBytes(bytes, 0, (int)input.Length);
            return new MemoryInput(FileMemory.FromPinned(name, bytes, input.Length));
        }
    }

    /// <summary>A part of this file as an input of its own; disposing it closes nothing.</summary>
    public MemoryInput Slice(string name, long offset, long sliceLength)
    {
        if (offset < 0 || sliceLength < 0 || offset > length - sliceLength)
            ThrowCorrupt(position, $"a part inside the file's {length} bytes", $"{sliceLength} bytes at {offset}");
        return new MemoryInput(Memory, name, start + offset, sliceLength, owner: false);
    }

    /// <summary>The same bytes, at the same position, moving on its own; disposing it closes nothing.</summary>
    public MemoryInput Copy() => new(Memory, Name, start, length, owner: false) { position = position };

    public override object Clone() => Copy();

    public override void Seek(long pos)
    {
        if ((ulong)pos > (ulong)length)
            ThrowCorrupt(position, $"a position in [0, {length}]", $"{pos}");
        position = pos;
    }

    public override void SkipBytes(long numBytes)
    {
        if ((ulong)numBytes > (ulong)(length - position))
            ThrowEnd(numBytes);
        position += numBytes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override byte ReadByte()
    {
        if (position >= length || Memory.Closed)
            ThrowEnd(1);
        return start[position++];
    }

    public override void ReadBytes(byte[] b, int offset, int len) => ReadSpan(len).CopyTo(b.AsSpan(offset, len));

    /// <summary>The next bytes, in place: valid as long as <see cref="Memory"/> is kept alive.</summary>
    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        byte* pointer = ReadPointer(count);
        return new ReadOnlySpan<byte>(pointer, count);
    }

    /// <summary>All bytes from the position on, in place; the position stays.</summary>
    public ReadOnlySpan<byte> Rest()
    {
        Memory.EnsureOpen();
        return new ReadOnlySpan<byte>(start + position, (int)Math.Min(length - position, int.MaxValue));
    }

    /// <summary>The address of the next <paramref name="count"/> bytes, and moves behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* ReadPointer(long count)
    {
        if ((ulong)count > (ulong)(length - position) || Memory.Closed)
            ThrowEnd(count);
        byte* pointer = start + position;
        position += count;
        return pointer;
    }

    /// <summary>The address of <paramref name="count"/> bytes at <paramref name="offset"/>; the position stays.</summary>
    public byte* PointerAt(long offset, long count)
    {
        if (offset < 0 || count < 0 || offset > length - count || Memory.Closed)
            ThrowRange(offset, count);
        return start + offset;
    }

    public override short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(ReadSpan(2));

    public override int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(ReadSpan(4));

    public override long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(ReadSpan(8));

    public override int ReadVInt32()
    {
        byte b = ReadByte();
        return b < 0x80 ? b : ReadLongVInt32(b);
    }

    private int ReadLongVInt32(byte b)
    {
        int value = b & 0x7f;
        for (int shift = 7; shift < 35; shift += 7)
        {
            b = ReadByte();
            value |= (b & 0x7f) << shift;
            if (b < 0x80)
                return value;
        }
        throw Corrupt("a VInt32 of at most 5 bytes", "a sixth byte");
    }

    public override string ReadString() => Encoding.UTF8.GetString(ReadSpan(CheckLength(ReadVInt32(), 1)));

    internal override int CheckLength(int count, int itemBytes)
    {
        if (count < 0 || (long)count * itemBytes > length - position)
            ThrowCorrupt(position, $"a count of items that fit into the remaining {length - position} bytes", $"{count}");
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (owner)
            Memory.Close();
    }

    private protected override long ErrorOffset(long at) => start - Memory.Start + at;

    [DoesNotReturn]
    private void ThrowEnd(long count) => ThrowRange(position, count);

    [DoesNotReturn]
    private void ThrowRange(long offset, long count)
    {
        Memory.EnsureOpen();
        ThrowCorrupt(offset, $"{count} more bytes", $"the end of {Name} at {length}");
    }
}
