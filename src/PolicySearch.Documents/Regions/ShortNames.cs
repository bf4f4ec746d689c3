namespace PolicySearch.Documents.Regions;

/// <summary>What is left of a division's name when its kind and its nationalities are taken off. Pure functions.</summary>
internal static class ShortNames
{
    // Longest first: the first that fits is taken off.
    private static readonly string[] Kinds =
        ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "林区", "特区", "地区", "矿区", "新区", "省", "市", "盟", "州", "县", "旗", "区"];

    private static readonly string[] Nationalities =
    [
        "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族", "哈萨克族", "哈萨克",
        "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族",
        "毛南族", "仡佬族", "锡伯", "普米族", "塔吉克", "怒族", "鄂温克族", "裕固族", "独龙族", "保安族", "各族",
    ];

    /// <summary>长阳土家族自治县 → 长阳; 城区 → 城; a name without a kind stays as it is.</summary>
    public static string Of(string name)
    {
        string core = WithoutKind(name, out string kind);
        return kind.StartsWith("自治", StringComparison.Ordinal) ? WithoutNationalities(core) : core;
    }

    /// <summary>Spellings in use beside the full name, all of which name a kind: 文山州, 长阳县.</summary>
    public static IEnumerable<string> Aliases(string name)
    {
        string core = WithoutKind(name, out string kind);
        if (!kind.StartsWith("自治", StringComparison.Ordinal))
            yield break;
        yield return WithoutNationalities(core) + kind[2..];
        yield return WithoutNationalities(core) + kind;
    }

    private static string WithoutKind(string name, out string kind)
    {
        kind = Kinds.FirstOrDefault(k => name.Length > k.Length && name.EndsWith(k, StringComparison.Ordinal)) ?? "";
        return name[..^kind.Length];
    }

    private static string WithoutNationalities(string core)
    {
        while (Nationalities.FirstOrDefault(n => core.Length >= n.Length + 2 && core.EndsWith(n, StringComparison.Ordinal)) is { } nationality)
            core = core[..^nationality.Length];
        return core;
    }
}
