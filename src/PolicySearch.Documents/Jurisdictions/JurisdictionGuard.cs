using PolicySearch.Documents.Regions;

namespace PolicySearch.Documents.Jurisdictions;

/// <summary>
/// Reads a draft for what was left in it from somebody else's reply: another city's name, its offices, its sessions. The draft's own place is the one
/// that was given, else the one that it says it comes from, else the one that it names most. Thread-safe; never throws on any text.
/// </summary>
public sealed class JurisdictionGuard(Gazetteer gazetteer)
{
    private const string SentenceEnds = "。！？；\n";

    // Near one of these another place is named on purpose.
    private static readonly string[] Purposes =
    [
        "借鉴", "学习", "考察", "赴", "经验", "做法", "先进", "例如", "比如", "等地", "等省", "等市", "等城市", "兄弟", "周边", "外地", "对口", "协作", "帮扶", "支援", "毗邻", "相邻", "交界", "高铁", "铁路", "高速",
        "公路", "航线", "航班", "籍", "来自", "毕业", "异地", "跨省", "省外", "市外", "引进", "招商", "合作", "试点城市", "联盟", "一体化", "城市群", "经济带", "经济圈",
    ];

    private static readonly string[] Offices = ["局", "委员会", "委", "厅", "政府", "办公室", "中心", "法院", "检察院", "管委会", "大队", "支队", "公司", "医院"];
    private static readonly string[] Assemblies = ["政协", "人大", "人民代表大会", "第", "委员会第"];

    private readonly RegionScanner scanner = new(gazetteer);

    /// <summary>A guard over <see cref="Gazetteer.Default"/>.</summary>
    public static JurisdictionGuard Default { get; } = new(Gazetteer.Default);

    /// <summary>Reads a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="ownPlace">Its place, in any spelling (三门峡, 河南省三门峡市); null to take what the draft says.</param>
    public JurisdictionReport Check(PolicyDocument draft, string? ownPlace = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<RegionMention> mentions = [.. scanner.Scan(draft.Body, shortNames: true)];
        Region? own = Named(ownPlace) ?? (draft.RegionCode is { } code ? gazetteer.FindByCode(code) : null) ?? MostNamed(mentions);
        var findings = new List<JurisdictionFinding>();
        if (own != null)
            findings.AddRange(mentions.Where(mention => !IsOwn(mention, own)).Select(mention => Finding(draft, mention)));
        findings.AddRange(SessionCheck.Find(draft));
        return new(own?.ToString(), [.. findings.OrderBy(finding => finding.Start)]);
    }

    /// <summary>The place that a name stands for, in full; null when there is none, or several.</summary>
    public string? FullName(string name) => Named(name)?.ToString();

    private Region? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        string bare = name.Trim();
        IReadOnlyList<Region> found = gazetteer.FindByName(bare) is { Count: > 0 } full ? full : gazetteer.FindByShortName(bare);
        if (found.Count == 0 && scanner.Scan(bare, shortNames: true) is [{ } mention] && mention.Start == 0)
            found = mention.Candidates;
        // 岳阳 is a city and a county in it: the upper one is meant.
        Region[] highest = [.. found.Where(region => !found.Any(other => other != region && other.Contains(region)))];
        if (highest.Length > 1)
            highest = [.. highest.Where(region => region.Level == highest.Min(other => other.Level))];
        return highest.Length == 1 ? highest[0] : null;
    }

    /// <summary>The city, else the province, that more than half of the places named lie in; it must be named twice.</summary>
    private static Region? MostNamed(List<RegionMention> mentions)
    {
        List<Region> clear = [.. mentions.Where(mention => mention.Candidates.Count == 1).Select(mention => mention.Candidates[0])];
        return Majority([.. clear.Select(region => region.City).OfType<Region>()], clear.Count) ?? Majority([.. clear.Select(region => region.Province)], clear.Count);
    }

    private static Region? Majority(List<Region> regions, int of)
    {
        IGrouping<Region, Region>? most = regions.GroupBy(region => region).MaxBy(group => group.Count());
        return most != null && most.Count() > 1 && most.Count() * 2 > of ? most.Key : null;
    }

    private static bool IsOwn(RegionMention mention, Region own) => mention.Candidates.Any(region => own.Contains(region) || region.Contains(own));

    private static JurisdictionFinding Finding(PolicyDocument draft, RegionMention mention)
    {
        string body = draft.Body;
        (JurisdictionFindingKind kind, int end) = KindOf(body, mention.End);
        string? owner = mention.Candidates.Count == 1 ? mention.Candidates[0].ToString() : null;
        return new(kind, !IsOnPurpose(body, mention), mention.Start, end, body[mention.Start..end], owner);
    }

    private static (JurisdictionFindingKind Kind, int End) KindOf(string body, int at)
    {
        const int reach = 16;
        ReadOnlySpan<char> behind = body.AsSpan(at, Math.Min(reach, body.Length - at));
        int stop = behind.IndexOfAny("，。；：、！？《》“”（）() \n");
        behind = stop < 0 ? behind : behind[..stop];
        foreach (string assembly in Assemblies)
        {
            if (behind.StartsWith(assembly) && (assembly.Length > 1 || behind.Contains('届')))
                return (JurisdictionFindingKind.Session, at + (behind.IndexOf("会议") is var session and >= 0 ? session + 2 : assembly.Length));
        }
        int end = 0;
        foreach (string office in Offices)
        {
            int found = behind.IndexOf(office);
            end = found >= 0 && (end == 0 || found + office.Length > end) && found + office.Length <= 14 ? Math.Max(end, found + office.Length) : end;
        }
        return end > 0 ? (JurisdictionFindingKind.Agency, at + end) : (JurisdictionFindingKind.Place, at);
    }

    private static bool IsOnPurpose(string body, RegionMention mention)
    {
        int from = 1 + body.AsSpan(0, mention.Start).LastIndexOfAny(SentenceEnds);
        int to = body.AsSpan(mention.End).IndexOfAny(SentenceEnds);
        ReadOnlySpan<char> sentence = body.AsSpan(from, (to < 0 ? body.Length : mention.End + to) - from);
        foreach (string purpose in Purposes)
        {
            if (sentence.Contains(purpose, StringComparison.Ordinal))
                return true;
        }
        // Inside a title.
        return body.AsSpan(from, mention.Start - from).LastIndexOf('《') > body.AsSpan(from, mention.Start - from).LastIndexOf('》');
    }
}
