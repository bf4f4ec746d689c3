using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// 发文机关. Asked in this order: the body before 关于 or 对 in the title, the red head (某某文件 or a name alone above the number), the signature
/// above the date, the name before 令 or 公告, a bracket behind the title, the panel, the printing office without its 办公室, the contact unit without its section. Thread-safe.
/// </summary>
internal static class Issuers
{
    /// <summary>All bodies, the lead body first; empty when none is named.</summary>
    public static List<string> Find(Layout layout, Panel panel, Findings findings)
    {
        (List<string> Names, string Where)? found = InFull(layout, FromTitle(layout)) ?? FromHead(layout) ?? FromSignature(layout) ?? FromOrder(layout) ?? FromTitleBracket(layout)
            ?? FromPanel(panel) ?? FromPrinting(layout) ?? FromBullet(layout) ?? FromAnsweringUnit(layout) ?? FromContact(layout) ?? FromOwnRules(layout);
        if (found is not (List<string> names, string where))
        {
            findings.Warnings.Add("no issuer was found in title, head, signature or printing line");
            return [];
        }
        List<string> tidy = [.. names.Select(Offices.Tidy).Distinct()];
        findings.Found("issuers", tidy, where);
        return findings.Found("issuer", tidy, where);
    }

    /// <summary>Names of the issuer's house that are not the issuer itself, as signs of the place.</summary>
    public static List<string> HouseNames(Layout layout) => [.. PrintingNames(layout).Select(entry => entry.Name)];

    private static (List<string>, string)? FromTitle(Layout layout)
    {
        if (layout.Count(layout.Title) == 0)
            return null;
        string compact = TitleShapes.Unmarked(string.Concat(layout.In(layout.Title).Select(line => line.Compact)));
        int length = TitleShapes.OfficePrefixLength(compact);
        if (length == 0)
            return null;
        string spaced = Take(Titles.WithBlanks(layout).TrimStart('《'), length).Replace('、', ' ');
        List<string> names = Offices.Split(spaced) ?? [compact[..length]];
        names[0] = WithoutYear(names[0]);
        return (names, "title");
    }

    // 市人民政府关于…: where the title leaves the place out, the signature has the whole name.
    private static (List<string>, string)? InFull(Layout layout, (List<string> Names, string Where)? title)
    {
        bool bare = title?.Names is [{ Length: > 2 } name] && name[0] is '市' or '县' or '区' or '省' or '州' or '旗' or '盟';
        if (bare && FromSignature(layout) is ([string whole], string where) && whole.Length > title!.Value.Names[0].Length && whole.EndsWith(title.Value.Names[0][1..], StringComparison.Ordinal))
            return ([whole], where);
        return title;
    }

    // 2019年某局对…的答复: some sites set the year before the title.
    private static string WithoutYear(string name)
    {
        int at = name.Length > 7 && name[4] == '年' && char.IsAsciiDigit(name[0]) ? 5 : 0;
        return at > 0 && name[at] == '度' ? name[(at + 1)..] : name[at..];
    }

    // The part of a spaced text that holds the first characters of its compact form.
    private static string Take(string spaced, int compactLength)
    {
        int at = 0;
        for (int taken = 0; at < spaced.Length && taken < compactLength; at++)
        {
            if (spaced[at] != ' ')
                taken++;
        }
        return spaced[..at];
    }

    private static (List<string>, string)? FromHead(Layout layout)
    {
        int titleStart = layout.Count(layout.Title) > 0 ? layout.Title.Start.Value : layout.BodyStart;
        var names = new List<string>();
        int first = -1;
        for (int i = 0; i < titleStart; i++)
        {
            if (layout.Panel?.Holds(i) == true)
                continue;
            string text = layout.Lines[i].Compact;
            bool letterhead = HeaderLines.IsLetterhead(text);
            if (letterhead)
                text = PlaceAbove(layout, i) + text[..^2];
            else if (DocumentNumbers.Find(text) is FoundNumber number && text.IndexOf("文件", StringComparison.Ordinal) is int at and > 0 && at < number.Start)
                text = text[..at];
            else if (layout.Lines[i].IsField)
                continue;
            if (!Offices.IsName(text) || Shapes.MarkerLevel(text) > 0)
                continue;
            first = first < 0 ? i : first;
            names.AddRange(Offices.Split(layout.Lines[i].Text.Replace("文件", "", StringComparison.Ordinal).Replace(" ", letterhead ? "" : " ", StringComparison.Ordinal)) is { Count: > 1 } joint ? joint : [text]);
        }
        return names.Count == 0 ? null : (names, $"line {layout.Lines[first].Number}, letterhead");
    }

