using System.IO;
using System.Runtime.ExceptionServices;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// A commit (<c>segments_N</c>), and the hint which one is the last (<c>segments.gen</c>):
/// <code>
/// segments_N := Header("segments", 1..2), Version:Int64, NameCounter:Int32, SegmentCount:Int32, Segment^SegmentCount,
///               UserData:StringStringMap, Footer        (4.6 and 4.7, version 1: a CRC-32 as Int64 instead of the footer)
/// Segment    := Name:String, Codec:String, DelGen:Int64, DelCount:Int32, FieldInfosGen:Int64,
///               UpdateCount:Int32, (Generation:Int64, Files:StringSet)^UpdateCount
/// segments.gen := Format:Int32 = -3, Generation:Int64, Generation:Int64, Footer
/// </code>
/// Each segment's own description is in its .si: <see cref="SegmentInfoReader"/>.
/// </summary>
internal static class SegmentInfosReader
{
    public const string Codec = "segments";

    // Bytes that a segment's entry has at least; bounds the count of a damaged file.
    private const int LeastSegmentBytes = 26;

    /// <summary>Fills <paramref name="infos"/> from one commit.</summary>
    public static void Read(SegmentInfos infos, Directory directory, string fileName)
    {
        using MemoryInput input = MemoryInput.Open(directory, fileName, IOContext.READ_ONCE);
        int version = CodecUtil.CheckHeader(input, Codec, SegmentInfos.VERSION_46, SegmentInfos.VERSION_48);
        long end = version >= SegmentInfos.VERSION_48 ? CodecUtil.CheckChecksum(input) : CheckOldChecksum(input);
        infos.Version = input.ReadInt64();
        infos.Counter = input.ReadInt32();
        int count = input.CheckLength(input.ReadInt32(), LeastSegmentBytes);
        for (int i = 0; i < count; i++)
            infos.Add(ReadSegment(input, directory));
        infos.UserData = input.ReadStringStringMap();
        CodecUtil.CheckEnd(input, end);
    }

    /// <summary>
    /// Gives the last commit to <paramref name="read"/>. While it cannot be read, perhaps because a writer deletes it or has
    /// not completed it, tries again with what is then the last, then the one before.
    /// </summary>
    /// <exception cref="IndexNotFoundException">There is no commit.</exception>
    public static T ReadLast<T>(Directory directory, Func<string, T> read)
    {
        long tried = -1;
        IOException? error = null;
        while (true)
        {
            long[] generations = Generations(directory);
            if (generations.Length == 0)
                throw new IndexNotFoundException($"no index (segments_N) in {directory}");
            if (generations[0] <= tried)
                return ReadOlder(read, generations.Where(generation => generation < tried), error!);
            tried = generations[0];
            if (TryRead(read, tried, out T? result, out error))
                return result!;
        }
    }

    private static T ReadOlder<T>(Func<string, T> read, IEnumerable<long> older, IOException newestError)
    {
        foreach (long generation in older)
        {
            if (TryRead(read, generation, out T? result, out _))
                return result!;
        }
        ExceptionDispatchInfo.Throw(newestError);
        throw newestError;
    }

    private static bool TryRead<T>(Func<string, T> read, long generation, out T? result, out IOException? error)
    {
        try
        {
            result = read(SegmentInfos.NameOf(generation)!);
            error = null;
            return true;
        }
        catch (IOException e)
        {
            result = default;
            error = e;
            return false;
        }
    }

    // The newest first.
    private static long[] Generations(Directory directory)
    {
        try
        {
            return [.. directory.ListAll().Select(name => SegmentInfos.GetLastCommitGeneration([name])).Where(g => g >= 0).OrderDescending()];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static SegmentCommitInfo ReadSegment(MemoryInput input, Directory directory)
    {
        string name = input.ReadString();
        string codec = input.ReadString();
        if (codec != SegmentInfo.CodecName)
            input.ThrowCorrupt(input.Position - codec.Length, $"codec {SegmentInfo.CodecName}, the one of Lucene 4.6 to 4.8,", codec);
        SegmentInfo info = ReadInfo(input, directory, name);
        long delGen = ReadGeneration(input);
        int delCount = input.ReadInt32();
        if (delCount < 0 || delCount > info.DocCount)
            input.ThrowCorrupt(input.Position - 4, $"a number of deleted documents in [0, {info.DocCount}]", $"{delCount}");
        var segment = new SegmentCommitInfo(info, delCount, delGen, ReadGeneration(input));
        segment.SetGenUpdatesFiles(ReadUpdates(input));
        return segment;
    }

    private static long ReadGeneration(MemoryInput input)
    {
        long generation = input.ReadInt64();
        if (generation < -1)
            input.ThrowCorrupt(input.Position - 8, "a generation, or -1", $"{generation}");
        return generation;
    }

    private static SegmentInfo ReadInfo(MemoryInput input, Directory directory, string name)
    {
        try
        {
            return SegmentInfoReader.Read(directory, name);
        }
        catch (FileNotFoundException e)
        {
            throw new CorruptIndexException(IndexFileNames.SegmentFileName(name, "", SegmentInfoReader.Extension), 0, $"a file that {input.Name} needs", "no such file", e);
        }
    }

    private static Dictionary<long, ISet<string>> ReadUpdates(MemoryInput input)
    {
        int count = input.CheckLength(input.ReadInt32(), 12);
        var updates = new Dictionary<long, ISet<string>>();
        for (int i = 0; i < count; i++)
        {
            long generation = input.ReadInt64();
            updates[generation] = input.ReadStringSet();
        }
        return updates;
    }

    private static long CheckOldChecksum(MemoryInput input)
    {
        long at = Math.Max(0, input.Length - 8);
        uint checksum = Crc32.Append(0, input.Slice(input.Name, 0, at).ReadSpan((int)at));
        long stored = input.Slice(input.Name, at, input.Length - at).ReadInt64();
        if (stored != checksum)
            input.ThrowCorrupt(at, $"checksum 0x{checksum:x8} of the bytes that are there", $"0x{stored:x}");
        return at;
    }
}
