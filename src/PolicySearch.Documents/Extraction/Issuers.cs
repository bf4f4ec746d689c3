using PolicySearch.Documents.Cleaning;
using PolicySearch.Documents.Regions;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// 发文机关. Asked in this order: the body before 关于 or 对 in the title, the red head (某某文件 or a name alone above the number), the signature
/// above the date, the name before 令 or 公告, a bracket behind the title, the panel, the printing office without its 办公室, the contact unit without its section, the site, the page's source. Thread-safe.
/// </summary>
internal static class Issuers
{
    private const string Region = "自治区";

    /// <summary>All bodies, the lead body first; empty when none is named.</summary>
    public static List<string> Find(Layout layout, Panel panel, Findings findings)
    {
        (List<string> Names, string Where)? found = InFull(layout, panel, FromTitle(layout)) ?? InFull(layout, panel, FromHead(layout, ofSite: false)) ?? FromSignature(layout) ?? FromOrder(layout) ?? FromAdoption(layout) ?? FromTitleBracket(layout) ?? FromLongerTitle(layout)
            ?? FromPanelTitle(panel) ?? FromPanel(panel) ?? FromSite(layout) ?? FromPrinting(layout) ?? FromBullet(layout) ?? FromAnsweringUnit(layout) ?? FromContact(layout) ?? FromOwnRules(layout) ?? FromIssuedRules(layout) ?? FromHead(layout, ofSite: true) ?? FromBelowTitle(layout) ?? FromSource(panel, findings);
        if (found is not (List<string> names, string where))
        {
            findings.Warnings.Add("no issuer was found in title, head, signature or printing line");
            return [];
        }
        List<string> tidy = [.. names.Select(Offices.Tidy).Distinct()];
        findings.Found("issuers", tidy, where);
        return findings.Found("issuer", tidy, where);
    }

    /// <summary>省人民政府 of a document whose place is known otherwise (鄂政发): the government's name in full. Every other name stays as printed.</summary>
    public static string? InPlace(string? name, RegionResolution region)
    {
        if (name is not null && name.StartsWith(Region, StringComparison.Ordinal) && name.AsSpan(Region.Length) is "人民政府" or "人民政府办公厅" or "党委办公厅")
            return region.Province?.EndsWith(Region, StringComparison.Ordinal) == true ? region.Province + name[Region.Length..] : name;
        if (name is null || !(name.AsSpan(1) is "人民政府" or "人民政府办公厅" or "人民政府办公室" or "政府" or "政府办公厅" or "政府办公室"))
            return name;
        string? place = name[0] switch
        {
            '省' => region.Province,
            '市' or '州' or '盟' => region.County is { } county && county[^1] == name[0] ? county : region.City,
            '县' or '区' or '旗' => region.County,
            _ => null,
        };
        return place is not null && place[^1] == name[0] ? place + (name[1] == '人' ? "" : "人民") + name[1..] : name;
    }

    /// <summary>Names of the issuer's house that are not the issuer itself, as signs of the place.</summary>
    public static List<string> HouseNames(Layout layout) => [.. PrintingNames(layout).Select(entry => entry.Name)];

    private static (List<string>, string)? FromTitle(Layout layout)
    {
        if (layout.Count(layout.Title) == 0)
            return null;
        string compact = TitleShapes.Unmarked(WholeTitle(layout));
        int length = TitleShapes.OfficePrefixLength(compact);
        if (length == 0)
            return null;
        string spaced = Take(Titles.WithBlanks(layout).TrimStart('《'), length).Replace('、', ' ');
        List<string> names = Offices.Split(spaced) ?? [compact[..length]];
        names[0] = WithoutYear(names[0]);
        return (names, "title");
    }

