using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>How titles of official documents end and begin; text without blanks. Thread-safe.</summary>
internal static class TitleShapes
{
    /// <summary>No title is longer.</summary>
    public const int MaxLength = 200;

    private const int MaxOfficePrefix = 200, MaxLead = 60;

    private static readonly WordList StrongEndings = new(
    [
        "通知", "意见", "决定", "决议", "公告", "通告", "通报", "报告", "请示", "批复", "议案", "函", "纪要", "公报", "命令", "答复", "回复", "答覆", "复函", "复文", "续复", "会办意见", "办理意见", "办理情况", "办理单", "答复摘要", "复文摘要",
    ]);

    private static readonly WordList WeakEndings = new(
    [
        "令", "方案", "办法", "规定", "细则", "条例", "规划", "计划", "措施", "要点", "指南", "规则", "标准", "制度", "章程", "预案", "目录", "清单", "规范", "纲要", "准则", "说明", "解读", "名单", "情况", "建议", "提案", "通则", "总结", "讲话", "法", "解释", "宪法", "修正案", "一览表", "答记者问", "决定书",
    ]);

    // What stands between the body and the rest of a title.
    private static readonly WordList BehindOffice = new("关于", "对", "转发", "印发", "批转", "答复", "公布", "发布");

    /// <summary>2 for a statutory kind or a reply at the end, 1 for another kind of writing, 0 for neither; brackets behind are looked through.</summary>
    public static int EndStrength(ReadOnlySpan<char> title)
    {
        title = Bare(IsMarked(title) ? title[1..^1] : title);
        if (title.Length < 4)
            return 0;
        return StrongEndings.Ends(title) ? 2 : WeakEndings.Ends(title) ? 1 : 0;
    }

    /// <summary>The title without brackets, quotes and stops behind it: （试行）, （第350号）, (水利局).</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> title)
    {
        title = WithoutTail(title).TrimEnd("。.，,");
        while (title.Length > 4 && title[^1] is '）' or ')' or '】' or ']')
        {
            int open = OpeningOfLast(title);
            if (open <= 4 || title.Length - open > 40)
                break;
            title = title[..open];
        }
        return title;
    }

    /// <summary>
    /// The title without what sites set behind it on its line: the class (…的答复函 B), or the subject behind a bar (…的答复|关于…的建议). Text with or without blanks.
    /// </summary>
    public static ReadOnlySpan<char> WithoutTail(ReadOnlySpan<char> title)
    {
        int bar = title.IndexOf('|');
        if (bar > 8)
            title = title[..bar];
        // …办理情况的答复（B）
        if (title.Length > 12 && title[^1] is '）' or ')' && title.LastIndexOfAny('（', '(') is int open && title[(open + 1)..^1].TrimEnd('类') is [>= 'A' and <= 'D'] && StrongEndings.Ends(title[..open].TrimEnd(' ')))
            return title[..open].TrimEnd(' ');
        ReadOnlySpan<char> rest = title.TrimEnd("类 ");
        return rest.Length > 8 && rest[^1] is >= 'A' and <= 'D' && StrongEndings.Ends(rest[..^1].TrimEnd(' ')) ? rest[..^1].TrimEnd(' ') : title;
    }

