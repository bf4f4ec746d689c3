namespace PolicySearch.Documents.Regions;

/// <summary>Level of an administrative division.</summary>
public enum RegionLevel
{
    /// <summary>省、自治区、直辖市、特别行政区.</summary>
    Province,
    /// <summary>地级: 市、地区、自治州、盟.</summary>
    City,
    /// <summary>县级: 县、区、县级市、旗 and the like.</summary>
    County,
}

/// <summary>
/// One administrative division at county level or above, as of 2023-06-30. Immutable; there is one object per division,
/// so references compare.
/// </summary>
public sealed class Region
{
    internal Region(string code, string name, RegionLevel level, Region? parent, bool isDevelopmentZone)
    {
        Code = code;
        Name = name;
        Level = level;
        Parent = parent;
        IsDevelopmentZone = isDevelopmentZone;
        ShortName = ShortNames.Of(name);
    }

    /// <summary>统计用区划代码, six digits: 410000, 411200, 411221.</summary>
    public string Code { get; }

    /// <summary>Full name: 河南省, 三门峡市, 渑池县.</summary>
    public string Name { get; }

    /// <summary>Name without its kind and nationality: 河南, 三门峡, 渑池; a name that would be left empty stays whole.</summary>
    public string ShortName { get; }

    /// <summary>Province, city or county.</summary>
    public RegionLevel Level { get; }

    /// <summary>The division above; null for a province. A county of a municipality, or one that its province governs itself, has the province.</summary>
    public Region? Parent { get; }

    /// <summary>开发区, 高新区, 新区 and the like: counted in statistics, yet no administrative division.</summary>
    public bool IsDevelopmentZone { get; }

    /// <summary>北京, 天津, 上海 or 重庆.</summary>
    public bool IsMunicipality => Level == RegionLevel.Province && Name.EndsWith('市');

    /// <summary>The province that it is or lies in.</summary>
    public Region Province => Parent?.Province ?? this;

    /// <summary>
    /// What stands in a document's 地级 field: the prefecture; a municipality itself; a county-level place that its province
    /// governs directly (济源市) stands there too. Null for a province.
    /// </summary>
    public Region? City => Level switch
    {
        RegionLevel.City => this,
        RegionLevel.County when Parent!.Level == RegionLevel.City => Parent,
        RegionLevel.County when Parent!.IsMunicipality => Parent,
        RegionLevel.County => this,
        _ => IsMunicipality ? this : null,
    };

    /// <summary>What stands in a document's 县级 field; null when this is no county, or when it fills the 地级 field.</summary>
    public Region? County => Level == RegionLevel.County && City != this ? this : null;

    /// <summary>Whether this is <paramref name="other"/> or lies above it.</summary>
    public bool Contains(Region other)
    {
        for (Region? region = other; region != null; region = region.Parent)
        {
            if (region == this)
                return true;
        }
        return false;
    }

    /// <summary>The full name with all above it: 河南省三门峡市渑池县.</summary>
    public override string ToString() => Parent + Name;
}
