using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// 成文日期: the signature's date; else a panel's; else a date below the title; else the printing date, with a warning, since printing may be a
/// day later. Thread-safe.
/// </summary>
internal static class IssueDates
{
    private const string OfPublication = "only the publication date is given; the issue date may be earlier";
    private const int MostYearLines = 30, MostYearsLate = 3;
    private static readonly string[] PanelLabels = ["成文日期", "答复时间"];

    /// <summary>The date, or null; a year without a readable day is kept in <paramref name="year"/>.</summary>
    /// <param name="layout">The document's lines.</param>
    /// <param name="panel">The site's metadata.</param>
    /// <param name="numberYear">The year in the document's own number, or null: a page that was published in another year does not tell the date.</param>
    /// <param name="findings">Takes provenance and warnings.</param>
    /// <param name="year">The date's year.</param>
    public static DateOnly? Find(Layout layout, Panel panel, int? numberYear, Findings findings, out int? year)
    {
        year = null;
        foreach ((FoundDate found, string where, string? warning) in Candidates(layout, panel))
        {
            if (warning == OfPublication && (numberYear is int ofNumber ? ofNumber != found.Year : IsLongBefore(layout, found.Year)))
                continue;
            year = found.Year;
            findings.Provenance["year"] = where;
            if (found.Date is null)
            {
                string unclear = $"{where}: the date names no day, or its digits can be read in two ways";
                // What the page's panel says may be another's mistake, but a day of the same year is hardly one.
                if (DatesOf(panel).FirstOrDefault(other => other.Date.Date is not null && other.Date.Year == found.Year) is { Where: string at } whole)
                {
                    findings.Warnings.Add($"{unclear}; the panel's was taken");
                    return findings.Found("issueDate", whole.Date.Date, at);
                }
                findings.Warnings.Add($"{unclear}; only the year was taken");
                return null;
            }
            if (warning is not null)
                findings.Warnings.Add(warning);
            return findings.Found("issueDate", found.Date, where);
        }
        return null;
    }

    private static IEnumerable<(FoundDate, string, string?)> Candidates(Layout layout, Panel panel)
    {
        if (layout.DateLine >= 0 && Read(layout.Lines[layout.DateLine].Compact) is FoundDate signed)
            yield return (signed, $"line {layout.Lines[layout.DateLine].Number}", null);
        foreach ((FoundDate date, string where) in DatesOf(panel))
            yield return (date, where, null);
        for (int i = 0; i < layout.BodyStart; i++)
        {
            if (HeaderLines.IsDateNote(layout.Lines[i].Compact) && !HeaderLines.HasTime(layout.Lines[i].Compact) && !IsOfHandingOver(layout, i) && Read(layout.Lines[i].Compact.Trim('（', '）', '(', ')', '[', ']')) is FoundDate note)
                yield return (note, $"line {layout.Lines[i].Number}", null);
        }
        for (int i = 0; i < layout.BodyStart; i++)
        {
            if (NumberedDates.Find(layout.Lines[i].Compact) is { } numbered)
                yield return (numbered.Date, $"line {layout.Lines[i].Number}", null);
        }
        for (int i = layout.BodyStart - 1; i >= 0; i--)
        {
            if (LastOf(layout.Lines[i].Compact) is FoundDate adopted)
                yield return (adopted, $"line {layout.Lines[i].Number}, note of adoption", null);
        }
        for (int i = layout.BodyStart; i < layout.FormStart; i++)
        {
            if (layout.Lines[i].Text.EndsWith('发') && FootLines.IsPrinting(layout.Lines[i].Compact) && Dates.Find(layout.Lines[i].Compact) is FoundDate printed)
                yield return (printed, $"line {layout.Lines[i].Number}, printing date", "only the printing date is given; the issue date may be earlier");
        }
        for (int i = Math.Max(layout.BodyStart, layout.FormStart - 6); i < layout.FormStart; i++)
        {
            if (layout.Lines[i].Compact is { Length: <= 30 } text && (text.StartsWith("答复时间", StringComparison.Ordinal) || text.StartsWith("答复日期", StringComparison.Ordinal)) && Read(text) is FoundDate answered)
                yield return (answered, $"line {layout.Lines[i].Number}", null);
        }
        if (panel.Value("发布日期") is PanelValue published && Read(published.Text) is FoundDate day)
            yield return (day, published.Where, OfPublication);
        for (int i = 0; i < layout.BodyStart; i++)
        {
            if (HeaderLines.IsDateNote(layout.Lines[i].Compact) && HeaderLines.HasTime(layout.Lines[i].Compact) && Dates.Find(layout.Lines[i].Compact) is FoundDate shown)
                yield return (shown, $"line {layout.Lines[i].Number}", OfPublication);
        }
    }

    private static IEnumerable<(FoundDate Date, string Where)> DatesOf(Panel panel)
    {
        foreach (string label in PanelLabels)
        {
            if (panel.Value(label) is PanelValue value && Read(value.Text) is FoundDate date)
                yield return (date, value.Where);
        }
    }

    // 主办单位 会办 交办日期, a row of labels above the date: when the suggestion was handed over, before anybody answered.
    private static bool IsOfHandingOver(Layout layout, int line) =>
        line > 0 && (layout.Lines[line - 1].Compact.EndsWith("交办日期", StringComparison.Ordinal) || layout.Lines[line - 1].Compact.EndsWith("交办时间", StringComparison.Ordinal));

    // A page of today may hold a document of thirty years ago: all years that its text names lie well before the page's.
    private static bool IsLongBefore(Layout layout, int published)
    {
        int latest = 0;
        for (int i = layout.BodyStart; i < Math.Min(layout.MainEnd, layout.BodyStart + MostYearLines); i++)
        {
            string text = layout.Lines[i].Compact;
            for (int at = text.IndexOf('年'); at >= 0; at = text.IndexOf('年', at + 1))
            {
                if (at >= 4 && int.TryParse(text.AsSpan(at - 4, 4), System.Globalization.NumberStyles.None, null, out int year) && year is > 1948 and < 2100)
                    latest = Math.Max(latest, year);
            }
        }
        return latest > 0 && published - latest > MostYearsLate;
    }

    // （2011年11月17日某某常务委员会第三十次会议通过 2020年5月14日…修正）: the last date is that of the text in force.
    private static FoundDate? LastOf(string note)
    {
        bool adoption = HeaderLines.IsAdoptionNote(note) && (note.Contains("通过", StringComparison.Ordinal) || note.Contains("修正", StringComparison.Ordinal) || note.Contains("修订", StringComparison.Ordinal) || note.Contains("公布", StringComparison.Ordinal) || note.Contains("发布", StringComparison.Ordinal));
        FoundDate? last = null;
        for (FoundDate? found = adoption ? Dates.Find(note) : null; found is not null; found = Dates.Find(note, found.Value.End))
            last = note.AsSpan(found.Value.End).StartsWith("起") || note.AsSpan(found.Value.End).StartsWith("施行") ? last : found;
        return last;
    }

    private static FoundDate? Read(string text) => Dates.Find(text) ?? Dates.FromBareDigits(text) ?? Dates.FromMonth(text);
}
