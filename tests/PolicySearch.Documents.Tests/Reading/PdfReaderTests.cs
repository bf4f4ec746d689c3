using System.Globalization;
using System.Text;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Reading.Pdf;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Reading;

public sealed class PdfReaderTests
{
    [NeedsFact(Requirement.PdfToText)]
    public void Lines_and_pages_are_read()
    {
        SourceText text = Read(Pdf(["关于加强基层卫生工作的通知", "某政办〔2022〕5号"], ["第二页的正文"]));

        Assert.Equal(
            [(1, "关于加强基层卫生工作的通知"), (1, "某政办〔2022〕5号"), (2, "第二页的正文")],
            text.Lines.Where(line => line.Text.Length > 0).Select(line => (line.Page, line.Text)));
        Assert.Empty(text.Warnings);
    }

    [NeedsFact(Requirement.PdfToText)]
    public void A_page_without_text_is_told() =>
        Assert.Equal(["1 of 2 pages hold no text (scanned?)"], Read(Pdf(["正文"], [])).Warnings);

    [NeedsFact(Requirement.PdfToText, Requirement.Tesseract)]
    public void Empty_pages_are_refused_with_what_to_do() =>
        Assert.Contains("no text was recognised", Refused(Pdf([[]])), StringComparison.Ordinal);

    [NeedsFact(Requirement.PdfToText)]
    public void A_cut_off_file_is_refused_or_read_as_far_as_it_goes()
    {
        byte[] file = Pdf(["正文"]);
        for (int length = 8; length < file.Length; length += file.Length / 12)
        {
            byte[] cut = file[..length];
            Exception? error = Record.Exception(() => Read(cut));
            Assert.True(error is null or UnreadableDocumentException, $"cut at {length}: {error}");
        }
    }

    [Fact]
    public void Another_format_called_pdf_is_named() =>
        Assert.Contains("not a PDF", Refused("一个文本"u8.ToArray()), StringComparison.Ordinal);

    private static SourceText Read(byte[] file) => new PdfReader(ReadingOptions.Default).Read("a.pdf", file, default);

    private static string Refused(byte[] file) => Assert.Throws<UnreadableDocumentException>(() => Read(file)).Message;

    /// <summary>A PDF whose font is not embedded and whose codes are UTF-16 units, told by a ToUnicode map.</summary>
    private static byte[] Pdf(params string[][] pages)
    {
        const string Map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end";
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{6 + 2 * i} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
            Stream(Map),
        };
        foreach ((string[] lines, int i) in pages.Select((lines, i) => (lines, i)))
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {7 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> >> >>");
            objects.Add(Stream("BT /F 14 Tf 50 750 Td " + string.Concat(lines.Select(line => $"<{Hex(line)}> Tj 0 -30 Td ")) + "ET"));
        }
        return Assemble(objects);
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static string Hex(string text) => string.Concat(text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));

    private static byte[] Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (string content in objects)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }
        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}
