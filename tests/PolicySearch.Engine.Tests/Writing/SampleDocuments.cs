using System.IO;
using System.Text;
using System.Text.Json;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>A document as <c>oracle write</c> takes it. Its words have no vowels, so that the oracle's analyzer splits at spaces and changes nothing.</summary>
internal sealed record SampleDocument(string Id, string? Title, string? Body, string? City, int? Year, string[] Topics)
{
    private static readonly FieldType Text = new FieldType(TextField.TYPE_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS }.Freeze();

    /// <summary>The fields that <c>oracle write</c> makes of it.</summary>
    public Document ToLucene()
    {
        var document = new Document { new StringField("id", Id, Field.Store.YES) };
        if (Title is not null)
            document.Add(new Field("title", Title, Text));
        if (Body is not null)
            document.Add(new Field("body", Body, Text));
        if (City is not null)
        {
            document.Add(new StringField("city", City, Field.Store.NO));
            document.Add(new SortedDocValuesField("city", new BytesRef(City)));
        }
        if (Year is { } year)
        {
            document.Add(new StringField("year", $"{year}", Field.Store.NO));
            document.Add(new SortedDocValuesField("year", new BytesRef($"{year}")));
            document.Add(new NumericDocValuesField("year_num", year));
        }
        foreach (string topic in Topics)
        {
            document.Add(new StringField("topic", topic, Field.Store.NO));
            document.Add(new SortedSetDocValuesField("topic", new BytesRef(topic)));
        }
        return document;
    }

    /// <summary>A line for <c>oracle write</c>.</summary>
    public string ToJson()
    {
        var members = new Dictionary<string, object> { ["id"] = Id };
        if (Title is not null)
            members["title"] = Title;
        if (Body is not null)
            members["body"] = Body;
        if (City is not null)
            members["city"] = City;
        if (Year is { } year)
            members["year"] = $"{year}";
        if (Topics.Length > 0)
            members["topic"] = Topics;
        return JsonSerializer.Serialize(members);
    }

    public static void WriteCorpus(string file, IEnumerable<SampleDocument> documents) =>
        File.WriteAllLines(file, documents.Select(document => document.ToJson()), new UTF8Encoding(false));
}

/// <summary>Makes documents; the same seed makes the same ones.</summary>
internal sealed class SampleDocuments(int seed)
{
    private static readonly string[] Cities = ["杭州", "宁波", "温州市", "郑州", "三门峡市", "深圳经济特区"];

    private readonly Random _random = new(seed);
    private int _next;

    public SampleDocument Next() => Next($"d{_next++}");

    public SampleDocument Next(string id) => new(
        id,
        Maybe(0.9) ? Words(1, 8) : null,
        Maybe(0.95) ? Words(1, Maybe(0.05) ? 3000 : 120) : null,
        Maybe(0.8) ? Cities[_random.Next(Cities.Length)] : null,
        Maybe(0.8) ? 2000 + _random.Next(25) : null,
        [.. Enumerable.Range(0, _random.Next(4)).Select(_ => $"t{_random.Next(40)}")]);

    public List<SampleDocument> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private bool Maybe(double probability) => _random.NextDouble() < probability;

    private string Words(int least, int most)
    {
        var text = new StringBuilder();
        // The oracle's analyzer cuts words after 1,024 characters.
        if (most > 1000)
            return text.Insert(0, Word()[..1] + " ", 400).ToString();
        for (int i = _random.Next(least, most + 1); i > 0 && text.Length < 1000; i--)
            text.Append(Word()).Append(' ');
        return text.ToString();
    }

    // A few words are frequent, many are rare, and some are long.
    private string Word()
    {
        const string letters = "bcdfghjkmnpqrtvwxz";
        int length = Maybe(0.6) ? 1 : Maybe(0.9) ? 3 : _random.Next(4, 12);
        return string.Create(length, _random, (span, random) =>
        {
            foreach (ref char c in span)
                c = letters[random.Next(letters.Length)];
        });
    }
}
