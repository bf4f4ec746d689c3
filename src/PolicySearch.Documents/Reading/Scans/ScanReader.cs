using System.Globalization;
using PolicySearch.Documents.Reading.Programs;

namespace PolicySearch.Documents.Reading.Scans;

/// <summary>
/// Pictures of pages, and pages of PDF without a text layer, through tesseract's text recognition. What comes back is marked in the warnings with the
/// mean confidence, since recognised text holds wrong characters.
/// </summary>
internal sealed class ScanReader(ReadingOptions options) : ISourceReader
{
    private const string Dots = "200";
    private const int MaxPages = 200;

    private readonly ExternalProgram recognition = new("tesseract", "text recognition", "tesseract-ocr tesseract-ocr-chi-sim", options);
    private readonly ExternalProgram painter = new("pdftoppm", "a scanned PDF", "poppler-utils", options);

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"];

    /// <inheritdoc/>
    public SourceText Read(string path, byte[] content, CancellationToken cancellationToken) =>
        Assemble(path, [Recognise(path, content, cancellationToken)]);

    /// <summary>Recognises the pages of a PDF, at most 200 of them.</summary>
    /// <exception cref="UnreadableDocumentException">A program is missing or gave up, or there is no text in the pictures.</exception>
    public SourceText ReadPdf(string path, byte[] content, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        ExternalProgram.Result painted = painter.Run(path, ["-r", Dots, "-l", MaxPages.ToString(), "-gray", "-png", "-", folder.Combine("page")], content, cancellationToken);
        if (painted.ExitCode != 0)
            throw new UnreadableDocumentException(path, "the pages of the PDF cannot be drawn", "open it in a viewer and save it again");
        var pages = Directory.EnumerateFiles(folder.Path, "*.png").Order(StringComparer.Ordinal)
            .Select(page => Recognise(path, File.ReadAllBytes(page), cancellationToken)).ToList();
        return Assemble(path, pages);
    }

    /// <summary>Recognises single pages of a PDF, at most 200 of them. A page that cannot be recognised ends the work: what was found till then is given back.</summary>
    /// <param name="path">For messages only.</param>
    /// <param name="content">The PDF.</param>
    /// <param name="pages">Page numbers, counted from 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Page number → its text; pages without any text are left out.</returns>
    public Dictionary<int, RecognisedPage> ReadPages(string path, byte[] content, IEnumerable<int> pages, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, RecognisedPage>();
        using var folder = new ScratchFolder();
        try
        {
            foreach (int page in pages.Take(MaxPages))
            {
                string picture = Paint(path, content, page, folder, cancellationToken);
                RecognisedPage recognised = Recognise(path, File.ReadAllBytes(picture), cancellationToken);
                if (recognised.Words > 0)
                    found.Add(page, recognised);
            }
        }
        catch (UnreadableDocumentException)
        {
            // A program is missing or gave up: the document has its other pages, and the caller tells how many are without text.
        }
        return found;
    }

    private string Paint(string path, byte[] content, int page, ScratchFolder folder, CancellationToken cancellationToken)
    {
        string number = page.ToString(CultureInfo.InvariantCulture);
        ExternalProgram.Result painted = painter.Run(path, ["-r", Dots, "-f", number, "-l", number, "-singlefile", "-gray", "-png", "-", folder.Combine("page")], content, cancellationToken);
        string picture = folder.Combine("page.png");
        return painted.ExitCode == 0 && File.Exists(picture)
            ? picture
            : throw new UnreadableDocumentException(path, $"page {page} of the PDF cannot be drawn", "open it in a viewer and save it again");
    }

    private RecognisedPage Recognise(string path, byte[] picture, CancellationToken cancellationToken)
    {
        ExternalProgram.Result result = recognition.Run(path, ["stdin", "stdout", "-l", "chi_sim", "--dpi", Dots, "tsv"], picture, cancellationToken);
        if (result.ExitCode == 0)
            return RecognisedPage.Parse(result.Output);
        throw result.Error.Contains("chi_sim", StringComparison.Ordinal)
            ? new UnreadableDocumentException(path, "text recognition lacks its Chinese data", "apt-get install tesseract-ocr-chi-sim (Debian), then index again")
            : new UnreadableDocumentException(path, "the picture cannot be read", "open it in a viewer and save it again as PNG");
    }

    private static SourceText Assemble(string path, List<RecognisedPage> pages)
    {
        var lines = new List<SourceLine>();
        for (int page = 0; page < pages.Count; page++)
        {
            foreach (string line in pages[page].Lines)
                lines.Add(new SourceLine(line, lines.Count + 1, page + 1));
        }
        if (lines.Count == 0)
            throw new UnreadableDocumentException(path, "no text was recognised in the picture", "scan it again at 300 dpi, upright");
        return new SourceText { Lines = lines, Encoding = "scan", Warnings = [Warning("the text", pages)] };
    }

    /// <summary>What a person should know about recognised text, with its mean confidence.</summary>
    public static string Warning(string what, IReadOnlyCollection<RecognisedPage> pages)
    {
        double confidence = pages.Sum(page => page.Confidence * page.Words) / Math.Max(1, pages.Sum(page => page.Words));
        return string.Create(CultureInfo.InvariantCulture, $"{what} was recognised from a picture (mean confidence {confidence:0} %): check names and numbers");
    }
}
