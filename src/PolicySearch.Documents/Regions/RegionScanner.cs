using System.Buffers;

namespace PolicySearch.Documents.Regions;

/// <summary>A place named in a text. A chain such as 河南省三门峡市湖滨区 is one mention, of its last link.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last unit.</param>
/// <param name="Candidates">The divisions it may be; one when it is clear.</param>
public readonly record struct RegionMention(int Start, int End, IReadOnlyList<Region> Candidates);

/// <summary>
/// Finds the places that a text names: leftmost first, longest first, full names and usual spellings; short names only where
/// an institution follows (岳阳政协) or a place below it (湖南岳阳市). Thread-safe.
/// </summary>
public sealed class RegionScanner(Gazetteer gazetteer)
{
    // How far behind a short name its institution may end: 岳阳|市场监督管理局.
    private const int InstitutionReach = 14;

    private static readonly string[] InstitutionBeginnings =
    [
        "政协", "人大", "政府", "人民", "市委", "县委", "区委", "省委", "州委", "卫", "教", "民政", "公安", "财政", "司法", "人力", "人社", "自然资源", "生态", "环", "住", "城", "交通", "水利", "农业",
        "农委", "商务", "文", "退役", "应急", "审计", "市场", "统计", "医", "发展", "发改", "工业", "经", "科", "国资", "信访", "林", "乡村", "行政", "大数据", "体育", "残联", "妇联", "税务", "气象", "消防",
        "政务", "营商", "机关", "供销", "档案", "党史", "工商", "总工会", "团委", "妇女", "人防", "公积金", "公路", "园林", "规划", "国土", "粮食", "社保", "就业", "烟草", "供电", "水务", "畜牧", "渔业", "旅游", "数据", "数字",
        "金融", "投资", "招商", "外事", "侨联", "民族", "宗教", "史志", "法院", "检察", "监察", "纪委", "组织部", "宣传部", "统战", "政法", "编办", "机构编制", "红十字", "老龄", "扶贫", "移民", "食品", "药", "质量", "知识产权", "广播", "新闻",
        "安全生产", "煤炭", "能源", "铁路", "港航", "海洋", "地震", "防汛", "城管",
    ];

    private const int ZoneReach = 12;
    private static readonly string[] Zones = ["新区", "开发区", "高新区", "园区", "示范区", "实验区", "试验区", "保税区"];

    private static readonly SearchValues<char> InstitutionEnds = SearchValues.Create("局委会厅府协大院室处办队司部联心站所");

    // By the first two characters, the length of the longest name that begins so.
    private readonly Dictionary<uint, int> longestNames = LongestNamesOf(gazetteer);

    /// <summary>A scanner over <see cref="Gazetteer.Default"/>.</summary>
    public static RegionScanner Default { get; } = new(Gazetteer.Default);

