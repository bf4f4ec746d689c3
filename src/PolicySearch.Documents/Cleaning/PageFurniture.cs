namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// Page numbers (— 2 —, - 3 -, 第 3 页 共 8 页) anywhere, and, where the source has pages, bare numbers and repeated short lines at
/// their edges. Thread-safe.
/// </summary>
internal static class PageFurniture
{
    private const int MaxHeadLength = 40;

    /// <summary>The lines without page furniture; the line after a removed one counts as standing after a blank.</summary>
    public static List<Line> Remove(List<Line> lines)
    {
        HashSet<string> heads = RunningHeads(lines);
        var kept = new List<Line>(lines.Count);
        bool removed = false;
        for (int i = 0; i < lines.Count; i++)
        {
            Line line = lines[i];
            bool edge = IsEdge(lines, i);
            if (IsPageNumber(line.Text) || (edge && (IsBareNumber(line.Text) || heads.Contains(line.Compact))))
            {
                removed = true;
                continue;
            }
            kept.Add(removed && !line.AfterBlank ? line.With(line.Text, line.IsRow, afterBlank: true) : line);
            removed = false;
        }
        return kept;
    }

    private static bool IsEdge(List<Line> lines, int i)
    {
        bool top = i > 0 && lines[i - 1].Page != lines[i].Page;
        bool bottom = i + 1 < lines.Count && lines[i + 1].Page != lines[i].Page;
        return top || bottom || (i == lines.Count - 1 && lines[i].Page > 1);
    }

    private static HashSet<string> RunningHeads(List<Line> lines)
    {
        // Pages are counted upwards, and a head must stand on three of them.
        if (lines.Count == 0 || lines[^1].Page < 2)
            return [];
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.Length <= MaxHeadLength && (IsEdge(lines, i) || i == 0))
                counts[lines[i].Compact] = counts.GetValueOrDefault(lines[i].Compact) + 1;
        }
        return [.. counts.Where(head => head.Value >= 3).Select(head => head.Key)];
    }

    /// <summary>A page number between dashes, or 第 N 页.</summary>
    public static bool IsPageNumber(string text)
    {
        if (text.Length > 24)
            return false;
        ReadOnlySpan<char> inner = text.AsSpan().Trim("-—–─－― ·");
        if (inner.Length is > 0 and <= 4 && IsDigits(inner))
            return text.Length - inner.Length >= 2 && !char.IsAsciiDigit(text[0]) && !char.IsAsciiDigit(text[^1]);
        string compact = Hanzi.WithoutBlanks(text);
        return compact.Length >= 3 && compact[0] == '第' && compact.Contains('页') && !compact.AsSpan().ContainsAnyExcept("第页共/,，0123456789");
    }

    private static bool IsBareNumber(string text) => text.Length <= 4 && IsDigits(text);

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
