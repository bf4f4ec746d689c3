using System.Buffers;

namespace PolicySearch.Documents.Cleaning;

/// <summary>What a line looks like: cheap tests on text without blanks. Thread-safe.</summary>
internal static class Shapes
{
    private static readonly SearchValues<char> SentenceEnd = SearchValues.Create("。；！？;!?");

    /// <summary>Ends as a sentence or an enumeration's part does, also inside closing quotes and brackets.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> end = text.TrimEnd(" ”’）)》】");
        return end.Length > 0 && (SentenceEnd.Contains(end[^1]) || (end.Length == text.Length && end[^1] is '：' or ':' or '…'));
    }

    /// <summary>Holds a sentence's end, or a comma in a line too long for a heading or title line.</summary>
    public static bool IsRunningText(string text) =>
        text.Contains('。') || (text.Length > 24 && text.AsSpan().ContainsAny('，', '；', ',')) || text.Length > 80;

    /// <summary>
    /// Heading or item level by its marker: 1 for 一、 and 第一章, 2 for （一）, 3 for 1. and 1、 and 第一条, 4 for (1) and ①; 0 without a marker.
    /// </summary>
    public static int MarkerLevel(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');
        if (text.Length < 2)
            return 0;
        char first = text[0];
        if (first is '（' or '(')
            return BracketLevel(text);
        if (first is >= '①' and <= '⑳' or >= '⑴' and <= '⒇')
            return 4;
        if (first == '第')
            return ChapterLevel(text);
        if (char.IsAsciiDigit(first))
            return DigitLevel(text);
        int run = RunOfNumerals(text);
        return run is > 0 and <= 4 && run < text.Length && text[run] is '、' or '．' or '.' ? 1 : 0;
    }

    private static int BracketLevel(ReadOnlySpan<char> text)
    {
        text = text[1..].TrimStart(' ');
        int numerals = RunOfNumerals(text), digits = RunOfDigits(text);
        ReadOnlySpan<char> after = text[Math.Max(numerals, digits)..].TrimStart(' ');
        bool closed = after.Length > 0 && after[0] is '）' or ')';
        return !closed ? 0 : numerals is > 0 and <= 4 ? 2 : digits is > 0 and <= 3 ? 4 : 0;
    }

    private static int ChapterLevel(ReadOnlySpan<char> text)
    {
        int run = Math.Max(RunOfNumerals(text[1..]), RunOfDigits(text[1..]));
        if (run is 0 or > 5 || run + 1 >= text.Length)
            return 0;
        return text[run + 1] switch { '章' or '编' => 1, '节' => 2, '条' => 3, _ => 0 };
    }

    private static int DigitLevel(ReadOnlySpan<char> text)
    {
        int run = RunOfDigits(text);
        if (run > 3 || run >= text.Length)
            return 0;
        bool marker = text[run] is '、' or '．' || (text[run] == '.' && (run + 1 == text.Length || !char.IsAsciiDigit(text[run + 1])));
        return marker ? 3 : 0;
    }

    private static int RunOfDigits(ReadOnlySpan<char> text)
    {
        int run = 0;
        while (run < text.Length && char.IsAsciiDigit(text[run]))
            run++;
        return run;
    }

    private static int RunOfNumerals(ReadOnlySpan<char> text)
    {
        int run = 0;
        while (run < text.Length && text[run] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '零' or '〇')
            run++;
        return run;
    }
}
