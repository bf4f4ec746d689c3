namespace PolicySearch.Documents.Reading;

/// <summary>Plain text and Markdown: the lines as they stand; Markdown's marks are taken off in cleaning, since plain text has them too.</summary>
internal sealed class PlainTextReader : ISourceReader
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".txt", ".md", ".markdown", ".text"];

    /// <inheritdoc/>
    public SourceText Read(string path, byte[] content, CancellationToken cancellationToken)
    {
        DecodedText decoded = TextDecoder.Decode(path, content);
        cancellationToken.ThrowIfCancellationRequested();
        return new SourceText
        {
            Lines = SourceText.Split(decoded.Text),
            Encoding = decoded.Encoding,
            Warnings = decoded.Warning is null ? [] : [decoded.Warning],
        };
    }
}
