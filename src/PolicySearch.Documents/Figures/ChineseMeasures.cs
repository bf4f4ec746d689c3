using PolicySearch.Documents.Extraction;

namespace PolicySearch.Documents.Figures;

/// <summary>Numbers that are written out: 百分之九十五, 三成, 二十公里, 一千二百元. Pure functions.</summary>
internal static class ChineseMeasures
{
    private const int MaxLength = 12;

    // One digit before such a word counts nothing (一项, 两个 … are ways of speaking); before these it measures.
    private static readonly string[] RealMeasures = ["个百分点", "元", "公里", "平方米", "平方公里", "立方米", "亩", "公顷", "吨", "千瓦时", "千瓦", "兆瓦", "小时", "分钟", "个工作日", "工作日", "个月", "周岁", "岁", "倍", "米", "公斤"];

    // And 成 of 三成.
    private static readonly System.Buffers.SearchValues<char> MeasureBeginnings = System.Buffers.SearchValues.Create(string.Concat(RealMeasures.Select(measure => measure[0])) + "成");

    /// <summary>How many numerals a text begins with, at most twelve.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && length < MaxLength && IsNumeral(text[length]))
            length++;
        return length;
    }

    private static bool IsNumeral(char c) =>
        c is '〇' or '零' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '千' or '万' or '亿' or '两';

    /// <summary>The cheap test before <see cref="Measures"/>: most numerals of a text count nothing.</summary>
    public static bool MayMeasure(ReadOnlySpan<char> numerals, char next) => numerals.Length > 1 ? HasScale(numerals) : MeasureBeginnings.Contains(next);

    /// <summary>Whether one single numeral before a unit is meant as a number.</summary>
    public static bool Measures(ReadOnlySpan<char> numerals, string unit) => numerals.Length > 1 ? HasScale(numerals) : RealMeasures.Contains(unit);

    private static bool HasScale(ReadOnlySpan<char> numerals) => numerals.IndexOfAny("十百千万亿") >= 0 && numerals[0] is not ('百' or '千' or '万' or '亿');

    /// <summary>
    /// What numerals spell, up to 9999亿: sections of 亿 and 万, each in 千, 百, 十; null when they spell no number. Not a number are numerals inside a date, an ordinal, a
    /// heading's mark or a word (the caller looks at what stands around).
    /// </summary>
    public static decimal? Value(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return null;
        decimal total = 0;
        foreach ((char mark, decimal scale) in (ReadOnlySpan<(char, decimal)>)[('亿', 100_000_000m), ('万', 10_000m)])
        {
            int at = text.IndexOf(mark);
            if (at < 0)
                continue;
            if (Section(text[..at]) is not decimal section || at == 0)
                return null;
            total += section * scale;
            text = text[(at + 1)..];
        }
        return text.IsEmpty ? total : Section(text) is decimal rest ? total + rest : null;
    }

    private static decimal? Section(ReadOnlySpan<char> text)
    {
        int thousand = text.IndexOf('千');
        if (thousand < 0)
            return ChineseNumerals.Parse(text);
        if (thousand != 1 || ChineseNumerals.Parse(text[..1]) is not long thousands)
            return null;
        ReadOnlySpan<char> rest = text[2..].TrimStart("零〇");
        return rest.IsEmpty ? thousands * 1000 : ChineseNumerals.Parse(rest) is long below ? thousands * 1000 + below : null;
    }
}
