using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// Writes .si, what a segment is.
/// <code>
/// .si := Header, Release:String, Docs:Int32, Compound:Byte (1 or -1), Diagnostics:Map, Files:Set, Footer
/// </code>
/// </summary>
internal static class SegmentInfoWriter
{
    public const string Codec = "Lucene46SegmentInfo";
    public const int Version = 1;

    /// <summary>Adds .si to the segment's files and writes it.</summary>
    public static void Write(SegmentInfo info, Store.Directory directory, IOContext context)
    {
        string name = IndexFileNames.SegmentFileName(info.Name, "", "si");
        info.Files.Add(name);
        using IndexOutput output = Outputs.Create(directory, name, Codec, Version, context);
        output.WriteString(info.Version);
        output.WriteInt32(info.DocCount);
        output.WriteByte(info.UseCompoundFile ? (byte)1 : (byte)0xFF);
        output.WriteStringStringMap(info.Diagnostics);
        output.WriteStringSet(info.Files);
        CodecUtil.WriteFooter(output);
    }
}
