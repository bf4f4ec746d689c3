using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// What a segment is (<c>.si</c>):
/// <code>
/// .si := Header("Lucene46SegmentInfo", 0..1), Release:String, DocCount:Int32, IsCompound:Byte (1 yes, 255 no),
///        Diagnostics:StringStringMap, Files:StringSet, Footer        (4.6 and 4.7, version 0: no footer)
/// </code>
/// </summary>
internal static class SegmentInfoReader
{
    public const string Codec = "Lucene46SegmentInfo";
    public const int VersionStart = 0;
    public const int VersionCurrent = 1;
    public const string Extension = "si";

    public static SegmentInfo Read(Directory directory, string segment)
    {
        using MemoryInput input = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, "", Extension), IOContext.READ_ONCE);
        int version = CodecUtil.CheckHeader(input, Codec, VersionStart, VersionCurrent);
        long end = version >= VersionCurrent ? CodecUtil.CheckChecksum(input) : input.Length;
        string release = input.ReadString();
        int docCount = input.ReadInt32();
        if (docCount < 0)
            input.ThrowCorrupt(input.Position - 4, "a number of documents", $"{docCount}");
        var info = new SegmentInfo(directory, segment, docCount)
        {
            Version = release,
            UseCompoundFile = input.ReadByte() == 1,
            Diagnostics = input.ReadStringStringMap(),
            Files = input.ReadStringSet(),
        };
        CodecUtil.CheckEnd(input, end);
        return info;
    }
}
