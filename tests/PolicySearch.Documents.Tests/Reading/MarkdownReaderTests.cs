using System.Diagnostics;
using System.Text;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Reading.Markdown;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Reading;

public sealed class MarkdownReaderTests
{
    [Theory]
    [InlineData("### 一、目标", "### 一、目标")]
    [InlineData("标题\n====", "# 标题")]
    [InlineData("**（一）一河一档。**对*全部*河流", "（一）一河一档。对全部河流")]
    [InlineData("见[某市条例](https://example.cn/a?b=1 \"题\")第三条", "见某市条例第三条")]
    [InlineData("见[某市条例][1]第三条\n\n[1]: https://example.cn/", "见某市条例第三条")]
    [InlineData("![河道图](a.png)如图", "河道图如图")]
    [InlineData("> 引文\n> > 再引\n\n后", "> 引文|> 再引|后")]
    [InlineData("办理`ABC-1`号", "办理ABC-1号")]
    [InlineData("```text\n**原样**\n```", "**原样**")]
    [InlineData("水质&lt;3类&amp;达标", "水质<3类&达标")]
    [InlineData("<某某>与a<b", "<某某>与a<b")]
    [InlineData("第一<br>第二<b>粗</b><!-- 注 -->", "第一|第二粗")]
    [InlineData("某政办[2022]5号", "某政办[2022]5号")]
    [InlineData("[1]: 说明文字", "[1]: 说明文字")]
    public void Marks_go_and_text_stays(string markdown, string lines) => Assert.Equal(lines, string.Join('|', Texts(markdown)));

    [Fact]
    public void Lists_keep_their_markers() =>
        Assert.Equal(["3. 甲", "   续行", "4) 乙", "- 丙", "  - 丁", "-"], Texts("3. 甲\n   续行\n\n4) 乙\n\n* 丙\n  * 丁\n*"));

    [Fact]
    public void Tables_keep_their_rows_and_empty_cells() =>
        Assert.Equal(["| 序号 | 项目 | 权重 |", "| 1 | 门 与锁 |  |", "|  | a｜b | 3 |"],
            Texts("| 序号 | 项目 | 权重 |\n|---|:-:|--:|\n| 1 | 门<br>**与锁** | |\n| | a\\|b | 3 |"));

    [Fact]
    public void Html_is_read_without_its_tags() =>
        Assert.Equal(["正文<3", "| 序号 | 项目 |", "尾"], Texts("<div class='a'>\n正文&lt;3\n<!-- 一\n二 --><script>\nvar a;\n</script>\n<table><tr>\n<td>序号</td>\n<td>项目</td>\n</tr></table>\n尾\n</div>"));

    [Fact]
    public void Every_line_keeps_its_number_and_its_indent()
    {
        SourceText text = Read("# 题\r\n\r\n正文一，\r\n正文二。\r\n\r\n|a|b|\r\n|-|-|\r\n|c|d|\r\n\r\n> 见[某\r\n> 文](x)\r\n\r\n　　　　2022年5月1日\f第二页");

        Assert.Equal(
            [(1, 1, "# 题"), (3, 1, "正文一，"), (4, 1, "正文二。"), (6, 1, "| a | b |"), (8, 1, "| c | d |"), (10, 1, "> 见某"), (11, 1, "> 文"), (13, 1, "　　　　2022年5月1日"), (14, 2, "第二页")],
            text.Lines.Where(line => line.Text.Length > 0).Select(line => (line.Number, line.Page, line.Text)));
        Assert.Empty(text.Warnings);
    }

    [Theory]
    [InlineData(">", "")]
    [InlineData("[", "")]
    [InlineData("[", "]")]
    [InlineData("![", "](a)")]
    [InlineData("- ", "")]
    [InlineData("1. ", "")]
    [InlineData("*a ", "")]
    [InlineData("**a", "")]
    [InlineData("`` ` ", "")]
    [InlineData("<a ", "")]
    [InlineData("<b>", "</b>")]
    [InlineData("<!--", "")]
    [InlineData("|", "\n|-|")]
    [InlineData("|a", "")]
    [InlineData("[a]: b\n\n", "")]
    public void Text_of_nothing_but_marks_is_read_in_bounded_time(string opening, string closing)
    {
        const int Times = 100_000;
        string hostile = string.Concat(Enumerable.Repeat(opening, Times)) + "正文" + string.Concat(Enumerable.Repeat(closing, Times));
        var watch = Stopwatch.StartNew();

        // On a stack smaller than a program's own.
        Exception? error = null;
        SourceText? text = null;
        var thread = new Thread(() => error = Record.Exception(() => text = Read(hostile)), 512 << 10);
        thread.Start();
        thread.Join();

        Assert.Null(error);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"took {watch.Elapsed}");
        if (opening is not ("<!--" or "<a "))
            Assert.Contains(text!.Lines, line => line.Text.Contains("正文", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_that_would_be_filled_up_without_bound_is_read_as_text()
    {
        string row = "|" + string.Concat(Enumerable.Repeat("-|", 2000));
        SourceText text = Read(row.Replace('-', 'a') + "\n" + row + "\n" + string.Concat(Enumerable.Repeat("|b\n", 2000)));
        Assert.Contains("cells; it was read as plain text", Assert.Single(text.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 70)]
    [InlineData("", 2000)]
    [InlineData("> ", 2000)]
    public void Lists_that_nest_ever_deeper_are_read_as_text_soon(string quote, int depth)
    {
        var watch = Stopwatch.StartNew();
        SourceText text = Read(string.Concat(Enumerable.Range(0, depth).Select(i => quote + new string(' ', 2 * i) + "- 项\n")));
        Assert.Equal(depth, text.Lines.Count);
        Assert.Contains("nests too deep", Assert.Single(text.Warnings), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Official_documents_without_marks_are_extracted_as_from_plain_text()
    {
        using var folder = new TemporaryFolder();
        var reader = new DocumentReader();
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.Combine("corpus", "samples"), "*.txt"))
        {
            File.Copy(file, folder.Combine("a.txt"), overwrite: true);
            File.Copy(file, folder.Combine("a.md"), overwrite: true);
            PolicyDocument plain = reader.Read(folder.Combine("a.txt"), "x"), markdown = reader.Read(folder.Combine("a.md"), "x");
            Assert.True(plain.Body == markdown.Body, $"{file}\n{plain.Body}\n{markdown.Body}");
            Assert.Equal(PolicyDocumentJson.Serialize(plain), PolicyDocumentJson.Serialize(markdown));
        }
    }

    private static List<string> Texts(string markdown) => Read(markdown).Lines.Select(line => line.Text).Where(text => text.Length > 0).ToList();

    private static SourceText Read(string markdown) => new MarkdownReader().Read("a.md", Encoding.UTF8.GetBytes(markdown), default);
}
