using System.Text;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Tests.Extraction;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Reading;

public sealed class DocumentReaderTests
{
    [Fact]
    public void A_document_carries_its_source_its_identity_and_its_bytes_digest()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("letter.txt");
        File.WriteAllText(path, new Letter().Text);
        PolicyDocument document = new DocumentReader().Read(path, "corpus/letter.txt");
        Assert.Equal("corpus/letter.txt", document.Source);
        Assert.Equal(DocumentReader.IdOf("corpus/letter.txt"), document.Id);
        Assert.Matches("^[0-9a-f]{16}$", document.Id);
        Assert.Matches("^[0-9a-f]{64}$", document.ContentHash);
        Assert.Equal("清民函〔2022〕15号", document.DocumentNumber);
    }

    [Fact]
    public void Empty_missing_too_large_and_unknown_files_are_reported_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("empty.txt"), "");
        File.WriteAllText(folder.Combine("large.txt"), new string('一', 1000));
        File.WriteAllText(folder.Combine("file.xyz"), "一");
        var reader = new DocumentReader(new ReadingOptions { MaxFileBytes = 100 });
        Assert.Contains("empty", Fails(reader, folder.Combine("empty.txt")), StringComparison.Ordinal);
        Assert.Contains("limit of 100", Fails(reader, folder.Combine("large.txt")), StringComparison.Ordinal);
        Assert.Contains("cannot be opened", Fails(reader, folder.Combine("missing.txt")), StringComparison.Ordinal);
        Assert.Contains(".xyz", Fails(reader, folder.Combine("file.xyz")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    public void A_file_of_too_many_lines_is_reported(string lineEnd)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("lines.txt"), string.Concat(Enumerable.Repeat("一" + lineEnd, 101)));
        Assert.Contains("more than 100 lines", Fails(new DocumentReader(new ReadingOptions { MaxLines = 100 }), folder.Combine("lines.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_letter_is_read_the_same_from_every_encoding()
    {
        using var folder = new TemporaryFolder();
        string text = new Letter().Text;
        File.WriteAllBytes(folder.Combine("gb.txt"), CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(text));
        File.WriteAllText(folder.Combine("utf8.md"), text, new UTF8Encoding(true));
        var reader = new DocumentReader();
        PolicyDocument gb = reader.Read(folder.Combine("gb.txt"), "x"), utf8 = reader.Read(folder.Combine("utf8.md"), "x");
        Assert.Equal(PolicyDocumentJson.Serialize(utf8), PolicyDocumentJson.Serialize(gb));
        Assert.Equal(utf8.Body, gb.Body);
    }

    [Fact]
    public void Reading_stops_when_cancelled()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("letter.txt"), new Letter().Text);
        Assert.ThrowsAny<OperationCanceledException>(() => new DocumentReader().Read(folder.Combine("letter.txt"), "x", new CancellationToken(canceled: true)));
    }

    private static string Fails(DocumentReader reader, string path)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => reader.Read(path, "x"));
        Assert.NotEmpty(error.Remedy);
        return error.Message;
    }
}
