namespace PolicySearch.Documents.Reading;

/// <summary>Plain text: the lines as they stand. Marks of Markdown, which such files have too, are taken off in cleaning.</summary>
internal sealed class PlainTextReader : ISourceReader
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".txt", ".text"];

    /// <inheritdoc/>
    public SourceText Read(string path, byte[] content, CancellationToken cancellationToken)
    {
        DecodedText decoded = TextDecoder.Decode(path, content);
        cancellationToken.ThrowIfCancellationRequested();
        return new SourceText
        {
            Lines = EmbeddedMarkup.Remove(decoded.Text, SourceText.Split(decoded.Text)),
            Encoding = decoded.Encoding,
            Warnings = decoded.Warning is null ? [] : [decoded.Warning],
        };
    }
}
