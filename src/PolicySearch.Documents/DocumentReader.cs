using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using PolicySearch.Documents.Extraction;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Reading.Html;
using PolicySearch.Documents.Reading.Markdown;
using PolicySearch.Documents.Reading.Office;
using PolicySearch.Documents.Reading.Pdf;
using PolicySearch.Documents.Reading.Scans;
using PolicySearch.Documents.Reading.Word;
using PolicySearch.Documents.Regions;
using PolicySearch.Documents.Topics;

namespace PolicySearch.Documents;

/// <summary>
/// Reads files of every known format into <see cref="PolicyDocument"/>s; which reader takes a file is told by its ending.
/// Thread-safe; one instance serves a whole program.
/// </summary>
public sealed class DocumentReader : IDocumentReader
{
    private readonly ReadingOptions options;
    private readonly Dictionary<string, ISourceReader> readers = new(StringComparer.OrdinalIgnoreCase);
    private readonly DocumentExtractor extractor;

    /// <summary>A reader with the default limits.</summary>
    public DocumentReader() : this(ReadingOptions.Default)
    {
    }

    /// <summary>A reader with limits of its own.</summary>
    public DocumentReader(ReadingOptions options) : this(options, DocumentNumberPrefixes.None)
    {
    }

    /// <summary>A reader that knows what a corpus taught about the letters of document numbers; see <see cref="DocumentNumberPrefixes.Learn"/>.</summary>
    public DocumentReader(ReadingOptions options, DocumentNumberPrefixes prefixes)
    {
        ArgumentNullException.ThrowIfNull(prefixes);
        extractor = new DocumentExtractor(Gazetteer.Default, TopicClassifier.Default, prefixes);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxFileBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxLines, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxUnpackedBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxPageElements, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxPageDepth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.ProgramTimeLimit, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxProgramBytes, 64L << 20);
        this.options = options;
        foreach (ISourceReader reader in (ReadOnlySpan<ISourceReader>)[new PlainTextReader(), new MarkdownReader(), new HtmlReader(options), new WordReader(options), new PdfReader(options), new OfficeReader(options), new ScanReader(options)])
        {
            foreach (string extension in reader.Extensions)
                readers.Add(extension, reader);
        }
    }

    /// <summary>The endings that are read, lower-case with their dot, in order.</summary>
    public IReadOnlyList<string> Extensions => [.. readers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The name that a document of this source has in every index: the first 16 hex digits of the SHA-256 of its UTF-8 bytes.</summary>
    public static string IdOf(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 8));
    }

    /// <summary>What tells one content of a file from another (<see cref="PolicyDocument.ContentHash"/>): the SHA-256 of its bytes in hex digits. Reads the stream to its end.</summary>
    public static string HashOf(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <inheritdoc/>
    public bool CanRead(string fileName) => readers.ContainsKey(Path.GetExtension(fileName));

    /// <inheritdoc/>
    public IDocumentReader Taught(DocumentNumberPrefixes prefixes) => new DocumentReader(options, prefixes);

    /// <inheritdoc/>
    public PolicyDocument Read(string path, string source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(source);
        if (!readers.TryGetValue(Path.GetExtension(path), out ISourceReader? reader))
        {
            throw new UnreadableDocumentException(path, $"files ending in '{Path.GetExtension(path)}' are not read",
                $"convert it to one of {string.Join(' ', Extensions)}");
        }
        cancellationToken.ThrowIfCancellationRequested();
        byte[] content = ReadBytes(path);
        // Counted before decoding too: a line costs far more memory than the byte that ends it.
        RequireFewLines(path, content.AsSpan().Count((byte)'\n'));
        SourceText text = ReadAs(RealReader(path, content, reader, out string? renamed), path, content, cancellationToken);
        if (renamed is not null)
            text = text with { Warnings = [renamed, .. text.Warnings] };
        cancellationToken.ThrowIfCancellationRequested();
        RequireFewLines(path, text.Lines.Count);
        return extractor.Extract(text, IdOf(source), source);
    }

    private static SourceText ReadAs(ISourceReader reader, string path, byte[] content, CancellationToken cancellationToken) =>
        reader.Read(path, content, cancellationToken) with { ContentHash = Convert.ToHexStringLower(SHA256.HashData(content)) };

    /// <summary>The reader that the bytes ask for where the ending lies: a page called .doc, a Word document called .pdf.</summary>
    private ISourceReader RealReader(string path, byte[] content, ISourceReader named, out string? warning)
    {
        warning = null;
        string ending = Path.GetExtension(path).ToLowerInvariant();
        if (ContentSniffer.IsEncryptedOffice(content))
            throw new UnreadableDocumentException(path, "the document is protected by a password", "remove the password and index again");
        string? real = ContentSniffer.ExtensionOf(content);
        if (real == ".zip")
            throw new UnreadableDocumentException(path, "the file is a zip archive, not a document", "unpack it and index its files");
        if (real is null)
            return named is OfficeReader && IsText(content) ? Renamed(ending, ".txt", out warning) : named;
        return readers[real] == named ? named : Renamed(ending, real, out warning);
    }

    private ISourceReader Renamed(string ending, string real, out string? warning)
    {
        warning = $"the file is called {ending} but its content is {real[1..].ToUpperInvariant()}; it was read as that";
        return readers[real];
    }

    // .wps and .doc files of nothing but text exist; LibreOffice would take a guess at their encoding.
    private static bool IsText(ReadOnlySpan<byte> content) => !content[..Math.Min(content.Length, 4096)].ContainsAnyInRange((byte)0, (byte)8);

    private void RequireFewLines(string path, int lines)
    {
        if (lines > options.MaxLines)
            throw new UnreadableDocumentException(path, $"the file has more than {options.MaxLines} lines", "split it or raise the limit");
    }

    private byte[] ReadBytes(string path)
    {
        try
        {
            // Asked before it is opened: a pipe has no length, and opening it would wait for a writer. The whole path, so that it is put together once.
            string full = Path.GetFullPath(path);
            long length = new FileInfo(full).Length, limit = Math.Min(options.MaxFileBytes, Array.MaxLength);
            if (length == 0)
                throw new UnreadableDocumentException(path, "the file is empty", "remove it or put the text in");
            if (length > limit)
            {
                throw new UnreadableDocumentException(path, $"the file has {length} bytes, more than the limit of {limit}",
                    "split it or raise the limit");
            }
            return ReadWhole(full, length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocumentException(path, $"the file cannot be opened ({error.Message})", "check its name and permissions", error);
        }
    }

    // As many bytes as the file had when it was asked, or fewer if it has become shorter.
    private static byte[] ReadWhole(string path, long length)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        byte[] content = new byte[length];
        int read = 0;
        while (read < content.Length && RandomAccess.Read(file, content.AsSpan(read), read) is > 0 and var more)
            read += more;
        return read == content.Length ? content : content[..read];
    }
}
