using System.Buffers;

namespace PolicySearch.Documents.Cleaning;

/// <summary>What counts as Hanzi, and what to do with blanks between them. Thread-safe.</summary>
internal static class Hanzi
{
    /// <summary>An ideograph, 〇, or Chinese punctuation: characters beside which a blank has no meaning in running text.</summary>
    public static bool IsWide(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u3001' and <= '\u301F')
            or (>= '\uFF01' and <= '\uFF60') or '“' or '”' or '‘' or '’' or '…' or '—' or '·' or (>= '\uD800' and <= '\uDFFF');

    /// <summary>An ideograph or 〇.</summary>
    public static bool IsIdeograph(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇';

    /// <summary>One past the last of some letters, when they stand in a text in their order from a place on, others between them or not; −1 when they do not.</summary>
    public static int EndInOrder(ReadOnlySpan<char> letters, ReadOnlySpan<char> text, int from)
    {
        foreach (char letter in letters)
        {
            int step = text[from..].IndexOf(letter);
            if (step < 0)
                return -1;
            from += step + 1;
        }
        return from;
    }

    /// <summary>Whether any character of a text is one.</summary>
    public static bool StandsIn(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (IsIdeograph(c))
                return true;
        }
        return false;
    }

    /// <summary>The text without any blank.</summary>
    public static string WithoutBlanks(string text)
    {
        if (!text.Contains(' '))
            return text;
        return string.Create(text.Length - text.AsSpan().Count(' '), text, static (target, source) =>
        {
            int at = 0;
            foreach (char c in source)
            {
                if (c != ' ')
                    target[at++] = c;
            }
        });
    }

    /// <summary>
    /// Running text without the blanks that stand between Hanzi, Chinese marks and digits; between other characters a run of blanks becomes one.
    /// </summary>
    public static string JoinRunningText(string text) => Rewrite(text, static (left, right, _, _, _) => !(IsWide(left) || IsWide(right)) || char.IsAsciiLetter(left) || char.IsAsciiLetter(right));

    /// <summary>
    /// A line whose gaps part columns or names: blanks vanish between single Hanzi (组 长), other gaps become one space.
    /// </summary>
    public static string JoinSpacedWords(string text) => Rewrite(text, static (left, right, source, from, to) =>
        !(IsWide(left) && IsWide(right)) || !(IsSingle(source, from - 1, -1) && IsSingle(source, to, +1)));

    // The piece beside a gap is one character long: another gap or the line's end follows it.
    private static bool IsSingle(string text, int at, int step)
    {
        int beyond = at + step;
        return beyond < 0 || beyond >= text.Length || text[beyond] == ' ' || !IsIdeograph(text[beyond]);
    }

    /// <summary>Half-width round brackets beside Hanzi, in pairs, as full-width ones: a value reads the same whichever the office typed.</summary>
    public static string WideBrackets(string text)
    {
        int open = text.IndexOf('(');
        if (open < 0)
            return text;
        char[] wide = text.ToCharArray();
        for (; open >= 0; open = text.IndexOf('(', open + 1))
        {
            int close = text.IndexOf(')', open);
            if (close < 0)
                break;
            bool beside = IsBeside(text, open) || IsBeside(text, close);
            (wide[open], wide[close]) = beside ? ('（', '）') : ('(', ')');
        }
        return new string(wide);
    }

    private static bool IsBeside(string text, int at) => (at > 0 && IsWide(text[at - 1])) || (at + 1 < text.Length && IsWide(text[at + 1]));

    private delegate bool KeepsGap(char left, char right, string text, int from, int to);

    private static string Rewrite(string text, KeepsGap keeps)
    {
        if (!text.Contains(' '))
            return text;
        char[] result = ArrayPool<char>.Shared.Rent(text.Length);
        int length = 0;
        for (int at = 0; at < text.Length;)
        {
            int gap = text.IndexOf(' ', at) is int blank and >= 0 ? blank : text.Length;
            text.CopyTo(at, result, length, gap - at);
            length += gap - at;
            at = gap;
            while (at < text.Length && text[at] == ' ')
                at++;
            if (gap > 0 && at < text.Length && keeps(text[gap - 1], text[at], text, gap, at))
                result[length++] = ' ';
        }
        string rewritten = new(result, 0, length);
        ArrayPool<char>.Shared.Return(result);
        return rewritten;
    }
}
