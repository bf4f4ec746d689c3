using PolicySearch.Search.Suggesting;

namespace PolicySearch.Search.Tests.Suggesting;

public sealed class PinyinTests
{
    [Theory]
    [InlineData('基', "ji")]
    [InlineData('绿', "lv")]
    [InlineData('重', "zhong,chong")]
    [InlineData('行', "xing,hang")]
    [InlineData('都', "dou,du")]
    [InlineData('厦', "sha,xia")]
    [InlineData('长', "zhang,chang")]
    public void Readings_of_a_character_are_known(char c, string expected) =>
        Assert.All(expected.Split(','), reading => Assert.Contains(reading, Pinyin.BuiltIn[c].ToArray()));

    [Fact]
    public void Every_character_of_the_standard_levels_that_officials_use_has_a_reading()
    {
        const string text = "一级政府建议提案答复卫生健康委员会县域医疗共同体养老机构农村公路厦门重庆濮阳亳州儋州甪直";
        Assert.All(text, c => Assert.NotEmpty(Pinyin.BuiltIn[c].ToArray()));
    }

    [Theory]
    [InlineData("zhong shan", "zong san")]
    [InlineData("ning jing", "lin jin")]
    [InlineData("dong", "dong")]
    [InlineData("n", "n")]
    public void Sounds_that_are_mixed_up_become_one(string spelled, string blurred) => Assert.Equal(blurred, Pinyin.Blur(spelled));

    [Theory]
    [InlineData("jicengws", "基层卫生")]
    [InlineData("xian", "县")]
    [InlineData("xian", "西安")]
    [InlineData("5gjz", "5g基站")]
    [InlineData("zhsq", "智慧社区")]
    public void Letters_are_parted_in_every_way(string typed, string text) =>
        Assert.Contains(TypedPattern.Read(typed), pattern => pattern.MatchesAt(text, 0));

    [Fact]
    public void Letters_without_vowels_do_not_take_long_to_part()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        for (int i = 0; i < 100; i++)
            TypedPattern.Read("zhshchzhshchzhshchzhshch");
        Assert.InRange(clock.Elapsed.TotalMilliseconds, 0, 2_000);
    }
}