    /// <summary>The places that a text names, in order, without overlap.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="shortNames">Whether short names count where an institution follows. Off for running text, where they mislead.</param>
    public IReadOnlyList<RegionMention> Scan(string text, bool shortNames)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mentions = new List<RegionMention>();
        RegionMention? chain = null;
        bool chainIsFirm = false;
        for (int at = 0; at < text.Length - 1;)
        {
            if (NameAt(text, at) is not { } link)
            {
                at++;
                continue;
            }
            if (shortNames && link.Start == 0 && ZoneFollows(text, link.End))
                link = OfCities(link);
            bool firm = IsFirm(text, link, shortNames);
            if (chain is { } upper && upper.End == link.Start && Narrow(upper, link) is { Count: > 0 } narrowed)
            {
                chain = new RegionMention(upper.Start, link.End, narrowed);
                chainIsFirm = true;
            }
            else
            {
                if (chainIsFirm)
                    mentions.Add(chain!.Value);
                (chain, chainIsFirm) = (link, firm);
            }
            at = link.End;
        }
        if (chainIsFirm)
            mentions.Add(chain!.Value);
        return mentions;
    }

    /// <summary>
    /// A city's bureau with a branch in one of its counties (某市公安局某某分局, and 某市公安局某某分局交通管理大队): the county that the branch is named after, when the city has one of that name; else the
    /// mention itself.
    /// </summary>
    internal RegionMention OfBranch(string office, RegionMention city)
    {
        const string Branch = "分局";
        int end = office.LastIndexOf(Branch, StringComparison.Ordinal);
        for (int at = Math.Max(city.End, end - gazetteer.MaxNameLength); at <= end - 2; at++)
        {
            bool behindBureau = office[at - 1] is '局' or '厅' or '委' or '会' or '队';
            if (behindBureau && NameAt(office, at) is { } named && named.End == end && Narrow(city, named) is { Count: 1 } county)
                return new RegionMention(city.Start, end, county);
        }
        return city;
    }

    // The longest full name at a place, else the longest short name of two characters or more.
    private RegionMention? NameAt(string text, int at)
    {
        if (!longestNames.TryGetValue(Pair(text[at], text[at + 1]), out int longest))
            return null;
        for (int length = Math.Min(longest, text.Length - at); length >= 2; length--)
        {
            ReadOnlySpan<char> name = text.AsSpan(at, length);
            if (gazetteer.NameLookup.TryGetValue(name, out List<Region>? found) || gazetteer.ShortNameLookup.TryGetValue(name, out found))
                return new RegionMention(at, at + length, found);
        }
        return null;
    }

    // A firm mention stands alone; any other counts only as a link of a chain.
    private bool IsFirm(string text, RegionMention mention, bool shortNames)
    {
        int length = mention.End - mention.Start;
        bool full = gazetteer.NameLookup.ContainsKey(text.AsSpan(mention.Start, length));
        // 和县, 城区: two characters arise across word borders (市和县, 中心城区).
        if (full && length > 2 && !IsGenericDistrict(text.AsSpan(mention.Start, length)))
            return true;
        if (!full && !shortNames)
            return false;
        bool first = mention.Start == 0;
        bool ordinary = full || gazetteer.IsOrdinaryWord(text.Substring(mention.Start, length));
        return (first || !ordinary) && (first || IsBorder(text[mention.Start - 1])) && (InstitutionFollows(text, mention.End) || (first && ZoneFollows(text, mention.End)));
    }

    // 市中区 may be the end of 全市中区域; every town has an old and a new part.
    private static bool IsGenericDistrict(ReadOnlySpan<char> name) => name is "市中区" or "老城区" or "新城区" or "城中区" or "城东区" or "城西区" or "城北区";

    private static bool IsBorder(char before) => !char.IsLetterOrDigit(before) || "对于为给与和及在协共致由".Contains(before, StringComparison.Ordinal);

    private static bool InstitutionFollows(string text, int at)
    {
        // 神木县人民政府, though 神木 is a 市 today: a place keeps its name when its kind changes.
        if (at < text.Length && text[at] is '县' or '市' or '区')
            at++;
        ReadOnlySpan<char> behind = text.AsSpan(at, Math.Min(InstitutionReach, text.Length - at));
        foreach (string beginning in InstitutionBeginnings)
        {
            if (behind.StartsWith(beginning, StringComparison.Ordinal))
                return behind.ContainsAny(InstitutionEnds);
        }
        return false;
    }

    // 西安浐灞新区管理委员会, 青岛西海岸新区民政局: a zone is named after the city that it belongs to.
    private static bool ZoneFollows(string text, int at)
    {
        ReadOnlySpan<char> behind = text.AsSpan(at, Math.Min(ZoneReach, text.Length - at));
        foreach (string zone in Zones)
        {
            if (behind.Contains(zone, StringComparison.Ordinal) && text.AsSpan(at).ContainsAny('委', '局', '府'))
                return true;
        }
        return false;
    }

    // 西安 is a city and two districts elsewhere; districts have no zones of their own name.
    private static RegionMention OfCities(RegionMention mention) =>
        mention.Candidates.Where(candidate => candidate.Level == RegionLevel.City).ToList() is { Count: > 0 } cities ? mention with { Candidates = cities } : mention;

    private static List<Region> Narrow(RegionMention upper, RegionMention lower) =>
        [.. lower.Candidates.Where(l => upper.Candidates.Any(u => u != l && u.Contains(l)))];

    private static uint Pair(char first, char second) => (uint)first << 16 | second;

    private static Dictionary<uint, int> LongestNamesOf(Gazetteer gazetteer)
    {
        var longest = new Dictionary<uint, int>();
        foreach (Region region in gazetteer.All)
        {
            // No spelling of a name is longer than the name.
            foreach (string name in (ReadOnlySpan<string>)[region.Name, region.ShortName])
            {
                if (name.Length > 1)
                    longest[Pair(name[0], name[1])] = Math.Max(name.Length, longest.GetValueOrDefault(Pair(name[0], name[1])));
            }
        }
        return longest;
    }
}
