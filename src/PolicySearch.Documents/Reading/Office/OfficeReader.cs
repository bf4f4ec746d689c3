using System.IO.Compression;
using PolicySearch.Documents.Reading.Programs;
using PolicySearch.Documents.Reading.Word;

namespace PolicySearch.Documents.Reading.Office;

/// <summary>
/// Old Word, WPS and RTF files: LibreOffice turns them into .docx, which <see cref="WordReader"/> reads. One conversion at a time in the whole
/// process: LibreOffice takes a few hundred megabytes and a core.
/// </summary>
internal sealed class OfficeReader(ReadingOptions options) : ISourceReader
{
    private const int MaxParts = 10_000;
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private readonly ExternalProgram program = new("soffice", "old Word, WPS and RTF files", "libreoffice-writer", options);
    private readonly WordReader word = new(options);

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".doc", ".wps", ".rtf", ".odt"];

    /// <inheritdoc/>
    public SourceText Read(string path, byte[] content, CancellationToken cancellationToken)
    {
        RequireReadable(path, content);
        OneAtATime.Wait(cancellationToken);
        try
        {
            return word.Read(path, Convert(path, content, cancellationToken), cancellationToken) with { Encoding = Path.GetExtension(path).TrimStart('.').ToUpperInvariant() };
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    // LibreOffice asks for a password on a screen that is not there, and unpacks without a bound of its own.
    private void RequireReadable(string path, byte[] content)
    {
        if (ContentSniffer.IsEncryptedOffice(content))
            throw new UnreadableDocumentException(path, "the document is protected by a password", "remove the password and index again");
        if (!content.AsSpan().StartsWith("PK\x03\x04"u8))
            return;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (PackedSize.Exceeds(zip, options.MaxUnpackedBytes, MaxParts))
                throw new UnreadableDocumentException(path, $"the file unpacks to more than {options.MaxUnpackedBytes >> 20} MB or {MaxParts} parts", "check where it comes from; save the document again without embedded objects");
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableDocumentException(path, "the file is damaged or cut off", "fetch it again", e);
        }
    }

    private byte[] Convert(string path, byte[] content, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        string input = folder.Combine("document" + Path.GetExtension(path).ToLowerInvariant());
        File.WriteAllBytes(input, content);
        // A profile of its own: a running LibreOffice of the same user would take the call over and answer nothing.
        ExternalProgram.Result result = program.Run(path,
            ["--headless", "--norestore", "--nolockcheck", $"-env:UserInstallation={new Uri(folder.Combine("profile"))}", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder.Combine("out"), input],
            default, cancellationToken);
        string output = folder.Combine("out/document.docx");
        if (File.Exists(output))
            return File.ReadAllBytes(output);
        string reason = (result.Error + result.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Trim() ?? "no reason given";
        throw new UnreadableDocumentException(path, $"LibreOffice cannot read the file ({reason})", "open it in its own program and save it as .docx");
    }
}