    // A red head may be set in two lines: the place above, the office below.
    private static string PlaceAbove(Layout layout, int index)
    {
        string above = index == 0 ? "" : layout.Lines[index - 1].Compact;
        bool place = above.Length is >= 2 and <= 10 && above[^1] is '市' or '县' or '区' or '省' or '州' or '旗' or '盟';
        return place && !layout.Lines[index - 1].IsField ? above : "";
    }

    private static (List<string>, string)? FromSignature(Layout layout)
    {
        if (layout.SignatureStart >= layout.FootStart)
            return null;
        var text = new System.Text.StringBuilder();
        for (int i = layout.SignatureStart; i < layout.FootStart; i++)
        {
            string line = layout.Lines[i].Text;
            if (line.Length <= 6 && line.Contains('章'))
                continue;
            if (i == layout.DateLine)
                line = WithoutDate(layout.Lines[i]);
            text.Append(' ').Append(WithoutSealNote(line));
        }
        string names = text.ToString().Trim();
        string where = $"line {layout.Lines[layout.SignatureStart].Number}, signature";
        if (Offices.Split(names) is List<string> found)
            return (found, where);
        // A person signs below the office (总理 李某某), or the last line of the text was taken for a name: the last whole name decides.
        for (int i = layout.FootStart - 1; i >= layout.SignatureStart; i--)
        {
            string line = i == layout.DateLine ? WithoutDate(layout.Lines[i]) : layout.Lines[i].Text;
            if (line.Length > 0 && Offices.Split(line) is List<string> last)
                return (last, where);
        }
        return null;
    }

    private static string WithoutDate(Line line)
    {
        FootFinder.IsSignatureDate(line.Compact, out int nameLength);
        return Take(line.Text, nameLength);
    }

    private static string WithoutSealNote(string text)
    {
        int bracket = text.AsSpan().IndexOfAny('（', '(');
        bool seal = bracket > 0 && (text.Contains('章') || text.Contains("代章", StringComparison.Ordinal));
        return seal ? text[..bracket] : text;
    }

    private static (List<string>, string)? FromOrder(Layout layout)
    {
        for (int i = 0; i < Math.Min(layout.BodyStart, 20); i++)
        {
            string text = layout.Lines[i].Compact;
            int end = text.LastIndexOf('令');
            if (end < 0)
                end = text.LastIndexOf("公告", StringComparison.Ordinal);
            if (end <= 2 || !(OrderNumbers.IsHead(text) || OrderNumbers.IsOrderLine(text)) || !Offices.IsName(text.AsSpan(0, end)))
                continue;
            int first = i;
            while (first > 0 && Offices.IsName(layout.Lines[first - 1].Compact) && !layout.Lines[first - 1].IsField)
                first--;
            IEnumerable<string> above = Enumerable.Range(first, i - first).Select(line => layout.Lines[line].Compact);
            return ([.. above, .. Offices.Split(Take(layout.Lines[i].Text, end)) ?? [text[..end]]], $"line {layout.Lines[first].Number}");
        }
        return null;
    }

    private static (List<string>, string)? FromTitleBracket(Layout layout)
    {
        if (layout.Count(layout.Title) == 0)
            return null;
        string title = string.Concat(layout.In(layout.Title).Select(line => line.Compact));
        int open = title.AsSpan().LastIndexOfAny('（', '(');
        bool bracket = open > 0 && title[^1] is '）' or ')';
        return bracket && Offices.IsName(title.AsSpan(open + 1, title.Length - open - 2)) ? ([title[(open + 1)..^1]], "title") : null;
    }

