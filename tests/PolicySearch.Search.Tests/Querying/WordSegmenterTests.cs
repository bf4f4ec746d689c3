using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Tests.Querying;

public class WordSegmenterTests
{
    [Theory]
    [InlineData("家庭医生签约服务", "家庭医生签约 服务")]
    [InlineData("紧密型医共体协议", "紧密型 医共体 协议")]
    [InlineData("乡聘村用", "乡聘村用")]
    [InlineData("处理", "处理")]
    [InlineData("我市的养老机构", "我~ 市~ 的~ 养老机构")]
    [InlineData("三门峡市", "三门峡市")]
    [InlineData("医", "医~")]
    [InlineData("gb18030", "gb 18030")]
    [InlineData("20.5", "20 5")]
    public void A_word_is_parted_into_what_is_looked_for_as_a_whole(string word, string expected)
    {
        using var analyzer = new PolicyAnalyzer();
        Assert.Equal(expected, string.Join(' ', new WordSegmenter(analyzer).Segment(word).Select(unit => unit.Text + (unit.IsWeak ? "~" : unit.IsTerm ? "" : "*"))));
    }
}
