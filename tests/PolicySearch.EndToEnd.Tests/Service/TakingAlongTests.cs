using System.Text;
using System.Text.RegularExpressions;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PolicySearch.Api.Tests.Fakes;

namespace PolicySearch.EndToEnd.Tests.Service;

/// <summary>Policies, tables, exports and reports over HTTP with the whole stack.</summary>
public sealed class TakingAlongTests : IAsyncLifetime, IDisposable
{
    private readonly PolicyCorpus corpus = new();
    private RealService service = null!;

    private HttpClient Client => service.Client;

    public async Task InitializeAsync() => service = await RealService.StartAsync([corpus.Path], ("Limits:ExportRows", "22"));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        service?.Dispose();
        corpus.Dispose();
    }

    [Fact]
    public async Task A_policy_under_three_spellings_is_one_with_its_citing_sentences_and_a_wrong_number_is_marked()
    {
        JsonElement list = await Client.JsonAsync("/api/v1/policies");
        Assert.Equal(2, list.GetProperty("total").GetInt32());
        JsonElement first = list.List("policies")[0];
        Assert.Equal((PolicyCorpus.Policy, PolicyCorpus.Number, 19), (first.Text("title"), first.Text("docNumber"), first.GetProperty("documents").GetInt32()));
        JsonElement policy = await Client.JsonAsync($"/api/v1/policies/{first.Text("id")}?size=100");
        Assert.Equal(3, policy.List("spellings").Count);
        Assert.Equal(19, policy.List("citing").Count);
        Assert.All(policy.List("citing"), citing => Assert.Contains("认真贯彻落实", citing.GetProperty("sentence").Text("text"), StringComparison.Ordinal));
        Assert.Equal(19, policy.List("years").Sum(year => year.GetProperty("count").GetInt32()));
        Assert.Contains(PolicyCorpus.Slip, Assert.Single(policy.List("disagreements")).Text("message"), StringComparison.Ordinal);
        JsonElement filtered = await Client.JsonAsync($"/api/v1/search?policy={first.Text("id")}&size=0");
        Assert.Equal(19, filtered.GetProperty("total").GetInt32());
        JsonElement document = await Client.JsonAsync($"/api/v1/documents/{policy.List("citing")[0].Text("id")}");
        Assert.Equal(first.Text("id"), Assert.Single(document.List("citations")).Text("policy"));
    }

    [Theory]
    [InlineData("?size=0", "size")]
    [InlineData("?kind=通知", "kind")]
    [InlineData("?year=abc", "year")]
    [InlineData("/XYZ", "id")]
    [InlineData("/0123456789abcdef?sort=best", "sort")]
    public async Task A_bad_request_for_policies_is_told_what_is_wrong(string path, string parameter) =>
        Assert.True((await Client.ProblemAsync("/api/v1/policies" + path, System.Net.HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty(parameter, out _));

    [Fact]
    public async Task An_unknown_policy_is_not_found() =>
        Assert.Equal("urn:policysearch:problem:no-policy", (await Client.ProblemAsync("/api/v1/policies/0123456789abcdef", System.Net.HttpStatusCode.NotFound)).Text("type"));

    [Theory]
    [InlineData("/api/v1/compare?rows=city&columns=city", "columns")]
    [InlineData("/api/v1/compare?rows=policy", "rows")]
    [InlineData("/api/v1/export", "format")]
    [InlineData("/api/v1/export?format=doc", "format")]
    [InlineData("/api/v1/report?format=pdf", "format")]
    [InlineData("/api/v1/report?hits=0", "hits")]
    public async Task A_bad_request_for_tables_and_files_is_told_what_is_wrong(string path, string parameter) =>
        Assert.True((await Client.ProblemAsync(path, System.Net.HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty(parameter, out _));

    [Fact]
    public async Task A_table_s_counts_add_up_to_the_search_s_total()
    {
        JsonElement table = await Client.JsonAsync("/api/v1/compare?q=养老&rows=city&columns=year");
        int total = (await Client.JsonAsync("/api/v1/search?q=养老&size=0")).GetProperty("total").GetInt32();
        Assert.Equal(24, total);
        Assert.Equal(total, table.List("cells").Sum(row => row.EnumerateArray().Sum(cell => cell.GetInt32())));
        JsonElement figures = await Client.JsonAsync("/api/v1/compare/figures?measure=护理型床位占比");
        Assert.Equal(24, figures.List("cells").Sum(cell => cell.List("figures").Count));
        Assert.All(figures.List("cells").SelectMany(cell => cell.List("figures")), figure => Assert.Equal("%", figure.Text("unit")));
    }

    [Fact]
    public async Task A_csv_holds_the_hits_of_all_pages_in_order_and_reads_back_as_it_was()
    {
        using HttpResponseMessage response = await Client.GetAsync(new Uri("/api/v1/export?format=csv&q=养老服务&year=2020&year=2021&sort=-date", UriKind.Relative));
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        List<string[]> rows = Csv(Encoding.UTF8.GetString(bytes[3..]));
        int link = Array.IndexOf(rows[0], "链接");
        var ids = new List<string>();
        for (int page = 1; page <= 3; page++)
            ids.AddRange((await Client.JsonAsync($"/api/v1/search?q=养老服务&year=2020&year=2021&sort=-date&size=5&page={page}")).List("hits").Select(hit => hit.Text("id")));
        Assert.Equal(12, ids.Count);
        Assert.Equal(ids, rows[1..].Select(row => row[link].Split("doc=")[1]));
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.False(response.Headers.Contains("X-Export-Cut"));
        Assert.Equal("12", response.Headers.GetValues("X-Export-Total").Single());
    }

    [Fact]
    public async Task What_is_cut_is_told_in_the_header_and_in_each_file()
    {
        foreach (string format in new[] { "csv", "gbt7714", "bibtex" })
        {
            using HttpResponseMessage response = await Client.GetAsync(new Uri($"/api/v1/export?format={format}", UriKind.Relative));
            string text = await response.Content.ReadAsStringAsync();
            Assert.Equal("22/24", response.Headers.GetValues("X-Export-Cut").Single());
            Assert.Contains("共 24 条结果，已达导出上限，本文件只含前 22 条", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_workbook_is_valid_and_holds_the_same_rows()
    {
        byte[] bytes = await Client.GetByteArrayAsync(new Uri("/api/v1/export?format=xlsx", UriKind.Relative));
        using var stream = new MemoryStream(bytes);
        using var workbook = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        List<List<string>> rows = [.. Sheet(workbook, "检索结果").Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];
        Assert.Equal(1 + 22 + 1, rows.Count);
        List<string> ids = [.. (await Client.JsonAsync("/api/v1/search?size=22")).List("hits").Select(hit => hit.Text("id"))];
        Assert.Equal(ids, rows[1..23].Select(row => row.Single(cell => cell.Contains("?doc=", StringComparison.Ordinal)).Split("doc=")[1]));
        Assert.Contains("只含前 22 条", string.Concat(rows[^1]), StringComparison.Ordinal);
        Assert.Empty(Sheet(workbook, "检索结果").Descendants<CellFormula>());
        Assert.Contains(Sheet(workbook, "检索说明").Descendants<Row>(), row => row.InnerText.Contains("只含前 22 条", StringComparison.Ordinal));
    }

    [Fact]
    public async Task References_follow_the_standards()
    {
        string references = await Client.GetStringAsync(new Uri("/api/v1/export?format=gbt7714&q=三民函〔2020〕1号", UriKind.Relative));
        Assert.Matches(new Regex(@"^\[1\] 三门峡市民政局\. 关于市十届人大1次会议第1号建议的答复: 三民函〔2020〕1号\[A/OL\]\. \(2020-01-01\)\[\d{4}-\d{2}-\d{2}\]\. http://[^ ]+\?doc=[0-9a-f]{16}\.$", RegexOptions.Multiline), references);
        string bibtex = await Client.GetStringAsync(new Uri("/api/v1/export?format=bibtex", UriKind.Relative));
        Assert.Equal(22, Regex.Count(bibtex, @"^@misc\{policysearch-[0-9a-f]{16},$", RegexOptions.Multiline));
        Assert.Equal(bibtex.Count(c => c == '{'), bibtex.Count(c => c == '}'));
    }

    [Fact]
    public async Task A_report_tells_what_was_asked_and_found_and_leaves_the_other_places_figures_open()
    {
        string html = await Client.GetStringAsync(new Uri("/api/v1/report?q=护理型床位&hits=5&city=三门峡市", UriKind.Relative));
        foreach (string part in new[] { "护理型床位", "三门峡市", "本报告收录前 5 份", "索引版本", "入选理由", "见于正文", PolicyCorpus.Policy, "【待填：护理型床位占比（%）】" })
            Assert.Contains(part, html, StringComparison.Ordinal);
        string draft = html[html.IndexOf("拟稿参考", StringComparison.Ordinal)..];
        string own = Regex.Replace(Regex.Replace(draft, @"《[^》]*》|\p{L}+〔\d{4}〕\d+号|（取自第\d+件）", ""), "<[^>]*>", "");
        Assert.DoesNotMatch(@"\d", own);
        Assert.DoesNotContain("三门峡", own, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_in_word_is_valid_and_escapes_what_is_asked()
    {
        string query = Uri.EscapeDataString("养老 <b>&\"x\"");
        byte[] bytes = await Client.GetByteArrayAsync(new Uri($"/api/v1/report?format=docx&q={query}", UriKind.Relative));
        using var stream = new MemoryStream(bytes);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(word).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Contains("养老 <b>&\"x\"", word.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>&\"x", await Client.GetStringAsync(new Uri($"/api/v1/report?q={query}", UriKind.Relative)), StringComparison.Ordinal);
    }

    private static Worksheet Sheet(SpreadsheetDocument workbook, string name)
    {
        Sheet sheet = workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Single(one => one.Name == name);
        return ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!)).Worksheet;
    }

    /// <summary>Reads CSV by RFC 4180 alone: commas, quotes, doubled quotes, CRLF.</summary>
    private static List<string[]> Csv(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (quoted || c is not (',' or '\r' or '\n'))
                cell.Append(c);
            else if (c != '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\r')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
        }
        Assert.False(quoted);
        return rows;
    }
}
