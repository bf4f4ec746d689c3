using System.Buffers;
using PolicySearch.Documents.Reading;

namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// Source lines → clean lines: characters folded, Markdown and HTML remains (**, #, &gt;, leading "- " before a Chinese marker, &amp;nbsp;) taken off,
/// blank lines and page furniture left out. Thread-safe.
/// </summary>
internal static class LineCleaner
{
    // Room for a line as long as most are.
    private const int UsualLine = 512;

    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("-*_=—─━ ");

    /// <summary>Cleans a whole source.</summary>
    public static List<Line> Clean(IReadOnlyList<SourceLine> source)
    {
        var lines = new List<Line>(source.Count);
        bool afterBlank = false;
        int page = 1, quoted = 0;
        char[] buffer = [];
        foreach (SourceLine raw in source)
        {
            // A row's tabs take two characters each.
            if (buffer.Length < 2 * raw.Text.Length)
                buffer = new char[Math.Max(UsualLine, 2 * raw.Text.Length)];
            Line? line = CleanOne(raw, afterBlank || raw.Page != page, buffer);
            if (line is null)
            {
                afterBlank = true;
                continue;
            }
            lines.Add(line);
            quoted += line.IsQuote ? 1 : 0;
            page = raw.Page;
            afterBlank = false;
        }
        if (quoted * 2 > lines.Count)
            lines = lines.ConvertAll(line => line.With(line.Text, line.IsRow, isQuote: false));
        return GluedHeads.Part(GluedLines.Part(CutSpans.Join(PageFurniture.Remove(lines))));
    }

    private static Line? CleanOne(SourceLine raw, bool afterBlank, char[] buffer)
    {
        // Folding makes one blank of a tab, and cells are told by wide gaps.
        string source = Readings.Remove(raw.IsRow ? raw.Text.Replace("\t", "  ", StringComparison.Ordinal) : raw.Text);
        ReadOnlySpan<char> text = WithoutLostBlanks(WithoutInlineMarkup(CharacterFolding.Fold(source, buffer)));
        int indent = text.IndexOfAnyExcept(' ');
        if (indent < 0)
            return null;
        int mark = text[indent..].IndexOfAnyExcept('#');
        // A line of nothing but # is no heading either.
        mark = mark < 0 ? text.Length - indent : mark;
        int start = mark > 6 ? indent : indent + mark;
        mark = mark > 6 ? 0 : mark;
        ReadOnlySpan<char> body = text[SkipQuoteAndBullet(text, start)..].Trim(' ');
        // One look tells most lines that they have neither cells nor a bar.
        bool parted = body.ContainsAny('|', ' ');
        body = parted ? WithoutLoneBar(body) : body;
        if (body.Length == 0 || IsRule(body) || IsPicture(body))
            return null;
        return new Line
        {
            Text = body.Length == raw.Text.Length && body == raw.Text ? raw.Text : body.ToString(),
            Number = raw.Number,
            Page = raw.Page,
            Indent = indent,
            Mark = mark,
            AfterBlank = afterBlank,
            IsQuote = start < text.Length && text[start] == '>',
            IsRow = parted && IsRow(raw, body),
        };
    }

    private static bool IsRow(SourceLine raw, ReadOnlySpan<char> body) => raw.IsRow ? body.Contains("  ", StringComparison.Ordinal) : Unwrapper.IsTableRow(body);

    private static ReadOnlySpan<char> WithoutInlineMarkup(ReadOnlySpan<char> line)
    {
        if (!line.ContainsAny('*', '&'))
            return line;
        // 189******64: a phone's digits that an office masked; without the mask they would read as another phone.
        string unmarked = line.Contains("***", StringComparison.Ordinal) ? line.ToString() : line.ToString().Replace("**", "", StringComparison.Ordinal);
        return unmarked.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace("&sp;", " ", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
            .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal);
    }

    private static int SkipQuoteAndBullet(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '>')
            start++;
        bool bullet = start + 2 < text.Length && text[start] is '-' or '*' or '+' && text[start + 1] == ' ';
        return bullet && (Hanzi.IsIdeograph(text[start + 2]) || text[start + 2] is '（' or '(') ? start + 2 : start;
    }

    // Blanks that a page's encoding does not know are question marks after its conversion.
    private static ReadOnlySpan<char> WithoutLostBlanks(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length && text[at] is '?' or ' ')
            at++;
        return at > 0 && text[..at].Contains('?') ? string.Concat(new string(' ', at), text[at..]) : text;
    }

    // ![](…): a picture, as pages turned into Markdown name it.
    private static bool IsPicture(ReadOnlySpan<char> text) => text.StartsWith("![") && text[^1] == ')' && text.IndexOf(')') == text.Length - 1;

    // What is left of a page's table when a crawler took its other bars: 2015年7月13日 |, 各市州： | |||
    private static ReadOnlySpan<char> WithoutLoneBar(ReadOnlySpan<char> text) => text.IndexOf('|') is int at && at >= 0 && !text[at..].ContainsAnyExcept('|', ' ') ? text.TrimEnd(" |") : text;

    // A line drawn with dashes, stars, underscores or equals signs.
    private static bool IsRule(ReadOnlySpan<char> text) => text.Length >= 3 && !text.ContainsAnyExcept(RuleMarks);
}
