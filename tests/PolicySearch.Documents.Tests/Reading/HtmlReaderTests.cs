using System.Text;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Reading.Html;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Reading;

public sealed class HtmlReaderTests
{
    private const string Page = """
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>某市卫生健康委员会</title><meta name="ArticleTitle" content="对市八届人大一次会议第59号建议的答复">
        <style>p{margin:0}</style><script>var 文号 = "假文〔2001〕1号";</script></head><body>
        <div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>
        <div class="crumb">当前位置：<a href="/">首页</a> &gt; 建议提案</div>
        <table class="meta"><tr><td>索 引 号：</td><td>000014349/2023-42</td><td>发文字号：</td><td>三卫建议〔2023〕3号</td></tr>
        <tr><td>发布机构</td><td>三门峡市卫生健康委员会</td><td>成文日期</td><td>2023年7月6日</td></tr></table>
        <div class="wrap"><div id="content"><p>张某代表：</p><p>您提出的《关于加强<b>基层</b>卫生工作的建议》收悉。现答复如下：</p>
        <p>一、已做的工作<br>新建卫生院&nbsp;3&nbsp;所。</p><table><tr><th>县区</th><th>数量</th></tr><tr><td><p>渑池县</p></td><td>2</td></tr></table>
        <p style="display: none">草稿</p><p>二、下一步打算，继续推进村卫生室标准化建设，让群众就近看病，少跑路，少花钱。</p></div></div>
        <div class="related"><a href="1">对市八届人大一次会议第60号建议的答复</a><a href="2">三卫建议〔2023〕4号</a></div>
        <footer>主办单位：某市人民政府办公室 备案号 12345</footer></body></html>
        """;

    [Fact]
    public void The_article_is_read_and_the_page_around_it_is_not()
    {
        string[] lines = Read(Page).Lines.Select(line => line.Text).ToArray();

        Assert.Equal(
            ["对市八届人大一次会议第59号建议的答复", "张某代表：", "您提出的《关于加强基层卫生工作的建议》收悉。现答复如下：", "一、已做的工作", "新建卫生院\u00A03\u00A0所。", "县区\t数量", "渑池县\t2",
             "二、下一步打算，继续推进村卫生室标准化建设，让群众就近看病，少跑路，少花钱。"],
            lines.Select(line => line.Trim()));
    }

    [Fact]
    public void The_panel_above_the_article_becomes_fields()
    {
        IReadOnlyDictionary<string, string> panel = Read(Page).Panel;

        Assert.Equal("三卫建议〔2023〕3号", panel["发文字号"]);
        Assert.Equal("三门峡市卫生健康委员会", panel["发文机关"]);
        Assert.Equal("2023年7月6日", panel["成文日期"]);
        Assert.Equal("000014349/2023-42", panel["索引号"]);
    }

    [Fact]
    public void Rows_of_a_page_s_table_stay_rows()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("page.html");
        File.WriteAllText(path, Page);

        PolicyDocument document = new DocumentReader().Read(path, "pages/page.html");

        Assert.Equal(["县区\t数量", "渑池县\t2"], document.Paragraphs.Where(part => part.Kind == ParagraphKind.Table).Select(part => document.Body[part.Start..part.End]));
    }

    [Fact]
    public void A_saved_page_becomes_a_document_with_the_fields_of_its_panel_and_text()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("page.html");
        File.WriteAllText(path, Page);

        PolicyDocument document = new DocumentReader().Read(path, "pages/page.html");

        Assert.Equal("对市八届人大一次会议第59号建议的答复", document.Title);
        Assert.Equal("三卫建议〔2023〕3号", document.DocumentNumber);
        Assert.Equal("三门峡市卫生健康委员会", document.Issuer);
        Assert.Equal(new DateOnly(2023, 7, 6), document.IssueDate);
        Assert.Equal(("河南省", "三门峡市"), (document.Province, document.City));
        Assert.Equal(["张某"], document.Addressees);
        Assert.Equal("关于加强基层卫生工作的建议", document.Subject);
    }

    [Theory]
    [InlineData("<ul><li>文号：某政办〔2020〕1号</li><li>发布日期：2020-01-02</li></ul>")]
    [InlineData("<dl><dt>文号</dt><dd>某政办〔2020〕1号</dd><dt>发布日期</dt><dd>2020-01-02</dd></dl>")]
    [InlineData("<div><span>文号：</span><span>某政办〔2020〕1号</span> <span>发布日期：</span><span>2020-01-02</span></div>")]
    [InlineData("<div><p>【文号】：某政办〔2020〕1号</p><p>【发布日期】：2020-01-02</p></div>")]
    public void A_panel_may_be_a_list_or_a_row_of_boxes(string panel)
    {
        SourceText text = Read($"<html><body>{panel}<div><p>各区人民政府：</p><p>为做好二〇二〇年春季农业生产，经市人民政府同意，现就有关事项通知如下，请遵照执行。</p></div></body></html>");

        Assert.Equal("某政办〔2020〕1号", text.Panel["发文字号"]);
        Assert.Equal("2020-01-02", text.Panel["发布日期"]);
        Assert.DoesNotContain(text.Lines, line => line.Text.Contains("2020-01-02", StringComparison.Ordinal));
    }

    [Fact]
    public void A_declared_charset_that_lies_does_not_garble_the_text()
    {
        byte[] utf8SaidToBeGbk = Encoding.UTF8.GetBytes("<html><head><meta charset=gb2312></head><body><p>各区人民政府：为做好春季农业生产，现通知如下。</p></body></html>");

        SourceText text = new HtmlReader().Read("a.html", utf8SaidToBeGbk, default);

        Assert.Contains("春季农业生产", text.Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Big5_pages_are_read_as_declared()
    {
        Encoding big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!;
        byte[] page = big5.GetBytes("<html><head><meta charset=\"big5\"></head><body><p>關於加強基層醫療衛生服務體系建設的意見</p></body></html>");

        SourceText text = new HtmlReader().Read("a.html", page, default);

        Assert.Equal("關於加強基層醫療衛生服務體系建設的意見", text.Lines[0].Text);
    }

    [Fact]
    public void Deep_nesting_does_not_overflow_the_stack()
    {
        string page = string.Concat(Enumerable.Repeat("<div>", ReadingOptions.Default.MaxPageDepth - 10)) + "现就有关事项通知如下，请认真贯彻执行。";

        Assert.Contains("通知如下", Read(page).Lines[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_without_end_is_refused_before_it_is_parsed()
    {
        string page = string.Concat(Enumerable.Repeat("<div><b>", 1_000_000)) + "通知";

        Assert.Contains("nest deeper", Assert.Throws<UnreadableDocumentException>(() => Read(page)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_a_hundred_thousand_cells_is_one_line()
    {
        string page = "<table><tr>" + string.Concat(Enumerable.Repeat("<td>数", 100_000)) + "</table>";

        Assert.Equal(200_000 - 1, Assert.Single(Read(page).Lines).Text.Length);
    }

    [Fact]
    public void A_page_without_text_is_refused()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Read("<html><body><script>load()</script></body></html>"));

        Assert.Contains("no article text", error.Message, StringComparison.Ordinal);
    }

    private static SourceText Read(string page) => new HtmlReader().Read("page.html", Encoding.UTF8.GetBytes(page), default);
}
