namespace PolicySearch.Testing.Generator;

/// <summary>A line of work with its offices' names, which changed over the years. Immutable.</summary>
internal sealed record Office(string Key, int FirstYear, string AtProvince, string AtCity, string AtCounty, string[] Letters, string[] Units)
{
    private static readonly Office[] All = [.. DataFile.Rows("offices.txt").Select(r => new Office(r[0], int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture), r[2], r[3], r[4], r[5].Split(' '), r[6].Split(' ')))];

    /// <summary>The office as it was called in a year.</summary>
    public static Office In(string key, int year) => All.First(office => office.Key == key && office.FirstYear <= year);

    /// <summary>Its name at a level, without the place: 卫生健康局.</summary>
    public string At(Level level) => level switch { Level.Province => AtProvince, Level.City => AtCity, _ => AtCounty };

    /// <summary>How it speaks of itself at a level: 我局, 我委, 我厅, 我办, 我中心, 我会.</summary>
    public string Self(Level level)
    {
        string name = At(level);
        if (name.EndsWith("委员会", StringComparison.Ordinal))
            return "我委";
        if (name.EndsWith("中心", StringComparison.Ordinal))
            return "我中心";
        return name.EndsWith("联合会", StringComparison.Ordinal) ? "我会" : name.EndsWith("办公室", StringComparison.Ordinal) ? "我办" : "我" + name[^1];
    }
}
