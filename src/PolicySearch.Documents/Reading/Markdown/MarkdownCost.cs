namespace PolicySearch.Documents.Reading.Markdown;

/// <summary>
/// Measures Markdown before it is parsed: a parser tries every opening bracket or star with every closing one of its paragraph, nests a level for each marker at a line's
/// start, and fills each row of a table up to the widest. O(length).
/// </summary>
internal static class MarkdownCost
{
    /// <summary>How deep quotes, lists and emphasis may nest. Real documents stay below ten.</summary>
    public const int MaxDepth = 64;

    /// <summary>What is said of a deeper one.</summary>
    public const string TooDeep = "nests too deep";

    // Pairs of marks: about a second of parsing. Cells: as many as a page may have elements.
    private const long MaxPairs = 100_000_000, MaxCells = 300_000;

    private const int TabColumns = 4;

    /// <summary>Why a text is not parsed, to be put behind "its Markdown", or null.</summary>
    public static string? Excess(IReadOnlyList<SourceLine> lines)
    {
        long pairs = 0, cells = 0, definitions = 0;
        long marks = 0, rows = 0, widest = 0;
        foreach (SourceLine line in lines)
        {
            ReadOnlySpan<char> text = line.Text;
            if (DepthOpened(text) > MaxDepth)
                return TooDeep;
            if (text.IsWhiteSpace())
                (marks, rows, widest) = (0, 0, 0);
            long before = marks * marks, cellsBefore = rows * widest;
            foreach (char c in text)
                marks += c is '[' or ']' or '*' or '_' or '`' or '<' ? 1 : 0;
            int bars = text.Count('|');
            rows += bars > 0 || rows > 0 ? 1 : 0;
            widest = Math.Max(widest, bars);
            definitions += text.IndexOf("]:", StringComparison.Ordinal) >= 0 ? 1 : 0;
            pairs += marks * marks - before;
            cells += rows * widest - cellsBefore;
            if (pairs + definitions * definitions > MaxPairs)
                return "has too many marks in one paragraph";
            if (cells > MaxCells)
                return $"has a table of more than {MaxCells} cells";
        }
        return null;
    }

    // Quotes and items that one line opens, "> - 1. ", and the items that its indent may stand in: at least two columns each.
    private static int DepthOpened(ReadOnlySpan<char> text)
    {
        int markers = 0, columns = 0;
        for (int at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or '\t')
            {
                columns += text[at++] == '\t' ? TabColumns : 1;
                continue;
            }
            int length = MarkerLength(text[at..]);
            if (length == 0)
                break;
            markers++;
            at += length;
        }
        return markers == 0 ? 0 : markers + Math.Max(0, columns - TabColumns * markers) / 2;
    }

    private static int MarkerLength(ReadOnlySpan<char> text)
    {
        if (text[0] == '>')
            return 1;
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        int end = digits > 0 ? digits : 0;
        bool marker = end < text.Length && (digits > 0 ? text[end] is '.' or ')' : text[0] is '-' or '*' or '+');
        return marker && end + 1 < text.Length && text[end + 1] is ' ' or '\t' ? end + 1 : 0;
    }
}
