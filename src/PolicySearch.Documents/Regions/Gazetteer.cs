using System.Reflection;
using System.Text;

namespace PolicySearch.Documents.Regions;

/// <summary>
/// The administrative divisions of China down to county level, by code and by name. Names are not unique: 鼓楼区 is four places.
/// Immutable after construction, so any number of threads may read it.
/// </summary>
/// <remarks>
/// The data file, UTF-8, written by the verb <c>regions</c> of PolicySearch.Benchmarks:
/// <code>
/// File     := Line*
/// Line     := Comment | Ordinary | Division
/// Comment  := '#' text
/// Ordinary := '!' word                       (a short name that is also an ordinary word)
/// Division := code TAB name [TAB 'd'] LF     (code: six digits; d: development zone; parents stand before children)
/// </code>
/// A division's parent is told by its code: 411221 → 411200, or 410000 when there is no 411200.
/// </remarks>
public sealed class Gazetteer : IGazetteer
{
    private const string ResourceName = "PolicySearch.Documents.Regions.regions.txt";
    private static readonly Lazy<Gazetteer> Shared = new(LoadEmbedded);

    private readonly Dictionary<string, Region> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Region>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Region>> byShortName = new(StringComparer.Ordinal);
    private readonly HashSet<string> ordinaryWords = new(StringComparer.Ordinal);

    private readonly Lazy<RegionResolver> resolver;

    private Gazetteer(TextReader lines)
    {
        resolver = new Lazy<RegionResolver>(() => new RegionResolver(this));
        while (lines.ReadLine() is { } line)
            Add(line);
    }

    /// <summary>The built-in data: 国家统计局 区划代码 as of 2023-06-30; see ORIGIN.md beside the data file.</summary>
    public static Gazetteer Default => Shared.Value;

    /// <summary>All divisions, in order of their codes.</summary>
    public IReadOnlyCollection<Region> All => byCode.Values;

    /// <summary>The division with this six-digit code, or null.</summary>
    public Region? FindByCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>All divisions with this full name, or this usual spelling of it (文山州, 长阳县); empty when there is none.</summary>
    public IReadOnlyList<Region> FindByName(string name) => Find(byName, name);

    /// <summary>All divisions with this short name (岳阳: 岳阳市 and 岳阳县); empty when there is none.</summary>
    public IReadOnlyList<Region> FindByShortName(string shortName) => Find(byShortName, shortName);

    /// <summary>Whether a short name is also an ordinary word (资源, 合作, 和平), so that it tells nothing when it stands alone.</summary>
    public bool IsOrdinaryWord(string shortName) => ordinaryWords.Contains(shortName);

    /// <inheritdoc/>
    public RegionResolution Resolve(RegionEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return resolver.Value.Resolve(evidence.Signs(), evidence.Prefixes);
    }

    internal int MaxNameLength { get; private set; }

    internal Dictionary<string, List<Region>>.AlternateLookup<ReadOnlySpan<char>> NameLookup => byName.GetAlternateLookup<ReadOnlySpan<char>>();

    internal Dictionary<string, List<Region>>.AlternateLookup<ReadOnlySpan<char>> ShortNameLookup => byShortName.GetAlternateLookup<ReadOnlySpan<char>>();

    internal static Gazetteer Load(TextReader lines) => new(lines);

    private static Gazetteer LoadEmbedded()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new Gazetteer(reader);
    }

    private static List<Region> Find(Dictionary<string, List<Region>> index, string key) =>
        index.TryGetValue(key, out List<Region>? found) ? [.. found] : [];

    private void Add(string line)
    {
        if (line.Length == 0 || line[0] == '#')
            return;
        if (line[0] == '!')
            ordinaryWords.Add(line[1..]);
        else
            AddDivision(line.Split('\t'));
    }

    private void AddDivision(string[] cells)
    {
        if (cells.Length < 2 || cells[0].Length != 6)
            throw new InvalidDataException($"{ResourceName}: '{string.Join('\t', cells)}' is no division; write it again with the verb 'regions'");
        var region = new Region(cells[0], cells[1], LevelOf(cells[0]), ParentOf(cells[0]), cells.Length > 2 && cells[2] == "d");
        byCode.Add(region.Code, region);
        Index(byName, region.Name, region);
        foreach (string alias in ShortNames.Aliases(region.Name))
            Index(byName, alias, region);
        Index(byShortName, region.ShortName, region);
    }

    private void Index(Dictionary<string, List<Region>> index, string name, Region region)
    {
        MaxNameLength = Math.Max(MaxNameLength, name.Length);
        if (!index.TryGetValue(name, out List<Region>? regions))
            index.Add(name, regions = []);
        if (!regions.Contains(region))
            regions.Add(region);
    }

    private static RegionLevel LevelOf(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? RegionLevel.Province
        : code.EndsWith("00", StringComparison.Ordinal) ? RegionLevel.City
        : RegionLevel.County;

    private Region? ParentOf(string code) => LevelOf(code) switch
    {
        RegionLevel.Province => null,
        RegionLevel.City => byCode[code[..2] + "0000"],
        _ => byCode.GetValueOrDefault(code[..4] + "00") ?? byCode[code[..2] + "0000"],
    };
}
