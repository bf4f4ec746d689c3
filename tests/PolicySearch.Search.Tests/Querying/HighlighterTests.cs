using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Tests.Querying;

public class HighlighterTests
{
    [Theory]
    [InlineData("推进家庭醫生签约服务", "家庭医生", "推进[家庭醫生]签约服务")]
    [InlineData("待处理的处理意见", "处理", "待[处理]的[处理]意见")]
    [InlineData("2023年23人", "23", "2023年[23]人")]
    [InlineData("ＡＢ１与ab2", "ab", "[ＡＢ]１与[ab]2")]
    [InlineData("服务 \n 体系", "服务 体系", "[服务 \n 体系]")]
    [InlineData("哈哈哈", "哈哈", "[哈哈]哈")]
    [InlineData("医共体", "村医", "医共体")]
    public void Marks_exactly_the_characters_that_match(string text, string pattern, string expected) =>
        Assert.Equal(expected, Show(Highlighter.Whole(text, [new(pattern, null, 1)])));

    [Fact]
    public void Overlapping_matches_become_one_mark() =>
        Assert.Equal("[家庭医生签约]服务", Show(Highlighter.Whole("家庭医生签约服务", [new("家庭医生", null, 1), new("医生签约", null, 1)])));

    [Theory]
    [InlineData("《意见》（豫卫基层﹝2020﹞ 18 號）和豫卫基层〔2021〕18号", "《意见》（[豫卫基层﹝2020﹞ 18 號]）和豫卫基层〔2021〕18号")]
    [InlineData("根据河南豫卫基层〔2020〕018号", "根据河南[豫卫基层〔2020〕018号]")]
    public void A_document_number_is_marked_in_any_spelling(string text, string expected) =>
        Assert.Equal(expected, Show(Highlighter.Whole(text, [new("", new("豫卫基层", 2020, 18), 1)])));

    [Fact]
    public void Fragments_show_the_richest_passages_and_keep_to_sentences()
    {
        string filler = string.Concat(Enumerable.Repeat("全市各级各部门认真贯彻落实有关要求。", 40));
        string text = filler + "推进医共体建设。" + filler + "加强家庭医生签约与医共体协同，完善签约服务。" + filler;
        MatchPattern[] patterns = [new("医共体", null, 1), new("签约", null, 1)];
        List<HighlightedText> fragments = Highlighter.Fragments(text, patterns);
        Assert.Equal(2, fragments.Count);
        Assert.StartsWith("加强家庭医生[签约]与[医共体]协同，完善[签约]服务。", Show(fragments[0]));
        Assert.StartsWith("推进[医共体]建设。", Show(fragments[1]));
    }

    [Fact]
    public void Without_a_match_the_beginning_is_shown()
    {
        HighlightedText fragment = Assert.Single(Highlighter.Fragments("第一句。" + new string('字', 1_000), [new("无", null, 1)]));
        Assert.Empty(fragment.Matches);
        Assert.StartsWith("第一句。", fragment.Text);
        Assert.InRange(fragment.Text.Length, 100, 300);
        Assert.Empty(Highlighter.Fragments("", []));
    }

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5, 6];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_mark_of_a_fragment_folded_is_made_of_patterns_and_lies_in_the_text(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["醫", "医", "共", "体", "签约", "。", "\n", "，", "服务", "A", "b", "12", "𠀀", " "];
        for (int round = 0; round < 500; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => pieces[random.Next(pieces.Length)]));
            MatchPattern[] patterns = [new("医共", null, 1), new("签约服务", null, 2), new("ab", null, 1), new("𠀀", null, 1)];
            foreach (HighlightedText fragment in Highlighter.Fragments(text, patterns))
            {
                Assert.Equal(text.Substring(fragment.Offset, fragment.Text.Length), fragment.Text);
                Assert.Equal(fragment.Matches.Select(match => new TextSpan(match.Start + fragment.Offset, match.End + fragment.Offset)),
                    Highlighter.Mark(text, patterns).Where(mark => mark.Start >= fragment.Offset && mark.End <= fragment.Offset + fragment.Text.Length));
                Assert.All(fragment.Matches, match =>
                    Assert.Contains(patterns, pattern => CharacterFolding.Fold(fragment.Text[match.Start..match.End]) == pattern.Text));
            }
        }
    }

    private static string Show(HighlightedText text)
    {
        string result = text.Text;
        foreach (TextSpan match in text.Matches.Reverse())
            result = result.Insert(match.End, "]").Insert(match.Start, "[");
        return result;
    }
}
