using System.Security.Cryptography;
using System.Text;
using PolicySearch.Documents;

namespace PolicySearch.Search.Tests.Indexing;

/// <summary>
/// Makes of a text file a document whose body is the text. Counts what it reads; a text that begins with <c>unreadable</c> is refused, one that begins with
/// <c>fault</c> makes the reader fail as no reader should.
/// </summary>
internal sealed class FakeReader : IDocumentReader
{
    private int reads;

    public int Reads => reads;

    /// <summary>Called with each path before it is read.</summary>
    public Action<string>? Reading { get; init; }

    public bool CanRead(string fileName) => fileName.EndsWith(".txt", StringComparison.Ordinal);

    public PolicyDocument Read(string path, string source, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref reads);
        Reading?.Invoke(path);
        byte[] bytes = File.ReadAllBytes(path);
        string text = Encoding.UTF8.GetString(bytes);
        if (text.StartsWith("unreadable", StringComparison.Ordinal))
            throw new UnreadableDocumentException(path, "it is not to be read", "leave it out");
        if (text.StartsWith("fault", StringComparison.Ordinal))
            throw new InvalidOperationException("a fault of the reader");
        return TestDocuments.Plain(source, text) with { ContentHash = Convert.ToHexStringLower(SHA256.HashData(bytes)), Warnings = text.Contains("warn", StringComparison.Ordinal) ? ["look at it"] : [] };
    }
}
