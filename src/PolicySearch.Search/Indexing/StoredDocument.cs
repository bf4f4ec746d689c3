using System.Text.Json;
using System.Text.Json.Serialization;
using Lucene.Net.Documents;
using Lucene.Net.Util;
using PolicySearch.Documents;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// A <see cref="PolicyDocument"/> as the index keeps it, in three stored fields, so that a page of hits need not read what it does not show:
/// <code>
/// storedRecord      UTF-8 JSON of the record, without body and paragraphs
/// storedBody        the body
/// storedParagraphs  (Kind:Byte, Level:VInt, Gap:VInt, Length:VInt, SourceLine:VInt)*      Gap: from the end of the paragraph before
/// </code>
/// </summary>
internal static class StoredDocument
{
    private static readonly HashSet<string> WithoutBody = [PolicySchema.StoredRecord];
    private static readonly HashSet<string> WithBody = [PolicySchema.StoredRecord, PolicySchema.StoredBody];

    /// <summary>Fields to load for a hit: the record and the body.</summary>
    public static ISet<string> HitFields => WithBody;

    /// <summary>Fields to load for the record alone.</summary>
    public static ISet<string> RecordFields => WithoutBody;

    /// <summary>Adds the stored fields.</summary>
    public static void Add(Document target, PolicyDocument document)
    {
        PolicyDocument record = document with { Body = "", Paragraphs = [] };
        target.Add(new StoredField(PolicySchema.StoredRecord, JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Default.PolicyDocument)));
        target.Add(new StoredField(PolicySchema.StoredBody, document.Body));
        target.Add(new StoredField(PolicySchema.StoredParagraphs, WriteParagraphs(document.Paragraphs)));
    }

    /// <summary>The record, without body and paragraphs.</summary>
    public static PolicyDocument ReadRecord(Document stored)
    {
        BytesRef? bytes = stored.GetBinaryValue(PolicySchema.StoredRecord);
        PolicyDocument? record = bytes == null ? null : JsonSerializer.Deserialize(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), RecordJson.Default.PolicyDocument);
        return record ?? throw new InvalidDataException("an indexed document has no record; build the index anew");
    }

    /// <summary>The body.</summary>
    public static string ReadBody(Document stored) => stored.Get(PolicySchema.StoredBody) ?? "";

    /// <summary>The document whole.</summary>
    public static PolicyDocument ReadWhole(Document stored)
    {
        BytesRef? paragraphs = stored.GetBinaryValue(PolicySchema.StoredParagraphs);
        return ReadRecord(stored) with
        {
            Body = ReadBody(stored),
            Paragraphs = paragraphs == null ? [] : ReadParagraphs(paragraphs.Bytes.AsSpan(paragraphs.Offset, paragraphs.Length).ToArray()),
        };
    }

    private static byte[] WriteParagraphs(IReadOnlyList<Paragraph> paragraphs)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        int end = 0;
        foreach (Paragraph paragraph in paragraphs)
        {
            writer.Write((byte)paragraph.Kind);
            writer.Write7BitEncodedInt(paragraph.Level);
            writer.Write7BitEncodedInt(paragraph.Start - end);
            writer.Write7BitEncodedInt(paragraph.End - paragraph.Start);
            writer.Write7BitEncodedInt(paragraph.SourceLine);
            end = paragraph.End;
        }
        writer.Flush();
        return bytes.ToArray();
    }

    private static List<Paragraph> ReadParagraphs(byte[] bytes)
    {
        var paragraphs = new List<Paragraph>();
        using var reader = new BinaryReader(new MemoryStream(bytes));
        int end = 0;
        while (reader.BaseStream.Position < bytes.Length)
        {
            var kind = (ParagraphKind)reader.ReadByte();
            int level = reader.Read7BitEncodedInt();
            int start = end + reader.Read7BitEncodedInt();
            end = start + reader.Read7BitEncodedInt();
            paragraphs.Add(new(kind, level, start, end, reader.Read7BitEncodedInt()));
        }
        return paragraphs;
    }
}

/// <summary>How the stored record is written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PolicyDocument))]
internal sealed partial class RecordJson : JsonSerializerContext;
