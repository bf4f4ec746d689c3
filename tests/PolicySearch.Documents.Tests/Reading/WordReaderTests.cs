using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Reading.Word;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Reading;

using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

public sealed class WordReaderTests
{
    [Fact]
    public void Paragraphs_tables_and_headers_become_lines()
    {
        byte[] file = Make(
            body =>
            {
                body.Append(new Paragraph(new Run(new Text("某政办〔2022〕5号"))));
                body.Append(new Paragraph(new Run(new Text("关于开展"), new Break(), new Text("检查的通知"))));
                body.Append(new Table(Row("县区", "数量"), Row("渑池县", "2")));
                body.Append(new Paragraph(new DeletedRun(new Run(new DeletedText("删去的话"))), new InsertedRun(new Run(new Text("添上的话")))));
            },
            header: "某市人民政府办公室文件");

        string[] lines = Read(file);

        Assert.Equal(["某市人民政府办公室文件", "某政办〔2022〕5号", "关于开展", "检查的通知", "县区\t数量", "渑池县\t2", "添上的话"], lines);
    }

    [Fact]
    public void Rows_of_a_table_stay_rows_and_a_tab_in_a_sentence_makes_none()
    {
        byte[] file = Make(body =>
        {
            body.Append(new Paragraph(new Run(new Text("关于下达年度任务的通知"))), new Paragraph(new Run(new Text("各县（市、区）人民政府："))));
            body.Append(new Paragraph(new Run(new Text("现将年度任务"), new TabChar(), new Text("下达如下，请认真落实。"))));
            body.Append(new Table(Row("渑池县", "新建卫生室"), Row("灵宝市", "改建卫生院"), Row("卢氏县", "", "3")));
            body.Append(new Paragraph(new Run(new Text("请于年底前报送落实情况。"))));
        });
        using var folder = new TemporaryFolder();
        string path = folder.Combine("letter.docx");
        File.WriteAllBytes(path, file);

        PolicyDocument document = new DocumentReader().Read(path, "letter.docx");

        Assert.Equal(["渑池县\t新建卫生室", "灵宝市\t改建卫生院", "卢氏县\t3"],
            document.Paragraphs.Where(part => part.Kind == ParagraphKind.Table).Select(part => document.Body[part.Start..part.End]));
    }

    [Fact]
    public void Numbers_that_Word_computes_are_printed()
    {
        byte[] file = Make(body =>
        {
            body.Append(Numbered("总体要求", 0), Numbered("指导思想", 1), Numbered("基本原则", 1), Numbered("重点任务", 0), Numbered("夯实基础", 1));
        });

        Assert.Equal(["一、总体要求", "（一）指导思想", "（二）基本原则", "二、重点任务", "（一）夯实基础"], Read(file));
    }

    [Fact]
    public void A_text_box_is_read_once()
    {
        const string Box = """
            <w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
            <w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """;

        string[] lines = Read(Make(body => body.Append(new Paragraph(Box))));

        Assert.Equal(["正文", "框内"], lines);
    }

    [Fact]
    public void A_zip_called_docx_is_named_for_what_it_is()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("a.txt");

        Assert.Contains("zip archive", Refused(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_or_old_file_is_named_for_what_it_is() =>
        Assert.Contains("password-protected", Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]), StringComparison.Ordinal);

    [Fact]
    public void Every_truncation_is_refused_or_read_and_never_anything_else()
    {
        byte[] file = Make(body => body.Append(new Paragraph(new Run(new Text("正文")))));
        for (int length = 1; length < file.Length; length += 37)
        {
            byte[] cut = file[..length];
            Exception? error = Record.Exception(() => Read(cut));
            Assert.True(error is null or UnreadableDocumentException, $"cut at {length}: {error}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Flipped_bytes_are_refused_or_read_and_never_anything_else(int seed)
    {
        byte[] file = Make(body => body.Append(new Table(Row("县区", "数量")), Numbered("总体要求", 0)));
        var random = new Random(seed);
        for (int i = 0; i < 150; i++)
        {
            byte[] damaged = [.. file];
            damaged[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            Exception? error = Record.Exception(() => Read(damaged));
            Assert.True(error is null or UnreadableDocumentException, $"{error}");
        }
    }

    private static string Refused(byte[] file) => Assert.Throws<UnreadableDocumentException>(() => Read(file)).Message;

    private static string[] Read(byte[] file) => new WordReader().Read("a.docx", file, default).Lines.Select(line => line.Text).ToArray();

    private static TableRow Row(params string[] cells) =>
        new(cells.Select(text => new TableCell(new Paragraph(new Run(new Text(text))))));

    private static Paragraph Numbered(string text, int level) =>
        new(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = 1 })), new Run(new Text(text)));

    private static byte[] Make(Action<Body> fill, string? header = null)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = word.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            if (header != null)
                main.AddNewPart<HeaderPart>().Header = new Header(new Paragraph(new Run(new Text(header))));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(Level(0, "%1、"), Level(1, "（%2）")) { AbstractNumberId = 7 },
                new NumberingInstance(new AbstractNumId { Val = 7 }) { NumberID = 1 });
            fill(body);
        }
        return stream.ToArray();
    }

    private static Level Level(int index, string text) =>
        new(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.ChineseCounting }, new LevelText { Val = text }) { LevelIndex = index };
}
