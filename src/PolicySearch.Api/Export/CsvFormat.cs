using System.Buffers;
using System.Globalization;
using System.Text;
using PolicySearch.Search.Exporting;

namespace PolicySearch.Api.Export;

/// <summary>
/// CSV after RFC 4180 in UTF-8 with a byte order mark, by which Excel knows the encoding. A cell that a spreadsheet would take for a formula begins with an apostrophe.
/// When the results were cut, a last row says so.
/// </summary>
internal sealed class CsvFormat : IExportFormat
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <inheritdoc/>
    public string ContentType => "text/csv; charset=utf-8";

    /// <inheritdoc/>
    public string Extension => ".csv";

    /// <inheritdoc/>
    public async Task WriteAsync(ExportJob job, Stream target, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await WriteRow(writer, ["序号", .. ExportColumns.All.Select(column => column.Heading)], cancellationToken);
        int number = 0;
        foreach (ResultDocument result in job.Results.Read())
        {
            number++;
            await WriteRow(writer, [number.ToString(CultureInfo.InvariantCulture), .. ExportColumns.All.Select(column => column.Value(job, result))], cancellationToken);
        }
        if (job.CutNotice is { } notice)
            await WriteRow(writer, ["", notice], cancellationToken);
    }

    /// <summary>A text that no spreadsheet takes for a formula.</summary>
    public static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;

    private static Task WriteRow(StreamWriter writer, IEnumerable<string> cells, CancellationToken cancellationToken) =>
        writer.WriteAsync((string.Join(',', cells.Select(Cell)) + "\r\n").AsMemory(), cancellationToken);

    private static string Cell(string text)
    {
        text = Harmless(text);
        return text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
