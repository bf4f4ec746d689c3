using System.Text;
using PolicySearch.Documents.Reading;

namespace PolicySearch.Documents.Tests.Reading;

public sealed class TextDecoderTests
{
    private const string Text = "清江市民政局文件\n对市八届人大一次会议第59号建议的答复\n张某代表：您提出的建议收悉。";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    public static TheoryData<string, byte[], string> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text), "UTF-8" },
        { "UTF-8 with mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], "UTF-8" },
        { "GB18030", Gb18030.GetBytes(Text), "GB18030" },
        { "GB18030 with mark", [0x84, 0x31, 0x95, 0x33, .. Gb18030.GetBytes(Text)], "GB18030" },
        { "UTF-16LE", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)], "UTF-16LE" },
        { "UTF-16LE without mark", Encoding.Unicode.GetBytes(Text), "UTF-16LE" },
        { "UTF-16BE without mark", Encoding.BigEndianUnicode.GetBytes(Text), "UTF-16BE" },
        { "UTF-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)], "UTF-16BE" },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_text(string name, byte[] content, string encoding)
    {
        DecodedText decoded = TextDecoder.Decode(name, content);
        Assert.Equal(Text, decoded.Text);
        Assert.Equal(encoding, decoded.Encoding);
        Assert.Null(decoded.Warning);
    }

    [Fact]
    public void Traditional_text_in_Big5_is_told_from_GB18030_and_a_declaration_that_lies_does_not_matter()
    {
        const string Traditional = "清江市民政局文件\n關於加強基層醫療衛生服務體系建設的意見\n各縣區人民政府：為了加強基層工作，現就有關問題提出如下意見。";
        Encoding big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!;
        DecodedText plain = TextDecoder.Decode("a.txt", big5.GetBytes(Traditional)), lying = TextDecoder.Decode("a.html", Gb18030.GetBytes(Text), "big5");
        Assert.Equal((Traditional, "Big5"), (plain.Text, plain.Encoding));
        Assert.Equal((Text, "GB18030"), (lying.Text, lying.Encoding));
    }

    [Fact]
    public void A_file_cut_in_the_middle_of_a_character_is_read_with_a_warning()
    {
        byte[] content = Encoding.UTF8.GetBytes(Text);
        DecodedText decoded = TextDecoder.Decode("cut.txt", content[..^1]);
        Assert.StartsWith("清江市民政局文件", decoded.Text, StringComparison.Ordinal);
        Assert.Contains("damaged", decoded.Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 0, 8, 0 }, "binary")]
    [InlineData(new byte[] { 0x20, 0x0A, 0x20, 0x0D, 0x0A }, "no text")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0xFF, 0xFF, 0xFE, 0xFD, 0xC3, 0x28, 0xA0, 0xA1, 0xE2, 0x28, 0xA1, 0xE2, 0x82, 0x28, 0xFF, 0xF8, 0x88, 0x80 }, "neither")]
    public void What_is_no_text_is_reported(byte[] content, string reason)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode("file.txt", content));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_decoded_wrongly_before_it_was_saved_is_reported()
    {
        string asGbk = Gb18030.GetString(Encoding.UTF8.GetBytes(Text));
        string asLatin = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Text));
        foreach (string garbled in (string[])[asGbk, asLatin])
        {
            var error = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode("file.txt", Encoding.UTF8.GetBytes(garbled)));
            Assert.Contains("garbled", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Random_bytes_give_text_or_one_clear_error()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            byte[] content = new byte[random.Next(1, 200)];
            random.NextBytes(content);
            try
            {
                Assert.NotEmpty(TextDecoder.Decode("random.txt", content).Text);
            }
            catch (UnreadableDocumentException error)
            {
                Assert.StartsWith("random.txt: ", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Lines_end_at_every_line_end_and_pages_at_form_feeds() =>
        Assert.Equal([("一", 1, 1), ("二", 2, 1), ("三", 3, 1), ("四", 4, 1), ("", 5, 2), ("五", 6, 2)],
            SourceText.Split("一\r\n二\n三\r四\f\n五").Select(line => (line.Text, line.Number, line.Page)));
}
