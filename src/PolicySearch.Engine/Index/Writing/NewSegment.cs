using Lucene.Net.Codecs;
using Lucene.Net.Store;

namespace Lucene.Net.Index;

/// <summary>The last steps of writing a segment, the same after a flush and after a merge.</summary>
internal static class NewSegment
{
    /// <summary>Packs the files when that is wanted, and writes .si.</summary>
    /// <param name="info">Names all files but .si.</param>
    /// <param name="directory">Where they were written; knows which.</param>
    /// <param name="compound">Whether to pack them into one.</param>
    /// <param name="context">For the directory.</param>
    /// <param name="checkAborted">Throws when the segment is not wanted any more.</param>
    public static void Complete(SegmentInfo info, TrackingDirectoryWrapper directory, bool compound, IOContext context, Action checkAborted)
    {
        if (compound)
        {
            ISet<string> packed = info.Files;
            info.Files = CompoundWriter.Write(directory, info.Name, packed, context, checkAborted);
            info.UseCompoundFile = true;
            DirectoryFiles.TryDelete(directory, packed);
        }
        SegmentInfoWriter.Write(info, directory, context);
    }
}
