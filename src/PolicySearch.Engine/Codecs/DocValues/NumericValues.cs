using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>Numbers as they are.</summary>
internal sealed class PackedValues(PackedNumbers numbers) : NumericDocValues
{
    public override long Get(int docID) => numbers.Get(docID);
}

/// <summary>Numbers as multiples of a divisor over a minimum.</summary>
internal sealed class ScaledValues(PackedNumbers numbers, long minimum, long divisor) : NumericDocValues
{
    public override long Get(int docID) => minimum + divisor * numbers.Get(docID);
}

/// <summary>Numbers as places in a table.</summary>
internal sealed class TableValues(MemoryInput input, PackedNumbers places, long[] table) : NumericDocValues
{
    public override long Get(int docID)
    {
        long place = places.Get(docID);
        if ((ulong)place >= (ulong)table.Length)
            input.ThrowCorrupt(input.Position, $"a place in a table of {table.Length}", $"{place} for document {docID}");
        return table[place];
    }
}

/// <summary>A bit a document, in place: bit i of byte j stands for document 8j + i.</summary>
internal sealed unsafe class MappedBits : IBits
{
    private readonly FileMemory memory;
    private readonly byte* start;

    public MappedBits(MemoryInput data, long offset, int length)
    {
        memory = data.Memory;
        start = data.PointerAt(offset, (length + 7L) / 8);
        Length = length;
    }

    public int Length { get; }

    public bool Get(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Length);
        memory.EnsureOpen();
        bool bit = (start[index >> 3] >> (index & 7) & 1) != 0;
        GC.KeepAlive(memory);
        return bit;
    }
}
