using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// The title of an order's regulation: 某某令 has no title of its own; what it issues stands in 《》 in its first sentence, and again under the
/// signature. Thread-safe.
/// </summary>
internal static class IssuedTitles
{
    /// <summary>The regulation's title, or null when the head is no order or has a title.</summary>
    public static string? Find(Layout layout, CleanText text, Findings findings)
    {
        if (!HasOrderHead(layout))
            return null;
        foreach (Paragraph paragraph in text.Paragraphs)
        {
            if (paragraph.Kind != ParagraphKind.Body)
                continue;
            string body = text.TextOf(paragraph).ToString();
            int open = body.IndexOf('《');
            int close = open < 0 ? -1 : body.IndexOf('》', open);
            return close < 0 || close - open > 100 ? null : findings.Found("title", Hanzi.WideBrackets(body[(open + 1)..close]), $"line {paragraph.SourceLine}, the regulation issued");
        }
        return null;
    }

    private static bool HasOrderHead(Layout layout)
    {
        for (int i = 0; i < Math.Min(layout.BodyStart, 6); i++)
        {
            if (OrderNumbers.IsOrderHead(layout.Lines[i].Compact))
                return true;
        }
        return false;
    }
}