    // 市人民政府关于…, 水务厅 above the title, 某某街道关于…, 某市卫健委关于…: where title or head leave out the place, what office of the place it is, or letters of its
    // name, signature or panel have the whole name. Every other name stays as printed.
    private static (List<string>, string)? InFull(Layout layout, Panel panel, (List<string> Names, string Where)? found)
    {
        if (found is not ({ Count: > 0 } names, _) || !names.TrueForAll(name => name.Length > 2))
            return found;
        return Whole(FromSignature(layout)) ?? Whole(FromPanelTitle(panel)) ?? Whole(FromPanel(panel)) ?? found;

        (List<string>, string)? Whole((List<string> Names, string Where)? other) =>
            other is ({ } wholes, _) && wholes.Count == names.Count && names.Zip(wholes).All(pair => IsInFull(pair.Second, pair.First)) ? other : null;
    }

    // How many letters of a name say a level without a place: 市…, 自治区….
    private static int LevelLength(string name) => name.StartsWith(Region, StringComparison.Ordinal) ? Region.Length : Offices.PlaceEnds.Contains(name[0]) ? 1 : 0;

    private static bool IsPlaceless(string name) => name.AsSpan(Math.Max(LevelLength(name), 1)).IndexOfAny(Offices.PlaceEnds) < 0;

    private static bool IsBarePlace(string name) => name[^1] is '道' or '镇' or '乡';

    private static bool IsInFull(string whole, string name)
    {
        if (whole.Length <= name.Length)
            return false;
        if (IsBarePlace(name))
            return whole.StartsWith(name, StringComparison.Ordinal) && whole.AsSpan(name.Length) is "办事处" or "人民政府";
        if (!IsPlaceless(name))
            return Offices.PlaceLength(name) is > 1 and var place && whole.AsSpan().StartsWith(name.AsSpan(0, place)) && EndsInShort(name, whole) && IsShortFor(name.AsSpan(place), whole, place);
        int level = LevelLength(name), at = whole.AsSpan().IndexOf(name.AsSpan(0, level));
        return whole.EndsWith(name[level..], StringComparison.Ordinal) || level > 0 && at > 1 && name[^1] is '委' or '办' && IsShortFor(name.AsSpan(level), whole, at + level);
    }

    // 委 for 委员会, 办 for 办公室, 人大常委会 for its name in full; or letters are left out before an ending that both have (人社局). 某局 is not short for its section.
    private static bool EndsInShort(string name, string whole) =>
        name[^1] == '委' && whole.EndsWith("委员会", StringComparison.Ordinal)
        || name[^1] == '办' && whole.EndsWith("办公室", StringComparison.Ordinal)
        || name[^1] == whole[^1] && !whole.StartsWith(name, StringComparison.Ordinal);

    // 省农委 for 贵州省农业委员会: the office's letters, in order, behind its place.
    private static bool IsShortFor(ReadOnlySpan<char> office, string whole, int behindPlace) =>
        behindPlace < whole.Length && office[0] == whole[behindPlace] && Hanzi.EndInOrder(office, whole, behindPlace) > 0;

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

