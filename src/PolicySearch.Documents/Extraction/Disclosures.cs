using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>公开属性, from head and foot lines. Thread-safe.</summary>
internal static class Disclosures
{
    // Longer wordings first: 同意公开 stands inside 不同意公开.
    private static readonly string[] Wordings =
    [
        "此件依申请公开", "此件主动公开", "此件公开发布", "此件不公开", "此件不予公开", "此件公开", "不同意对外公开", "同意对外公开", "同意全文公开", "同意摘要公开", "予以公开", "可以公开", "不宜公开", "不同意公开", "同意公开", "依申请公开", "主动公开", "不予公开", "免予公开", "部分公开", "摘要公开", "全文公开", "不公开",
    ];

    /// <summary>The wording as printed; 是否同意公开：是 gives 同意公开. Null when none is printed, which does not mean public.</summary>
    public static string? Find(IEnumerable<Line> lines, Findings findings)
    {
        bool menu = false;
        foreach (Line line in lines)
        {
            string text = line.Compact;
            // 政府信息公开指南, 政府信息公开制度, 依申请公开: entries of a site's menu, one below the other.
            bool entry = menu && text == "依申请公开";
            menu = text.StartsWith("政府信息公开", StringComparison.Ordinal);
            if (!entry && text.Length <= 80 && text.Contains("公开", StringComparison.Ordinal) && !HeaderLines.IsChrome(text) && ReadLine(text) is string wording)
                return findings.Found("disclosure", wording, $"line {line.Number}");
        }
        return null;
    }

    private static string? ReadLine(string text)
    {
        foreach (string question in (ReadOnlySpan<string>)["是否同意公开", "是否公开"])
        {
            int at = text.IndexOf(question, StringComparison.Ordinal);
            if (at >= 0)
                return Answer(text[(at + question.Length)..], question[2..]);
        }
        foreach (string wording in Wordings)
        {
            if (text.Contains(wording, StringComparison.Ordinal))
                return wording;
        }
        string bare = text.Trim('（', '）', '(', ')', '[', ']', '【', '】');
        bool behindNumber = text.EndsWith("公开", StringComparison.Ordinal) && DocumentNumbers.StartsWithNumber(text);
        return bare is "公开" || behindNumber || text.EndsWith("：公开", StringComparison.Ordinal) || text.EndsWith(":公开", StringComparison.Ordinal) ? "公开" : null;
    }

    private static string? Answer(string rest, string wording)
    {
        string answer = rest.TrimStart('：', ':', '（', '(', '[');
        foreach (string given in Wordings)
        {
            if (answer.StartsWith(given, StringComparison.Ordinal))
                return given;
        }
        return answer.StartsWith('是') || answer.StartsWith(wording, StringComparison.Ordinal) ? wording
            : answer.StartsWith('否') || answer.StartsWith('不') ? "不" + wording : null;
    }
}
