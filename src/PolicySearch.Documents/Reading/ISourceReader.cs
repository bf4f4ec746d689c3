namespace PolicySearch.Documents.Reading;

/// <summary>Turns the bytes of one family of formats into lines. Implementations are thread-safe.</summary>
internal interface ISourceReader
{
    /// <summary>Lower-case file endings with their dot (<c>.txt</c>).</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Reads one file's bytes.</summary>
    /// <param name="path">For messages only.</param>
    /// <param name="content">The whole file, not empty.</param>
    /// <param name="cancellationToken">Stops long reading.</param>
    /// <exception cref="UnreadableDocumentException">The bytes are not what the ending promises.</exception>
    SourceText Read(string path, byte[] content, CancellationToken cancellationToken);
}
