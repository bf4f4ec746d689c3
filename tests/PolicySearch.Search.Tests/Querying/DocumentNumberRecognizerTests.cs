using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Tests.Querying;

public class DocumentNumberRecognizerTests
{
    [Theory]
    [InlineData("豫卫基层〔2020〕18号")]
    [InlineData("豫卫基层﹝2020﹞18号")]
    [InlineData("豫卫基层[2020]18号")]
    [InlineData("豫卫基层［２０２０］１８号")]
    [InlineData("豫卫基层（2020）18号")]
    [InlineData("豫卫基层(2020)18号")]
    [InlineData("豫卫基层【2020】18号")]
    [InlineData("豫卫基层 〔 2020 〕 18 号")]
    [InlineData("豫卫基层〔2020〕第18号")]
    [InlineData("豫卫基层〔2020〕018号")]
    [InlineData("豫卫基层〔2020年〕18号")]
    [InlineData("豫衛基層〔2020〕18號")]
    [InlineData("豫卫基层[2020]18")]
    public void Any_brackets_give_the_canonical_number_beyond_doubt(string spelling)
    {
        DocumentNumberMatch match = Assert.Single(Find(spelling));
        Assert.True(match.Certain);
        Assert.Equal("豫卫基层〔2020〕18号", match.Number.Canonical);
        Assert.Equal((0, spelling.Length), (match.Start, match.End));
    }

    [Theory]
    [InlineData("豫卫基层 2020 18")]
    [InlineData("豫卫基层2020 18号")]
    [InlineData("豫卫基层2020年18号")]
    [InlineData("豫卫基层 2020年第18号")]
    [InlineData("豫卫基层-2020-18")]
    [InlineData("豫卫基层 2020/018")]
    [InlineData("豫卫基层　２０２０　１８")]
    public void Spellings_without_brackets_are_numbers_perhaps(string spelling)
    {
        DocumentNumberMatch match = Assert.Single(Find(spelling));
        Assert.False(match.Certain);
        Assert.Equal("豫卫基层〔2020〕18号", match.Number.Canonical);
    }

    [Fact]
    public void Words_before_a_number_are_no_part_of_its_prefix()
    {
        DocumentNumberMatch match = Assert.Single(Find("关于印发豫卫基层〔2020〕18号的通知"));
        Assert.Equal("豫卫基层", match.Number.Prefix);
        Assert.Equal("豫卫基层〔2020〕18号".Length, match.End - match.Start);
    }

    [Fact]
    public void Year_and_serial_alone_are_a_number_without_prefix()
    {
        DocumentNumberMatch match = Assert.Single(Find("〔2020〕18号"));
        Assert.Equal(("", 2020, 18, true), (match.Number.Prefix, match.Number.Year, match.Number.Serial, match.Certain));
    }

    [Theory]
    [InlineData("2023年5月18日")]
    [InlineData("截至2022 年底，全市有 1429 个")]
    [InlineData("市八届人大一次会议第059号建议")]
    [InlineData("养老 2023")]
    [InlineData("全市2022年 20.4890万人")]
    [InlineData("电话20201234 18")]
    [InlineData("（2020）3个")]
    public void Dates_and_quantities_are_no_numbers(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Running_text_gives_every_bracketed_number_in_order()
    {
        const string Text = "按照《意见》（豫卫基层〔2020〕18号）和《通知》（豫卫基层〔2021〕3号）要求，2023 3 次，国卫办基层函[2021] 465号。";
        Assert.Equal(
            ["豫卫基层〔2020〕18号", "豫卫基层〔2021〕3号", "国卫办基层函〔2021〕465号"],
            DocumentNumberRecognizer.Find(CharacterFolding.Fold(Text), loose: false).Select(match => match.Number.Canonical));
    }

    private static List<DocumentNumberMatch> Find(string text) => [.. DocumentNumberRecognizer.Find(CharacterFolding.Fold(text), loose: true)];
}
