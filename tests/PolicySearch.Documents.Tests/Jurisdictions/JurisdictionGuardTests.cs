using PolicySearch.Documents.Jurisdictions;

namespace PolicySearch.Documents.Tests.Jurisdictions;

public sealed class JurisdictionGuardTests : IDisposable
{
    private readonly string path = Path.GetTempFileName() + ".txt";

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Another_citys_name_is_flagged_and_the_own_ones_are_not()
    {
        JurisdictionReport report = Check("近年来，三门峡市不断完善服务，渑池县、湖滨区先行先试，岳阳市基层卫生服务体系逐步健全，河南省给予支持。");
        Assert.Equal("河南省三门峡市", report.Own);
        JurisdictionFinding finding = Assert.Single(report.Findings);
        Assert.Equal(("岳阳市", "湖南省岳阳市", JurisdictionFindingKind.Place, true), (finding.Text, finding.BelongsTo, finding.Kind, finding.IsLikelyMistake));
    }

    [Fact]
    public void Another_places_office_is_flagged_as_one()
    {
        JurisdictionFinding finding = Assert.Single(Check("我们已会同岳阳市卫生健康委员会制定方案，三门峡市财政局安排了资金。").Findings);
        Assert.Equal((JurisdictionFindingKind.Agency, "岳阳市卫生健康委员会"), (finding.Kind, finding.Text));
    }

    [Fact]
    public void Another_session_and_another_number_than_the_answered_are_flagged()
    {
        JurisdictionReport report = Check("您在市七届人大四次会议上提出的第095号建议，我们已经办结。全国人大十四届二次会议也有类似建议。");
        Assert.Equal([JurisdictionFindingKind.Session, JurisdictionFindingKind.Number], report.Findings.Select(finding => finding.Kind));
        Assert.Contains("七届", report.Findings[0].Text, StringComparison.Ordinal);
        Assert.Equal("第059号", report.Findings[1].BelongsTo);
    }

    [Theory]
    [InlineData("我们赴杭州市考察学习，借鉴其先进经验。")]
    [InlineData("依据《浙江省推进城乡公共文化服务办法》的思路。")]
    [InlineData("洛阳市至三门峡市的高速公路已经通车。")]
    public void Places_named_on_purpose_are_mentioned_but_not_called_mistakes(string text) =>
        Assert.All(Check(text).Findings, finding => Assert.False(finding.IsLikelyMistake));

    [Theory]
    [InlineData("三门峡")]
    [InlineData("三门峡市")]
    [InlineData("河南省三门峡市")]
    public void The_own_place_may_be_given_in_any_spelling(string own)
    {
        JurisdictionReport report = JurisdictionGuard.Default.Check(Read("岳阳市的做法。", head: false), own);
        Assert.Equal("河南省三门峡市", report.Own);
        Assert.Single(report.Findings);
    }

    [Fact]
    public void A_text_without_head_and_foot_belongs_to_the_place_that_it_names_most()
    {
        JurisdictionReport report = JurisdictionGuard.Default.Check(Read("四平市加大投入。四平市铁西区建成三个站点，双辽市建成两个。吕梁市人民政府印发了方案。", head: false));
        Assert.Equal("吉林省四平市", report.Own);
        Assert.Equal("吕梁市人民政府", Assert.Single(report.Findings).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("第第届次会议第号建议《《《岳阳市")]
    [InlineData("\ud800岳阳市\udfff第99999999999999999999号建议")]
    public void No_text_makes_it_throw(string text) => Assert.NotNull(JurisdictionGuard.Default.Check(new PolicyDocument { Id = "0", Source = "x", Kind = "其他", Body = text }, "岳阳"));

    private JurisdictionReport Check(string body) => JurisdictionGuard.Default.Check(Read(body, head: true));

    private PolicyDocument Read(string body, bool head)
    {
        File.WriteAllText(path, head
            ? $"三门峡市卫生健康委员会\n三卫函〔2023〕8号\n\n对市八届人大一次会议第059号建议的答复\n\n张某代表：\n    您提出的《关于加强基层服务的建议》收悉，现答复如下：\n    {body}\n\n三门峡市卫生健康委员会\n2023年3月5日\n"
            : body);
        return new DocumentReader().Read(path, "draft.txt");
    }
}
