using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicySearch.Documents.Extraction;

/// <summary>A date inside a line.</summary>
/// <param name="Date">The day; null when its digits can be read in two ways (2021112) or name no day (2022年6月).</param>
/// <param name="Year">The year, always known.</param>
internal readonly record struct FoundDate(DateOnly? Date, int Year, int Start, int End);

/// <summary>
/// Dates as offices write them, in text without blanks:
/// <code>
/// date   := year 年 month 月 day 日 | yyyy sep m sep d | yyyymmdd (marks lost: 2017821)
/// year   := four digits | four numerals with 〇 ○ 零 0 O for zero
/// sep    := - | / | .
/// </code>
/// Thread-safe.
/// </summary>
internal static partial class Dates
{
    private const int EarliestYear = 1949, LatestYear = 2099;

    // Between the digits of every date stands one of these.
    private static readonly SearchValues<char> Marks = SearchValues.Create("年-/.");

    /// <summary>Whether the first character of a text can be a date's.</summary>
    public static bool MayBegin(ReadOnlySpan<char> text) => text.Length > 0 && text[0] is '1' or '2' or '一' or '二';

    /// <summary>The first date of a line at or after <paramref name="start"/>; lines over 400 characters are searched to there.</summary>
    public static FoundDate? Find(string text, int start = 0)
    {
        int length = Math.Min(text.Length, 400) - start;
        if (length <= 0 || !text.AsSpan(start, length).ContainsAny(Marks))
            return null;
        Match match = DatePattern().Match(text, start, length);
        return match.Success ? Read(match) : null;
    }

    /// <summary>Reads a line whose date lost its 年月日, or some of them (20198月30日): only digits, seven or eight of them.</summary>
    public static FoundDate? FromBareDigits(string text)
    {
        if (text.Length is >= 8 and <= 11 && text[^1] == '日')
            return DayBehindYear().Match(text) is { Success: true } day ? Read(day) : null;
        ReadOnlySpan<char> behindYear = text.Length < 6 ? [] : text.AsSpan(4).TrimStart('年');
        if (behindYear.Length is < 2 or > 4 || text.Length > 9 || text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9') || behindYear.ContainsAnyExceptInRange('0', '9'))
            return null;
        int year = Number(text.AsSpan(0, 4));
        if (year is < EarliestYear or > LatestYear)
            return null;
        DateOnly?[] readings = [.. Splits(year, behindYear.ToString()).Distinct()];
        return readings.Length == 0 ? null : new FoundDate(readings.Length == 1 ? readings[0] : null, year, 0, text.Length);
    }

    /// <summary>A line that is a year and a month only (2022年6月): the day stays unknown.</summary>
    public static FoundDate? FromMonth(string text)
    {
        Match match = text.Length <= 12 ? MonthPattern().Match(text) : Match.Empty;
        int year = match.Success ? Number(match.Groups["y"].ValueSpan) : 0;
        return year is < EarliestYear or > LatestYear ? null : new FoundDate(null, year, 0, text.Length);
    }

    /// <summary>年12月31日: a line whose date lost its year.</summary>
    public static bool IsDayWithoutYear(ReadOnlySpan<char> text) => text.Length is >= 5 and <= 7 && text[0] == '年' && text[^1] == '日' && DayAlone().IsMatch(text);

    private static IEnumerable<DateOnly?> Splits(int year, string monthAndDay)
    {
        for (int cut = 1; cut <= 2 && cut < monthAndDay.Length; cut++)
        {
            string day = monthAndDay[cut..];
            if (day.Length > 2 || monthAndDay[0] == '0' && cut == 1 || day[0] == '0' && (day.Length == 1 || cut == 1))
                continue;
            if (ToDate(year, Number(monthAndDay.AsSpan(0, cut)), Number(day)) is DateOnly date)
                yield return date;
        }
    }

    private static FoundDate? Read(Match match)
    {
        int year = Number(match.Groups["y"].ValueSpan);
        if (year is < EarliestYear or > LatestYear)
            return null;
        DateOnly? date = ToDate(year, Number(match.Groups["m"].ValueSpan), Number(match.Groups["d"].ValueSpan));
        return date is null ? null : new FoundDate(date, year, match.Index, match.Index + match.Length);
    }

    private static int Number(ReadOnlySpan<char> text) => (int)(ChineseNumerals.Parse(text) ?? 0);

    private static DateOnly? ToDate(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(@"^(?<y>(?:19|20)\d{2})(?<m>\d{1,2})月(?<d>\d{1,2})日$", RegexOptions.CultureInvariant)]
    private static partial Regex DayBehindYear();

    [GeneratedRegex(@"^年\d{1,2}月\d{1,2}日$", RegexOptions.CultureInvariant)]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"^(?<y>(?:19|20)\d{2}|[一二][〇○零0Oo◯ОΟ一二三四五六七八九]{3})年(?:\d{1,2}|[元一二三四五六七八九十]{1,2})月$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"(?<y>(?:19|20)\d{2}|[一二][〇○零0Oo◯ОΟ一二三四五六七八九]{3})年(?<m>\d{1,2}|[元一二三四五六七八九十]{1,2})月(?:(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})日|(?<d>\d{1,2})$)|(?<![\d.])(?<y>(?:19|20)\d{2})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?:(?!\d)|(?=\d{2}:\d{2}))", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();
}
