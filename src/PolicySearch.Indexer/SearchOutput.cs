using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicySearch.Documents;
using PolicySearch.Search.Querying;

namespace PolicySearch.Indexer;

/// <summary>Prints what a search found.</summary>
internal static class SearchOutput
{
    private const int FacetValuesShown = 8;

    /// <summary>For people: hits with matches in 【】, then the facets.</summary>
    public static void WriteText(TextWriter output, SearchResponse response)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{response.Total} documents in {response.Took.TotalMilliseconds:0.0} ms"));
        int place = (response.Page - 1) * response.Size;
        foreach (SearchHit hit in response.Hits)
        {
            output.WriteLine();
            output.WriteLine($"{++place}. {Marked(hit.Title)}");
            output.WriteLine($"   {FactsOf(hit.Facts)}");
            foreach (HighlightedText fragment in hit.Fragments)
                output.WriteLine($"   … {Marked(fragment).ReplaceLineEndings(" ")}");
        }
        output.WriteLine();
        foreach (Facet facet in response.Facets.Where(facet => facet.Values.Count > 0))
            output.WriteLine($"{facet.Field}: {string.Join("  ", facet.Values.Take(FacetValuesShown).Select(Show))}");
    }

    /// <summary>For programs: one JSON object on one line.</summary>
    public static void WriteJson(TextWriter output, SearchResponse response)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, response);
        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static string FactsOf(PolicyDocument facts)
    {
        string?[] parts =
            [facts.Kind, facts.Issuer, facts.DocumentNumber, facts.IssueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), facts.Outcome?.Raw, facts.Source];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string Show(FacetValue value) => string.Create(CultureInfo.InvariantCulture, $"{(value.Selected ? "*" : "")}{value.Label} {value.Count}");

    private static string Marked(HighlightedText text)
    {
        var marked = new StringBuilder(text.Text);
        foreach (TextSpan match in text.Matches.Reverse())
            marked.Insert(match.End, '】').Insert(match.Start, '【');
        return marked.ToString();
    }

    private static void Write(Utf8JsonWriter json, SearchResponse response)
    {
        json.WriteStartObject();
        json.WriteNumber("total", response.Total);
        json.WriteNumber("page", response.Page);
        json.WriteNumber("size", response.Size);
        json.WriteNumber("tookMs", Math.Round(response.Took.TotalMilliseconds, 3));
        json.WriteStartArray("hits");
        foreach (SearchHit hit in response.Hits)
            Write(json, hit);
        json.WriteEndArray();
        json.WriteStartArray("facets");
        foreach (Facet facet in response.Facets)
            Write(json, facet);
        json.WriteEndArray();
        json.WriteStartArray("notices");
        foreach (string notice in response.Notices)
            json.WriteStringValue(notice);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SearchHit hit)
    {
        json.WriteStartObject();
        json.WriteString("id", hit.Id);
        if (hit.Score is { } score)
            json.WriteNumber("score", score);
        else
            json.WriteNull("score");
        json.WritePropertyName("title");
        Write(json, hit.Title);
        json.WriteStartArray("fragments");
        foreach (HighlightedText fragment in hit.Fragments)
            Write(json, fragment);
        json.WriteEndArray();
        json.WritePropertyName("facts");
        json.WriteRawValue(PolicyDocumentJson.Serialize(hit.Facts));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HighlightedText text)
    {
        json.WriteStartObject();
        json.WriteString("text", text.Text);
        json.WriteNumber("offset", text.Offset);
        json.WriteStartArray("matches");
        foreach (TextSpan match in text.Matches)
        {
            json.WriteStartObject();
            json.WriteNumber("start", match.Start);
            json.WriteNumber("end", match.End);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Facet facet)
    {
        json.WriteStartObject();
        json.WriteString("field", JsonNamingPolicy.CamelCase.ConvertName(facet.Field.ToString()));
        json.WriteNumber("distinct", facet.Distinct);
        json.WriteStartArray("values");
        foreach (FacetValue value in facet.Values)
        {
            json.WriteStartObject();
            json.WriteString("value", value.Value);
            json.WriteString("label", value.Label);
            json.WriteString("parent", value.Parent);
            json.WriteNumber("count", value.Count);
            json.WriteBoolean("selected", value.Selected);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
