using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Report;

/// <summary>A report as a page that prints well. Everything that comes from documents or the query is escaped.</summary>
internal static class ReportHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page.</summary>
    /// <param name="report">The report.</param>
    /// <param name="site">Address of the service's page, ending in '/'.</param>
    /// <param name="docx">Address of the same report as DOCX.</param>
    public static string Write(PrecedentReport report, string site, string docx)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{PrecedentReport.Title}</title>\n<link rel=\"stylesheet\" href=\"{E(site)}report.css\">\n<script type=\"module\" src=\"{E(site)}js/report-page.js\"></script>\n</head>\n<body>\n")
            .Append(CultureInfo.InvariantCulture, $"<nav class=\"tools\" aria-label=\"报告工具\"><a href=\"{E(site)}\">返回检索</a> <a href=\"{E(docx)}\">下载 Word 版</a> <button type=\"button\" id=\"print\" hidden>打印</button></nav>\n<main>\n<h1>{PrecedentReport.Title}</h1>\n");
        About(html, report);
        Overview(html, report);
        Details(html, report);
        Common(html, report, site);
        Draft(html, report);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void About(StringBuilder html, PrecedentReport report)
    {
        html.Append("<section><h2>一、检索说明</h2>");
        List(html, report.About);
        html.Append("</section>\n");
    }

    private static void Overview(StringBuilder html, PrecedentReport report)
    {
        html.Append("<section><h2>二、先例一览</h2>\n");
        if (report.Precedents.Count == 0)
        {
            html.Append("<p>没有符合条件的文件。</p></section>\n");
            return;
        }
        html.Append("<table><thead><tr><th scope=\"col\">序号</th><th scope=\"col\">标题</th><th scope=\"col\">发文机关</th><th scope=\"col\">文号</th><th scope=\"col\">日期</th><th scope=\"col\">办理结果</th></tr></thead><tbody>\n");
        foreach (Precedent precedent in report.Precedents)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{precedent.Number}</td><td><a href=\"#p{precedent.Number}\">{E(precedent.Title)}</a></td>");
            foreach (string name in (ReadOnlySpan<string>)["发文机关", "文号", "成文日期", "办理结果"])
                html.Append("<td>").Append(E(Fact(precedent, name))).Append("</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table></section>\n");
    }

    private static void Details(StringBuilder html, PrecedentReport report)
    {
        html.Append("<section><h2>三、逐件摘录</h2>\n");
        foreach (Precedent precedent in report.Precedents)
        {
            html.Append(CultureInfo.InvariantCulture, $"<article id=\"p{precedent.Number}\"><h3>{precedent.Number}. <a href=\"{E(precedent.Link)}\">{E(precedent.Title)}</a></h3>\n");
            List(html, precedent.Facts);
            html.Append("<h4>入选理由</h4><ul>").AppendJoin("", precedent.Reasons.Select(reason => $"<li>{E(reason)}</li>")).Append("</ul>\n<h4>匹配段落（原文）</h4>\n");
            foreach (HighlightedText passage in precedent.Passages)
                html.Append("<blockquote>").Append(Marked(passage)).Append("</blockquote>\n");
            html.Append("<p class=\"reference\">").Append(E(precedent.Reference)).Append("</p></article>\n");
        }
        html.Append("</section>\n");
    }

    private static void Common(StringBuilder html, PrecedentReport report, string site)
    {
        html.Append("<section><h2>四、共同引用的政策</h2>\n");
        if (report.Common.Count == 0)
            html.Append("<p>收录的文件没有共同引用的政策。</p>");
        else
            html.Append("<ul>").AppendJoin("", report.Common.Select(policy => $"<li><a href=\"{E(site)}?view=policy&amp;of={policy.Id}\">{E(policy.Name)}</a>（第{string.Join("、", policy.CitedBy)}件）</li>")).Append("</ul>");
        html.Append("</section>\n");
    }

    private static void Draft(StringBuilder html, PrecedentReport report)
    {
        html.Append("<section class=\"draft\"><h2>五、拟稿参考</h2>\n<p class=\"note\">以下段落取自上列先例，其中的数据、时间、地名和机关均已换成【待填】，请据本地情况填写，引用的政策请核对原文。</p>\n");
        foreach (Precedent precedent in report.Precedents)
        {
            foreach (string draft in precedent.Drafts)
                html.Append("<p>").Append(Opened(draft)).Append(CultureInfo.InvariantCulture, $"<small>（取自第{precedent.Number}件）</small></p>\n");
        }
        if (report.ToFillIn.Count > 0)
        {
            html.Append("<h3>待填清单</h3><table><thead><tr><th scope=\"col\">待填内容</th><th scope=\"col\">本地情况</th></tr></thead><tbody>")
                .AppendJoin("", report.ToFillIn.Select(asked => $"<tr><td>{E(asked)}</td><td class=\"open\">【待填】</td></tr>")).Append("</tbody></table>");
        }
        html.Append("</section>\n");
    }

    private static void List(StringBuilder html, IEnumerable<(string Name, string Value)> entries)
    {
        html.Append("<dl>");
        foreach ((string name, string value) in entries)
            html.Append("<div><dt>").Append(E(name)).Append("</dt><dd>").Append(E(value)).Append("</dd></div>");
        html.Append("</dl>\n");
    }

    private static string Fact(Precedent precedent, string name) => precedent.Facts.FirstOrDefault(fact => fact.Name == name).Value ?? "";

    private static string Marked(HighlightedText passage)
    {
        var html = new StringBuilder();
        int done = 0;
        foreach ((int start, int end) in passage.Matches.Select(match => (match.Start, match.End)))
        {
            html.Append(E(passage.Text[done..start])).Append("<mark>").Append(E(passage.Text[start..end])).Append("</mark>");
            done = end;
        }
        return html.Append(E(passage.Text[done..])).ToString();
    }

    private static string Opened(string draft) =>
        E(draft).Replace("【待填", "<b class=\"open\">【待填", StringComparison.Ordinal).Replace("】", "】</b>", StringComparison.Ordinal);

    private static string E(string text) => Encoder.Encode(text);
}
