using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// The fields of a segment (<c>.fnm</c>):
/// <code>
/// .fnm  := Header("Lucene46FieldInfos", 0..1), Count:VInt32, Field^Count, Footer        (4.6 and 4.7, version 0: no footer)
/// Field := Name:String, Number:VInt32, Flags:Byte, DocValues:Byte, DocValuesGen:Int64, Attributes:StringStringMap
/// Flags: 1 indexed · 2 term vectors · 4 offsets · 16 no norms · 32 payloads · 64 documents alone · 128 no positions
/// DocValues: low four bits the field's DocValuesType, high four bits that of its norms
/// </code>
/// </summary>
internal static class FieldInfosReader
{
    public const string Codec = "Lucene46FieldInfos";
    public const int VersionStart = 0;
    public const int VersionCurrent = 1;
    public const string Extension = "fnm";

    public const int Indexed = 1;
    public const int TermVectors = 2;
    public const int Offsets = 4;
    public const int NoNorms = 16;
    public const int Payloads = 32;
    public const int DocsAlone = 64;
    public const int NoPositions = 128;

    public static Index.FieldInfos Read(Directory directory, string segment, string suffix)
    {
        using MemoryInput input = MemoryInput.Open(directory, IndexFileNames.SegmentFileName(segment, suffix, Extension), IOContext.READ_ONCE);
        int version = CodecUtil.CheckHeader(input, Codec, VersionStart, VersionCurrent);
        long end = version >= VersionCurrent ? CodecUtil.CheckChecksum(input) : input.Length;
        var fields = new FieldInfo[input.CheckLength(input.ReadVInt32(), 16)];
        for (int i = 0; i < fields.Length; i++)
            fields[i] = ReadField(input);
        CodecUtil.CheckEnd(input, end);
        return Collect(input, fields);
    }

    private static FieldInfo ReadField(MemoryInput input)
    {
        string name = input.ReadString();
        int number = input.ReadVInt32();
        if (number < 0)
            input.ThrowCorrupt(input.Position - 5, "a field number", $"{number}");
        int flags = input.ReadByte();
        byte docValues = input.ReadByte();
        DocValuesType values = CheckType(input, docValues & 15), norms = CheckType(input, docValues >> 4);
        long generation = input.ReadInt64();
        if (generation < -1)
            input.ThrowCorrupt(input.Position - 8, "a generation of doc values, or -1", $"{generation}");
        return new FieldInfo(name, (flags & Indexed) != 0, number, (flags & TermVectors) != 0, (flags & NoNorms) != 0,
            (flags & Payloads) != 0, Options(flags), values, norms, input.ReadStringStringMap())
        { DocValuesGen = generation };
    }

    private static IndexOptions Options(int flags) =>
        (flags & Indexed) == 0 ? IndexOptions.NONE
        : (flags & DocsAlone) != 0 ? IndexOptions.DOCS_ONLY
        : (flags & NoPositions) != 0 ? IndexOptions.DOCS_AND_FREQS
        : (flags & Offsets) != 0 ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS
        : IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;

    private static DocValuesType CheckType(MemoryInput input, int type)
    {
        if (type > (int)DocValuesType.SORTED_SET)
            input.ThrowCorrupt(input.Position - 1, "a kind of doc values in [0, 4]", $"{type}");
        return (DocValuesType)type;
    }

    private static Index.FieldInfos Collect(MemoryInput input, FieldInfo[] fields)
    {
        try
        {
            return new Index.FieldInfos(fields);
        }
        catch (ArgumentException e)
        {
            throw input.Corrupt("each field once", e.Message);
        }
    }
}
