using System.Text;
using System.Text.Json;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>
/// Converts china-division's JSON files (provinces, cities, areas, ambiguity lists) into the gazetteer's data file, whose grammar
/// stands on <see cref="PolicySearch.Documents.Regions.Gazetteer"/>.
/// </summary>
internal static class RegionsVerb
{
    public const string Usage = "regions JSON-FOLDER OUTPUT     write the gazetteer's data file from china-division's JSON";

    // Statistical rows: the last two digits of a development zone's code.
    private const int FirstZone = 71, LastZone = 80;

    // Ordinary words beside those counted in national law; 市中, 城中 and the like arise across word borders.
    private static readonly string[] MoreOrdinaryWords =
        ["市中", "城中", "城关", "东方", "文化", "和谐", "新华", "长安", "平安", "南山", "新城", "开平", "永和", "安定", "兴安", "宁静", "长治", "安全", "文明", "和顺", "复兴", "富裕", "繁昌", "高新", "城区", "郊区"];

    private sealed record Row(string Code, string Name);

    public static int Run(string[] args)
    {
        if (args.Length != 2)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        File.WriteAllText(args[1], Convert(args[0]), new UTF8Encoding(false));
        return 0;
    }

    internal static string Convert(string folder)
    {
        var cities = Rows(folder, "cities.json").Where(c => !IsPlaceholder(c.Name)).ToList();
        var rows = Rows(folder, "provinces.json").Select(p => p with { Code = p.Code + "0000" })
            .Concat([new("710000", "台湾省"), new("810000", "香港特别行政区"), new("820000", "澳门特别行政区")])
            .Concat(cities.Select(c => c with { Code = c.Code + "00" }))
            .Concat(Rows(folder, "areas.json").Where(a => !cities.Exists(c => c.Name == a.Name && a.Code.StartsWith(c.Code, StringComparison.Ordinal))));
        var text = new StringBuilder("# Divisions as of 2023-06-30; origin and licence: ORIGIN.md\n");
        foreach (string word in OrdinaryWords(folder))
            text.Append('!').Append(word).Append('\n');
        foreach (Row row in rows.OrderBy(r => r.Code, StringComparer.Ordinal))
            text.Append(row.Code).Append('\t').Append(row.Name).Append(IsZone(row) ? "\td\n" : "\n");
        return text.ToString();
    }

    private static Row[] Rows(string folder, string file) =>
        JsonSerializer.Deserialize<Row[]>(File.ReadAllText(Path.Combine(folder, file)), JsonSerializerOptions.Web)!;

    private static IEnumerable<string> OrdinaryWords(string folder)
    {
        using JsonDocument lists = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "short_form_collisions.json")));
        var counted = lists.RootElement.GetProperty("ordinary_word_counts_in_national_laws").EnumerateObject().Select(p => p.Name);
        // Names of places first and foremost, however often laws name them.
        string[] places = ["海南", "广州", "河南"];
        return [.. counted.Except(places).Concat(MoreOrdinaryWords).Distinct().Order(StringComparer.Ordinal)];
    }

    // 市辖区, 县 and 省直辖县级行政区划 group rows in the source; they are no places.
    private static bool IsPlaceholder(string name) => name is "市辖区" or "县" || name.Contains("直辖", StringComparison.Ordinal);

    private static bool IsZone(Row row) => int.Parse(row.Code[4..]) is >= FirstZone and <= LastZone;
}