    private static (List<string>, string)? FromPanel(Panel panel) =>
        panel.Value("发文机关") is PanelValue value && Offices.Split(value.Text) is List<string> names ? (names, value.Where) : null;

    // A panel whose labels were lost leaves its values as a list above the title.
    private static (List<string>, string)? FromBullet(Layout layout)
    {
        for (int i = 0; i < layout.BodyStart; i++)
        {
            if (HeaderLines.IsBulleted(layout.Lines[i].Compact) && Offices.IsName(layout.Lines[i].Compact.AsSpan(1)))
                return ([layout.Lines[i].Compact[1..]], $"line {layout.Lines[i].Number}");
        }
        return null;
    }

    // 单位名称：某区农牧局 below the text, instead of a signature.
    private static (List<string>, string)? FromAnsweringUnit(Layout layout)
    {
        for (int i = layout.FormStart - 1; i >= Math.Max(layout.BodyStart, layout.FormStart - 8); i--)
        {
            string text = layout.Lines[i].Compact;
            int colon = text.AsSpan().IndexOfAny('：', ':');
            if (colon > 0 && text.Length <= 40 && text.AsSpan(0, colon) is "单位名称" or "答复单位" or "办理单位" or "承办单位" && Offices.IsName(text.AsSpan(colon + 1)))
                return ([text[(colon + 1)..]], $"line {layout.Lines[i].Number}");
        }
        return null;
    }

    // 某县人民政府工作规则: a government's own rules, plans and reports carry its name.
    private static (List<string>, string)? FromOwnRules(Layout layout)
    {
        const string Government = "人民政府";
        string title = layout.Count(layout.Title) == 1 ? layout.Lines[layout.Title.Start].Compact : "";
        int end = title.IndexOf(Government, StringComparison.Ordinal) + Government.Length;
        bool own = end > Government.Length + 1 && end < title.Length && title.AsSpan(0, end).IndexOfAny("关对《") < 0 && TitleShapes.EndStrength(title) > 0 && Offices.IsName(title.AsSpan(0, end));
        return own ? ([title[..end]], "title") : null;
    }

    private static (List<string>, string)? FromPrinting(Layout layout)
    {
        foreach ((string name, int number) in PrintingNames(layout))
        {
            const string Office = "办公室";
            bool ofOffice = name.EndsWith(Office, StringComparison.Ordinal) && Offices.IsName(name.AsSpan(0, name.Length - Office.Length));
            return ([ofOffice ? name[..^Office.Length] : name], $"line {number}, printing office");
        }
        return null;
    }

    // The last resort: the unit that answers questions, without its section.
    private static (List<string>, string)? FromContact(Layout layout)
    {
        string? unit = Contacts.Find(layout, new Findings()).Select(contact => contact.Unit).OfType<string>().FirstOrDefault();
        if (unit is null || unit.Contains('、'))
            return null;
        string office = Offices.OfSection(unit);
        bool whole = Offices.IsName(office) && !(office[^1] is '科' or '股' or '室' or '处');
        return whole ? ([office], "contact unit") : null;
    }

    private static IEnumerable<(string Name, int Number)> PrintingNames(Layout layout)
    {
        for (int i = layout.BodyStart; i < layout.MainEnd; i++)
        {
            if (layout.Lines[i].Text.Length > 80 || !layout.Lines[i].Text.EndsWith('发') || !FootLines.IsPrinting(layout.Lines[i].Compact))
                continue;
            string text = layout.Lines[i].Compact;
            string name = text[..Dates.Find(text)!.Value.Start];
            if (Offices.IsName(name))
                yield return (name, layout.Lines[i].Number);
            else if (name.Length == 0 && i > layout.BodyStart && Offices.IsName(layout.Lines[i - 1].Compact))
                yield return (layout.Lines[i - 1].Compact, layout.Lines[i - 1].Number);
        }
    }
}
