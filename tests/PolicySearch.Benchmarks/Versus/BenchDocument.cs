using System.Text.Json;
using Lucene.Net.Documents;
using Lucene.Net.Util;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Benchmarks.Versus;

/// <summary>A line of a corpus as <c>oracle</c> reads it; anything but the id may be null or empty.</summary>
internal sealed record BenchDocument(string Id, string? Title, string? Body, string? City, string? Year, IReadOnlyList<string> Topics)
{
    private static readonly FieldType Text = new(TextField.TYPE_STORED) { IndexOptions = Lucene.Net.Index.IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS };

    /// <summary>Title and body in UTF-8.</summary>
    public long Bytes => System.Text.Encoding.UTF8.GetByteCount(Title ?? "") + System.Text.Encoding.UTF8.GetByteCount(Body ?? "");

    /// <summary>The documents of a corpus, in order.</summary>
    public static List<BenchDocument> ReadAll(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Parse)];

    /// <summary>
    /// The fields that <c>oracle write</c> indexes. With facets, doc values and a term for each value of city, year and topic once more: what Lucene 8's
    /// FacetsConfig adds under another name.
    /// </summary>
    public Document ToLucene(bool facets)
    {
        var document = new Document { new StringField("id", Id, Field.Store.YES) };
        AddText(document, "title", Title);
        AddText(document, "body", Body);
        AddSingle(document, "city", City);
        AddSingle(document, "year", Year);
        if (!string.IsNullOrEmpty(Year))
            document.Add(new NumericDocValuesField("year_num", long.Parse(Year, System.Globalization.CultureInfo.InvariantCulture)));
        AddSet(document, "topic", Topics);
        if (!facets)
            return document;
        AddSingle(document, PolicySchema.FacetName(FacetField.City), City);
        AddSingle(document, PolicySchema.FacetName(FacetField.Year), Year);
        AddSet(document, PolicySchema.FacetName(FacetField.Topic), Topics);
        return document;
    }

    private static BenchDocument Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        return new(TextOf(root, "id")!, TextOf(root, "title"), TextOf(root, "body"), TextOf(root, "city"), TextOf(root, "year"), ListOf(root, "topic"));
    }

    private static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private static string[] ListOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];

    private static void AddText(Document document, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            document.Add(new Field(field, value, Text));
    }

    private static void AddSingle(Document document, string field, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        document.Add(new StringField(field, value, Field.Store.NO));
        document.Add(new SortedDocValuesField(field, new BytesRef(value)));
    }

    private static void AddSet(Document document, string field, IReadOnlyList<string> values)
    {
        foreach (string value in values)
        {
            document.Add(new StringField(field, value, Field.Store.NO));
            document.Add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
    }
}
