using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>Which documents of a reader are those of a segment: <paramref name="Length"/> of them from <paramref name="Start"/> on.</summary>
internal readonly record struct ReaderSlice(int Start, int Length)
{
    /// <summary>The documents of a leaf.</summary>
    public static ReaderSlice Of(AtomicReaderContext leaf) => new(leaf.DocBase, leaf.AtomicReader.MaxDoc);
}

/// <summary>The live documents of several segments as one.</summary>
internal sealed class MultiBits : IBits
{
    private readonly IBits?[] parts;
    private readonly int[] starts;

    /// <param name="leaves">The segments.</param>
    /// <param name="parts">The bits of each; null for all set.</param>
    public MultiBits(IList<AtomicReaderContext> leaves, IBits?[] parts)
    {
        this.parts = parts;
        starts = [.. leaves.Select(leaf => leaf.DocBase)];
        Length = leaves[^1].DocBase + leaves[^1].AtomicReader.MaxDoc;
    }

    public int Length { get; }

    public bool Get(int index)
    {
        int part = ReaderUtil.SubIndex(index, starts);
        return parts[part]?.Get(index - starts[part]) ?? true;
    }

    /// <summary>The bits of a segment; null for all set. Asked for each segment once, not for each document.</summary>
    public static IBits? Slice(IBits? bits, ReaderSlice slice)
    {
        if (bits is not MultiBits multi)
            return bits == null || slice == new ReaderSlice(0, bits.Length) ? bits : new BitsSlice(bits, slice);
        int part = ReaderUtil.SubIndex(slice.Start, multi.starts);
        int end = part + 1 < multi.starts.Length ? multi.starts[part + 1] : multi.Length;
        return slice == new ReaderSlice(multi.starts[part], end - multi.starts[part]) ? multi.parts[part] : new BitsSlice(bits, slice);
    }

    private sealed class BitsSlice(IBits bits, ReaderSlice slice) : IBits
    {
        public int Length => slice.Length;

        public bool Get(int index) => bits.Get(slice.Start + index);
    }
}
