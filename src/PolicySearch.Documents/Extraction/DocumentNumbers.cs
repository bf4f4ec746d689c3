using System.Buffers;
using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>A document number inside a text.</summary>
/// <param name="Canonical">豫卫基层〔2020〕18号.</param>
/// <param name="Year">The year in the brackets.</param>
/// <param name="Start">First character of the number in the text, after cut-off words.</param>
/// <param name="End">One past 号.</param>
internal readonly record struct FoundNumber(string Canonical, int Year, int Start, int End);

/// <summary>
/// 发文字号 with a year in brackets, in any bracket and spacing:
/// <code>
/// number := prefix [：] open [第] year [年] close [第] serial 号     豫卫基层〔2020〕18号
///         | open year close prefix [第] serial 号                    〔1996〕武司字第82号
/// prefix := 1..16 Hanzi, letters or digits, cut after words that lead to a number (根据, 文件, 印发 …)
/// serial := [one Hanzi or letter] 1..6 digits [- 1..4 digits]                 温36, 30-17
/// </code>
/// Thread-safe.
/// </summary>
internal static partial class DocumentNumbers
{
    // „2009‟ and ‹2009› are what conversions make of the brackets.
    private static readonly SearchValues<char> Open = SearchValues.Create("〔[［(（【„‹<＜〈{"), Close = SearchValues.Create("〕]］)）】‟›>＞〉}”");
    private const int MaxPrefix = 16;

    // What stands before a number in a sentence and is never part of a code.
    private static readonly WordList LeadingWords = new(
    [
        "文件", "依据", "根据", "按照", "贯彻", "落实", "参照", "印发", "转发", "遵照", "执行", "依照", "下发", "发布", "出台", "制定", "详见", "参见",
        "答复", "回复", "复函", "文号", "字号", "编号", "通知", "意见", "办法", "方案", "规定", "决定", "批复", "国务院", "人民政府", "办公厅", "办公室", "的", "了", "号", "年",
    ]);

    // Words that may be part of a code (和政发) and are cut only when a whole code still follows.
    private static readonly char[] LeadingLetters = ['和', '及', '与', '以', '见', '即', '按', '对', '在'];

    /// <summary>The first number at or after <paramref name="from"/>, or null.</summary>
    public static FoundNumber? Find(string text, int from = 0)
    {
        for (int at = from; at < text.Length; at++)
        {
            int step = text.AsSpan(at).IndexOfAny(Open);
            if (step < 0)
                return null;
            at += step;
            if (ReadAt(text, at, from) is FoundNumber number)
                return number;
        }
        return null;
    }

    /// <summary>Whether a text opens with a number (after a short label such as 文号： at most); the cheap test for header lines.</summary>
    public static bool StartsWithNumber(string compact) => compact.Length <= 200 && Find(compact) is FoundNumber number && (number.Start <= LabelEnd(compact) || IsBehindOffice(compact, number));

    // 中华人民共和国国务院国函〔2011〕84号: the office and its number fill the line.
    private static bool IsBehindOffice(string compact, FoundNumber number) => number.End == compact.Length && compact.Length <= 40 && Offices.IsName(compact.AsSpan(0, number.Start));

    /// <summary>A number alone in brackets, below a title: （宛政〔2022〕12号）.</summary>
    public static bool IsBracketed(string compact) =>
        compact.Length is > 8 and <= 40 && compact[0] is '（' or '(' or '[' or '【' && Find(compact) is { Start: 1 } number && number.End >= compact.Length - 1;

    /// <summary>Year and serial alone on a line, the office having left its code out: 〔2022〕第18号.</summary>
    public static FoundNumber? WithoutCode(string compact)
    {
        bool shape = compact.Length is >= 8 and <= 16 && compact[0] is '〔' or '[' or '［' or '【' or '（' or '(';
        if (!shape || Find("号字" + compact) is not FoundNumber number || number.End != compact.Length + 2)
            return null;
        return number with { Canonical = number.Canonical[number.Canonical.IndexOf('〔')..], Start = 0, End = compact.Length };
    }

