using System.Globalization;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Figures;

/// <summary>
/// Finds every number that carries a measure in running text. Dates, document numbers, ordinals, list numbers and phone numbers carry none.
/// One pass over the text, O(length): each sentence is looked at once for its numbers, each number only within its clause.
/// Thread-safe.
/// </summary>
internal static class FigureExtractor
{
    private const int MaxFigures = 2_000;
    private const int MaxClause = 120;
    private const string SentenceEnds = "。！？；\n";
    private static readonly System.Buffers.SearchValues<char> Beginnings = System.Buffers.SearchValues.Create("0123456789一二三四五六七八九十两百");

    /// <summary>The figures in order of place.</summary>
    /// <param name="body">Clean text.</param>
    /// <param name="skip">Whether a place belongs to a part of the document that states nothing (header, footer, form).</param>
    /// <param name="documentYear">What 今年 and 明年 count from; null when not known.</param>
    public static List<Figure> Find(string body, Func<int, bool>? skip = null, int? documentYear = null)
    {
        var figures = new List<Figure>();
        // A sentence is delimited when a numeral stands in it.
        int start = 0, end = 0;
        bool states = true;
        SentenceTime? time = null;
        for (int at = 0; figures.Count < MaxFigures && body.AsSpan(at).IndexOfAny(Beginnings) is int step and >= 0;)
        {
            at += step;
            if (at >= end)
            {
                start = end + body.AsSpan(end, at - end).LastIndexOfAny(SentenceEnds) + 1;
                int length = body.AsSpan(at).IndexOfAny(SentenceEnds);
                end = length < 0 ? body.Length : at + length;
                states = skip?.Invoke(start) != true;
                time = null;
            }
            if (!states)
            {
                at = end;
                continue;
            }
            Measured? measured = char.IsAsciiDigit(body[at]) ? Measured.Read(body, at, end, out at) : Measured.ReadChinese(body, at, end, out at);
            if (measured is { } found)
            {
                time ??= SentenceTime.Of(body.AsSpan(start, end - start), documentYear);
                figures.Add(ToFigure(body, start, end, found, time.Value));
            }
        }
        return figures;
    }

    private static Figure ToFigure(string body, int start, int end, Measured measured, SentenceTime time)
    {
        int from = Math.Max(start, measured.Start - MaxClause);
        ReadOnlySpan<char> before = body.AsSpan(from, measured.Start - from);
        ReadOnlySpan<char> after = body.AsSpan(measured.End, Math.Min(end - measured.End, MaxClause));
        Comparator comparator = Comparison.Of(before, after);
        (int? year, bool promised) = time.At(measured.Start - start);
        return new Figure(FigureSubject.Of(before, after), comparator, measured.Value, measured.Upper, measured.Unit, year, promised,
            measured.Start, measured.End, start, end);
    }
}

