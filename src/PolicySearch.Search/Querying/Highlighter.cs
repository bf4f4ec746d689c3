using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying;

/// <summary>
/// Marks what a query matches in stored text, and picks the passages to show. Marks are found in the folded text, which has the offsets of the text
/// itself, by the rule that the query matches by. Thread-safe.
/// </summary>
internal static class Highlighter
{
    private const int MaxFragments = 3;
    private const int FragmentLength = 120;
    private const int LeadLength = 160;

    // Fragments may begin or end up to so many characters elsewhere to meet the border of a sentence.
    private const int BorderSlack = 30;
    private const string SentenceEnds = "。！？；\n";

    /// <summary>All matches in a text, joined where they overlap, ascending.</summary>
    public static List<TextSpan> Mark(string text, IReadOnlyList<MatchPattern> patterns) =>
        Join(MatchPattern.FindAll(CharacterFolding.Fold(text), patterns));

    /// <summary>A text with its matches.</summary>
    public static HighlightedText Whole(string text, IReadOnlyList<MatchPattern> patterns) => new(text, Mark(text, patterns));

    /// <summary>The best passages around matches, best first; the beginning of the text when nothing matches.</summary>
    public static List<HighlightedText> Fragments(string text, IReadOnlyList<MatchPattern> patterns)
    {
        if (text.Length == 0)
            return [];
        List<(TextSpan Span, int Pattern)> matches = MatchPattern.FindAll(CharacterFolding.Fold(text), patterns);
        if (matches.Count == 0)
            return [new(text[..SafeCut(text, BorderAfter(text, Math.Min(LeadLength, text.Length), text.Length))], [])];
        List<TextSpan> marks = Join(matches);
        return [.. PickWindows(matches, patterns, text).Select(window => Cut(text, window, marks))];
    }

    private static List<TextSpan> Join(List<(TextSpan Span, int Pattern)> matches)
    {
        var joined = new List<TextSpan>();
        foreach ((TextSpan span, _) in matches)
        {
            if (joined.Count > 0 && span.Start < joined[^1].End)
                joined[^1] = new(joined[^1].Start, Math.Max(joined[^1].End, span.End));
            else
                joined.Add(span);
        }
        return joined;
    }

    /// <summary>Windows that begin at a match, taken greedily by the weight of the patterns in them, the same pattern counting less each time.</summary>
    private static List<TextSpan> PickWindows(List<(TextSpan Span, int Pattern)> matches, IReadOnlyList<MatchPattern> patterns, string text)
    {
        List<(TextSpan Window, double Weight)> candidates = Weigh(matches, patterns);
        var picked = new List<TextSpan>();
        foreach ((TextSpan window, _) in candidates.OrderByDescending(candidate => candidate.Weight).ThenBy(candidate => candidate.Window.Start))
        {
            TextSpan adjusted = Adjust(text, window);
            if (picked.Exists(other => adjusted.Start < other.End && other.Start < adjusted.End))
                continue;
            picked.Add(adjusted);
            if (picked.Count == MaxFragments)
                break;
        }
        return picked;
    }

    private static List<(TextSpan Window, double Weight)> Weigh(List<(TextSpan Span, int Pattern)> matches, IReadOnlyList<MatchPattern> patterns)
    {
        var candidates = new List<(TextSpan, double)>();
        var counts = new int[patterns.Count];
        double weight = 0;
        int last = 0;
        for (int first = 0; first < matches.Count; first++)
        {
            int limit = matches[first].Span.Start + FragmentLength;
            for (; last < matches.Count && (last <= first || matches[last].Span.End <= limit); last++)
                weight += patterns[matches[last].Pattern].Weight / ++counts[matches[last].Pattern];
            candidates.Add((new(matches[first].Span.Start, Math.Max(limit, matches[first].Span.End)), weight));
            weight -= patterns[matches[first].Pattern].Weight / counts[matches[first].Pattern]--;
        }
        return candidates;
    }

    private static TextSpan Adjust(string text, TextSpan window)
    {
        int lead = FragmentLength / 4;
        int start = BorderBefore(text, Math.Max(0, window.Start - lead), window.Start);
        int end = BorderAfter(text, Math.Min(text.Length, window.End - lead), text.Length);
        return new(SafeCut(text, start), SafeCut(text, Math.Max(end, Math.Min(text.Length, window.End))));
    }

    /// <summary>The sentence border nearest before the match, not further back than <paramref name="from"/>; <paramref name="from"/> itself when there is none.</summary>
    private static int BorderBefore(string text, int from, int match)
    {
        int at = text.AsSpan(from, match - from).LastIndexOfAny(SentenceEnds);
        return at >= 0 ? from + at + 1 : from;
    }

    private static int BorderAfter(string text, int from, int limit)
    {
        int slack = Math.Min(limit, from + BorderSlack);
        int at = text.AsSpan(from, slack - from).IndexOfAny(SentenceEnds);
        return at >= 0 ? from + at + (text[from + at] == '\n' ? 0 : 1) : from;
    }

    // Never between the halves of a surrogate pair.
    private static int SafeCut(string text, int i) => i > 0 && i < text.Length && char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]) ? i - 1 : i;

    private static HighlightedText Cut(string text, TextSpan window, List<TextSpan> marks)
    {
        // A mark that the border would cut is taken in whole.
        foreach (TextSpan mark in marks)
        {
            if (mark.Start < window.Start && mark.End > window.Start)
                window = window with { Start = mark.Start };
            if (mark.Start < window.End && mark.End > window.End)
                window = window with { End = mark.End };
        }
        TextSpan[] inside = [.. marks.Where(mark => mark.Start >= window.Start && mark.End <= window.End)
            .Select(mark => new TextSpan(mark.Start - window.Start, mark.End - window.Start))];
        return new(text[window.Start..window.End], inside, window.Start);
    }
}
