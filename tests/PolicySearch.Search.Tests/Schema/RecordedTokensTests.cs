using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Tests.Schema;

public sealed class RecordedTokensTests
{
    [Fact]
    public void Replayed_tokens_are_those_of_the_analyzer()
    {
        using var analyzer = new PolicyAnalyzer();
        foreach (string text in TestDocuments.Random(7, 20).Select(document => document.Body).Append(""))
        {
            var recorded = RecordedTokens.Of(analyzer, PolicySchema.Body, text);
            Assert.Equal(AnalyzedToken.Read(analyzer, PolicySchema.Body, text), AnalyzedToken.Read(recorded.Replay()));
        }
    }

    [Fact]
    public void A_part_is_replayed_with_the_offsets_of_the_whole()
    {
        using var analyzer = new PolicyAnalyzer();
        const string text = "家庭医生签约服务。\n加快医共体建设，提高待遇。";
        var recorded = RecordedTokens.Of(analyzer, PolicySchema.Body, text);
        int start = text.IndexOf('\n') + 1;
        List<AnalyzedToken> part = AnalyzedToken.Read(recorded.Replay(start, text.Length));
        Assert.Equal(AnalyzedToken.Read(analyzer, PolicySchema.Body, text).Where(token => token.Start >= start).Select(token => token with { Increment = 0 }), part.Select(token => token with { Increment = 0 }));
        Assert.Equal(start, part[0].Start);
    }
}
