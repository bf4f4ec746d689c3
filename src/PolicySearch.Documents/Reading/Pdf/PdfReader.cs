using PolicySearch.Documents.Reading.Programs;
using PolicySearch.Documents.Reading.Scans;

namespace PolicySearch.Documents.Reading.Pdf;

/// <summary>
/// PDF through poppler's <c>pdftotext</c>: text in reading order, a form feed after each page. A file without any text layer is a scan and
/// goes to <see cref="ScanReader"/>, and so do single pages without text; those that stay without are told in a warning.
/// </summary>
internal sealed class PdfReader(ReadingOptions options) : ISourceReader
{
    private const int MarkWithinBytes = 1024;

    private readonly ExternalProgram program = new("pdftotext", "PDF", "poppler-utils", options);
    private readonly ScanReader scans = new(options);

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc/>
    public SourceText Read(string path, byte[] content, CancellationToken cancellationToken)
    {
        if (content.AsSpan(0, Math.Min(content.Length, MarkWithinBytes)).IndexOf("%PDF-"u8) < 0)
            throw new UnreadableDocumentException(path, "the file is not a PDF", "give it the ending of its real format");
        ExternalProgram.Result result = program.Run(path, ["-enc", "UTF-8", "-eol", "unix", "-", "-"], content, cancellationToken);
        if (result.ExitCode != 0)
            throw Failure(path, result.Error);
        List<SourceLine> lines = SourceText.Split(result.Output);
        List<int> scanned = PagesWithoutText(lines);
        return lines.Count == 0 || scanned.Count == lines[^1].Page
            ? scans.ReadPdf(path, content, cancellationToken)
            : Complete(lines, scanned, scans.ReadPages(path, content, scanned, cancellationToken));
    }

    // Every page ends with a form feed, so that an empty one has an empty line at least.
    private static List<int> PagesWithoutText(List<SourceLine> lines) =>
        lines.GroupBy(line => line.Page).Where(page => page.All(line => string.IsNullOrWhiteSpace(line.Text))).Select(page => page.Key).ToList();

    /// <summary>Puts what was recognised into the pages without text, and numbers the lines anew.</summary>
    private static SourceText Complete(List<SourceLine> lines, List<int> scanned, Dictionary<int, RecognisedPage> recognised)
    {
        var complete = new List<SourceLine>(lines.Count);
        foreach (IGrouping<int, SourceLine> page in lines.GroupBy(line => line.Page))
        {
            IEnumerable<string> texts = recognised.TryGetValue(page.Key, out RecognisedPage? found) ? found.Lines : page.Select(line => line.Text);
            foreach (string text in texts)
                complete.Add(new SourceLine(text, complete.Count + 1, page.Key));
        }
        int pages = lines[^1].Page, empty = scanned.Count - recognised.Count;
        var warnings = new List<string>();
        if (recognised.Count > 0)
            warnings.Add(ScanReader.Warning($"the text of {recognised.Count} of {pages} pages", recognised.Values));
        if (empty > 0)
            warnings.Add($"{empty} of {pages} pages hold no text (scanned?)");
        return new SourceText { Lines = complete, Encoding = "PDF", Warnings = warnings };
    }

    private static UnreadableDocumentException Failure(string path, string complaint)
    {
        string first = complaint.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.Trim() ?? "no reason given";
        return complaint.Contains("assword", StringComparison.Ordinal)
            ? new UnreadableDocumentException(path, "the PDF is protected by a password", "remove the password and index again")
            : new UnreadableDocumentException(path, $"the PDF is damaged ({first})", "fetch it again, or open it in a viewer and save it again");
    }
}
