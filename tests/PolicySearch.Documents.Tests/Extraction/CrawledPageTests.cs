namespace PolicySearch.Documents.Tests.Extraction;

/// <summary>Letters as a crawler brings them: with navigation, panels, neighbours' titles and reading tools around them.</summary>
public sealed class CrawledPageTests
{
    private const string Chrome = """
        首页 > 政务公开 > 建议提案办理
        当前位置：首页>>建议提案>>人大建议
        索引号：113300/2022-00123　　主题分类：民政
        发布机构：清江市民政局　　发布日期：2022-06-15
        对市八届人大一次会议第59号建议的答复
        发布时间：2022-06-15 10:12　来源：市民政局　浏览次数：123
        字体：【大 中 小】 打印本页
        """;

    private const string Neighbours = """
        【打印本页】 【关闭窗口】
        上一篇：对市八届人大一次会议第60号建议的答复
        下一篇：清江市民政局关于做好2023年工作的通知
        版权所有：清江市人民政府　网站标识码：3300000000
        """;

    [Fact]
    public void The_letter_and_not_the_page_around_it_is_read()
    {
        PolicyDocument document = Letter.Understand(Chrome + "\n" + new Letter().Text + "\n" + Neighbours);
        Assert.Equal("对市八届人大一次会议第59号建议的答复", document.Title);
        Assert.Equal("建议答复", document.Kind);
        Assert.Equal("清民函〔2022〕15号", document.DocumentNumber);
        Assert.Equal(new DateOnly(2022, 6, 9), document.IssueDate);
        Assert.Equal("清江市民政局", document.Issuer);
        Assert.Equal(["张某"], document.Addressees);
        Assert.Equal(59, document.Session?.Number);
        Assert.Empty(document.Citations);
    }

    [Fact]
    public void A_panel_fills_what_the_letter_does_not_print()
    {
        PolicyDocument document = Letter.Understand("""
            发文字号：清民函〔2022〕15号
            发文机关：清江市民政局
            成文日期：2022年06月09日
            公开方式：主动公开
            标题：对市八届人大一次会议第59号建议的答复

            对市八届人大一次会议第59号建议的答复

            张某代表：
            　　您提出的《关于加强社区养老服务的建议》收悉，现答复如下：
            　　我局将继续完善设施，提高服务质量。感谢您的支持。
            """);
        Assert.Equal("清民函〔2022〕15号", document.DocumentNumber);
        Assert.Equal("清江市民政局", document.Issuer);
        Assert.Equal(new DateOnly(2022, 6, 9), document.IssueDate);
        Assert.Equal("主动公开", document.Disclosure);
        Assert.StartsWith("panel", document.Provenance["issueDate"], StringComparison.Ordinal);
        Assert.Equal("对市八届人大一次会议第59号建议的答复", document.Title);
    }

    [Fact]
    public void A_publication_date_is_taken_last_and_with_a_warning()
    {
        PolicyDocument document = Letter.Understand("发布时间：2022-06-15 10:12  来源：市民政局\n" + new Letter { Head = "", Foot = "" }.Text);
        Assert.Equal(new DateOnly(2022, 6, 15), document.IssueDate);
        Assert.Contains(document.Warnings, warning => warning.Contains("publication date", StringComparison.Ordinal));
    }

    [Fact]
    public void A_panel_whose_labels_and_values_stand_on_lines_of_their_own_is_read()
    {
        PolicyDocument document = Letter.Understand("索 引 号\n113300/2022-00123\n发文字号\n清民函〔2022〕15号\n成文日期\n2022-06-09\n" + new Letter { Head = "", Foot = "" }.Text);
        Assert.Equal("清民函〔2022〕15号", document.DocumentNumber);
        Assert.Equal(new DateOnly(2022, 6, 9), document.IssueDate);
    }

    [Fact]
    public void A_form_with_fields_instead_of_a_letters_head_is_read()
    {
        PolicyDocument document = Letter.Understand("""
            清江市民政局
            建议编号：第45号
            建议标题：关于加强社区养老服务的建议
            建议人：张某
            承办单位：市民政局
            答复内容：
            张某代表：
            您提出的建议收悉。现将办理情况答复如下：近年来，我市不断加大养老服务投入，新建站点120个。
            答复时间：2022年5月10日
            """);
        Assert.Equal("建议答复", document.Kind);
        Assert.Equal(["张某"], document.Addressees);
        Assert.Equal("关于加强社区养老服务的建议", document.Subject);
        Assert.Equal(45, document.Session?.Number);
        Assert.Equal(new DateOnly(2022, 5, 10), document.IssueDate);
        Assert.Equal("清江市民政局", document.Issuer);
    }

    [Fact]
    public void Navigation_that_speaks_of_disclosure_is_no_disclosure() =>
        Assert.Null(Letter.Understand("首页 政务公开 法定主动公开内容 建议提案办理 正文\n" + new Letter().Text + "\n" + Neighbours).Disclosure);

    [Fact]
    public void A_doubled_title_is_one_title() =>
        Assert.Equal("对市八届人大一次会议第59号建议的答复", new Letter { Head = "", Title = "对市八届人大一次会议第59号建议的答复\n对市八届人大一次会议第59号建议的答复" }.Read().Title);

    [Fact]
    public void A_title_that_cites_a_place_before_the_number_stays_whole()
    {
        PolicyDocument document = new Letter { Head = "清民函〔2022〕15号", Title = "清江市民政局\n关于市八届人大一次会议第59号建议的答复" }.Read();
        Assert.Equal("清江市民政局关于市八届人大一次会议第59号建议的答复", document.Title);
        Assert.Equal("清江市民政局", document.Issuer);
    }
}
