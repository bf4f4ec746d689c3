using PolicySearch.Documents;

namespace PolicySearch.Search.Tests;

/// <summary>Documents made in memory.</summary>
internal static class TestDocuments
{
    private static readonly string[] Cities = ["三门峡市", "岳阳市", "四平市", "平顶山市", "吕梁市"];
    private static readonly string[] Provinces = ["河南省", "湖南省", "吉林省", "河南省", "山西省"];
    private static readonly string[] Topics = ["卫生、体育/卫生/基层卫生", "卫生、体育/卫生/医共体", "民政/社会福利/养老服务", "科技、教育/教育"];
    private static readonly string[] Words =
        ["家庭医生", "签约", "服务", "医共体", "建设", "养老", "机构", "乡村医生", "待遇", "电动自行车", "充电桩", "校园", "安全", "我市", "财政", "补贴", "2023年", "A1类", "，", "。", "的"];

    /// <summary>A document with just a source and a body; everything else is missing.</summary>
    public static PolicyDocument Plain(string source, string body, string? title = null) => new()
    {
        Id = DocumentReader.IdOf(source),
        Source = source,
        Kind = DocumentKinds.Other,
        Title = title,
        Body = body,
        Paragraphs = body.Length == 0 ? [] : [new(ParagraphKind.Body, 0, 0, body.Length, 1)],
        ContentHash = "0",
    };

    /// <summary>Random documents, some of whose values are missing; the same seed gives the same.</summary>
    public static List<PolicyDocument> Random(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => One(random, i))];
    }

    private static PolicyDocument One(Random random, int number)
    {
        int city = random.Next(Cities.Length);
        bool placed = random.Next(5) > 0;
        int? year = random.Next(6) == 0 ? null : random.Next(2018, 2025);
        string body = string.Concat(Enumerable.Range(0, random.Next(5, 60)).Select(_ => Words[random.Next(Words.Length)]));
        return Plain($"made/{number}.txt", body, random.Next(8) == 0 ? null : "关于" + Words[random.Next(12)] + "的答复") with
        {
            Kind = random.Next(3) == 0 ? "通知" : DocumentKinds.SuggestionReply,
            Province = placed ? Provinces[city] : null,
            City = placed ? Cities[city] : null,
            County = placed && random.Next(2) == 0 ? $"{Cities[city][0]}{random.Next(3)}区" : null,
            Year = year,
            IssueDate = year == null || random.Next(4) == 0 ? null : new DateOnly(year.Value, random.Next(1, 13), random.Next(1, 29)),
            Issuer = random.Next(4) == 0 ? null : Cities[city] + "卫生健康委员会",
            DocumentNumber = random.Next(3) == 0 ? null : $"卫函〔{year ?? 2020}〕{random.Next(1, 50)}号",
            Topics = [.. Topics.Where(_ => random.Next(3) == 0)],
            Outcome = random.Next(2) == 0 ? null : new("A1", "A"),
        };
    }
}
