using System.Buffers;

namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// Joins lines that a crawler cut wherever a page's text changes its font, mostly round digits and marks (某政发 / 〔 / 2025 / 〕 / 12 / 号, 2025 / 年 / 1 / 月). A text
/// with fewer than <see cref="LeastCuts"/> such places stays as it is, and no line grows beyond what a paragraph holds, so that the cost is linear. Thread-safe.
/// </summary>
internal static class CutSpans
{
    private const int LeastCuts = 3, LongestDigits = 6, LongestJoined = 1_000;
    private static readonly SearchValues<char> Openings = SearchValues.Create("〔［[（(《<");
    private static readonly SearchValues<char> Followers = SearchValues.Create("〕］]）)》>，。；：、,;:”");
    private static readonly SearchValues<char> Counted = SearchValues.Create("年月日号〕］]届次");

    /// <summary>The lines, those that belong together joined under the first one's number.</summary>
    public static List<Line> Join(List<Line> lines)
    {
        int cuts = 0;
        for (int i = 1; i < lines.Count && cuts < LeastCuts; i++)
            cuts += IsCut(lines[i - 1].Text, lines[i].Text) ? 1 : 0;
        if (cuts < LeastCuts)
            return lines;
        var joined = new List<Line>(lines.Count) { lines[0] };
        for (int i = 1; i < lines.Count; i++)
        {
            Line last = joined[^1], line = lines[i];
            if (last.Text.Length < LongestJoined && !line.AfterBlank && !last.IsRow && !line.IsRow && GoesOn(last.Text, line.Text))
                joined[^1] = last.With(last.Text + line.Text, isRow: false);
            else
                joined.Add(line);
        }
        return joined;
    }

    // What no line of a text is, however it was wrapped: a bracket or mark alone, digits before what they count.
    private static bool IsCut(string above, string line) =>
        (line.Length == 1 && (Openings.Contains(line[0]) || Followers.Contains(line[0]))) || (IsDigits(above) && Counted.Contains(line[0]));

    private static bool GoesOn(string text, string line) =>
        Followers.Contains(line[0]) || Openings.Contains(text[^1]) || (char.IsAsciiDigit(text[^1]) && Counted.Contains(line[0]))
        || (line.Length == 1 && Openings.Contains(line[0]) && !Shapes.EndsSentence(text))
        // 〔2025〕 / 12, 2025年 / 1
        || (IsDigits(line) && text[^1] is '〕' or ']' or '］' or '年' or '月' or '第');

    private static bool IsDigits(string text) => text.Length <= LongestDigits && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
}
