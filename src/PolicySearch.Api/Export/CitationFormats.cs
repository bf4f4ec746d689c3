using System.Globalization;
using System.Text;
using PolicySearch.Documents;
using PolicySearch.Search.Exporting;

namespace PolicySearch.Api.Export;

/// <summary>
/// References after GB/T 7714-2015, one a line: 主要责任者. 题名: 文号[A/OL]. (成文日期)[引用日期]. 获取路径. Official documents are archives [A], read online [OL]. Up to three
/// issuers, then 等; what a document does not say is left out.
/// </summary>
internal sealed class Gbt7714Format : IExportFormat
{
    private const int MaxIssuers = 3;

    /// <inheritdoc/>
    public string ContentType => "text/plain; charset=utf-8";

    /// <inheritdoc/>
    public string Extension => ".txt";

    /// <inheritdoc/>
    public Task WriteAsync(ExportJob job, Stream target, CancellationToken cancellationToken) =>
        References.WriteAsync(job, target, (result, number) => string.Create(CultureInfo.InvariantCulture, $"[{number}] {Reference(job, result)}"), notice => notice, cancellationToken);

    /// <summary>One reference.</summary>
    public static string Reference(ExportJob job, ResultDocument result)
    {
        PolicyDocument document = result.Document;
        var text = new StringBuilder();
        IReadOnlyList<string> issuers = References.Issuers(document);
        if (issuers.Count > 0)
            text.Append(string.Join(", ", issuers.Take(MaxIssuers))).Append(issuers.Count > MaxIssuers ? ", 等. " : ". ");
        text.Append(References.OneLine(result.Hit.Title.Text));
        if (document.DocumentNumber is { } number)
            text.Append(": ").Append(number);
        text.Append("[A/OL]. ");
        if (document.IssueDate is { } date)
            text.Append(CultureInfo.InvariantCulture, $"({date:yyyy-MM-dd})");
        else if (document.Year is { } year)
            text.Append(CultureInfo.InvariantCulture, $"({year})");
        return text.Append(CultureInfo.InvariantCulture, $"[{job.Now:yyyy-MM-dd}]. ").Append(job.LinkTo(result.Hit.Id)).Append('.').ToString();
    }
}

/// <summary>BibTeX, one <c>@misc</c> for each document; keys are made of its id.</summary>
internal sealed class BibTexFormat : IExportFormat
{
    /// <inheritdoc/>
    public string ContentType => "application/x-bibtex; charset=utf-8";

    /// <inheritdoc/>
    public string Extension => ".bib";

    /// <inheritdoc/>
    public Task WriteAsync(ExportJob job, Stream target, CancellationToken cancellationToken) =>
        References.WriteAsync(job, target, (result, _) => Entry(job, result), notice => "% " + notice, cancellationToken);

    private static string Entry(ExportJob job, ResultDocument result)
    {
        PolicyDocument document = result.Document;
        var entry = new StringBuilder();
        entry.Append(CultureInfo.InvariantCulture, $"@misc{{policysearch-{document.Id},\n  title = {{{{{Escape(result.Hit.Title.Text)}}}}},\n");
        Add(entry, "author", string.Join(" and ", References.Issuers(document).Select(issuer => $"{{{Escape(issuer)}}}")));
        Add(entry, "number", Escape(document.DocumentNumber ?? ""));
        Add(entry, "year", document.Year?.ToString(CultureInfo.InvariantCulture) ?? "");
        Add(entry, "date", document.IssueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Add(entry, "type", Escape(document.Kind));
        Add(entry, "keywords", Escape(string.Join(", ", document.Topics)));
        Add(entry, "url", job.LinkTo(document.Id));
        Add(entry, "urldate", job.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return entry.Append("  language = {chinese}\n}\n").ToString();
    }

    private static void Add(StringBuilder entry, string name, string value)
    {
        if (value.Length > 0)
            entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");
    }

    /// <summary>What TeX gives a meaning is written as text.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in References.OneLine(text))
        {
            escaped.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '{' or '}' or '%' or '&' or '#' or '_' or '$' => "\\" + c,
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }
}

/// <summary>What the formats of references have in common.</summary>
internal static class References
{
    /// <summary>Writes one entry a result, and says at the end when the results were cut.</summary>
    public static async Task WriteAsync(ExportJob job, Stream target, Func<ResultDocument, int, string> entry, Func<string, string> comment, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        int number = 0;
        foreach (ResultDocument result in job.Results.Read())
            await writer.WriteAsync((entry(result, ++number) + "\n").AsMemory(), cancellationToken);
        if (job.CutNotice is { } notice)
            await writer.WriteAsync((comment(notice) + "\n").AsMemory(), cancellationToken);
    }

    /// <summary>The issuers of a document.</summary>
    public static IReadOnlyList<string> Issuers(PolicyDocument document) => document.Issuers.Count > 0 ? document.Issuers : document.Issuer is { } one ? [one] : [];

    /// <summary>A text without line breaks.</summary>
    public static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
