using PolicySearch.Documents.Reading.Programs;
using PolicySearch.Documents.Reading.Scans;

namespace PolicySearch.Documents.Reading.Pdf;

/// <summary>
/// PDF through poppler's <c>pdftotext</c>: text in reading order, a form feed after each page. A file without any text layer is a scan and
/// goes to <see cref="ScanReader"/>; single pages without text are told in a warning.
/// </summary>
internal sealed class PdfReader(TimeSpan timeLimit) : ISourceReader
{
    private const int MarkWithinBytes = 1024;

    private readonly ExternalProgram program = new("pdftotext", "PDF", "poppler-utils", timeLimit);
    private readonly ScanReader scans = new(timeLimit);

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
        return lines.All(line => string.IsNullOrWhiteSpace(line.Text))
            ? scans.ReadPdf(path, content, cancellationToken)
            : new SourceText { Lines = lines, Encoding = "PDF", Warnings = EmptyPages(result.Output) };
    }

    private static IReadOnlyList<string> EmptyPages(string text)
    {
        // Every page ends with a form feed, the last one too.
        string[] pages = text.EndsWith('\f') ? text[..^1].Split('\f') : text.Split('\f');
        int empty = pages.Count(string.IsNullOrWhiteSpace);
        return empty == 0 ? [] : [$"{empty} of {pages.Length} pages hold no text (scanned?)"];
    }

    private static UnreadableDocumentException Failure(string path, string complaint)
    {
        string first = complaint.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.Trim() ?? "no reason given";
        return complaint.Contains("assword", StringComparison.Ordinal)
            ? new UnreadableDocumentException(path, "the PDF is protected by a password", "remove the password and index again")
            : new UnreadableDocumentException(path, $"the PDF is damaged ({first})", "fetch it again, or open it in a viewer and save it again");
    }
}
