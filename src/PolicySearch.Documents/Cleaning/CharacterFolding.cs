using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// Folds what a reader cannot tell apart, one character to one character or to none: radicals and compatibility ideographs to ordinary
/// ideographs, full-width letters and digits to half-width, small and presentation brackets to ordinary ones, every kind of blank to a
/// space, invisible characters to nothing. Chinese punctuation stays. Thread-safe.
/// </summary>
internal static class CharacterFolding
{
    private const int LongestOnStack = 512, AtOnce = 16;
    private const char Dropped = '\0';
    private static readonly char[] Map = BuildMap();

    // The map is larger than the fastest memory, and most of a text does not need it.
    private static readonly CharacterSet Changed = new(c => Map[c] != c);

    /// <summary>The folded text; the same instance when nothing changes.</summary>
    public static string Fold(string text)
    {
        if (FirstChange(text, 0) == text.Length)
            return text;
        Span<char> folded = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[text.Length];
        return Fold(text, folded).ToString();
    }

    /// <summary>The folded text: itself when nothing changes, else written to a buffer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">As long as the text at least.</param>
    public static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        int length = 0;
        for (int at = 0; at < text.Length;)
        {
            int change = FirstChange(text, at);
            if (change == text.Length && at == 0)
                return text;
            text[at..change].CopyTo(buffer[length..]);
            length += change - at;
            for (at = change; at < text.Length && Changed.Contains(text[at]); at++)
            {
                char c = Map[text[at]];
                if (c != Dropped)
                    buffer[length++] = c;
            }
        }
        return buffer[..length];
    }

    // The place of the first character at or behind a place that is folded, or the text's length.
    private static int FirstChange(ReadOnlySpan<char> text, int from)
    {
        ReadOnlySpan<ushort> numbers = MemoryMarshal.Cast<char, ushort>(text);
        int at = from;
        while (at < text.Length)
        {
            if (at + AtOnce <= text.Length && AreOrdinary(Vector256.Create(numbers.Slice(at, AtOnce))))
            {
                at += AtOnce;
                continue;
            }
            for (int end = Math.Min(at + AtOnce, text.Length); at < end; at++)
            {
                if (Changed.Contains(text[at]))
                    return at;
            }
        }
        return text.Length;
    }

    // What nearly all characters of an office's text are, none of which is folded: ideographs, ASCII, Chinese marks, quotes, the comma.
    private static bool AreOrdinary(Vector256<ushort> characters)
    {
        Vector256<ushort> ordinary = Between(characters, '\u4E00', '\u9FFF') | Between(characters, ' ', '~') | Between(characters, '\u3001', '\u301F') | Between(characters, '\u2018', '\u201F')
            | Vector256.Equals(characters, Vector256.Create((ushort)'，'));
        return ordinary == Vector256<ushort>.AllBitsSet;
    }

    private static Vector256<ushort> Between(Vector256<ushort> characters, char first, char last) =>
        Vector256.LessThanOrEqual(characters - Vector256.Create((ushort)first), Vector256.Create((ushort)(last - first)));

    private static char[] BuildMap()
    {
        char[] map = new char[char.MaxValue + 1];
        for (int c = 0; c < map.Length; c++)
            map[c] = (char)c;
        AddBlanksAndInvisible(map);
        AddWidths(map);
        AddPairs(map, "\uFE5D\uFE5E\uFE39\uFE3A\uFE59\uFE5A\uFE35\uFE36\uFE50\uFE52\uFE54\uFE55\uFE56\uFE57\uFE3D\uFE3E\uFE3F\uFE40\u2027\u30FB\u2012\u2015\u2212", "〔〕〔〕（）（），。；：？！《》〈〉··–—-");
        foreach ((int start, string targets) in CompatibilityTable.Runs)
        {
            for (int i = 0; i < targets.Length; i++)
                map[start + i] = targets[i];
        }
        return map;
    }

    private static void AddBlanksAndInvisible(char[] map)
    {
        for (int c = 0; c < ' '; c++)
            map[c] = Dropped;
        for (int c = 0x7F; c < 0xA0; c++)
            map[c] = Dropped;
        foreach (char blank in "\t\v\f\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000")
            map[blank] = ' ';
        foreach (char invisible in "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\uFEFF")
            map[invisible] = Dropped;
    }

    private static void AddWidths(char[] map)
    {
        foreach ((char first, char last) in (ReadOnlySpan<(char, char)>)[('０', '９'), ('Ａ', 'Ｚ'), ('ａ', 'ｚ')])
        {
            for (int c = first; c <= last; c++)
                map[c] = (char)(c - 0xFEE0);
        }
        foreach (char c in "％＋－／＝＠＆＃＊．＿")
            map[c] = (char)(c - 0xFEE0);
    }

    private static void AddPairs(char[] map, string from, string to)
    {
        for (int i = 0; i < from.Length; i++)
            map[from[i]] = to[i];
    }
}
