using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Tests.Extraction;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Reading;

/// <summary>Files that are not what their name says, that do not end, or that would unpack without bound: read for what they are, or one clear line.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("page.doc")]
    [InlineData("page.docx")]
    [InlineData("page.pdf")]
    [InlineData("page.txt")]
    [InlineData("page.wps")]
    public void A_page_under_another_name_is_read_as_a_page(string name)
    {
        PolicyDocument document = Read(name, Encoding.UTF8.GetBytes("<html><body><div><p>" + new Letter().Text.Replace("\n", "</p><p>", StringComparison.Ordinal) + "</p></div></body></html>"));
        Assert.Equal("清民函〔2022〕15号", document.DocumentNumber);
        Assert.Contains(document.Warnings, warning => warning.Contains("content is HTML", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("letter.doc")]
    [InlineData("letter.pdf")]
    [InlineData("letter.txt")]
    [InlineData("letter.html")]
    public void A_Word_document_under_another_name_is_read_as_one(string name)
    {
        PolicyDocument document = Read(name, Word(new Letter().Text.Split('\n')));
        Assert.Equal("清民函〔2022〕15号", document.DocumentNumber);
        Assert.Contains(document.Warnings, warning => warning.Contains("content is DOCX", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_called_doc_is_read_as_text() => Assert.Equal("清民函〔2022〕15号", Read("letter.doc", Encoding.UTF8.GetBytes(new Letter().Text)).DocumentNumber);

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.txt")]
    [InlineData("a.doc")]
    public void An_archive_is_named_for_what_it_is_however_deep(string name)
    {
        byte[] inner = Zip(("letter.txt", Encoding.UTF8.GetBytes(new Letter().Text)));
        byte[] nested = Zip(("inner.zip", Zip(("inner.zip", inner))));
        Assert.Contains("zip archive", Refusal(name, nested), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret.docx")]
    [InlineData("secret.doc")]
    public void A_document_under_a_password_is_named_so(string name)
    {
        byte[] content = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]];
        Assert.Contains("password", Refusal(name, content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bomb.docx", "word/document.xml")]
    [InlineData("bomb.docx", "word/_rels/document.xml.rels")]
    [InlineData("bomb.odt", "content.xml")]
    public void A_document_that_unpacks_without_bound_is_refused_soon(string name, string part)
    {
        byte[] zeros = new byte[40 << 20];
        byte[] bomb = Zip((part, zeros), ("word/more.xml", zeros), ("mimetype", [1]), ("content.xml.xml", zeros), ("[Content_Types].xml", [1]), ("content.xml" + (part == "content.xml" ? "2" : ""), [1]));
        var watch = Stopwatch.StartNew();
        Assert.Contains("unpacks to more than", Refusal(name, bomb), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_text_of_hundreds_of_megabytes_is_refused_without_being_read()
    {
        string path = folder.Combine("huge.txt");
        using (FileStream file = File.Create(path))
            file.SetLength(300L << 20);
        long before = GC.GetTotalAllocatedBytes();
        Assert.Contains("more than the limit", Assert.Throws<UnreadableDocumentException>(() => new DocumentReader().Read(path, "x")).Message, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20);
    }

    [Fact]
    public void A_table_of_a_million_columns_is_refused_before_it_is_parsed() =>
        Assert.Contains("elements", Refusal("wide.html", Encoding.UTF8.GetBytes("<table><tr>" + string.Concat(Enumerable.Repeat("<td>1", 1_000_000)) + "</table>")), StringComparison.Ordinal);

    [Fact]
    public void A_limit_can_be_raised()
    {
        byte[] page = Encoding.UTF8.GetBytes("<div>" + string.Concat(Enumerable.Repeat("<p>现将有关事项通知如下</p>", 50)) + "</div>");
        string path = folder.Combine("page.html");
        File.WriteAllBytes(path, page);
        Assert.Throws<UnreadableDocumentException>(() => new DocumentReader(new ReadingOptions { MaxPageElements = 40 }).Read(path, "x"));
        Assert.NotEmpty(new DocumentReader(new ReadingOptions { MaxPageElements = 60 }).Read(path, "x").Body);
    }

    [Theory]
    [InlineData("名 称\n第二行.txt")]
    [InlineData("-rf \u001b[31m.txt")]
    [InlineData("a'b\"c;$(x)&.txt")]
    public void A_name_with_any_character_is_read_and_its_message_stays_one_line(string name)
    {
        Assert.Equal("清民函〔2022〕15号", Read(name, Encoding.UTF8.GetBytes(new Letter().Text)).DocumentNumber);
        string message = Refusal(name, []);
        Assert.DoesNotContain(message, char.IsControl);
    }

    [Theory]
    [InlineData("cut.html")]
    [InlineData("cut.docx")]
    public void A_cut_off_file_is_refused_or_read_as_far_as_it_goes(string name)
    {
        byte[] whole = name.EndsWith("html", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes("<html><body><table><tr><td>" + new Letter().Text.Replace("\n", "<br>", StringComparison.Ordinal) + "</td></tr></table></body></html>")
            : Word(new Letter().Text.Split('\n'));
        for (int length = 1; length < whole.Length; length += 1 + whole.Length / 60)
        {
            File.WriteAllBytes(folder.Combine(name), whole[..length]);
            Exception? error = Record.Exception(() => new DocumentReader().Read(folder.Combine(name), name));
            Assert.True(error is null or UnreadableDocumentException, $"cut at {length}: {error}");
        }
    }

    [Fact]
    public void Random_bytes_under_any_name_are_read_or_refused()
    {
        byte[][] marks = [[], "PK\u0003\u0004"u8.ToArray(), "<html><p>"u8.ToArray(), [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], "{"u8.ToArray()];
        for (int seed = 0; seed < 120; seed++)
        {
            var random = new Random(seed);
            byte[] noise = new byte[random.Next(1, 3000)];
            random.NextBytes(noise);
            string name = "noise" + new[] { ".txt", ".html", ".docx", ".md" }[seed % 4];
            File.WriteAllBytes(folder.Combine(name), [.. marks[seed % marks.Length], .. noise]);
            Exception? error = Record.Exception(() => new DocumentReader().Read(folder.Combine(name), name));
            Assert.True(error is null or UnreadableDocumentException, $"seed {seed}: {error}");
        }
    }

    private PolicyDocument Read(string name, byte[] content)
    {
        File.WriteAllBytes(folder.Combine(name), content);
        return new DocumentReader().Read(folder.Combine(name), name);
    }

    private string Refusal(string name, byte[] content)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Read(name, content));
        Assert.NotEmpty(error.Remedy);
        return error.Message;
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    private static byte[] Word(IEnumerable<string> lines)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            word.AddMainDocumentPart().Document = new Document(new Body(lines.Select(line => new DocumentFormat.OpenXml.Wordprocessing.Paragraph(new Run(new Text(line))))));
        return stream.ToArray();
    }
}
