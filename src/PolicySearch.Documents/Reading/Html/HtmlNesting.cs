namespace PolicySearch.Documents.Reading.Html;

/// <summary>
/// Measures how deep a page nests, and how many elements it has, before it is parsed. An HTML parser looks through all open elements at every tag, so that a page of nothing
/// but open tags would take time by the square of its length. O(length).
/// </summary>
internal static class HtmlNesting
{
    // Elements without an end tag, or whose end tag may be left out because the next one implies it.
    private static readonly HashSet<string> NotNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt",
    };

    /// <summary>Why a page is not parsed, or null: start tags run too far ahead of end tags somewhere, or there are too many of them.</summary>
    public static string? Excess(ReadOnlySpan<char> page, int maxDepth, int maxElements)
    {
        var names = NotNesting.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, elements = 0;
        for (int at = page.IndexOf('<'); at >= 0;)
        {
            page = page[(at + 1)..];
            bool end = page.Length > 0 && page[0] == '/';
            ReadOnlySpan<char> name = Name(end ? page[1..] : page);
            if (name.Length > 0 && !names.Contains(name))
                depth = end ? Math.Max(0, depth - 1) : depth + 1;
            elements += name.Length > 0 && !end ? 1 : 0;
            if (depth > maxDepth)
                return $"its elements nest deeper than {maxDepth}";
            if (elements > maxElements)
                return $"it has more than {maxElements} elements";
            at = page.IndexOf('<');
        }
        return null;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && length < 32 && char.IsAsciiLetterOrDigit(text[length]))
            length++;
        return length > 0 && char.IsAsciiLetter(text[0]) ? text[..length] : default;
    }
}
