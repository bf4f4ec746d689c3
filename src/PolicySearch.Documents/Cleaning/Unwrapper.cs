using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace PolicySearch.Documents.Cleaning;

/// <summary>Text put together from one or more lines.</summary>
/// <param name="Text">Joined, not yet without blanks.</param>
/// <param name="First">The first of its lines.</param>
internal readonly record struct JoinedLines(string Text, Line First);

/// <summary>
/// Puts paragraphs together again that were cut by hard line ends, blank lines or page ends. A line goes on in the next when it ends without a
/// sentence's end and either is as wide as the document's lines are or is running text; a line with a heading's or item's marker never
/// continues another. Thread-safe.
/// </summary>
internal static class Unwrapper
{
    private const int WidestWrap = 60, NarrowestWrap = 12, HeadingLength = 45, Tolerance = 4, AtOnce = 16;
    private const ushort FirstWide = 0x2E80;

    /// <summary>Joins lines in order. One pass; its cost is linear in the text.</summary>
    public static List<JoinedLines> Join(IReadOnlyList<Line> lines, int start, int end)
    {
        int width = WrapWidth(lines, start, end);
        var paragraphs = new List<JoinedLines>();
        var open = new StringBuilder();
        for (int i = start; i < end; i++)
        {
            Line first = lines[i];
            // Whether the line itself is running text is asked there, and only where it matters.
            if (i + 1 >= end || !Continues(first, first, lines[i + 1], width, running: false))
            {
                paragraphs.Add(new JoinedLines(first.Text, first));
                continue;
            }
            open.Clear().Append(first.Text);
            bool running = IsRunning(first.Text);
            while (i + 1 < end && Continues(first, lines[i], lines[i + 1], width, running))
            {
                AppendLine(open, lines[++i].Text);
                running |= IsRunning(lines[i].Text);
            }
            paragraphs.Add(new JoinedLines(open.ToString(), first));
        }
        return paragraphs;
    }

    /// <summary>Two parts of one word or sentence, with a blank only between Latin words.</summary>
    public static void AppendLine(StringBuilder text, string next)
    {
        if (text.Length > 0 && char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(next[0]))
            text.Append(' ');
        text.Append(next);
    }

    /// <summary>The width, in characters, at which lines were cut; 0 when lines are whole paragraphs.</summary>
    internal static int WrapWidth(IReadOnlyList<Line> lines, int start, int end)
    {
        int count = end - start;
        if (count < 6)
            return 0;
        // Wider lines than any that are cut need not be told apart.
        Span<int> counts = stackalloc int[WidestWrap + Tolerance + 2];
        counts.Clear();
        int widest = 0;
        for (int i = start; i < end; i++)
        {
            int one = lines[i].Width;
            widest = Math.Max(widest, one);
            counts[Math.Min(one, counts.Length - 1)]++;
        }
        int width = WidthBefore(counts, count * 85 / 100);
        if (width is < NarrowestWrap or > WidestWrap || widest > width * 3)
            return 0;
        int near = 0;
        foreach (int ofWidth in counts[(width - Tolerance)..(width + Tolerance + 1)])
            near += ofWidth;
        return near * 100 >= count * 35 ? width : 0;
    }

    /// <summary>The width of a line that so many lines are narrower than, or as wide as.</summary>
    private static int WidthBefore(ReadOnlySpan<int> counts, int narrower)
    {
        int width = 0;
        for (int passed = counts[0]; passed <= narrower; passed += counts[width])
            width++;
        return width;
    }

    /// <summary>In columns of one Hanzi: two half-width characters count as one.</summary>
    internal static int Width(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<ushort> numbers = MemoryMarshal.Cast<char, ushort>(text);
        int narrow = 0, at = 0;
        for (; at + AtOnce <= numbers.Length; at += AtOnce)
        {
            Vector256<ushort> characters = Vector256.Create(numbers.Slice(at, AtOnce));
            Vector256<ushort> wide = Equal(characters, '“') | Equal(characters, '”') | Equal(characters, '—') | Equal(characters, '…');
            narrow += BitOperations.PopCount(Vector256.AndNot(Vector256.LessThan(characters, Vector256.Create(FirstWide)), wide).ExtractMostSignificantBits());
        }
        foreach (char c in text[at..])
            narrow += c < FirstWide && c is not ('“' or '”' or '—' or '…') ? 1 : 0;
        return (2 * text.Length - narrow + 1) / 2;
    }

    private static Vector256<ushort> Equal(Vector256<ushort> characters, char c) => Vector256.Equals(characters, Vector256.Create((ushort)c));

    private static bool IsRunning(string text) => text.AsSpan().ContainsAny('。', '，', '；');

    // running: a line before the last one is running text.
    private static bool Continues(Line first, Line last, Line next, int width, bool running)
    {
        if (Shapes.EndsSentence(last.Text) || next.Mark > 0 || last.Mark > 0 || Shapes.MarkerLevel(next.Text) > 0 || last.IsRow || next.IsRow)
            return false;
        if (next.IsFoot || Extraction.FootLines.IsAttachmentMark(next.Compact))
            return false;
        if (EndsInsideMarks(last.Text, '《', '》') || EndsInsideMarks(last.Text, '（', '）') || EndsInsideMarks(last.Text, '〔', '〕'))
            return true;
        if (IsFull(last, width))
            return true;
        bool heading = ReferenceEquals(first, last) && Shapes.MarkerLevel(first.Text) > 0 && first.Text.Length <= HeadingLength && !first.Text.Contains('。');
        if (heading)
            return false;
        // Digits make a line of running text narrower than its neighbours.
        bool nearlyFull = running && width > 0 && last.Width >= width - 2 * Tolerance;
        return last.Text[^1] is '，' or '、' or ',' || IsRunning(last.Text) || nearlyFull;
    }

    /// <summary>Whether a line is as wide as the document's lines are; never where lines are whole paragraphs.</summary>
    internal static bool IsFull(Line line, int width) => width > 0 && line.Width + (line.Indent is > 0 and <= 4 ? 2 : 0) >= width - Tolerance;

    private static bool EndsInsideMarks(string text, char open, char close) => text.LastIndexOf(open) > text.LastIndexOf(close);

    /// <summary>Three cells and more, parted by wide gaps or bars.</summary>
    public static bool IsTableRow(ReadOnlySpan<char> text)
    {
        if (text[0] == '|' && text[^1] == '|' && text.Length > 2)
            return true;
        for (int gaps = 0; gaps < 2; gaps++)
        {
            int gap = text.IndexOf("  ");
            if (gap < 0)
                return false;
            text = text[gap..].TrimStart(' ');
        }
        return true;
    }
}
