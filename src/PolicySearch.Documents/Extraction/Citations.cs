using System.Buffers;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// Documents that the text cites: titles in 《》 with or without a number behind, and numbers alone.
/// <code>
/// citation := 《 title 》 [open number (、 number)* … close]      titles may hold titles: 《…〈…〉…》, 《…《…》…》
///           | number
/// </code>
/// Short names given by 以下简称《…》 stand for the title before them and are not cited again; what the document itself issues or answers is no
/// citation; a title without a number counts only when it ends like an official document. One pass, linear in the text. Thread-safe.
/// </summary>
internal static class Citations
{
    private const int MaxTitle = 200, NumberReach = 60;

    private static readonly SearchValues<char> Opens = SearchValues.Create("《〔[（(【„‹");

    private static readonly WordList TitleEndings = new(
    [
        "通知", "意见", "办法", "条例", "规定", "规划", "方案", "法", "决定", "细则", "纲要", "计划", "措施", "指南", "标准", "规范", "函", "批复", "公告", "通告", "制度", "准则", "目录", "预案", "章程", "公约", "要点", "政策",
        "报告", "请示", "通报", "答复", "决议", "规则", "指引", "安排", "清单", "命令", "令", "纪要", "公报", "实施意见", "规程", "协定", "宪法", "解释", "补充规定", "若干措施", "工作方案", "细化措施", "实施细则", "行动",
    ]);

    /// <summary>In order of first mention, each document once.</summary>
    public static List<Citation> Find(CleanText text, OwnDocument own, Findings findings)
    {
        var collector = new CitationCollector(own);
        int firstLine = 0;
        foreach (Paragraph paragraph in text.Paragraphs)
        {
            if (paragraph.Kind is ParagraphKind.Title or ParagraphKind.Header or ParagraphKind.Form or ParagraphKind.Signature or ParagraphKind.Addressee)
                continue;
            int before = collector.Count;
            Scan(text.Body, paragraph.Start, paragraph.End, collector);
            if (collector.Count > before && firstLine == 0)
                firstLine = paragraph.SourceLine;
        }
        return findings.Found("citations", collector.Finish(), $"from body line {firstLine} on");
    }

    /// <summary>Collects the citations of a part of the body.</summary>
    public static void Scan(string body, int start, int end, CitationCollector collector)
    {
        int at = start, taken = start;
        while (at < end)
        {
            int step = body.AsSpan(at, end - at).IndexOfAny(Opens);
            if (step < 0)
                return;
            at += step;
            int next = body[at] == '《' ? ReadTitle(body, at, end, collector) : ReadNumber(body, at, taken, end, collector);
            taken = next > at + 1 ? next : taken;
            at = next;
        }
    }

    private static int ReadNumber(string body, int at, int taken, int end, CitationCollector collector)
    {
        if (!LooksLikeYear(body, at, end))
            return at + 1;
        int from = Math.Max(taken, at - 20);
        string window = body[from..Math.Min(end, at + 40)];
        if (DocumentNumbers.Find(window) is not FoundNumber number || number.End + from <= at)
            return at + 1;
        collector.AddNumber(number.Canonical);
        return ReadMoreNumbers(body, from + number.End, end, number.Canonical, collector);
    }

    private static bool LooksLikeYear(string body, int at, int end)
    {
        int i = at + 1;
        while (i < end && body[i] == ' ')
            i++;
        return i + 1 < end && (body[i] is '1' or '2' or '第') && char.IsAsciiDigit(body[i + 1]);
    }

    // 〔2020〕18号、19号: the same code and year again.
    private static int ReadMoreNumbers(string body, int at, int end, string canonical, CitationCollector collector)
    {
        while (at + 2 < end && body[at] is '、' or '，')
        {
            int digits = at + 1;
            while (digits < end && char.IsAsciiDigit(body[digits]) && digits - at <= 6)
                digits++;
            if (digits == at + 1 || digits >= end || body[digits] != '号')
                break;
            collector.AddNumber(string.Concat(canonical.AsSpan(0, canonical.IndexOf('〕') + 1), body.AsSpan(at + 1, digits - at)));
            at = digits + 1;
        }
        return at;
    }

    private static int ReadTitle(string body, int open, int end, CitationCollector collector)
    {
        int close = FindClose(body, open, end);
        if (close < 0)
            return open + 1;
        string title = Hanzi.WideBrackets(body[(open + 1)..close]);
        int at = close + 1;
        string? number = NumberBehind(body, ref at, end);
        bool shortName = open >= 4 && IsShortName(body.AsSpan(Math.Max(0, open - 6), open - Math.Max(0, open - 6)));
        if (shortName)
            collector.AddShortName(title);
        else if (number is not null || EndsLikeDocument(title))
            collector.AddTitle(title, number);
        if (number is not null)
            return ReadMoreNumbers(body, at, end, number, collector);
        return close + 1;
    }

    private static bool IsShortName(ReadOnlySpan<char> before) => before.IndexOf("简称") >= 0 || before.IndexOf("下称") >= 0 || before.IndexOf("以下称") >= 0 || before.IndexOf("统称") >= 0;

    /// <summary>The mark that closes the one at <paramref name="open"/>, or −1 within the reach of a title.</summary>
    private static int FindClose(string body, int open, int end)
    {
        int depth = 0, limit = Math.Min(end, open + MaxTitle);
        for (int i = open; i < limit; i++)
        {
            if (body[i] == '《')
                depth++;
            else if (body[i] == '》' && --depth == 0)
                return i;
        }
        return body.IndexOf('》', open, limit - open);
    }

    private static string? NumberBehind(string body, ref int at, int end)
    {
        int i = at;
        while (i < end && body[i] == ' ')
            i++;
        if (i >= end || body[i] is '和' or '及' or '与' or '、')
            return null;
        bool bracket = body[i] is '（' or '(';
        string window = body[i..Math.Min(end, i + NumberReach)];
        int close = bracket ? window.AsSpan().IndexOfAny('。', '《', '；') : -1;
        if (close > 0)
            window = window[..close];
        if (DocumentNumbers.Find(window, bracket ? 1 : 0) is not FoundNumber number || number.Start > (bracket ? 12 : 0))
            return null;
        at = i + number.End;
        return number.Canonical;
    }

    private static bool EndsLikeDocument(string title)
    {
        ReadOnlySpan<char> bare = TitleShapes.Bare(title);
        if (bare.Length < 4)
            return false;
        return TitleEndings.Ends(bare);
    }
}
