namespace PolicySearch.Testing.Generator;

/// <summary>Whose office writes.</summary>
internal enum Level { Province, City, County }

/// <summary>A prefecture (or municipality) with its province and some of its counties, as places.txt lists it.</summary>
internal sealed record Prefecture(string Province, string ProvinceLetter, string City, string CityLetter, string AreaCode, string[] Counties)
{
    /// <summary>直辖市: it has no offices between its own and the districts'.</summary>
    public bool IsMunicipality => Province == City;

    /// <summary>All prefectures, in the order of the file.</summary>
    public static IReadOnlyList<Prefecture> All { get; } = [.. DataFile.Rows("places.txt").Select(row => new Prefecture(row[0], row[1], row[2], row[3], row[4], row[5].Split(' ')))];
}

/// <summary>The place whose office writes, with the words in which it speaks of itself. Immutable.</summary>
internal sealed class Place
{
    public Place(Prefecture prefecture, Level level, string county)
    {
        Prefecture = prefecture;
        Level = level;
        County = level == Level.County ? county : null;
        Name = level switch { Level.Province => prefecture.Province, Level.City => prefecture.City, _ => county };
        // A district is named with its city, a county stands for itself.
        FullName = level == Level.County && county.EndsWith('区') ? prefecture.City + county : Name;
        Unit = UnitOf(Name);
        Assembly = Name.EndsWith("自治区", StringComparison.Ordinal) ? "自治区" : Name.EndsWith("自治州", StringComparison.Ordinal) ? "自治州" : Unit;
        Letters = level switch
        {
            Level.Province => prefecture.ProvinceLetter,
            Level.City => prefecture.CityLetter,
            _ => prefecture.CityLetter + county[0],
        };
    }

    public Prefecture Prefecture { get; }
    public Level Level { get; }
    public string? County { get; }

    /// <summary>云阳县, 扬州市, 湖北省.</summary>
    public string Name { get; }

    /// <summary>As an office names itself: 重庆市合川区, 云阳县.</summary>
    public string FullName { get; }

    /// <summary>The word in 全市, 我市: 省, 区, 市, 州, 县, 旗.</summary>
    public string Unit { get; }

    /// <summary>The word before 人大 and 政协: 省, 自治区, 市, 自治州, 县, 区, 旗.</summary>
    public string Assembly { get; }

    /// <summary>What its offices' short names begin with: 市财政局, 自治区财政厅, 州财政局.</summary>
    public string OfficePrefix => Assembly == "自治区" ? Assembly : Unit;

    /// <summary>What document numbers begin with.</summary>
    public string Letters { get; }

    /// <summary>How many times a county's amounts this place's are.</summary>
    public int Scale => Level switch { Level.Province => 40, Level.City => 6, _ => 1 };

    /// <summary>我市, 我县, 我省 without its place.</summary>
    public string Word() => "我" + Unit;

    private static string UnitOf(string name) => name[^1].ToString();
}
