using PolicySearch.Api.Export;

namespace PolicySearch.Api.Tests.Export;

public sealed class CsvFormatTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("＝1")]
    public void What_a_spreadsheet_would_take_for_a_formula_becomes_text(string text) => Assert.Equal("'" + text, CsvFormat.Harmless(text));

    [Theory]
    [InlineData("")]
    [InlineData("三卫函〔2023〕18号")]
    [InlineData("2023-08-08")]
    public void Other_text_stays(string text) => Assert.Equal(text, CsvFormat.Harmless(text));

    [Fact]
    public void An_office_file_gets_no_character_that_xml_forbids() => Assert.Equal("甲乙𠀀丙", XmlText.Clean("甲\u0001乙𠀀\uD800丙\uFFFE"));
}
