using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// A block on the way to the current term, or one of its floor: its prefix, its entries in place, and the postings' places as
/// far as they are decoded. Reused; belongs to one <see cref="BlockTreeTermsEnum"/>.
/// </summary>
internal sealed unsafe class TermsFrame(BlockTreeTerms terms, MemoryInput input)
{
    private readonly FieldInfo field = terms.Field;
    private readonly int pointers = BlockTreeReader.Pointers(terms.Field);
    private MemoryCursor suffixes;
    private MemoryCursor stats;
    private MemoryCursor metas;
    private PostingsLocation location;
    private int termOrd;
    private int decoded;
    private long loadedFrom;
    private long followingBlock;
    private bool leaf;

    // Of the floor: blocks left, the label with which the next begins, and where it is told.
    private byte[] floor = [];
    private int floorLength;
    private int floorAt;
    private int floorLeft;
    private int nextLabel;

    /// <summary>Bytes that all entries of the block begin with.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>Where the block begins, the first of its floor.</summary>
    public long FirstStart { get; private set; }

    /// <summary>Where the block of the floor that is meant begins.</summary>
    public long Start { get; private set; }

    public bool HasTerms { get; private set; }

    public bool IsLoaded => loadedFrom == Start;

    /// <summary>Entries of the loaded block, and how many have been read.</summary>
    public int EntryCount { get; private set; }

    public int EntryAt { get; private set; }

    /// <summary>True when no block of the floor follows the loaded one.</summary>
    public bool IsLastOfFloor { get; private set; }

    /// <summary>The last read entry's bytes behind the prefix, in place.</summary>
    public ReadOnlySpan<byte> Suffix => new(suffixStart, suffixLength);

    /// <summary>Where the block begins that the last read entry stands for; 0 when it is a term.</summary>
    public long SubBlock { get; private set; }

    private byte* suffixStart;
    private int suffixLength;

    /// <summary>Goes to the block that a Code names; nothing is read yet.</summary>
    public void SetCode(ReadOnlySpan<byte> code, int prefixLength)
    {
        var bytes = new SpanInput(code);
        long value = bytes.ReadVInt64();
        SetStart(value >> 2, prefixLength);
        HasTerms = (value & 2) != 0;
        floorLeft = 0;
        nextLabel = 256;
        if ((value & 1) == 0)
            return;
        floorLeft = bytes.ReadVInt32();
        nextLabel = bytes.ReadByte();
        ReadOnlySpan<byte> rest = bytes.Rest;
        if (bytes.Failed || floorLeft < 1)
            input.ThrowCorrupt(input.Position, "a floor in the index of terms", "none");
        if (floor.Length < rest.Length)
            floor = new byte[Math.Max(rest.Length, 2 * floor.Length)];
        rest.CopyTo(floor);
        floorLength = rest.Length;
        floorAt = 0;
    }

    /// <summary>Goes to the block that an entry names; nothing is read yet.</summary>
    public void SetStart(long start, int prefixLength)
    {
        FirstStart = Start = start;
        PrefixLength = prefixLength;
        HasTerms = true;
        floorLeft = 0;
        nextLabel = 256;
        loadedFrom = -1;
    }

    /// <summary>Goes to the block of the floor in which entries with <paramref name="label"/> behind the prefix are. The first call after <see cref="SetCode"/>.</summary>
    public void ChooseFloor(byte label)
    {
        if (label < nextLabel)
            return;
        var rest = new SpanInput(floor.AsSpan(floorAt, floorLength - floorAt));
        while (label >= nextLabel)
        {
            long code = rest.ReadVInt64();
            Start = FirstStart + (code >> 1);
            HasTerms = (code & 1) != 0;
            floorLeft--;
            nextLabel = floorLeft == 0 ? 256 : rest.ReadByte();
        }
        if (rest.Failed)
            input.ThrowCorrupt(input.Position, "a floor of the size told", "a shorter one");
    }

