namespace PolicySearch.Testing.Generator;

/// <summary>Invented people, by surname only, and numbers that no one has.</summary>
internal static class Names
{
    private static readonly string[] Surnames =
    [
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹",
        "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田", "任", "姜", "范", "方", "石", "姚",
        "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔", "白", "崔", "康", "毛", "邱", "秦", "江", "史", "顾", "侯", "邵", "孟", "龙", "万", "段", "雷", "钱", "汤", "尹", "黎", "易", "常", "武", "乔",
        "欧阳", "上官",
    ];

    /// <summary>A person: 张某.</summary>
    public static string Person(SeededRandom random) => random.Pick(Surnames) + "某";

    /// <summary>So many different people.</summary>
    public static string[] People(int count, SeededRandom random) => [.. random.Choose(count, Surnames.Length).Select(i => Surnames[i] + "某")];

    /// <summary>A telephone number 555…, which is given to nobody.</summary>
    public static string Phone(Place place, SeededRandom random) =>
        place.Prefecture.AreaCode + "-555" + random.Between(1000, 9999).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
