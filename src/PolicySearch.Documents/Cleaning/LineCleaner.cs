using PolicySearch.Documents.Reading;

namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// Source lines → clean lines: characters folded, Markdown and HTML remains (**, #, &gt;, leading "- " before a Chinese marker, &amp;nbsp;) taken off,
/// blank lines and page furniture left out. Thread-safe.
/// </summary>
internal static class LineCleaner
{
    /// <summary>Cleans a whole source.</summary>
    public static List<Line> Clean(IReadOnlyList<SourceLine> source)
    {
        var lines = new List<Line>(source.Count);
        bool afterBlank = false;
        int page = 1;
        foreach (SourceLine raw in source)
        {
            Line? line = CleanOne(raw, afterBlank || raw.Page != page);
            if (line is null)
            {
                afterBlank = true;
                continue;
            }
            lines.Add(line);
            page = raw.Page;
            afterBlank = false;
        }
        return GluedLines.Part(PageFurniture.Remove(lines));
    }

    private static Line? CleanOne(SourceLine raw, bool afterBlank)
    {
        string text = StripInlineMarkup(CharacterFolding.Fold(raw.Text));
        int indent = 0;
        while (indent < text.Length && text[indent] == ' ')
            indent++;
        if (indent == text.Length)
            return null;
        int start = indent, mark = 0;
        while (start < text.Length && text[start] == '#')
        {
            mark++;
            start++;
        }
        if (mark > 6)
            (mark, start) = (0, indent);
        start = SkipQuoteAndBullet(text, start);
        string body = text[start..].Trim(' ');
        if (body.Length == 0 || IsRule(body))
            return null;
        return new Line { Text = body, Number = raw.Number, Page = raw.Page, Indent = indent, Mark = mark, AfterBlank = afterBlank };
    }

    private static string StripInlineMarkup(string text)
    {
        if (text.Contains('*'))
            text = text.Replace("**", "", StringComparison.Ordinal);
        if (text.Contains('&'))
            text = text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace("&sp;", " ", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
                .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal);
        return text;
    }

    private static int SkipQuoteAndBullet(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '>')
            start++;
        bool bullet = start + 2 < text.Length && text[start] is '-' or '*' or '+' && text[start + 1] == ' ';
        return bullet && (Hanzi.IsIdeograph(text[start + 2]) || text[start + 2] is '（' or '(') ? start + 2 : start;
    }

    // A line drawn with dashes, stars, underscores or equals signs.
    private static bool IsRule(string text) => text.Length >= 3 && !text.AsSpan().ContainsAnyExcept("-*_=—─━ ");
}
