using System.Buffers;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Figures;

/// <summary>What a number measures: the words between the clause's beginning and the verb before the number, without time and adverbs.</summary>
internal static class FigureSubject
{
    private const int MaxLength = 30, MaxNounBehind = 16;
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，：、（）；,:(“”");

    // Verbs and particles that lead over to the number; the subject ends before the first one that stands at its end.
    private static readonly WordList Leads = new(
    [
        "分别达到", "已经达到", "达到", "达", "不低于", "不少于", "不超过", "超过", "突破", "高于", "低于", "至少", "控制在", "稳定在", "保持在", "提高到", "提升到", "提高至", "提升至", "增加到", "增加至", "下降到", "下降至", "降至", "增长", "提高", "提升", "上升", "增加",
        "下降", "降低", "减少", "新增", "新建", "建成", "完成", "共有", "现有", "设有", "拥有", "共计", "合计", "累计", "总计", "约为", "为", "是", "有", "共", "约", "近", "到", "至", "仅", "已", "将", "了", "各", "按", "每", "不", "均", "逐年", "同比", "分别", "再", "全部",
    ]);

    private static readonly WordList Openers = new(
    [
        "其中", "力争", "争取", "确保", "实现", "预计", "计划", "目前", "现在", "已经", "截至目前", "截止目前", "近年来", "同时", "此外", "另外", "今年", "去年", "明年", "当前", "并", "且", "达到", "其余", "每年", "今年以来", "下一步",
    ]);

    // Whose, not what: 全市 102 个乡镇卫生院 counts the 乡镇卫生院.
    private static readonly WordList Wholes = new("全市", "全县", "全区", "全省", "全州", "全国", "我市", "我县", "我区", "我省", "我州", "各地", "市", "县", "区", "省级", "市级", "县级");

    private static readonly string[] VerbsBehind = ["全部", "均", "都", "已", "达到", "建立", "完成", "开展", "能够", "实行", "实现", "进驻", "纳入", "毕业", "上岗", "投入", "到", "在", "通过", "逐一", "进行", "实施"];
    private static readonly WordList AnyVerb = new(VerbsBehind);

    /// <summary>
    /// The subject of a number: the words before it; where they name only a place or nothing, the noun behind the unit; else the clause before,
    /// if that holds no number of its own.
    /// </summary>
    public static string? Of(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        int start = before.LastIndexOfAny(ClauseEnds) + 1;
        bool share = before[start..].Trim() is "占" or "占比" or "占比达" or "占总数的" or "占全部的";
        string own = share ? "" : Trim(WithoutWhole(before[start..]));
        bool named = own.Length >= 2 && !Wholes.Contains(own) && !own.AsSpan().ContainsAnyInRange('0', '9');
        if (named)
            return Short(own);
        if (Behind(after) is { } behind)
            return behind;
        if (own.Length >= 2 && !own.AsSpan().ContainsAnyInRange('0', '9'))
            return Short(own);
        if (start == 0 || before[start - 1] is not ('，' or ','))
            return null;
        before = before[..(start - 1)];
        ReadOnlySpan<char> clause = before[(before.LastIndexOfAny(ClauseEnds) + 1)..];
        // 产权归集体的1604个，占69.2%: the share is of what the clause before counts.
        int digit = share ? clause.IndexOfAnyInRange('0', '9') : -1;
        string previous = Trim(digit > 0 ? clause[..digit] : clause);
        return previous.Length >= 2 && !previous.AsSpan().ContainsAnyInRange('0', '9') ? Short(previous) : null;
    }

    // 对全市2318个…: the place counted over is not what is counted.
    private static ReadOnlySpan<char> WithoutWhole(ReadOnlySpan<char> clause)
    {
        ReadOnlySpan<char> bare = clause.TrimEnd();
        bool counted = Wholes.EndingOf(bare) is { Length: > 1 } whole && bare.Length > whole.Length && bare[^(whole.Length + 1)] is '对' or '在' or '为' or '给' or '向';
        return counted ? "" : clause;
    }

    private static string Short(string subject) => subject.Length <= MaxLength ? subject : subject[^MaxLength..];

    /// <summary>The noun behind a unit: 102个建制乡镇卫生院全部建立了…, 10%以上的乡镇卫生院.</summary>
    private static string? Behind(ReadOnlySpan<char> after)
    {
        foreach (string link in (ReadOnlySpan<string>)["以上", "以下", "左右", "的"])
        {
            if (after.StartsWith(link, StringComparison.Ordinal))
                after = after[link.Length..];
        }
        int end = after.IndexOfAny(ClauseEnds);
        ReadOnlySpan<char> noun = end < 0 ? after : after[..end];
        foreach (string verb in AnyVerb.StandsIn(noun) ? VerbsBehind : [])
        {
            int at = noun.IndexOf(verb, StringComparison.Ordinal);
            if (at >= 0)
                noun = noun[..at];
        }
        noun = noun.Trim();
        return noun.Length is >= 2 and <= MaxNounBehind && HasWord(noun) && !noun.ContainsAnyInRange('0', '9') ? noun.ToString() : null;
    }

    private static string Trim(ReadOnlySpan<char> clause)
    {
        clause = clause.Trim();
        while (clause.Length > 0 && (TrimLead(ref clause) | TrimOpener(ref clause)))
        {
        }
        return HasWord(clause) ? clause.ToString() : "";
    }

    private static bool TrimLead(ref ReadOnlySpan<char> clause)
    {
        if (Leads.EndingOf(clause) is not string lead)
            return false;
        clause = clause[..^lead.Length].TrimEnd();
        return true;
    }

    private static bool TrimOpener(ref ReadOnlySpan<char> clause)
    {
        int time = SentenceTime.LeadingTime(clause);
        if (time > 0)
        {
            clause = clause[time..].TrimStart();
            return true;
        }
        if (Openers.BeginningOf(clause) is not string opener)
            return false;
        clause = clause[opener.Length..].TrimStart();
        return true;
    }

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is >= '\u4E00' and <= '\u9FFF' || char.IsAsciiLetter(c))
                return true;
        }
        return false;
    }
}
