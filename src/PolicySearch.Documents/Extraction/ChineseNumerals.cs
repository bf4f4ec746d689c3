namespace PolicySearch.Documents.Extraction;

/// <summary>Numbers as offices write them: 12, 十二, 二十一, 二〇二一, and ○ 零 O for the zero. Thread-safe.</summary>
internal static class ChineseNumerals
{
    /// <summary>The number that all of <paramref name="text"/> spells, or null. At most 9,999,999,999.</summary>
    public static long? Parse(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 10)
            return null;
        if (!text.ContainsAnyExceptInRange('0', '9'))
            return long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return text.ContainsAny("十百") ? ParseWithUnits(text) : ParseDigits(text);
    }

    private static long? ParseDigits(ReadOnlySpan<char> text)
    {
        long value = 0;
        foreach (char c in text)
        {
            int digit = Digit(c);
            if (digit < 0)
                return null;
            value = value * 10 + digit;
        }
        return value;
    }

    private static long? ParseWithUnits(ReadOnlySpan<char> text)
    {
        int value = 0, pending = -1;
        foreach (char c in text)
        {
            int unit = c switch { '十' => 10, '百' => 100, _ => 0 };
            if (unit > 0)
            {
                value += (pending < 0 ? 1 : pending) * unit;
                pending = -1;
                continue;
            }
            int digit = Digit(c);
            if (digit < 0 || pending > 0)
                return null;
            pending = digit;
        }
        return value + Math.Max(pending, 0);
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        '〇' or '○' or '零' or 'O' or 'o' or '◯' or 'О' or 'Ο' => 0,
        '一' or '元' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };
}
