using System.IO;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// All files of a segment in one (<c>.cfs</c>), with a table where each lies in it (<c>.cfe</c>):
/// <code>
/// .cfs  := Header("CompoundFileWriterData", 0..1), the files one after the other, Footer
/// .cfe  := Header("CompoundFileWriterEntries", 0..1), Count:VInt32, Entry^Count, Footer
/// Entry := Name:String (without the segment's), Offset:Int64 (from the start of the .cfs), Length:Int64
/// </code>
/// (4.6 and 4.7, version 0: no footers.) The files keep their own headers and footers. Owns the mapped .cfs; its inputs are slices of it.
/// </summary>
internal sealed class CompoundReader : BaseDirectory
{
    public const string DataCodec = "CompoundFileWriterData";
    public const string EntryCodec = "CompoundFileWriterEntries";
    public const int VersionStart = 0;
    public const int VersionCurrent = 1;
    public const string DataExtension = "cfs";
    public const string EntriesExtension = "cfe";

    private readonly string segment;
    private readonly MemoryInput data;
    private readonly Dictionary<string, (long Offset, long Length)> entries;

    public CompoundReader(Directory directory, string segment)
    {
        this.segment = segment;
        m_lockFactory = directory.LockFactory;
        data = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, "", DataExtension), IOContext.READ);
        try
        {
            if (CodecUtil.CheckHeader(data, DataCodec, VersionStart, VersionCurrent) >= VersionCurrent)
                CodecUtil.CheckFooter(data);
            entries = ReadEntries(directory, IndexFileNames.SegmentFileName(segment, "", EntriesExtension), data);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    public override IndexOutput CreateOutput(string name, IOContext context) => throw ReadOnly();

    public override void DeleteFile(string name) => throw ReadOnly();

    public override long FileLength(string name) => Find(name).Length;

    public override string[] ListAll() => [.. entries.Keys.Select(name => segment + name)];

    public override IndexInput OpenInput(string name, IOContext context)
    {
        (long offset, long length) = Find(name);
        return data.Slice(name, offset, length);
    }

    public override void Sync(ICollection<string> names) => throw ReadOnly();

    /// <summary>Compares the .cfs with its checksum.</summary>
    public void CheckIntegrity() => CodecUtil.CheckChecksum(data);

    protected override void Dispose(bool disposing)
    {
        IsOpen = false;
        data.Dispose();
    }

    private static Dictionary<string, (long Offset, long Length)> ReadEntries(Directory directory, string fileName, MemoryInput data)
    {
        using MemoryInput input = MemoryInput.Open(directory, fileName, IOContext.READ_ONCE);
        int version = CodecUtil.CheckHeader(input, EntryCodec, VersionStart, VersionCurrent);
        long end = version >= VersionCurrent ? CodecUtil.CheckChecksum(input) : input.Length;
        int count = input.CheckLength(input.ReadVInt32(), 17);
        var entries = new Dictionary<string, (long, long)>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string name = input.ReadString();
            long offset = input.ReadInt64(), length = input.ReadInt64();
            // Cut behind one of its files the .cfs still ends with a footer. Which of the two is wrong is told by the table's checksum, where it has one.
            if (offset < 0 || length < 0 || offset > data.Length - length)
            {
                (MemoryInput wrong, long at) = end < input.Length ? (data, data.Length) : (input, input.Position - 16);
                wrong.ThrowCorrupt(at, $"{length} bytes of {name} at {offset}", $"{data.Length} bytes in the .cfs");
            }
            if (!entries.TryAdd(name, (offset, length)))
                input.ThrowCorrupt(input.Position, "each file once", $"{name} again");
        }
        CodecUtil.CheckEnd(input, end);
        return entries;
    }

    private (long Offset, long Length) Find(string name)
    {
        EnsureOpen();
        return name.StartsWith(segment, StringComparison.Ordinal) && entries.TryGetValue(name[segment.Length..], out var entry)
            ? entry
            : throw new FileNotFoundException($"no file {name} in {data.Name}", name);
    }

    private static NotSupportedException ReadOnly() => new("a compound file is written once, by its writer");
}
