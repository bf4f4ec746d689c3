using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>What a line below the text is; text without blanks. Thread-safe.</summary>
internal static class FootLines
{
    private static readonly WordList Labels = new(
    [
        "联系单位", "联系人", "联系电话", "联系方式", "电话", "承办人", "承办单位", "承办负责人", "承办科室", "经办人", "责任人", "负责人", "单位负责人", "主办单位", "联系科室", "传真", "邮编", "地址", "抄送", "抄报", "主送", "分送", "发送",
        "领导签发", "领导签批", "领导署名", "办复类别", "办理结果", "签发人", "审签人", "校对", "打印", "共印", "信息公开", "公开方式", "公开属性", "公开形式", "主题词", "注：", "注:", "此件", "本文有删减", "主动公开", "依申请公开", "办理结果", "类别", "（此件", "附件：", "附件:", "联系", "主办：", "主办:", "会办：", "办理类别", "公开", "是否公开",
    ]);

    /// <summary>A contact, copied-to, printing, disclosure or attachment-list line.</summary>
    public static bool IsFoot(string compact)
    {
        if (compact.Length > 300)
            return false;
        ReadOnlySpan<char> text = compact.AsSpan().TrimStart("（([【");
        foreach (string label in Labels.MayBegin(text))
        {
            if (text.StartsWith(label) && (label[^1] is '：' or ':' || text.Length <= 60 || text[..14].ContainsAny('：', ':')))
                return true;
        }
        return IsPrinting(compact) || HeaderLines.IsDisclosure(compact) || (compact.Length > 1 && HeaderLines.IsClassMark(compact)) || IsContactInBrackets(compact);
    }

    // （省某某厅某某处 联系电话：…）
    private static bool IsContactInBrackets(string compact) => compact.Length <= 120 && compact[0] is '（' or '(' && (compact.Contains("联系", StringComparison.Ordinal) || compact.Contains("电话", StringComparison.Ordinal));

    /// <summary>某某办公室 2023年7月19日印发, or the office alone above such a line is told by <see cref="IsFootContinuation"/>.</summary>
    public static bool IsPrinting(string compact) => compact.Length <= 80 && compact.EndsWith("印发", StringComparison.Ordinal) && Dates.Find(compact) is not null;

    /// <summary>A line that belongs to the foot because the one below it does: an office above 印发, or a wrapped copied-to list.</summary>
    public static bool IsFootContinuation(IReadOnlyList<Line> lines, int index)
    {
        string text = lines[index].Compact;
        bool aboveFoot = index + 1 < lines.Count && lines[index + 1].IsFoot;
        return (aboveFoot && IsPrinting(lines[index + 1].Compact) && Offices.IsName(text)) || (index > 0 && text.Length <= 40 && !text.Contains('。') && lines[index - 1].IsFoot && lines[index - 1].Compact[^1] is '、' or '，');
    }

    /// <summary>附件, 附件1, 附件：, 附：, 附 alone on its line.</summary>
    public static bool IsAttachmentMark(string compact)
    {
        ReadOnlySpan<char> text = compact.AsSpan().TrimEnd("：:");
        return text is "附" or "附件" or "附录" or "附表" || (text.Length <= 6 && (text.StartsWith("附件") || text.StartsWith("附表")) && !text[2..].ContainsAnyExcept("0123456789一二三四五六七八九十-"));
    }
}
