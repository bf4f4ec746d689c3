using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;

namespace PolicySearch.Documents.Reading.Word;

/// <summary>
/// Word documents (.docx): paragraphs with the numbers that Word computes for them, tables as rows, text boxes where they are anchored, and
/// page headers before the text (letterheads stand there). Deleted revisions, comments and footers are left out.
/// </summary>
internal sealed class WordReader(ReadingOptions? limits = null) : ISourceReader
{
    private const int MaxEntries = 10_000;
    private const long MaxPartCharacters = 200_000_000;

    private readonly ReadingOptions options = limits ?? ReadingOptions.Default;

    private static ReadOnlySpan<byte> OleMark => [0xD0, 0xCF, 0x11, 0xE0];

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".docx", ".docm"];

    /// <inheritdoc/>
    public SourceText Read(string path, byte[] content, CancellationToken cancellationToken)
    {
        CheckContainer(path, content);
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            using var word = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MaxPartCharacters });
            List<SourceLine> lines = WordLines.Of(word, cancellationToken);
            if (lines.All(line => string.IsNullOrWhiteSpace(line.Text)))
                throw new UnreadableDocumentException(path, "the document holds no text", "if it holds scanned pages, run text recognition first");
            return new SourceText { Lines = lines, Encoding = "DOCX" };
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new UnreadableDocumentException(path, $"the Word document is damaged ({e.Message.Split('\n')[0].Trim()})", "open it in a word processor and save it again", e);
        }
    }

    /// <summary>Tells apart what only has the name of a Word document, and refuses what would unpack without bound.</summary>
    private void CheckContainer(string path, byte[] content)
    {
        if (content.AsSpan().StartsWith(OleMark))
            throw new UnreadableDocumentException(path, "the file is an old or password-protected Word document", "remove the password and save it as .docx");
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (PackedSize.Exceeds(zip, options.MaxUnpackedBytes, MaxEntries))
                throw new UnreadableDocumentException(path, $"the file unpacks to more than {options.MaxUnpackedBytes >> 20} MB or {MaxEntries} parts", "check where it comes from; save the document again without embedded objects");
            if (zip.GetEntry("[Content_Types].xml") is null)
                throw new UnreadableDocumentException(path, "the file is a zip archive, not a Word document", "unpack it and index its files");
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableDocumentException(path, "the file is not a Word document, or is cut off", "give it the ending of its real format, or fetch it again", e);
        }
    }
}
