namespace PolicySearch.Documents.Tests.Extraction;

public sealed class CitationTests
{
    [Theory]
    [InlineData("根据《养老服务条例》（国发〔2019〕5号）要求", "养老服务条例|国发〔2019〕5号")]
    [InlineData("根据《养老服务条例》(国发[2019]5号)要求", "养老服务条例|国发〔2019〕5号")]
    [InlineData("根据《养老服务条例》国发〔2019〕5号要求", "养老服务条例|国发〔2019〕5号")]
    [InlineData("根据《养老服务条例》（国发 〔2019〕 5 号）要求", "养老服务条例|国发〔2019〕5号")]
    [InlineData("根据《关于落实〈养老服务条例〉的通知》（国发〔2019〕5号）", "关于落实〈养老服务条例〉的通知|国发〔2019〕5号")]
    [InlineData("根据《关于落实《养老服务条例》的通知》（国发〔2019〕5号）", "关于落实《养老服务条例》的通知|国发〔2019〕5号")]
    [InlineData("依据清人社厅发〔2018〕50号文件", "|清人社厅发〔2018〕50号")]
    [InlineData("按照国办发〔2019〕1号、2号文件要求", "|国办发〔2019〕1号;|国办发〔2019〕2号")]
    [InlineData("按照国办发〔2019〕1号和清政发〔2020〕2号文件", "|国办发〔2019〕1号;|清政发〔2020〕2号")]
    [InlineData("依据《甲类办法》《乙类办法》和《丙类办法》", "甲类办法|;乙类办法|;丙类办法|")]
    [InlineData("落实《养老服务条例》（国发〔2019〕5号，以下简称《条例》）。按照《条例》要求", "养老服务条例|国发〔2019〕5号")]
    [InlineData("落实《养老服务发展规划》（以下简称《服务规划》）。按照《服务规划》要求", "养老服务发展规划|")]
    [InlineData("落实《养老服务行动计划》（下称《行动计划》）。按照《行动计划》要求", "养老服务行动计划|")]
    [InlineData("落实《养老服务条例》。再次落实《养老服务条例》（国发〔2019〕5号）", "养老服务条例|国发〔2019〕5号")]
    [InlineData("在《清江日报》上刊登，在《焦点》栏目播出", "")]
    [InlineData("2019年第5号，（2019）年第3期，（一）项", "")]
    [InlineData("《没有结尾的书名号", "")]
    public void Titles_and_numbers_are_paired(string body, string expected)
    {
        PolicyDocument document = new Letter { Body = "　　" + body + "，我局开展了工作。" }.Read();
        Assert.Equal(expected, string.Join(';', document.Citations.Select(citation => citation.Title + "|" + citation.DocumentNumber)));
    }

    [Fact]
    public void What_a_notice_issues_is_no_citation() =>
        Assert.Empty(new Letter { Title = "关于印发《清江市养老服务规划》的通知", Opening = "　　现将《清江市养老服务规划》印发给你们，请认真贯彻执行。" }.Read().Citations);

    [Fact]
    public void The_answered_proposal_is_no_citation() => Assert.Empty(new Letter().Read().Citations);

    [Fact]
    public void A_title_broken_over_lines_is_one_citation() =>
        Assert.Equal([new Citation("关于推进养老服务高质量发展的意见", "国办发〔2019〕5号")], new Letter { Body = "　　我局认真贯彻《关于推进养老服务高\n\n质量发展的意见》（国办发〔2019〕\n5号）精神，开展了工作。" }.Read().Citations);
}
