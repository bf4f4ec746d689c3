using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Regions;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Regions;

public sealed class DocumentNumberPrefixTests
{
    private static DocumentNumberPrefixes Learned => DocumentNumberPrefixes.Learn(
    [
        Document("庆环教函〔2020〕1号", "621022"), Document("庆环教函〔2021〕4号", "621022"), Document("庆环住建〔2021〕9号", "621022"), Document("庆华水〔2021〕2号", "621023"), Document("庆政办发〔2020〕7号", "621000"),
        Document("宁政发〔2020〕1号", "640000"), Document("宁政发〔2021〕1号", "320100"), Document("单独〔2021〕1号", "411221"), Document("庆错〔2021〕1号", "110000", "body"),
    ]);

    [Theory]
    [InlineData("庆环教函", "621022")]
    [InlineData("庆环市监函", "621022")]
    [InlineData("庆市监", "621000")]
    [InlineData("宁政发", null)]
    [InlineData("单独", null)]
    [InlineData("庆错", "621000")]
    [InlineData("", null)]
    public void The_longest_beginning_that_documents_agree_on_tells_the_place(string prefix, string? code) => Assert.Equal(code, Learned.CodeOf(prefix));

    [Fact]
    public void Few_documents_teach_nothing()
    {
        PolicyDocument[] two = [Document("平湛卫〔2020〕1号", "410411"), Document("平湛教〔2020〕1号", "410411")];
        Assert.Equal(0, DocumentNumberPrefixes.Learn(two).Count);
        DocumentNumberPrefixes three = DocumentNumberPrefixes.Learn([.. two, Document("平湛卫〔2021〕1号", "410411")]);
        Assert.Equal("410411", three.CodeOf("平湛民"));
        Assert.Null(three.CodeOf("平政办"));
    }

    [Fact]
    public void Letters_of_offices_name_no_place()
    {
        PolicyDocument[] documents = [.. Enumerable.Range(1, 6).Select(serial => Document($"政办发〔2020〕{serial}号", "411221"))];
        Assert.Null(DocumentNumberPrefixes.Learn(documents).CodeOf("政办发"));
        Assert.Equal("220203", DocumentNumberPrefixes.Learn([.. Enumerable.Range(1, 3).Select(serial => Document($"龙教发〔2020〕{serial}号", "220203"))]).CodeOf("龙教发"));
    }

    [Fact]
    public void The_order_of_documents_does_not_matter()
    {
        PolicyDocument[] documents = [.. Enumerable.Range(0, 60).Select(i => Document($"{"庆环华宁"[i % 4]}{"环教水"[i % 3]}函〔2020〕{i + 1}号", i % 5 == 0 ? "621022" : "621023"))];
        string[] first = CodesOfBeginnings(documents);
        Assert.Contains("621000", first);
        var random = new Random(7);
        for (int i = 0; i < 20; i++)
        {
            random.Shuffle(documents);
            Assert.Equal(first, CodesOfBeginnings(documents));
        }
    }

    [Fact]
    public void A_letter_that_names_no_place_is_placed_by_what_its_number_means_elsewhere()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("letter.txt");
        File.WriteAllText(path, "A\n同意公开\n庆环市监函字（2025）275号\n对县十一届人大四次会议第133号代表建议的答复函\n丁某代表：\n您提出的《关于规范集贸市场的建议》收悉，现答复如下：\n一、已完成整治。\n");
        Assert.Null(new DocumentReader().Read(path, "x").County);
        PolicyDocument document = new DocumentReader(ReadingOptions.Default, Learned).Read(path, "x");
        Assert.Equal(("甘肃省", "庆阳市", "环县"), (document.Province, document.City, document.County));
        Assert.Equal("docNumber", document.Provenance["county"]);
        Assert.DoesNotContain(document.Warnings, warning => warning.Contains("document number's letters", StringComparison.Ordinal));
    }

    // What is known of every beginning of their prefixes, and how many are known.
    private static string[] CodesOfBeginnings(PolicyDocument[] documents)
    {
        DocumentNumberPrefixes learned = DocumentNumberPrefixes.Learn(documents);
        var beginnings = documents.Select(document => document.DocumentNumber![..3]).SelectMany(prefix => Enumerable.Range(1, 3).Select(length => prefix[..length]));
        return [.. beginnings.Distinct().Order(StringComparer.Ordinal).Select(beginning => learned.CodeOf(beginning) ?? "none"), $"{learned.Count}"];
    }

    private static PolicyDocument Document(string number, string code, string basis = "issuer") => new()
    {
        Id = "",
        Source = "",
        Kind = "",
        DocumentNumber = number,
        RegionCode = code,
        Provenance = new Dictionary<string, string> { ["regionCode"] = basis },
    };
}