    // Above the path of a page (当前位置：首页>…) stands the site's name, whoever signed the document.
    private static (List<string>, string)? FromHead(Layout layout, bool ofSite)
    {
        int titleStart = layout.Count(layout.Title) > 0 ? layout.Title.Start.Value : layout.BodyStart;
        int path = LastPath(layout, titleStart);
        var names = new List<string>();
        int first = -1;
        for (int i = ofSite ? 0 : path + 1; i < (ofSite ? path : titleStart); i++)
        {
            if (layout.Panel?.Holds(i) == true || StandsBetweenCopies(layout, i) || Panel.IsRowOfCells(layout.Lines[i]))
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

    private static int LastPath(Layout layout, int end)
    {
        for (int i = end - 1; i >= 0; i--)
        {
            string text = layout.Lines[i].Compact;
            if (text.AsSpan().ContainsAny('>', '»') && (text.Contains("位置", StringComparison.Ordinal) || text.StartsWith("首页", StringComparison.Ordinal)))
                return i;
        }
        return -1;
    }

    // 来源：某县文化和旅游局 above a reply that nobody signed. A site (某区政府门户网) is no office.
    private static (List<string>, string)? FromSource(Panel panel, Findings findings)
    {
        if (panel.Value("来源") is not PanelValue value || Offices.Split(value.Text) is not [string name])
            return null;
        findings.Warnings.Add($"only the page's source names an office: {name}");
        return ([name], $"{value.Where}, source of the page");
    }

    // The letter's own head below a page's title, or those who made a report: offices alone on their lines, above the addressee.
    private static (List<string>, string)? FromBelowTitle(Layout layout)
    {
        int first = layout.Title.End.Value, end = layout.Addressee.Start.Value;
        while (first < end && !IsOfficeAlone(layout.Lines[first]))
            first++;
        int last = first;
        while (last < end && IsOfficeAlone(layout.Lines[last]))
            last++;
        return last == first ? null : ([.. layout.In(first..last).Select(line => line.Compact)], $"line {layout.Lines[first].Number}, below the title");
    }

    private static bool IsOfficeAlone(Line line) => !line.IsField && Offices.IsName(line.Compact);

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
            if (line.Length is > 4 and <= 30 && OfficeOfHead(Hanzi.WithoutBlanks(line)) is string office)
                return ([office], where);
        }
        return null;
    }

