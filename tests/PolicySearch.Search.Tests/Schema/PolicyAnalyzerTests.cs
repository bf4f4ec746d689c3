using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Tests.Schema;

public class PolicyAnalyzerTests
{
    [Theory]
    [InlineData("医共体建设", "医 医共体/0 共 体 建设")]
    [InlineData("醫共體建設", "医 医共体/0 共 体 建设")]
    [InlineData("家庭医生签约服务", "家庭 家庭医生/0 家庭医生签约/0 医生 签约 签约服务/0 服务")]
    [InlineData("处理，事项", "处理 事项/2")]
    [InlineData("ＡＢ１２", "ab 12")]
    [InlineData("，。（）", "")]
    public void Text_becomes_words_and_the_lexicons_compounds(string text, string expected)
    {
        using var analyzer = new PolicyAnalyzer();
        Assert.Equal(expected, string.Join(' ', AnalyzedToken.Read(analyzer, PolicySchema.Body, text).Select(token => token.Increment == 1 ? token.Term : $"{token.Term}/{token.Increment}")));
    }

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory, MemberData(nameof(Seeds))]
    public void Every_token_is_the_folded_text_between_its_offsets(int seed)
    {
        var random = new Random(seed);
        using var analyzer = new PolicyAnalyzer();
        string[] pieces = ["家庭医生", "簽約", "服务", "，", "。", "ABC", "ａ", "２０２３", "年", "医共体", " ", "\n", "𠀀", "（", "镕", "ü", "的", "三门峡市"];
        for (int round = 0; round < 200; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            foreach (string field in (string[])[PolicySchema.Body, PolicySchema.Exact(PolicySchema.Body)])
            {
                foreach (AnalyzedToken token in AnalyzedToken.Read(analyzer, field, text))
                {
                    // The segmenter reads over blanks, so a word of its own may hold one in the text.
                    string covered = string.Concat(CharacterFolding.Fold(text[token.Start..token.End]).Where(c => !char.IsWhiteSpace(c)));
                    Assert.Equal(covered, token.Term.Trim());
                }
            }
        }
    }
}
