using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lucene.Net.Documents;
using Lucene.Net.Util;
using PolicySearch.Documents;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// A <see cref="PolicyDocument"/> as the index keeps it, in four stored fields, so that a page of hits need not read what it does not show:
/// <code>
/// storedRecord      UTF-8 JSON of the record, without body, paragraphs and figures
/// storedBody        the body
/// storedParagraphs  (Kind:Byte, Level:VInt, Gap:VInt, Length:VInt, SourceLine:VInt)*      Gap: from the end of the paragraph before
/// storedFigures     see <see cref="StoredFigures"/>
/// </code>
/// </summary>
internal static class StoredDocument
{
    private static readonly HashSet<string> Record = [PolicySchema.StoredRecord];
    private static readonly HashSet<string> Hit = [PolicySchema.StoredRecord, PolicySchema.StoredBody];
    private static readonly HashSet<string> Result = [PolicySchema.StoredRecord, PolicySchema.StoredBody, PolicySchema.StoredFigures];
    private static readonly HashSet<string> Figures = [PolicySchema.StoredFigures];

    /// <summary>Fields to load for a hit: the record and the body.</summary>
    public static ISet<string> HitFields => Hit;

    /// <summary>Fields to load for the record alone.</summary>
    public static ISet<string> RecordFields => Record;

    /// <summary>Fields to load for a hit and its figures.</summary>
    public static ISet<string> ResultFields => Result;

    /// <summary>Fields to load for the figures alone.</summary>
    public static ISet<string> FigureFields => Figures;

    /// <summary>Adds the stored fields.</summary>
    public static void Add(Document target, PolicyDocument document)
    {
        PolicyDocument record = document with { Body = "", Paragraphs = [], Figures = [] };
        target.Add(new StoredField(PolicySchema.StoredRecord, JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Stored.PolicyDocument)));
        target.Add(new StoredField(PolicySchema.StoredBody, document.Body));
        target.Add(new StoredField(PolicySchema.StoredParagraphs, WriteParagraphs(document.Paragraphs)));
        if (document.Figures.Count > 0)
            target.Add(new StoredField(PolicySchema.StoredFigures, StoredFigures.Write(document.Figures)));
    }

    /// <summary>The record, without body, paragraphs and figures.</summary>
    public static PolicyDocument ReadRecord(Document stored)
    {
        BytesRef? bytes = stored.GetBinaryValue(PolicySchema.StoredRecord);
        PolicyDocument? record = bytes == null ? null : JsonSerializer.Deserialize(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length), RecordJson.Stored.PolicyDocument);
        return record ?? throw new InvalidDataException("an indexed document has no record; build the index anew");
    }

    /// <summary>The body.</summary>
    public static string ReadBody(Document stored) => stored.Get(PolicySchema.StoredBody) ?? "";

    /// <summary>The figures.</summary>
    public static IReadOnlyList<Figure> ReadFigures(Document stored) =>
        stored.GetBinaryValue(PolicySchema.StoredFigures) is { } bytes ? StoredFigures.Read(new MemoryStream(bytes.Bytes, bytes.Offset, bytes.Length)) : [];

    /// <summary>The document whole.</summary>
    public static PolicyDocument ReadWhole(Document stored)
    {
        BytesRef? paragraphs = stored.GetBinaryValue(PolicySchema.StoredParagraphs);
        return ReadRecord(stored) with
        {
            Body = ReadBody(stored),
            Figures = ReadFigures(stored),
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
[JsonSerializable(typeof(PolicyDocument))]
internal sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>Hanzi stand as they are: escaped they take twice the room, and reading them most of the time. Never pasted into HTML.</summary>
    public static RecordJson Stored { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