    // 某某部部长 李某某: an office's head signs with office, post and name.
    private static string? OfficeOfHead(string compact)
    {
        foreach (string post in (ReadOnlySpan<string>)["部长", "省长", "市长", "州长", "县长", "区长", "主席", "局长", "署长", "行长", "主任"])
        {
            int at = compact.IndexOf(post, StringComparison.Ordinal);
            if (at > 2 && compact.Length - at - post.Length is 2 or 3 && Offices.IsName(compact.AsSpan(0, at)))
                return compact[..at];
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

    private static (List<string>, string)? FromAdoption(Layout layout) => OrderNumbers.OfAdoption(layout) is { } order ? ([order.Office], order.Where) : null;

    // A law site sets the office between two copies of the title, with its province before the city: 某省某市人民政府.
    private static (List<string>, string)? FromSite(Layout layout)
    {
        for (int i = 1; i + 1 < layout.BodyStart; i++)
        {
            if (StandsBetweenCopies(layout, i) && Offices.Split(layout.Lines[i].Text.Replace('、', ' ')) is List<string> names)
                return (names.ConvertAll(WithoutProvince), $"line {layout.Lines[i].Number}, between two titles");
        }
        return null;
    }

    private static bool StandsBetweenCopies(Layout layout, int i)
    {
        bool below = i > 0 && i + 1 < layout.BodyStart && layout.Lines[i].Compact.Length <= 60 && TitleShapes.EndStrength(layout.Lines[i + 1].Compact) > 0;
        string title = below ? layout.Lines[i + 1].Compact : "";
        for (int above = i - 1; below && above >= 0; above--)
        {
            string other = layout.Lines[above].Compact;
            if (TitleShapes.IsSameTitle(title, other) || TitleShapes.Issues(title, other))
                return true;
        }
        return false;
    }

    private static string WithoutProvince(string name)
    {
        int end = name.IndexOf(Region, StringComparison.Ordinal) is int region and > 0 ? region + Region.Length : name.IndexOf('省') + 1;
        bool lower = end > 2 && name.AsSpan(end).IndexOfAny("市州县区盟旗") is > 0 and < 12 && (name.EndsWith("人民政府", StringComparison.Ordinal) || name.EndsWith("人民政府办公室", StringComparison.Ordinal) || name.EndsWith("人大常委会", StringComparison.Ordinal));
        return lower ? name[end..] : name;
    }

    private static (List<string>, string)? FromTitleBracket(Layout layout)
    {
        if (layout.Count(layout.Title) == 0)
            return null;
        string title = WholeTitle(layout);
        int open = title.AsSpan().LastIndexOfAny('（', '(');
        if (open <= 0 || title[^1] is not ('）' or ')'))
            return null;
        // The office, or a title of its own that begins with it.
        string inner = title[(open + 1)..^1];
        int prefix = TitleShapes.OfficePrefixLength(inner);
        return Offices.IsName(inner) ? ([inner], "title") : prefix > 0 ? ([inner[..prefix]], "title") : null;
    }

    // A page's head has the title with the office before it, the letter's own title leaves it out.
    private static (List<string>, string)? FromLongerTitle(Layout layout)
    {
        string title = WholeTitle(layout);
        for (int i = 0; title.Length > 0 && i < layout.Title.Start.Value; i++)
        {
            string line = layout.Lines[i].Compact;
            int prefix = line.Length - title.Length;
            if (prefix > 2 && line.EndsWith(title, StringComparison.Ordinal) && Offices.Split(line[..prefix].Replace('、', ' ')) is List<string> names)
                return (names, $"line {layout.Lines[i].Number}");
        }
        return null;
    }

    // The panel's 发文机关 is often shortened (某市政府); the title in the same panel has the name in full.
    private static (List<string>, string)? FromPanelTitle(Panel panel)
    {
        if (panel.Value("标题") is not PanelValue value)
            return null;
        string title = TitleShapes.Unmarked(Titles.WithoutLeadingNumber(value.Text));
        int length = TitleShapes.OfficePrefixLength(title);
        return length > 0 && Offices.Split(title[..length].Replace('、', ' ')) is List<string> names ? (names, value.Where) : null;
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
            if (colon <= 0 || text.Length > 60 || text.AsSpan(0, colon) is not ("单位名称" or "答复单位" or "办理单位" or "承办单位"))
                continue;
            // 承办单位：某局 单位负责人：…
            string name = text[(colon + 1)..];
            int next = name.IndexOf("单位负责人", StringComparison.Ordinal);
            name = next > 0 ? name[..next] : name;
            if (Offices.IsName(name))
                return ([name], $"line {layout.Lines[i].Number}");
        }
        return null;
    }

    // 某县人民政府工作规则: a government's own rules, plans and reports carry its name.
    private static (List<string>, string)? FromOwnRules(Layout layout)
    {
        const string Government = "人民政府";
        string title = WholeTitle(layout);
        int end = title.IndexOf(Government, StringComparison.Ordinal) + Government.Length;
        bool own = end > Government.Length + 1 && end < title.Length && title.AsSpan(0, end).IndexOfAny("关对《") < 0 && TitleShapes.EndStrength(title) > 0 && Offices.IsName(title.AsSpan(0, end));
        return own ? ([title[..end]], "title") : null;
    }

    // 《某州人民政府工作规则》已经审议通过，现予印发: the same of a letter without a title, which begins with what it issues, or of 关于印发《…》的通知.
    private static (List<string>, string)? FromIssuedRules(Layout layout)
    {
        const string Government = "人民政府";
        string title = layout.Count(layout.Title) == 0 ? IssuedTitles.AtBeginning(layout) ?? "" : IssuedByTitle(WholeTitle(layout));
        int end = title.IndexOf(Government, StringComparison.Ordinal) + Government.Length;
        bool own = end > Government.Length && title.AsSpan(0, end).IndexOfAny("关对〈") < 0 && Offices.IsName(title.AsSpan(0, end));
        return own ? ([title[..end]], $"line {layout.Lines[layout.BodyStart].Number}") : null;
    }

    private static string WholeTitle(Layout layout) => string.Concat(layout.In(layout.Title).Select(line => line.Compact));

    private static string IssuedByTitle(string title)
    {
        const string Issuing = "关于印发《";
        int end = title.StartsWith(Issuing, StringComparison.Ordinal) ? title.IndexOf('》') : -1;
        return end < 0 ? "" : title[Issuing.Length..end];
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
