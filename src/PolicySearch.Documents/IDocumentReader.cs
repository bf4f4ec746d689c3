using PolicySearch.Documents.Regions;

namespace PolicySearch.Documents;

/// <summary>A file becomes a <see cref="PolicyDocument"/>. Implementations are thread-safe.</summary>
public interface IDocumentReader
{
    /// <summary>Whether a file of this name is read at all (by its ending).</summary>
    bool CanRead(string fileName);

    /// <summary>Reads, cleans and understands one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">What becomes <see cref="PolicyDocument.Source"/>.</param>
    /// <param name="cancellationToken">Stops long reading.</param>
    /// <exception cref="UnreadableDocumentException">The file cannot be turned into text; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    PolicyDocument Read(string path, string source, CancellationToken cancellationToken = default);

    /// <summary>
    /// A reader that also knows what a corpus taught about the letters of document numbers: evidence of the place where the text leaves it open. The same reader where it makes no
    /// use of it.
    /// </summary>
    IDocumentReader Taught(DocumentNumberPrefixes prefixes) => this;
}

/// <summary>A file that cannot be turned into text. The message is one English sentence: what is wrong; then what to do about it.</summary>
public sealed class UnreadableDocumentException : Exception
{
    /// <summary>Creates the exception.</summary>
    public UnreadableDocumentException(string path, string reason, string remedy, Exception? inner = null)
        : base($"{OneLine(path)}: {OneLine(reason)}; {remedy}", inner)
    {
        Path = path;
        Reason = reason;
        Remedy = remedy;
    }

    // A file's name may hold line ends and terminal controls; a message stays one line and does nothing to a terminal.
    private static string OneLine(string text) => string.Create(text.Length, text, static (line, source) =>
    {
        for (int i = 0; i < line.Length; i++)
            line[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? '?' : source[i];
    });

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it.</summary>
    public string Reason { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }
}
