using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>The document's own 发文字号: a number that opens a head line or stands behind the red head, or the panel's. Thread-safe.</summary>
internal static class OwnNumbers
{
    /// <summary>Canonical form, or null. A number inside the title is the proposal's and is not taken.</summary>
    public static string? Find(Layout layout, Panel panel, Findings findings, out int? year)
    {
        year = null;
        for (int i = 0; i < layout.BodyStart; i++)
        {
            Line line = layout.Lines[i];
            if (line.Compact.Length > 200 || (IsInTitle(layout, i) && OrderNumbers.SubjectOf(line.Compact) is null))
                continue;
            if (OpensOrFollowsHead(line.Compact) is FoundNumber number)
            {
                year = number.Year;
                return findings.Found("docNumber", number.Canonical, $"line {line.Number}");
            }
            if (OrderNumbers.Read(layout.Lines, i) is string order)
                return findings.Found("docNumber", order, $"line {line.Number}");
        }
        return FromPanel(panel, findings, out year) ?? FromAdoption(layout, findings)
            ?? FirstOf(layout, i => DocumentNumbers.WithoutCode(layout.Lines[i].Compact), findings, out year) ?? FirstOf(layout, i => BehindTitle(layout.Lines[i].Compact), findings, out year)
            ?? WithoutBrackets(layout, findings, out year) ?? FirstOf(layout, i => IsInTitle(layout, i) ? null : InCell(layout.Lines[i]), findings, out year);
    }

    private static bool IsInTitle(Layout layout, int i) => i >= layout.Title.Start.Value && i < layout.Title.End.Value;

    private static FoundNumber? OpensOrFollowsHead(string text)
    {
        if (DocumentNumbers.StartsWithNumber(text))
            return DocumentNumbers.Find(text);
        if (NumberedDates.Find(text) is { } dated)
            return dated.Number;
        int head = text.IndexOf("文件", StringComparison.Ordinal);
        return head > 0 && DocumentNumbers.Find(text, head + 2) is FoundNumber number && number.Start <= head + 4 ? number : null;
    }

    private static string? FromPanel(Panel panel, Findings findings, out int? year)
    {
        year = null;
        // 【字号】前政发[2010]2号; above other pages it is the size of letters.
        if ((panel.Value("发文字号") ?? panel.Value("字号")) is not PanelValue value)
            return null;
        FoundNumber? number = DocumentNumbers.Find(value.Text);
        year = number?.Year;
        return findings.Found("docNumber", number?.Canonical ?? OrderNumbers.Of(value.Text), value.Where);
    }

    private static string? FromAdoption(Layout layout, Findings findings) =>
        OrderNumbers.OfAdoption(layout) is { } order ? findings.Found("docNumber", order.Number, order.Where) : null;

    private static string? FirstOf(Layout layout, Func<int, FoundNumber?> read, Findings findings, out int? year)
    {
        year = null;
        for (int i = 0; i < layout.BodyStart; i++)
        {
            if (read(i) is not FoundNumber number)
                continue;
            year = number.Year;
            return findings.Found("docNumber", number.Canonical, $"line {layout.Lines[i].Number}");
        }
        return null;
    }

    // 甘区政办发201756号 alone on its line: the brackets were lost on the way.
    private static string? WithoutBrackets(Layout layout, Findings findings, out int? year)
    {
        string? number = FirstOf(layout, i => IsInTitle(layout, i) ? null : DocumentNumbers.WithoutBrackets(layout.Lines[i].Compact), findings, out year);
        if (number is not null)
            findings.Warnings.Add($"{findings.Provenance["docNumber"]}: the document number has no brackets round its year; read as {number}");
        return number;
    }

    // 2007-11-07   大政办发[2006]68号   |   收藏: what a site prints below its title, side by side.
    private static FoundNumber? InCell(Line line)
    {
        if (line.Text.Length > 160 || line.Compact.Contains("编号", StringComparison.Ordinal))
            return null;
        foreach (string cell in line.Text.Split(["  ", "|"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string compact = Hanzi.WithoutBlanks(cell);
            if (DocumentNumbers.Find(compact) is { Start: 0 } number && number.End == compact.Length && Hanzi.IsIdeograph(compact[0]))
                return number;
        }
        return null;
    }

    // Title and number on one line: …的答复 三卫建议〔2023〕3号, or the number in brackets below the title.
    private static FoundNumber? BehindTitle(string text)
    {
        if (text.Length is < 8 or > 160 || text.Contains("编号", StringComparison.Ordinal))
            return null;
        FoundNumber? number = DocumentNumbers.Find(text, text.LastIndexOf('》') + 1);
        bool behind = number is FoundNumber found && found.Start > 8 && EndsLine(text, found.End) && TitleShapes.EndStrength(text.AsSpan(0, found.Start).TrimEnd("（([【")) == 2;
        return behind || DocumentNumbers.IsBracketed(text) ? number : null;
    }

    // Behind the number a bracket at most, or the office and its date.
    private static bool EndsLine(string text, int end)
    {
        ReadOnlySpan<char> behind = text.AsSpan(end);
        int digit = behind.IndexOfAnyInRange('0', '9');
        return behind.Length <= 1 || (digit > 1 && behind.Length <= 40 && Offices.IsName(behind[..digit]));
    }
}
