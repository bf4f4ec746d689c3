using PolicySearch.Search.Schema.Analysis;

namespace PolicySearch.Search.Querying;

/// <summary>
/// What a query marks in a text, by the rule that it matches by: the same folded characters, runs of letters or digits whole, blanks of any
/// number one blank; or a 文号 in any spelling. A value; thread-safe.
/// </summary>
/// <param name="Text">Folded characters; empty for a 文号.</param>
/// <param name="Number">The 文号, when the pattern is one.</param>
/// <param name="Weight">How much a match counts when fragments are chosen.</param>
internal readonly record struct MatchPattern(string Text, DocumentNumber? Number, float Weight)
{
    /// <summary>Finds every match in folded text, overlapping ones of different patterns included.</summary>
    public static List<(TextSpan Span, int Pattern)> FindAll(string folded, IReadOnlyList<MatchPattern> patterns)
    {
        var found = new List<(TextSpan Span, int Pattern)>();
        for (int i = 0; i < patterns.Count; i++)
        {
            if (patterns[i].Number is { } number)
                AddNumbers(found, folded, number, i);
            else
                AddText(found, folded, patterns[i].Text, i);
        }
        found.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        return found;
    }

    private static void AddNumbers(List<(TextSpan, int)> found, string folded, DocumentNumber wanted, int pattern)
    {
        foreach (DocumentNumberMatch match in DocumentNumberRecognizer.Find(folded, loose: false))
        {
            DocumentNumber number = match.Number;
            bool same = number.Year == wanted.Year && number.Serial == wanted.Serial && number.Prefix.EndsWith(wanted.Prefix, StringComparison.Ordinal);
            if (same)
                found.Add((new(match.Start + (wanted.Prefix.Length > 0 ? number.Prefix.Length - wanted.Prefix.Length : 0), match.End), pattern));
        }
    }

    private static void AddText(List<(TextSpan, int)> found, string folded, string pattern, int index)
    {
        int blank = IndexOfBlank(pattern);
        ReadOnlySpan<char> head = blank < 0 ? pattern : pattern.AsSpan(0, blank);
        for (int at = 0; (at = IndexOf(folded, head, at)) >= 0; at++)
        {
            int end = blank < 0 ? at + head.Length : EndOfMatch(folded, at, pattern);
            if (end < 0 || !IsWhole(folded, at, end))
                continue;
            found.Add((new(at, end), index));
            at = end - 1;
        }
    }

    private static int IndexOf(string folded, ReadOnlySpan<char> head, int from)
    {
        int at = folded.AsSpan(from).IndexOf(head, StringComparison.Ordinal);
        return at < 0 ? -1 : from + at;
    }

    private static int IndexOfBlank(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                return i;
        }
        return -1;
    }

    private static int EndOfMatch(string folded, int at, string pattern)
    {
        for (int i = 0; i < pattern.Length;)
        {
            if (at == folded.Length)
                return -1;
            if (char.IsWhiteSpace(pattern[i]) && char.IsWhiteSpace(folded[at]))
            {
                at = SkipBlanks(folded, at);
                i = SkipBlanks(pattern, i);
            }
            else if (pattern[i++] != folded[at++])
            {
                return -1;
            }
        }
        return at;
    }

    private static int SkipBlanks(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
            i++;
        return i;
    }

    private static bool IsWhole(string folded, int start, int end) =>
        (start == 0 || !ExactTokenizer.SameRun(folded[start - 1], folded[start]))
        && (end == folded.Length || !ExactTokenizer.SameRun(folded[end - 1], folded[end]));
}
