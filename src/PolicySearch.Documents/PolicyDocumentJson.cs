using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicySearch.Documents;

/// <summary>
/// A <see cref="PolicyDocument"/> as one JSON object, as <c>extract --json</c> prints it: every field of the contract is always
/// there, null or empty when absent; dates are ISO 8601; Chinese is not escaped. Body and paragraphs are left out.
/// Thread-safe.
/// </summary>
public static class PolicyDocumentJson
{
    /// <summary>One line without a line feed at its end.</summary>
    public static string Serialize(PolicyDocument document) => Write(document, indented: false);

    /// <summary>The same object over several lines, for people.</summary>
    public static string SerializeIndented(PolicyDocument document) => Write(document, indented: true);

    private static string Write(PolicyDocument document, bool indented)
    {
        ArgumentNullException.ThrowIfNull(document);
        var buffer = new MemoryStream();
        // The relaxed encoder leaves Hanzi readable; the output is JSON for programs and terminals, never pasted into HTML unescaped.
        var options = new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
            WriteDocument(json, document);
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteDocument(Utf8JsonWriter json, PolicyDocument document)
    {
        json.WriteStartObject();
        WriteIdentity(json, document);
        WriteRegionAndTime(json, document);
        WriteReplyFields(json, document);
        WriteFootFields(json, document);
        WriteStrings(json, "topics", document.Topics);
        WriteFigures(json, document);
        json.WriteStartObject("provenance");
        foreach (KeyValuePair<string, string> entry in document.Provenance)
            json.WriteString(entry.Key, entry.Value);
        json.WriteEndObject();
        WriteStrings(json, "warnings", document.Warnings);
        WriteLaterFields(json, document);
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, PolicyDocument document)
    {
        json.WriteString("id", document.Id);
        json.WriteString("source", document.Source);
        json.WriteString("kind", document.Kind);
        json.WriteString("title", document.Title);
        json.WriteString("subject", document.Subject);
        json.WriteString("docNumber", document.DocumentNumber);
        json.WriteString("issuer", document.Issuer);
        WriteStrings(json, "issuers", document.Issuers);
    }

    private static void WriteRegionAndTime(Utf8JsonWriter json, PolicyDocument document)
    {
        json.WriteString("province", document.Province);
        json.WriteString("city", document.City);
        json.WriteString("county", document.County);
        json.WriteString("regionCode", document.RegionCode);
        WriteNumber(json, "year", document.Year);
        json.WriteString("issueDate", Day(document.IssueDate));
    }

    private static void WriteReplyFields(Utf8JsonWriter json, PolicyDocument document)
    {
        WriteSession(json, document.Session);
        WriteStrings(json, "addressees", document.Addressees);
        json.WriteString("proposerKind", document.ProposerKind);
        if (document.Outcome is null)
        {
            json.WriteNull("outcome");
        }
        else
        {
            json.WriteStartObject("outcome");
            json.WriteString("raw", document.Outcome.Raw);
            json.WriteString("class", document.Outcome.Class);
            json.WriteEndObject();
        }
        json.WriteString("disclosure", document.Disclosure);
        json.WriteString("signatory", document.Signatory);
    }

    private static void WriteSession(Utf8JsonWriter json, Session? session)
    {
        if (session is null)
        {
            json.WriteNull("session");
            return;
        }
        json.WriteStartObject("session");
        json.WriteString("assembly", session.Assembly);
        json.WriteString("place", session.Place);
        WriteNumber(json, "term", session.Term);
        WriteNumber(json, "meeting", session.Meeting);
        WriteNumber(json, "number", session.Number);
        json.WriteString("rawNumber", session.RawNumber);
        json.WriteEndObject();
    }

    private static void WriteFootFields(Utf8JsonWriter json, PolicyDocument document)
    {
        json.WriteStartArray("contacts");
        foreach (Contact contact in document.Contacts)
        {
            json.WriteStartObject();
            json.WriteString("unit", contact.Unit);
            json.WriteString("person", contact.Person);
            json.WriteString("phone", contact.Phone);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteStrings(json, "copiedTo", document.CopiedTo);
        WriteCitations(json, "citations", document.Citations);
    }

    private static void WriteCitations(Utf8JsonWriter json, string name, IReadOnlyList<Citation> citations)
    {
        json.WriteStartArray(name);
        foreach (Citation citation in citations)
        {
            json.WriteStartObject();
            json.WriteString("title", citation.Title);
            json.WriteString("docNumber", citation.DocumentNumber);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteLaterFields(Utf8JsonWriter json, PolicyDocument document)
    {
        if (document.Validity is { } validity)
        {
            json.WriteStartObject("validity");
            json.WriteString("state", validity.State);
            json.WriteString("from", Day(validity.From));
            json.WriteString("until", Day(validity.Until));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("validity");
        }
        WriteCitations(json, "repeals", document.Repeals);
        json.WriteString("outcomeStatus", document.OutcomeStatus);
        json.WriteStartObject("places");
        foreach ((string field, FieldPlace place) in document.Places)
        {
            json.WriteStartArray(field);
            json.WriteNumberValue(place.Start);
            json.WriteNumberValue(place.End);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteFigures(Utf8JsonWriter json, PolicyDocument document)
    {
        json.WriteStartArray("figures");
        foreach (Figure figure in document.Figures)
        {
            json.WriteStartObject();
            json.WriteString("subject", figure.Subject);
            json.WriteString("comparator", JsonNamingPolicy.CamelCase.ConvertName(figure.Comparator.ToString()));
            json.WriteNumber("value", figure.Value);
            if (figure.Upper is { } upper)
                json.WriteNumber("upper", upper);
            json.WriteString("unit", figure.Unit);
            WriteNumber(json, "year", figure.Year);
            json.WriteBoolean("promised", figure.Promised);
            json.WriteString("sentence", document.Body[figure.SentenceStart..figure.SentenceEnd]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteNumber(name, value.Value);
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
