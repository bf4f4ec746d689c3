using System.Globalization;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// Finds the place in the clean body of what was extracted from it: the provenance names the source line, the line its paragraph, and in the paragraph the
/// value is looked for without blanks; where it is written otherwise (a date in numerals, other brackets) the whole paragraph is its place. Thread-safe.
/// </summary>
internal static class FieldPlaces
{
    private const int MaxItems = 200;

    /// <summary>Field → place; a field without a place in the body is left out. Linear in the text and the number of values.</summary>
    public static Dictionary<string, FieldPlace> Find(PolicyDocument document)
    {
        var places = new PlaceFinder(document);
        places.Add("title", document.Title);
        places.Add("subject", document.Subject);
        places.Add("docNumber", document.DocumentNumber);
        places.Add("issuer", document.Issuer);
        places.AddDate("issueDate", document.IssueDate);
        places.Add("session", document.Session?.RawNumber);
        places.Add("outcome", document.Outcome?.Raw);
        places.Add("disclosure", document.Disclosure);
        places.Add("signatory", document.Signatory);
        places.Add("validity", "有效期", "施行", "实施", "执行", "生效");
        places.AddItems("issuers", document.Issuers, name => name, MaxItems);
        places.AddItems("addressees", document.Addressees, name => name, MaxItems);
        places.AddItems("contacts", document.Contacts, contact => contact.Person ?? contact.Unit ?? contact.Phone, MaxItems);
        places.AddItems("copiedTo", document.CopiedTo, name => name, MaxItems);
        AddCited(places, "citations", document.Citations);
        AddCited(places, "repeals", document.Repeals);
        return places.Found;
    }

    private static void AddCited(PlaceFinder places, string field, IReadOnlyList<Citation> citations)
    {
        for (int i = 0; i < Math.Min(citations.Count, MaxItems); i++)
            places.AddCitation(field, i, citations[i]);
    }
}

/// <summary>Looks values of one document up in its body. Used once; not thread-safe.</summary>
internal sealed class PlaceFinder(PolicyDocument document)
{
    private const int UsualPlaces = 24;
    private readonly string body = document.Body;
    private int cited;

    /// <summary>What was found so far.</summary>
    public Dictionary<string, FieldPlace> Found { get; } = new(UsualPlaces, StringComparer.Ordinal);

    /// <summary>A field with one value; of several spellings the first that stands in its paragraph.</summary>
    public void Add(string field, params ReadOnlySpan<string?> spellings)
    {
        if (spellings[0] is null || ParagraphOf(field) is not Paragraph paragraph)
            return;
        FieldPlace place = new(paragraph.Start, paragraph.End);
        foreach (string? spelling in spellings)
        {
            if (spelling is not null && In(paragraph, spelling) is FieldPlace exact)
            {
                place = exact;
                break;
            }
        }
        Found[field] = place;
    }

    /// <summary>A date, in figures or numerals.</summary>
    public void AddDate(string field, DateOnly? date)
    {
        if (date is not DateOnly day || ParagraphOf(field) is not Paragraph paragraph)
            return;
        string text = Hanzi.WithoutBlanks(body[paragraph.Start..paragraph.End]);
        FieldPlace? exact = Dates.Find(text) is FoundDate found && found.Date == day ? In(paragraph, text[found.Start..found.End]) : null;
        Found[field] = exact ?? new FieldPlace(paragraph.Start, paragraph.End);
    }

    /// <summary>The first values of a list; each is looked for from its field's line on, to the end of the text's next paragraphs.</summary>
    public void AddItems<T>(string field, IReadOnlyList<T> items, Func<T, string?> valueOf, int most)
    {
        if (items.Count == 0 || ParagraphOf(field) is not Paragraph first)
            return;
        for (int i = 0; i < Math.Min(items.Count, most); i++)
        {
            if (valueOf(items[i]) is string value && FromParagraph(first, value) is FieldPlace place)
                Found[Item(field, i)] = place;
        }
    }

    /// <summary>A citation: its title, else its number.</summary>
    public void AddCitation(string field, int index, Citation citation)
    {
        string? value = citation.Title ?? citation.DocumentNumber;
        int at = value is null ? -1 : body.IndexOf(value, Math.Min(cited, body.Length), StringComparison.Ordinal);
        at = at < 0 && value is not null ? body.IndexOf(value, StringComparison.Ordinal) : at;
        at = at < 0 && value is not null ? body.IndexOf(value.Replace('（', '(').Replace('）', ')'), StringComparison.Ordinal) : at;
        if (at < 0)
            return;
        // Citations stand in order of first mention, so that the search never goes back over the text.
        cited = index == 0 && field != "citations" ? 0 : at;
        Found[Item(field, index)] = new FieldPlace(at, at + value!.Length);
    }

    private static string Item(string field, int index) => string.Concat(field, "[", index.ToString(CultureInfo.InvariantCulture), "]");

    private Paragraph? ParagraphOf(string field)
    {
        if (!document.Provenance.TryGetValue(field, out string? where))
            return null;
        if (LineIn(where) is int line)
            return AtLine(line);
        return where switch
        {
            "title" => OfKind(ParagraphKind.Title),
            "opening of the text" => OfKind(ParagraphKind.Body),
            _ => null,
        };
    }

    private Paragraph? OfKind(ParagraphKind kind)
    {
        for (int i = 0; i < document.Paragraphs.Count; i++)
        {
            if (document.Paragraphs[i].Kind == kind)
                return document.Paragraphs[i];
        }
        return null;
    }

    // The last paragraph that begins at the line or above it. Paragraphs stand in the order of their lines.
    private Paragraph? AtLine(int line)
    {
        int low = 0, high = document.Paragraphs.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (document.Paragraphs[middle].SourceLine <= line)
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? null : document.Paragraphs[low - 1];
    }

    private static int? LineIn(string where)
    {
        int at = where.IndexOf("line ", StringComparison.Ordinal);
        if (at < 0)
            return null;
        int end = at + 5;
        while (end < where.Length && char.IsAsciiDigit(where[end]))
            end++;
        return int.TryParse(where.AsSpan(at + 5, end - at - 5), NumberStyles.None, CultureInfo.InvariantCulture, out int line) ? line : null;
    }

    private FieldPlace? FromParagraph(Paragraph first, string value)
    {
        int at = body.IndexOf(value, first.Start, Math.Min(body.Length - first.Start, 2_000), StringComparison.Ordinal);
        return at >= 0 ? new FieldPlace(at, at + value.Length) : In(first, value) ?? new FieldPlace(first.Start, first.End);
    }

    /// <summary>A value in a paragraph, blanks in either passed over; any bracket stands for any.</summary>
    private FieldPlace? In(Paragraph paragraph, string value)
    {
        string wanted = Hanzi.WithoutBlanks(value);
        for (int start = paragraph.Start; start < paragraph.End && wanted.Length > 0; start++)
        {
            int end = Match(start, paragraph.End, wanted);
            if (end > 0)
                return new FieldPlace(start, end);
        }
        return null;
    }

    private int Match(int at, int end, string wanted)
    {
        int taken = 0;
        while (at < end && taken < wanted.Length)
        {
            if (body[at] == ' ' && taken > 0)
            {
                at++;
                continue;
            }
            if (!Same(body[at], wanted[taken]))
                return -1;
            at++;
            taken++;
        }
        return taken == wanted.Length ? at : -1;
    }

    private static bool Same(char a, char b) => a == b || (b == '（' && a == '(') || (b == '）' && a == ')') || (b is '〔' && a is '[' or '（' or '(' or '【' or '［') || (b is '〕' && a is ']' or '）' or ')' or '】' or '］');
}