    /// <summary>A line that is nothing but a number whose brackets were lost: 甘区政办发201756号, 国税发 2009 2号.</summary>
    public static FoundNumber? WithoutBrackets(string compact)
    {
        Match match = compact.Length is >= 8 and <= 24 && compact[^1] == '号' ? Bracketless().Match(compact) : Match.Empty;
        if (!match.Success)
            return null;
        int year = int.Parse(match.Groups["y"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return year is < 1949 or > 2099 ? null : new FoundNumber($"{match.Groups["p"].Value}〔{year}〕{match.Groups["s"].Value}号", year, 0, compact.Length);
    }

    [GeneratedRegex(@"^(?<p>[一-龥]{1,10}[发函字办文复建提电请报议])(?<y>(?:19|20)[0-9]{2})第?(?<s>[1-9][0-9]{0,3})号$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketless();

    /// <summary>A line that is nothing but a number whose serial was left open: 月政发〔2017〕  号.</summary>
    public static bool LacksSerial(string compact) => compact.Length is >= 8 and <= 24 && compact[^1] == '号' && Serialless().IsMatch(compact);

    [GeneratedRegex(@"^[一-龥]{2,12}[〔\[［（(【](?:19|20)[0-9]{2}[〕\]］）)】]第?号$", RegexOptions.CultureInvariant)]
    private static partial Regex Serialless();

    // 文号：某政发…, 发文字号某政发… where a blank parted them, 类别：B某政函… where the class stands before the number.
    private static int LabelEnd(string compact)
    {
        int colon = compact.AsSpan(0, Math.Min(8, compact.Length)).IndexOfAny('：', ':');
        if (colon > 0)
            return colon + 1 + (HasClassAt(compact, colon + 1) ? 1 : 0);
        return compact.StartsWith("发文字号", StringComparison.Ordinal) ? 4 : compact.StartsWith("文号", StringComparison.Ordinal) ? 2 : 0;
    }

    private static bool HasClassAt(string text, int at) =>
        at >= 3 && at + 1 < text.Length && text[at] is >= 'A' and <= 'D' && Hanzi.IsIdeograph(text[at + 1]) && text.AsSpan(0, at - 1).EndsWith("类别");

    private static FoundNumber? ReadAt(string text, int open, int from)
    {
        int at = Skip(text, open + 1, '第');
        int year = ReadDigits(text, ref at, 4, out _);
        if (year is < 1949 or > 2099)
            return null;
        at = Skip(text, at, '年');
        if (at >= text.Length)
            return null;
        // 某府发〔20248号: a year has four digits, so the bracket that crawlers lose before a serial can be told; （第20220061号） is a suggestion's number.
        bool lost = char.IsAsciiDigit(text[at]) && text[open] is not ('（' or '(');
        if (!lost && !Close.Contains(text[at]))
            return null;
        int afterClose = lost ? at : SkipBlanks(text, at + 1);
        int prefixStart = PrefixStart(text, open, from, out string prefix);
        if (prefix.Length == 0)
            return lost ? null : ReadReversed(text, open, afterClose, year);
        string? serial = ReadSerial(text, Skip(text, afterClose, '第'), out int end, mayEnd: prefixStart == 0 && (lost || prefix.Length >= 2 && text[open] is not ('（' or '(')));
        // 关于市政协十三届四次会议委员提案〔2020〕33号: the number of what is answered.
        return serial is null || IsOfMeeting(prefix) ? null : new FoundNumber($"{Hanzi.WideBrackets(prefix)}〔{year}〕{serial}号", year, prefixStart, end);
    }

    private static bool IsOfMeeting(string prefix) => prefix.StartsWith("关于", StringComparison.Ordinal) || prefix.Contains("次会议", StringComparison.Ordinal);

    private static FoundNumber? ReadReversed(string text, int open, int at, int year)
    {
        int start = at;
        while (at < text.Length && at - start < 8 && Hanzi.IsIdeograph(text[at]) && text[at] != '第')
            at++;
        string prefix = text[start..at];
        if (prefix.Length is 0 or 8 || prefix.Contains('年'))
            return null;
        string? serial = ReadSerial(text, Skip(text, at, '第'), out int end);
        return serial is null ? null : new FoundNumber($"{prefix}〔{year}〕{serial}号", year, open, end);
    }

    private static int PrefixStart(string text, int open, int from, out string prefix)
    {
        int end = open;
        while (end > from && text[end - 1] is ' ' or '：' or ':')
            end--;
        int start = end;
        while (start > from && end - start < MaxPrefix && (Hanzi.IsIdeograph(text[start - 1]) || char.IsAsciiLetterOrDigit(text[start - 1]) || IsPartOfCode(text, from, start - 1, end)))
            start--;
        start += HasClassAt(text, start) ? 1 : 0;
        start += start == 0 && EndsLikeKind(text.AsSpan(0, end)) ? 0 : CutLength(text.AsSpan(start, end - start));
        // What was cut may have stood before a bracket: 通知（教）发.
        if (start < end && text[start] is '（' or '(')
            start = text.IndexOfAny(['）', ')'], start) + 1;
        prefix = text[start..end];
        return start;
    }

    // 宁财（教）发: a department of the office in brackets inside the code, one or two characters; 规定（一） ends before a code.
    private static bool IsPartOfCode(string text, int from, int at, int end)
    {
        if (text[at] is '）' or ')')
            return at + 1 < end && (OpensDepartment(text, from, at - 2) || OpensDepartment(text, from, at - 3));
        return text[at] is '（' or '(' && at + 3 < end && text.AsSpan(at + 2, 2).ContainsAny('）', ')') && OpensDepartment(text, from, at);
    }

    private static bool OpensDepartment(string text, int from, int open) =>
        open > from && text[open] is '（' or '(' && Hanzi.IsIdeograph(text[open - 1]) && Hanzi.IsIdeograph(text[open + 1]) && !"一二三四五六七八九十".Contains(text[open + 1], StringComparison.Ordinal);

    // 平交复函〔2017〕19号, first on its line: a code that ends with the letter's kind.
    private static bool EndsLikeKind(ReadOnlySpan<char> code) => code.Length is >= 4 and <= 8 && code[^2..] is "复函" or "答复" or "批复" && !LeadingWords.Ends(code[..^2]);

    private static int CutLength(ReadOnlySpan<char> run)
    {
        int cut = run.Length;
        while (cut > 0 && !LeadingWords.Ends(run[..cut]))
            cut--;
        int letter = run[cut..].LastIndexOfAny(LeadingLetters);
        if (letter >= 0 && run.Length - cut - letter - 1 >= 3)
            cut += letter + 1;
        while (cut < run.Length && char.IsAsciiDigit(run[cut]))
            cut++;
        // 和豫政 joins two numbers, 和政发 is a county's code: what follows 和 must begin like a code.
        bool joined = run.Length - cut >= 3 && run[cut] is '和' or '及' or '与' && "国中京津冀晋蒙内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕甘青宁新".Contains(run[cut + 1]);
        return joined ? cut + 1 : cut;
    }

    // A number that fills its line may have lost 号: 某价管字〔2002〕54.
    private static string? ReadSerial(string text, int at, out int end, bool mayEnd = false)
    {
        int start = at;
        if (at < text.Length && (Hanzi.IsIdeograph(text[at]) || char.IsAsciiLetter(text[at])))
            at++;
        int firstDigit = at;
        ReadDigits(text, ref at, 6, out string digits);
        bool lettered = firstDigit > start;
        // 30-17号: one of several letters under one number.
        if (digits.Length > 0 && at + 1 < text.Length && text[at] == '-' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            ReadDigits(text, ref at, 4, out string part);
            digits += "-" + part;
        }
        end = Math.Min(at + 1, text.Length);
        if (mayEnd && digits.Length > 0 && at == text.Length)
            return digits;
        if (digits.Length == 0 || at >= text.Length || text[at] is not ('号' or '號'))
            return null;
        return lettered ? text[start] + digits : digits;
    }

    // Digits with blanks between them: crawled pages print 〔 20 21 〕 4 号.
    private static int ReadDigits(string text, ref int at, int max, out string digits)
    {
        Span<char> found = stackalloc char[max];
        int count = 0;
        at = SkipBlanks(text, at);
        while (at < text.Length && count < max && char.IsAsciiDigit(text[at]))
        {
            found[count++] = text[at];
            at = SkipBlanks(text, at + 1);
        }
        digits = found[..count].ToString();
        return count == 0 ? -1 : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
        return at;
    }

    private static int Skip(string text, int at, char c)
    {
        at = SkipBlanks(text, at);
        return at < text.Length && text[at] == c ? SkipBlanks(text, at + 1) : at;
    }
}
