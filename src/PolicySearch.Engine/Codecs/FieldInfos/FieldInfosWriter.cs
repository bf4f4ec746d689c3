using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// Writes .fnm, the fields of a segment.
/// <code>
/// .fnm  := Header, Count:VInt32, Field^Count, Footer
/// Field := Name:String, Number:VInt32, Bits:Byte, DocValues:Byte = kind | norms &lt;&lt; 4, DocValuesGen:Int64, Attributes:Map
/// Bits  := 1 indexed | 2 vectors | 4 offsets | 0x10 no norms | 0x20 payloads | 0x40 documents only | 0x80 no positions
/// </code>
/// </summary>
internal static class FieldInfosWriter
{
    public const string Codec = "Lucene46FieldInfos";
    public const int Version = 1;

    public const string PostingsSuffix = "Lucene41_0";
    public const string DocValuesSuffix = "Lucene45_0";

    public static void Write(Directory directory, string segment, Index.FieldInfos fields, IOContext context)
    {
        using IndexOutput output = Outputs.Create(directory, IndexFileNames.SegmentFileName(segment, "", "fnm"), Codec, Version, context);
        output.WriteVInt32(fields.Count);
        foreach (FieldInfo field in fields)
        {
            SetFormats(field);
            output.WriteString(field.Name);
            output.WriteVInt32(field.Number);
            output.WriteByte(Bits(field));
            output.WriteByte((byte)((int)field.DocValuesType | ((int)field.NormType << 4)));
            output.WriteInt64(field.DocValuesGen);
            output.WriteStringStringMap(field.Attributes);
        }
        CodecUtil.WriteFooter(output);
    }

    private static byte Bits(FieldInfo field)
    {
        int bits = (field.IsIndexed ? 1 : 0) | (field.HasVectors ? 2 : 0) | (field.OmitsNorms ? 0x10 : 0) | (field.HasPayloads ? 0x20 : 0);
        if (field.IsIndexed)
        {
            bits |= field.IndexOptions switch
            {
                IndexOptions.DOCS_ONLY => 0x40,
                IndexOptions.DOCS_AND_FREQS => 0x80,
                IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS => 4,
                _ => 0,
            };
        }
        return (byte)bits;
    }

    // Readers find the files of a field by these names.
    private static void SetFormats(FieldInfo field)
    {
        if (field.IsIndexed)
        {
            field.PutAttribute("PerFieldPostingsFormat.format", "Lucene41");
            field.PutAttribute("PerFieldPostingsFormat.suffix", "0");
        }
        if (field.HasDocValues)
        {
            field.PutAttribute("PerFieldDocValuesFormat.format", "Lucene45");
            field.PutAttribute("PerFieldDocValuesFormat.suffix", "0");
        }
    }
}