/// <summary>A number and its unit.</summary>
internal readonly record struct Measured(int Start, int End, decimal Value, decimal? Upper, string Unit)
{
    // Longest first within one beginning; units of office texts: money, shares, people, things, areas, lengths, weights, times of use.
    private static readonly string[] Units =
    [
        "个百分点", "百分点", "人次", "平方米", "平方公里", "立方米", "公里", "公顷", "公斤", "千米", "千瓦时", "千瓦", "兆瓦", "小时", "分钟", "个工作日", "工作日", "个月", "周岁", "名", "人", "家", "所", "个", "件", "项", "户", "辆", "台", "套", "张",
        "座", "处", "间", "条", "亩", "元", "吨", "米", "岁", "倍", "门", "场", "次", "例", "份", "部", "栋", "幢", "株", "只", "头", "尾", "艘", "对", "支", "批", "类", "门次", "床", "度", "架", "片", "块", "根", "颗", "届", "期", "班", "篇", "天", "日内", "年内", "%", "‰",
    ];

    // Longer ones first.
    private static readonly WordList KnownUnits = new([.. Units.OrderByDescending(unit => unit.Length)]);

    // A number before one of these is a date, an ordinal or part of a number, not a measure.
    private static readonly WordList NoUnits = new("年", "月", "日", "号", "届", "时", "点", "条款", "楼", "路", "版", "部门", "期工程", "次会议", "类", "条例");

    /// <summary>Reads the number at a place; null when it carries no measure. Either way says where to go on.</summary>
    public static Measured? Read(string body, int start, int end, out int next)
    {
        int at = start;
        decimal? value = Number(body, ref at, end);
        decimal? upper = null;
        if (at + 1 < end && body[at] is '-' or '－' or '—' or '–' or '~' or '～' or '至' or '到' && char.IsAsciiDigit(body[Math.Min(at + 1, end - 1)]))
        {
            at++;
            upper = Number(body, ref at, end);
        }
        next = Math.Max(at, start + 1);
        if (value is null || IsOrdinal(body, start))
            return null;
        decimal multiplier = Multiplier(body, ref at, end);
        string? unit = UnitAt(body.AsSpan(at, end - at), multiplier > 1);
        if (unit is null)
            return null;
        next = at + unit.Length;
        try
        {
            return new Measured(start, next, Plain(value.Value * multiplier), upper is { } top ? Plain(top * multiplier) : null, unit == "％" ? "%" : unit);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Reads a number that is written out (百分之九十五, 三成, 一千二百元); null when it is none or carries no measure.</summary>
    public static Measured? ReadChinese(string body, int start, int end, out int next)
    {
        ReadOnlySpan<char> text = body.AsSpan(start, end - start);
        bool percent = text.StartsWith("百分之", StringComparison.Ordinal);
        if (percent)
            text = text[3..];
        int length = ChineseMeasures.LengthAt(text);
        ReadOnlySpan<char> numerals = text[..length];
        int at = start + (percent ? 3 : 0) + length;
        next = Math.Max(at, start + 1);
        if (!percent && !ChineseMeasures.MayMeasure(numerals, at < end ? body[at] : ' '))
            return null;
        decimal? value = ChineseMeasures.Value(numerals);
        if (value is null or > 1_000_000_000_000 || (start > 0 && (body[start - 1] is '第' or '届' || char.IsAsciiDigit(body[start - 1]))))
            return null;
        if (percent)
            return new Measured(start, at, value.Value, null, "%");
        if (at < end && body[at] == '成' && length == 1 && (at + 1 == end || body[at + 1] is '以' or '左' or '多' or '、' or '，' or '）' or '的'))
            return new Measured(start, next = at + 1, value.Value * 10, null, "%");
        int unitAt = at < end && body[at] is '余' or '多' ? at + 1 : at;
        string? unit = UnitAt(body.AsSpan(unitAt, end - unitAt), multiplied: false);
        if (unit is null || !ChineseMeasures.Measures(numerals, unit))
            return null;
        next = unitAt + unit.Length;
        return new Measured(start, next, value.Value, null, unit);
    }

    // 3.5万 is 35000, not 35000.0.
    private static decimal Plain(decimal value) => value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;

    private static decimal? Number(string body, ref int at, int end)
    {
        int start = at;
        while (at < end && (char.IsAsciiDigit(body[at]) || IsGroupMark(body, at, end)))
            at++;
        if (at + 1 < end && body[at] == '.' && char.IsAsciiDigit(body[at + 1]))
        {
            at++;
            while (at < end && char.IsAsciiDigit(body[at]))
                at++;
        }
        ReadOnlySpan<char> text = body.AsSpan(start, at - start);
        if (text.Length is > 0 and <= 9 && !text.ContainsAnyExceptInRange('0', '9'))
            return int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return text.Length <= 20 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value) ? value : null;
    }

    // 1,234: exactly three digits behind the mark.
    private static bool IsGroupMark(string body, int at, int end) =>
        body[at] is ',' && at + 3 < end && char.IsAsciiDigit(body[at + 1]) && char.IsAsciiDigit(body[at + 2]) && char.IsAsciiDigit(body[at + 3])
        && (at + 4 >= end || !char.IsAsciiDigit(body[at + 4]));

    private static bool IsOrdinal(string body, int start) => start > 0 && (body[start - 1] is '第' or '〔' or '[' or '-' or '/' || char.IsAsciiLetterOrDigit(body[start - 1]));

    private static decimal Multiplier(string body, ref int at, int end)
    {
        decimal multiplier = 1;
        SkipBlanks(body, ref at, end);
        while (at < end)
        {
            decimal step = body[at] switch { '百' => 100, '千' => 1_000, '万' => 10_000, '亿' => 100_000_000, _ => 0 };
            if (step == 0 || body[at] == '千' && at + 1 < end && body[at + 1] is '米' or '瓦' or '克' || multiplier > 1_000_000_000_000)
                break;
            multiplier *= step;
            at++;
        }
        if (at < end && body[at] is '余' or '多')
            at++;
        SkipBlanks(body, ref at, end);
        return multiplier;
    }

    private static void SkipBlanks(string body, ref int at, int end)
    {
        while (at < end && body[at] == ' ')
            at++;
    }

    private static string? UnitAt(ReadOnlySpan<char> text, bool multiplied)
    {
        if (text.Length > 0 && text[0] == '％')
            return "％";
        bool withinTime = text.StartsWith("年内", StringComparison.Ordinal) || text.StartsWith("日内", StringComparison.Ordinal);
        if (!withinTime && NoUnits.Begins(text))
            return null;
        if (KnownUnits.BeginningOf(text) is string unit)
            return unit;
        return multiplied ? "" : null;
    }
}

/// <summary>How a number is meant, by the words around it.</summary>
internal static class Comparison
{
    private const int Near = 8;

    private static readonly Dictionary<string, Comparator> Before = new (string Word, Comparator Meaning)[]
    {
        ("不低于", Comparator.AtLeast), ("不少于", Comparator.AtLeast), ("至少", Comparator.AtLeast), ("不高于", Comparator.AtMost), ("不超过", Comparator.AtMost), ("不大于", Comparator.AtMost), ("控制在", Comparator.AtMost),
        ("最多", Comparator.AtMost), ("超过", Comparator.MoreThan), ("突破", Comparator.MoreThan), ("高于", Comparator.MoreThan), ("低于", Comparator.LessThan), ("少于", Comparator.LessThan),
        ("提高到", Comparator.Equal), ("提升到", Comparator.Equal), ("增加到", Comparator.Equal), ("增长到", Comparator.Equal), ("提高至", Comparator.Equal), ("提升至", Comparator.Equal), ("增加至", Comparator.Equal), ("增长至", Comparator.Equal),
        ("下降到", Comparator.Equal), ("降低到", Comparator.Equal), ("下降至", Comparator.Equal), ("降至", Comparator.Equal), ("减少到", Comparator.Equal), ("减少至", Comparator.Equal),
        ("增长", Comparator.Increase), ("提高", Comparator.Increase), ("提升", Comparator.Increase), ("上升", Comparator.Increase), ("上涨", Comparator.Increase), ("增加", Comparator.Increase),
        ("下降", Comparator.Decrease), ("降低", Comparator.Decrease), ("减少", Comparator.Decrease), ("压减", Comparator.Decrease), ("大约", Comparator.About), ("约", Comparator.About), ("近", Comparator.About),
    }.ToDictionary();

    private static readonly Dictionary<string, Comparator> After = new (string Word, Comparator Meaning)[]
        {("以上", Comparator.AtLeast), ("及以上", Comparator.AtLeast), ("以下", Comparator.AtMost), ("以内", Comparator.AtMost), ("之内", Comparator.AtMost), ("左右", Comparator.About), ("上下", Comparator.About) }.ToDictionary();

    private static readonly WordList WordsBefore = new([.. Before.Keys]), WordsAfter = new([.. After.Keys]);

    /// <summary>What stands behind the number decides before what stands in front of it; in front, the word next to the number.</summary>
    public static Comparator Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (WordsAfter.BeginningOf(after) is string behind)
            return After[behind];
        ReadOnlySpan<char> near = before[Math.Max(0, before.Length - Near)..];
        int clause = near.LastIndexOfAny("，、：（,");
        near = near[(clause + 1)..];
        (int End, int Length, string? Word) best = (-1, 0, null);
        for (int at = 0; at < near.Length; at++)
        {
            ReadOnlySpan<char> rest = near[at..];
            foreach (string word in WordsBefore.MayBegin(rest))
            {
                // 约 and 近 are parts of other words (签约, 附近) unless they touch the number.
                bool stands = rest.StartsWith(word) && (word.Length > 1 || rest[1..].IsWhiteSpace());
                if (stands && (at + word.Length > best.End || at + word.Length == best.End && word.Length > best.Length))
                    best = (at + word.Length, word.Length, word);
            }
        }
        return best.Word is null ? Comparator.Equal : Before[best.Word];
    }
}
