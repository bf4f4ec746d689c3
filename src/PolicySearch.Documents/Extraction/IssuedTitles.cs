using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// The title of an order's regulation: 某某令 has no title of its own; what it issues stands in 《》 in its first sentence, and again under the
/// signature. Letters without a title, too, may begin with that of what they issue. Thread-safe.
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

    /// <summary>The title of what a letter issues in its first words, 《某县…预案》已经县政府同意; null when it begins otherwise.</summary>
    public static string? AtBeginning(Layout layout)
    {
        string text = layout.BodyStart < layout.Lines.Count ? layout.Lines[layout.BodyStart].Compact : "";
        int close = text.Length > 0 && text[0] == '《' ? text.IndexOf('》') : -1;
        return close > 1 && text.AsSpan(close + 1).StartsWith("已") ? text[1..close] : null;
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
