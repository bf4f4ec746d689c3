using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Passages;

/// <summary>A passage as it is shown: with its marks, cut to a length. Pure functions.</summary>
internal static class PassageText
{
    private const string SentenceEnds = "。！？；\n";

    /// <summary>A part of a text with the marks inside it; a long part begins at the sentence of its first mark.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="marks">In any order; they may overlap, and reach beyond the part.</param>
    /// <param name="longest">Most UTF-16 units that are shown.</param>
    public static HighlightedText Cut(string text, int start, int end, IEnumerable<TextSpan> marks, int longest)
    {
        List<TextSpan> joined = Join(marks, start, end);
        if (end - start > longest)
        {
            if (joined.Count > 0 && joined[0].Start - start > longest / 4)
                start = Whole(text, Math.Max(start, 1 + text.AsSpan(start, joined[0].Start - start).LastIndexOfAny(SentenceEnds) + start));
            end = Whole(text, Math.Min(end, start + longest));
            joined = Join(joined, start, end);
        }
        return new(text[start..end], [.. joined.Select(mark => new TextSpan(mark.Start - start, mark.End - start))], start);
    }

    private static List<TextSpan> Join(IEnumerable<TextSpan> marks, int start, int end)
    {
        var joined = new List<TextSpan>();
        foreach (TextSpan mark in marks.Select(mark => new TextSpan(Math.Max(mark.Start, start), Math.Min(mark.End, end))).Where(mark => mark.Start < mark.End).OrderBy(mark => mark.Start))
        {
            if (joined.Count > 0 && mark.Start <= joined[^1].End)
                joined[^1] = new(joined[^1].Start, Math.Max(joined[^1].End, mark.End));
            else
                joined.Add(mark);
        }
        return joined;
    }

    // Never between the halves of a surrogate pair.
    private static int Whole(string text, int i) => i > 0 && i < text.Length && char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]) ? i - 1 : i;
}