    /// <summary>Reads the block's head, unless it is the one already loaded; before its first entry in any case.</summary>
    public void Load()
    {
        input.Seek(Start);
        int head = input.ReadVInt32(), suffixHead = input.ReadVInt32();
        EntryCount = head >>> 1;
        IsLastOfFloor = (head & 1) != 0;
        leaf = (suffixHead & 1) != 0;
        suffixes = MemoryCursor.Take(input, suffixHead >>> 1);
        stats = MemoryCursor.Take(input, input.ReadVInt32());
        metas = MemoryCursor.Take(input, input.ReadVInt32());
        if (EntryCount == 0 || input.Position > terms.BlocksEnd)
            input.ThrowCorrupt(Start, "a block with entries, before the table of fields", $"{EntryCount} entries");
        followingBlock = input.Position;
        loadedFrom = Start;
        EntryAt = termOrd = decoded = 0;
        location = default;
        SubBlock = 0;
    }

    /// <summary>Loads the floor's next block, which lies below <paramref name="limit"/>.</summary>
    public void LoadFollowing(long limit)
    {
        if (followingBlock >= limit)
            input.ThrowCorrupt(loadedFrom, "the last block of a floor", "one that says another follows");
        Start = followingBlock;
        Load();
    }

    /// <summary>Reads the next entry; there is one.</summary>
    public void ReadEntry()
    {
        EntryAt++;
        int code = suffixes.ReadVInt32();
        bool isBlock = !leaf && (code & 1) != 0;
        ReadOnlySpan<byte> suffix = suffixes.ReadSpan(leaf ? code : code >>> 1);
        fixed (byte* at = suffix)
            suffixStart = at;
        suffixLength = suffix.Length;
        if (isBlock)
        {
            SubBlock = loadedFrom - suffixes.ReadVInt64();
            if (SubBlock <= 0 || SubBlock >= loadedFrom)
                input.ThrowCorrupt(loadedFrom, "blocks before this one", $"one at {SubBlock}");
            return;
        }
        SubBlock = 0;
        termOrd++;
    }

    /// <summary>Reads entries until one that is not before the target's bytes behind the prefix: 0 when equal, 1 when after, −1 when none is left.</summary>
    public int ScanTo(ReadOnlySpan<byte> rest)
    {
        while (EntryAt < EntryCount)
        {
            ReadEntry();
            int order = Suffix.SequenceCompareTo(rest);
            if (order >= 0)
                return order == 0 && SubBlock == 0 ? 0 : 1;
        }
        return -1;
    }

    /// <summary>Reads entries up to the one that stands for the block at <paramref name="subBlock"/>.</summary>
    public void ScanToSubBlock(long subBlock)
    {
        while (EntryAt < EntryCount)
        {
            ReadEntry();
            if (SubBlock == subBlock)
                return;
        }
        input.ThrowCorrupt(loadedFrom, $"an entry for the block at {subBlock}", "none");
    }

    /// <summary>Where the postings of the last read term lie.</summary>
    public ref readonly PostingsLocation Locate()
    {
        for (; decoded < termOrd; decoded++)
            DecodeTerm();
        return ref location;
    }

    private void DecodeTerm()
    {
        location.DocFreq = stats.ReadVInt32();
        location.TotalTermFreq = field.IndexOptions == IndexOptions.DOCS_ONLY ? -1 : location.DocFreq + stats.ReadVInt64();
        location.DocStart += metas.ReadVInt64();
        if (pointers > 1)
            location.PosStart += metas.ReadVInt64();
        if (pointers > 2)
            location.PayStart += metas.ReadVInt64();
        location.Singleton = location.DocFreq == 1 ? metas.ReadVInt32() : -1;
        location.LastPosBlockOffset = pointers > 1 && location.TotalTermFreq > PostingsFormat.BlockSize ? metas.ReadVInt64() : -1;
        location.SkipOffset = location.DocFreq > PostingsFormat.BlockSize ? metas.ReadVInt64() : -1;
        if (location.DocFreq < 1 || location.DocFreq > terms.FieldDocCount)
            input.ThrowCorrupt(loadedFrom, $"a term in 1 to {terms.FieldDocCount} documents", $"one in {location.DocFreq}");
        if (location.TotalTermFreq > terms.FieldSumTotalTermFreq)
            input.ThrowCorrupt(loadedFrom, $"a term at no more than the field's {terms.FieldSumTotalTermFreq} positions", $"one at {location.TotalTermFreq}");
    }
}
