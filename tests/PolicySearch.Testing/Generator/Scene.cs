namespace PolicySearch.Testing.Generator;

/// <summary>Who writes where and when: fills the slots of a <see cref="Template"/>. Immutable.</summary>
internal sealed class Scene(Place place, Office office, int year, string proposal)
{
    private static readonly string[] Towns =
    [
        "石桥镇", "太平镇", "双河镇", "三合乡", "龙潭镇", "柳林镇", "白沙镇", "清溪镇", "大坪乡", "高桥镇", "马店镇", "松林乡", "枫树镇", "王集镇", "东岭乡", "北塘镇", "古井镇", "长岗镇",
        "杨湾镇", "大沟乡", "官渡镇", "银杏乡", "陈楼镇", "花山镇", "莲湖乡", "响水镇", "青云乡", "沙河镇", "红旗街道", "城东街道", "南门街道", "新街街道",
    ];

    private static readonly HashSet<string> Words = ["全", "我", "本", "下", "地", "镇", "局", "题", "月", "多"];

    public Place Place { get; } = place;
    public Office Office { get; } = office;
    public int Year { get; } = year;

    /// <summary>Whether a name can stand in a slot.</summary>
    public static bool IsWord(string name) => Words.Contains(name);

    /// <summary>The word for a slot.</summary>
    public string Word(string slot, SeededRandom random) => slot switch
    {
        "全" => "全" + Place.Unit,
        "我" => "我" + Place.Unit,
        "本" => Place.Unit,
        "下" => Below(),
        "多" => Place.Level switch { Level.Province => "各地", Level.City => "各县（市、区）", _ => "各乡镇（街道）" },
        "地" => Place.Level switch
        {
            Level.Province => Place.Prefecture.City,
            Level.City => random.Pick(Place.Prefecture.Counties),
            _ => random.Pick(Towns),
        },
        "镇" => random.Pick(Towns),
        "局" => Office.Self(Place.Level),
        "题" => proposal,
        _ => random.Between(2, 5) + "月",
    };

    private string Below() => Place.Level switch { Level.Province => "市（州）", Level.City => "县（市、区）", _ => "乡镇（街道）" };
}
