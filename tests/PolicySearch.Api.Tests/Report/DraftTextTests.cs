using PolicySearch.Api.Report;
using PolicySearch.Documents;

namespace PolicySearch.Api.Tests.Report;

public sealed class DraftTextTests
{
    private const string Body = "三门峡市现有乡镇卫生院72家，2023年底签约率达到75.5%，市财政投入1,200万元。依据《“健康中国2030”规划纲要》和豫卫基层〔2020〕18号，三门峡市卫生健康委员会于5月底完成3项工作。三门峡的做法可供参考。";

    [Fact]
    public void What_is_the_other_place_s_own_is_left_open_and_what_both_may_cite_stays()
    {
        string draft = DraftText.Of(Body, 0, Document());
        Assert.Equal(
            "【待填：本地】现有乡镇卫生院【待填：乡镇卫生院（家）】，【待填：时间】签约率达到【待填：签约率（%）】，市财政投入【待填：数字】万元。依据《“健康中国2030”规划纲要》和豫卫基层〔2020〕18号，"
            + "【待填：本单位】于【待填：时间】完成【待填：数字】项工作。【待填：本地】的做法可供参考。", draft);
    }

    [Fact]
    public void A_passage_from_the_middle_of_the_body_is_left_open_in_the_right_places()
    {
        int start = Body.IndexOf("签约率", StringComparison.Ordinal);
        Assert.Equal("签约率达到【待填：签约率（%）】，市财政", DraftText.Of(Body[start..(start + 14)], start, Document()));
    }

    [Fact]
    public void What_is_asked_is_listed_once() =>
        Assert.Equal(["本地", "乡镇卫生院（家）", "时间", "签约率（%）", "数字", "本单位"], DraftText.Asked([DraftText.Of(Body, 0, Document()), DraftText.Of(Body, 0, Document())]));

    private static PolicyDocument Document() => new()
    {
        Id = "0000000000000001",
        Source = "made/1.txt",
        Kind = "建议答复",
        City = "三门峡市",
        Province = "河南省",
        Issuer = "三门峡市卫生健康委员会",
        Body = Body,
        Figures = [At("乡镇卫生院", "72家", "家"), At("签约率", "75.5%", "%")],
    };

    private static Figure At(string subject, string text, string unit)
    {
        int start = Body.IndexOf(text, StringComparison.Ordinal);
        return new(subject, Comparator.Equal, 1, null, unit, null, false, start, start + text.Length, 0, Body.Length);
    }
}
