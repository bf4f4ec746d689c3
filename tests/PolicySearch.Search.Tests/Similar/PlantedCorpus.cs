using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Querying;
using PolicySearch.Testing;
using PolicySearch.Testing.Generator;

namespace PolicySearch.Search.Tests.Similar;

/// <summary>Generated documents and a few planted ones, read by the real reader into a real index. Made once for a class of tests.</summary>
public sealed class PlantedCorpus : IDisposable
{
    /// <summary>How many documents are generated.</summary>
    public const int Generated = 240;

    /// <summary>How many replies say little but courtesy, so that the corpus knows it for what it is.</summary>
    private const int Courteous = 40;

    /// <summary>A paragraph that one city wrote and another copied.</summary>
    public const string Copied = "我们在山坳里的村子试行摩托车药箱，由返乡青年骑手每周三绕行十七个自然村，把老人的降压药和胰岛素送到火塘边，并当面教会他们看药盒上的红色刻度。";

    private readonly TemporaryFolder folder = new();

    public PlantedCorpus()
    {
        string corpus = folder.Combine("corpus");
        Directory.CreateDirectory(corpus);
        Documents = [.. new DocumentGenerator().Documents(Generated)];
        foreach (GeneratedDocument document in Documents)
            File.WriteAllBytes(Path.Combine(corpus, document.FileName), document.ToBytes());
        for (int i = 0; i < Courteous; i++)
            File.WriteAllText(Path.Combine(corpus, $"courteous{i}.txt"), Reply("四平市", $"四卫函〔2022〕{i + 300}号", $"市九届人大二次会议第{i + 300}号", $"关于第{i}件事项的建议", "2022年7月1日", $"事项{(char)('甲' + i)}已经办结。"));
        foreach ((string name, string text) in Planted)
            File.WriteAllText(Path.Combine(corpus, name), text);
        IndexingReport report = new CorpusIndexer(folder.Combine("index"), new DocumentReader()).Run([corpus], new());
        Assert.Empty(report.Rejected);
        Search = new EmbeddedPolicySearch(folder.Combine("index"));
    }

    public IReadOnlyList<GeneratedDocument> Documents { get; }

    public EmbeddedPolicySearch Search { get; }

    /// <summary>First written, copied into another city's reply, and sent again under another number; two that have nothing but courtesy in common.</summary>
    public static IReadOnlyDictionary<string, string> Planted { get; } = new Dictionary<string, string>
    {
        ["first.txt"] = Reply("三门峡市", "三卫函〔2021〕8号", "市八届人大一次会议第059号", "关于方便山区老人取药的建议", "2021年3月5日",
            "一、基本情况。全市山区乡镇有慢性病老人两千余名，往返县城取药要大半天。", Copied, "二、摩托车药箱试行以来，老人断药的次数明显减少，骑手还顺路带回血压记录。", "三、药箱由乡镇卫生院药师每月清点，冷藏格加装了温度记录仪，断电时会向值班手机报警。"),
        ["copy.txt"] = Reply("岳阳市", "岳卫函〔2023〕17号", "市九届人大二次会议第112号", "关于加强湖区渔民健康管理的建议", "2023年9月20日",
            "一、湖区渔民常年漂泊在外，血吸虫病筛查船每季度靠泊一次码头，渔政趸船上设了化验台。", Copied, "二、渔民子女的疫苗由筛查船代种，船上冷藏柜用岸电，风浪大时改由渔政快艇接送。", "三、禁捕退捕后上岸的渔民一并纳入安置社区的健康小屋，巡诊手册装订成一人一册，与劳务培训档案放在一处。"),
        ["again.txt"] = Reply("三门峡市", "三卫函〔2022〕31号", "市八届人大二次会议第203号", "关于方便山区老人取药的建议", "2022年4月11日",
            "一、基本情况。全市山区乡镇有慢性病老人两千余名，往返县城取药要大半天。", Copied, "二、摩托车药箱试行以来，老人断药的次数明显减少，骑手还顺路带回血压记录。", "三、药箱由乡镇卫生院药师每月清点，冷藏格加装了温度记录仪，断电时会向值班手机报警。"),
        ["lamps.txt"] = Reply("平顶山市", "平城管函〔2022〕5号", "市十届人大三次会议第77号", "关于更换背街路灯的建议", "2022年6月1日",
            "一、背街小巷的钠灯已改为单灯控制的灯具，杆件刷防锈漆，检修井盖加了铰链。", "二、断线由值守班组两小时内接复。"),
        ["bees.txt"] = Reply("吕梁市", "吕农函〔2022〕9号", "市四届人大三次会议第41号", "关于扶持中华蜜蜂养殖的建议", "2022年6月2日",
            "一、深山农户的土蜂桶换成活框蜂箱，荆条花期由合作社统一摇蜜。", "二、蜂群越冬饲喂的白糖按箱补助。"),
    };

    /// <summary>The document of a planted file.</summary>
    public PolicyDocument Find(string name) => Search.FindAsync(DocumentReader.IdOf("corpus/" + name)).Now()!;

    /// <summary>The document of a generated file.</summary>
    public static string IdOf(GeneratedDocument document) => DocumentReader.IdOf("corpus/" + document.FileName);

    /// <summary>What is similar to an indexed document.</summary>
    public SimilarResponse SimilarTo(string id, SearchRequest? within = null) => Search.SimilarToAsync(id, within ?? new() { Size = 60 }).Now()!;

    public void Dispose()
    {
        Search.Dispose();
        folder.Dispose();
    }

    private static string Reply(string city, string number, string session, string subject, string date, params string[] paragraphs) =>
        $"{city}卫生健康委员会\n{number}\n\n对{session}建议的答复\n\n张某代表：\n    您提出的《{subject}》收悉，首先感谢您对我市工作的关心和支持。我委高度重视，认真研究，现答复如下：\n"
        + string.Concat(paragraphs.Select(paragraph => $"    {paragraph}\n"))
        + $"    下一步，我们将继续加大工作力度，不断提高服务水平。感谢您对我市工作的关心和支持，欢迎继续提出宝贵意见和建议。\n\n{city}卫生健康委员会\n{date}\n";
}
