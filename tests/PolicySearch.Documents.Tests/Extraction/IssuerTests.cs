namespace PolicySearch.Documents.Tests.Extraction;

public sealed class IssuerTests
{
    [Theory]
    [InlineData("清江市民政局文件\n清民函〔2022〕15号", "对市八届人大一次会议第59号建议的答复", "", "清江市民政局")]
    [InlineData("清江市民政局\n清民函〔2022〕15号", "对市八届人大一次会议第59号建议的答复", "", "清江市民政局")]
    [InlineData("", "清江市民政局对市八届人大一次会议第59号建议的答复", "", "清江市民政局")]
    [InlineData("", "对市八届人大一次会议第59号建议的答复", "清江市民政局\n2022年6月9日", "清江市民政局")]
    [InlineData("", "对市八届人大一次会议第59号建议的答复", "清江市民政局 2022年6月9日", "清江市民政局")]
    [InlineData("", "对市八届人大一次会议第59号建议的答复", "清江市民政局（盖章）\n2022年6月9日", "清江市民政局")]
    [InlineData("", "对市八届人大一次会议第59号建议的答复（水利局）", "2022年6月9日", "水利局")]
    [InlineData("", "对市八届人大一次会议第59号建议的答复", "清江市民政局办公室 2022年6月9日印发", "清江市民政局")]
    [InlineData("", "对市八届人大一次会议第59号建议的答复", "清江市民政局\n（盖章）\n2022年6月9日", "清江市民政局")]
    [InlineData("", "对市八届人大一次会议第59号建议的答复", "2022年6月9日\n清江市民政局", "清江市民政局")]
    [InlineData("清江市\n民政局文件\n清民函〔2022〕15号", "对市八届人大一次会议第59号建议的答复", "", "清江市民政局")]
    [InlineData("清 江 市 民 政 局 文 件\n清民函〔2022〕15号", "对市八届人大一次会议第59号建议的答复", "", "清江市民政局")]
    [InlineData("中共清江市委办公室文件\n清办发〔2022〕5号", "关于做好养老服务工作的通知", "", "中共清江市委办公室")]
    public void The_issuer_is_found_in_head_title_signature_or_printing_line(string head, string title, string foot, string expected) =>
        Assert.Equal(expected, new Letter { Head = head, Title = title, Foot = foot }.Read().Issuer);

    [Theory]
    [InlineData("清江市民政局 清江市财政局关于做好养老服务工作的通知", "")]
    [InlineData("清江市民政局、清江市财政局\n关于做好养老服务工作的通知", "")]
    [InlineData("关于做好养老服务工作的通知", "清江市民政局　　　清江市财政局\n2022年6月9日")]
    [InlineData("关于做好养老服务工作的通知", "清江市民政局\n清江市财政局\n2022年6月9日")]
    public void Joint_issuers_are_all_found_the_lead_body_first(string title, string foot)
    {
        PolicyDocument document = new Letter { Head = "清民发〔2022〕5号", Title = title, Addressee = "各县（市、区）民政局、财政局：", Foot = foot }.Read();
        Assert.Equal(["清江市民政局", "清江市财政局"], document.Issuers);
        Assert.Equal("清江市民政局", document.Issuer);
    }

    [Fact]
    public void An_office_whose_name_is_broken_by_a_line_end_stays_one() =>
        Assert.Equal(["清江市应对极端天气工作领导小组"], new Letter { Head = "", Title = "关于做好防灾工作的通知", Addressee = "各单位：", Foot = "清江市应对极端天气工\n作领导小组\n2022年6月9日" }.Read().Issuers);

    [Fact]
    public void A_letter_that_names_no_issuer_has_none_and_says_so()
    {
        PolicyDocument document = new Letter { Head = "", Foot = "2022年6月9日" }.Read();
        Assert.Null(document.Issuer);
        Assert.Contains(document.Warnings, warning => warning.Contains("issuer", StringComparison.Ordinal));
    }
}