    // The bracket that the last character closes: a number in brackets has brackets of its own, （编号：B（2017）103号）.
    private static int OpeningOfLast(ReadOnlySpan<char> title)
    {
        int depth = 0;
        for (int i = title.Length - 1; i >= 0; i--)
        {
            depth += title[i] is '）' or ')' or '】' or ']' ? 1 : title[i] is '（' or '(' or '【' or '[' ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return title.LastIndexOfAny("（([【");
    }

    /// <summary>A whole line in book-title marks, as some sites set their titles: 《…关于…的通知》.</summary>
    public static bool IsMarked(ReadOnlySpan<char> title) =>
        title.Length > 8 && title[0] == '《' && title[^1] == '》' && title[1..^1].IndexOf('》') is int close && (close < 0 || title[1..^1].IndexOf('《') is int open && open >= 0 && open < close);

    /// <summary>The title without marks around the whole of it, whose inner marks become outer ones, and without the word in brackets that sites set before it ([福建]福建省…, 【文件汇编】某市…).</summary>
    public static string Unmarked(string title) => IsMarked(title) ? title[1..^1].Replace('〈', '《').Replace('〉', '》') : WithoutWordOfSite(title);

    private static string WithoutWordOfSite(string title)
    {
        if (title.Length <= 10)
            return title;
        if (title[0] == '—')
            return title.TrimStart('—');
        int close = title[0] is '[' or '【' or '「' ? title.AsSpan(0, 8).IndexOfAny(']', '】', '」') : -1;
        // 某市：关于…, as collectors name whose document it is.
        int colon = title.AsSpan(0, 8).IndexOfAny('：', ':');
        // （甘肃省）2021年…公报
        int bracket = title[0] is '(' or '（' ? title.AsSpan(0, 10).IndexOfAny(')', '）') : -1;
        if (bracket > 2 && title[bracket - 1] is '省' or '市' or '区')
            return title[(bracket + 1)..];
        bool begins = close > 2 && Begins(title[(close + 1)..]) || colon > 1 && title.AsSpan(colon + 1).StartsWith("关于");
        // 第一篇：某大学…细则, as collections number what they hold.
        begins |= colon > 2 && title[0] == '第' && title[colon - 1] == '篇';
        return begins ? title[(Math.Max(close, colon) + 1)..] : title;
    }

    /// <summary>Whether two lines are the same title, whichever stands in marks; one may have a character or two more (招标的拍卖, 招标拍卖).</summary>
    public static bool IsSameTitle(string line, string other)
    {
        if (other.Length < 4 || Math.Abs(line.Length - other.Length) > 2)
            return false;
        ReadOnlySpan<char> a = WithoutMarks(line), b = WithoutMarks(other);
        int shorter = Math.Min(a.Length, b.Length), same = a.CommonPrefixLength(b);
        if (same == shorter || shorter < 12)
            return a.SequenceEqual(b);
        while (same < shorter && a[^(shorter - same)] == b[^(shorter - same)])
            same++;
        return same == shorter && a.Length != b.Length;
    }

    /// <summary>Whether a title is of what issues another document, named in marks: 关于印发《某办法》的通知 of 某办法.</summary>
    public static bool Issues(string title, string other) => title.Contains("印发《", StringComparison.Ordinal) && title.Contains($"印发《{other}》", StringComparison.Ordinal);

    private static ReadOnlySpan<char> WithoutMarks(string line) => line.Length > 4 && line[0] == '《' && line[^1] == '》' ? line.AsSpan(1, line.Length - 2) : line;

    /// <summary>Whether a text is a reply's title from its first word to its last: 关于…第201号建议的答复函.</summary>
    public static bool IsReply(string text) =>
        text.Length <= MaxLength && NamesProposalOfMeeting(text) && EndStrength(text) == 2 && Begins(text);

    /// <summary>Whether a text names a suggestion or proposal and the meeting that it was put to.</summary>
    public static bool NamesProposalOfMeeting(string text) =>
        (text.Contains("建议", StringComparison.Ordinal) || text.Contains("提案", StringComparison.Ordinal)) && text.Contains("次会议", StringComparison.Ordinal);

    /// <summary>Whether a title can begin here: 关于, 对, 转发, 印发, or an office before one of them.</summary>
    public static bool Begins(string text) =>
        text.StartsWith("关于", StringComparison.Ordinal) || text.StartsWith('对') || text.StartsWith("转发", StringComparison.Ordinal)
        || text.StartsWith("印发", StringComparison.Ordinal) || text.StartsWith("答复", StringComparison.Ordinal) || OfficePrefixLength(text) > 0
        || BeginsWithSeveral(text);

    // 某省发展和改革委员会等10部门关于…
    private static bool BeginsWithSeveral(string text) =>
        text.AsSpan(0, Math.Min(text.Length, MaxLead)).IndexOf("部门关于") is var end and > 3 && text.AsSpan(0, end).LastIndexOf('等') is var and && and > 2 && end - and <= 5 && Offices.EndsLikeOffice(text.AsSpan(0, and));

    /// <summary>Length of the issuing body before 关于, 对, 转发, 印发, 批转; 0 when the title does not begin with a body.</summary>
    public static int OfficePrefixLength(string title)
    {
        if (title.Length == 0 || title[0] == '《')
            return 0;
        for (int at = 1; at <= Math.Min(MaxOfficePrefix, title.Length - 1); at++)
        {
            if (BehindOffice.Begins(title.AsSpan(at)) && !EndsInsideBrackets(title.AsSpan(0, at)) && Offices.Split(title[..at].Replace('、', ' ')) is not null)
                return at;
        }
        return 0;
    }

    // …办理答复（某局关于…的函）: what a bracket holds begins another title.
    private static bool EndsInsideBrackets(ReadOnlySpan<char> text)
    {
        int depth = 0;
        foreach (char c in text)
            depth += c is '（' or '(' ? 1 : c is '）' or ')' ? -1 : 0;
        return depth > 0;
    }
}
