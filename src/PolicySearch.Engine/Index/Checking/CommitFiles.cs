using System.IO;
using Lucene.Net.Codecs;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>Checks of what a commit consists of: its own file, the hint that names it, and that its segments' files are there.</summary>
internal static class CommitFiles
{
    /// <summary>
    /// Readers fall back to the commit before when the newest cannot be read. That is right after a crash, which leaves a segments_N without its
    /// footer; a newer commit that has one was complete once, and is damaged.
    /// </summary>
    public static void CheckNewer(Directory directory, SegmentInfos read, Action<string> report)
    {
        long newest = SegmentInfos.GetLastCommitGeneration(directory);
        for (long generation = newest; generation > read.Generation; generation--)
        {
            string name = SegmentInfos.NameOf(generation)!;
            if (!directory.HasFile(name))
                continue;
            if (HasFooter(directory, name))
                new SegmentInfos().Read(directory, name);
            report($"{name} was never completed; it is no commit");
        }
    }

    /// <summary>segments.gen is a hint that readers do without, and that a crash may leave in pieces: it is reported, and no problem.</summary>
    public static void CheckHint(Directory directory, Action<string> report)
    {
        if (!directory.HasFile(IndexFileNames.SEGMENTS_GEN))
            return;
        try
        {
            using MemoryInput input = MemoryInput.Open(directory, IndexFileNames.SEGMENTS_GEN, IOContext.READ_ONCE);
            if (input.ReadInt32() == SegmentInfos.FORMAT_SEGMENTS_GEN_CURRENT)
                CodecUtil.CheckChecksum(input);
        }
        catch (CorruptIndexException error)
        {
            report($"{IndexFileNames.SEGMENTS_GEN} is not used: {error.Message}");
        }
    }

    /// <summary>Every file of the segment is there; adds up how many, and how large.</summary>
    public static void CheckPresent(SegmentCommitInfo info, CheckIndex.Status.SegmentInfoStatus status)
    {
        long bytes = 0;
        foreach (string file in info.GetFiles())
        {
            if (!info.Info.Dir.HasFile(file))
                throw new CorruptIndexException(file, 0, $"a file that segment {info.Info.Name} needs", "no such file");
            bytes += info.Info.Dir.FileLength(file);
            status.NumFiles++;
        }
        status.SizeMB = bytes / (1024.0 * 1024);
    }

    private static bool HasFooter(Directory directory, string name)
    {
        using MemoryInput input = MemoryInput.Open(directory, name, IOContext.READ_ONCE);
        if (input.Length < CodecUtil.FooterLength)
            return false;
        input.Seek(input.Length - CodecUtil.FooterLength);
        return input.ReadInt32() == CodecUtil.FOOTER_MAGIC;
    }
}
