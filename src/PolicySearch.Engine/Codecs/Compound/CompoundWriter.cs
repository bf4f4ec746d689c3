using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>Packs all files of a segment into one; the form stands on <see cref="CompoundReader"/>.</summary>
internal static class CompoundWriter
{
    /// <summary>Writes .cfs and .cfe; the packed files stay for the caller to delete. Returns the new files' names.</summary>
    public static HashSet<string> Write(Directory directory, string segment, IEnumerable<string> files, IOContext context, Action checkAborted)
    {
        string dataName = IndexFileNames.SegmentFileName(segment, "", CompoundReader.DataExtension);
        string entriesName = IndexFileNames.SegmentFileName(segment, "", CompoundReader.EntriesExtension);
        using IndexOutput data = Outputs.Create(directory, dataName, CompoundReader.DataCodec, CompoundReader.VersionCurrent, context);
        using IndexOutput entries = Outputs.Create(directory, entriesName, CompoundReader.EntryCodec, CompoundReader.VersionCurrent, context);
        string[] sorted = [.. files.Order(StringComparer.Ordinal)];
        entries.WriteVInt32(sorted.Length);
        foreach (string file in sorted)
        {
            checkAborted();
            long offset = data.Position;
            using (IndexInput input = directory.OpenInput(file, IOContext.READ_ONCE))
                data.CopyBytes(input, input.Length);
            entries.WriteString(file[segment.Length..]);
            entries.WriteInt64(offset);
            entries.WriteInt64(data.Position - offset);
        }
        CodecUtil.WriteFooter(data);
        CodecUtil.WriteFooter(entries);
        return [dataName, entriesName];
    }
}
