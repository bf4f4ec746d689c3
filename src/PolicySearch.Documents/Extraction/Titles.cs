using System.Text;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>标题. Thread-safe.</summary>
internal static class Titles
{
    private const int LeastNumberedTitle = 12;

    /// <summary>The title on one line, without blanks between Hanzi; null when the document has none.</summary>
    public static string? Find(Layout layout, Panel panel, Findings findings)
    {
        if (IsPoor(layout) && FromPanel(panel, findings) is string named)
            return named;
        if (layout.Count(layout.Title) == 0)
        {
            // 某市人民政府征收土地公告2025年第10号: where nothing else heads a document, its number does.
            if (layout.Lines.Take(layout.BodyStart).FirstOrDefault(line => line.Compact.Length >= LeastNumberedTitle && OrderNumbers.IsOrderLine(line.Compact)) is Line numbered)
                return findings.Found("title", numbered.Compact, $"line {numbered.Number}");
            findings.Warnings.Add("no title was found above the text");
            return null;
        }
        if (layout.Count(layout.Title) == 1 && OrderNumbers.SubjectOf(layout.Lines[layout.Title.Start].Compact) is string subject)
            return findings.Found("title", Hanzi.WideBrackets(subject), $"line {layout.Lines[layout.Title.Start].Number}");
        if (layout.Count(layout.Title) == 1 && TitleShapes.EndStrength(layout.Lines[layout.Title.Start].Compact) == 0)
            findings.Warnings.Add("the title does not end like an official document's");
        return findings.Found("title", Hanzi.WideBrackets(WithoutNumber(WithoutLabel(TitleShapes.WithoutTail(TitleShapes.Unmarked(Join(layout))).ToString()))), $"line {layout.Lines[layout.Title.Start].Number}");
    }

    // No title, or a line that is a page's rather than a document's: it ends like none, or is words side by side.
    private static bool IsPoor(Layout layout)
    {
        if (layout.Count(layout.Title) != 1)
            return layout.Count(layout.Title) == 0;
        Line line = layout.Lines[layout.Title.Start];
        if (TitleShapes.EndStrength(line.Compact) == 0)
            return OrderNumbers.SubjectOf(line.Compact) is null;
        return line.Text.AsSpan().Count(' ') >= 4 && !TitleShapes.Begins(line.Compact);
    }

    // Where the page prints no title above the text, or only words of its own, the panel's is the document's.
    private static string? FromPanel(Panel panel, Findings findings)
    {
        if (panel.Value("标题") is not PanelValue named)
            return null;
        string title = TitleShapes.Unmarked(WithoutLeadingNumber(named.Text));
        return (TitleShapes.Begins(title) || title.Contains("关于", StringComparison.Ordinal)) && TitleShapes.EndStrength(title) > 0 ? findings.Found("title", Hanzi.WideBrackets(title), named.Where) : null;
    }

    /// <summary>豫政〔2010〕22号某市人民政府关于…的决定: the title behind a number on its line.</summary>
    public static string WithoutLeadingNumber(string title) =>
        DocumentNumbers.Find(title) is { Start: 0 } number && TitleShapes.Begins(title[number.End..]) ? title[number.End..] : title;

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
        int open = title.AsSpan().LastIndexOfAny("（([【");
        // The number's own brackets may be round or square: go back to the bracket around it.
        int outer = open > 0 ? title.AsSpan(0, open).LastIndexOfAny("（([【") : -1;
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
