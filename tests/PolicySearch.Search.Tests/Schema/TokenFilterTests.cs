using Lucene.Net.Analysis;
using PolicySearch.Search.Schema;
using PolicySearch.Search.Schema.Analysis;

namespace PolicySearch.Search.Tests.Schema;

public class TokenFilterTests
{
    [Theory]
    [InlineData("县域|医|共|体|建设", "县域:0-2/1 医:2-3/1 医共体:2-5/0 共:3-4/1 体:4-5/1 建设:5-7/1")]
    [InlineData("家庭|医生|签约", "家庭:0-2/1 家庭医生:0-4/0 家庭医生签约:0-6/0 医生:2-4/1 签约:4-6/1")]
    [InlineData("中医|保健", "中医:0-2/1 保健:2-4/1")]
    [InlineData("医|~|共|体", "医:0-1/1 共:2-3/1 体:3-4/1")]
    [InlineData("医|，|共|体", "医:0-1/1 共:2-3/2 体:3-4/1")]
    [InlineData("医|共|体|医|共|体", "医:0-1/1 医共体:0-3/0 共:1-2/1 体:2-3/1 医:3-4/1 医共体:3-6/0 共:4-5/1 体:5-6/1")]
    [InlineData("医共体", "医共体:0-3/1")]
    [InlineData("，|养老|。|。|服务|，", "养老:1-3/2 服务:5-7/3")]
    [InlineData("，|。", "")]
    [InlineData("医|共", "医:0-1/1 共:1-2/1")]
    public void Compounds_stand_at_their_first_piece_and_punctuation_leaves_a_gap(string pieces, string expected)
    {
        DomainLexicon lexicon = DomainLexicon.Of("医共体", "家庭医生", "家庭医生签约", "医保");
        using Analyzer analyzer = Analyzer.NewAnonymous((_, reader) =>
        {
            var source = new PieceTokenizer(reader);
            return new TokenStreamComponents(source, new LexiconFilter(new PunctuationFilter(source), lexicon));
        });
        for (int round = 0; round < 2; round++)
            Assert.Equal(expected, Show(AnalyzedToken.Read(analyzer, "f", pieces)));
    }

    private static string Show(List<AnalyzedToken> tokens) =>
        string.Join(' ', tokens.Select(token => $"{token.Term}:{token.Start}-{token.End}/{token.Increment}"));
}
