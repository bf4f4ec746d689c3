using System.Text;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>标题. Thread-safe.</summary>
internal static class Titles
{
    /// <summary>The title on one line, without blanks between Hanzi; null when the document has none.</summary>
    public static string? Find(Layout layout, Panel panel, Findings findings)
    {
        if (layout.Count(layout.Title) == 0)
        {
            if (panel.Value("标题") is PanelValue named && TitleShapes.Begins(named.Text) && TitleShapes.EndStrength(named.Text) > 0)
                return findings.Found("title", Hanzi.WideBrackets(named.Text), named.Where);
            findings.Warnings.Add("no title was found above the text");
            return null;
        }
        if (layout.Count(layout.Title) == 1 && OrderNumbers.SubjectOf(layout.Lines[layout.Title.Start].Compact) is string subject)
            return findings.Found("title", subject, $"line {layout.Lines[layout.Title.Start].Number}");
        if (layout.Count(layout.Title) == 1 && TitleShapes.EndStrength(layout.Lines[layout.Title.Start].Compact) == 0)
            findings.Warnings.Add("the title does not end like an official document's");
        return findings.Found("title", Hanzi.WideBrackets(WithoutNumber(WithoutLabel(TitleShapes.WithoutTail(TitleShapes.Unmarked(Join(layout))).ToString()))), $"line {layout.Lines[layout.Title.Start].Number}");
    }

    // 标题 对某县…的复函: a table's cells on one line, without a colon.
    private static string WithoutLabel(string title)
    {
        bool labelled = title.StartsWith("标题", StringComparison.Ordinal) || title.StartsWith("名称", StringComparison.Ordinal);
        string rest = labelled ? title[2..].TrimStart('：', ':', ' ') : title;
        return labelled && TitleShapes.Begins(rest) ? rest : title;
    }

    /// <summary>The title's lines in one; blanks stay only beside Latin letters, and one between joint issuers.</summary>
    public static string Join(Layout layout)
    {
        var text = new StringBuilder();
        foreach (Line line in layout.In(layout.Title))
            Unwrapper.AppendLine(text, line.Text);
        string title = Hanzi.JoinRunningText(text.ToString());
        int prefix = title.Length > 200 ? 0 : TitleShapes.OfficePrefixLength(title);
        return prefix == 0 ? title : JointPrefix(WithBlanks(layout), title[..prefix]) + title[prefix..];
    }

    // …的通知（宛政〔2022〕12号）: the number is a field of its own. A proposal's number (编号：…) stays.
    private static string WithoutNumber(string title)
    {
        int open = title.AsSpan().LastIndexOfAny('（', '(');
        // The number's own brackets may be round: go back to the bracket around it.
        int outer = open > 0 ? title.AsSpan(0, open).LastIndexOfAny('（', '(') : -1;
        foreach (int start in (ReadOnlySpan<int>)[outer, open])
        {
            if (start > 6 && DocumentNumbers.IsBracketed(title[start..]))
                return title[..start];
        }
        bool behind = DocumentNumbers.Find(title) is FoundNumber number && number.End == title.Length && number.Start > 6 && TitleShapes.EndStrength(title.AsSpan(0, number.Start)) == 2;
        return behind ? title[..DocumentNumbers.Find(title)!.Value.Start].TrimEnd(' ') : title;
    }

    private static string JointPrefix(string spaced, string prefix)
    {
        int at = 0;
        for (int taken = 0; at < spaced.Length && taken < prefix.Length; at++)
            taken += spaced[at] == ' ' ? 0 : 1;
        bool parted = spaced.AsSpan(0, at).Contains(' ') && !prefix.Contains('、');
        List<string>? names = parted ? Offices.Split(spaced[..at]) : null;
        return names is { Count: > 1 } ? string.Join(' ', names) : prefix;
    }

    /// <summary>The title's lines with their blanks, which part joint issuers; a line end counts as one blank.</summary>
    public static string WithBlanks(Layout layout) => string.Join(' ', layout.In(layout.Title).Select(line => line.Text));
}
