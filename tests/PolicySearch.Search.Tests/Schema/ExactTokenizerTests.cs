using Lucene.Net.Analysis;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;
using PolicySearch.Search.Schema.Analysis;

namespace PolicySearch.Search.Tests.Schema;

public class ExactTokenizerTests
{
    private static readonly Analyzer Exact = Analyzer.NewAnonymous(
        (_, reader) => new TokenStreamComponents(new ExactTokenizer(reader)), (_, reader) => new FoldingReader(reader));

    [Theory]
    [InlineData("乡聘村用", "乡聘:0-2/1 乡:0-1/0 聘村:1-3/1 村用:2-4/1 用:3-4/1")]
    [InlineData("县", "县:0-1/1")]
    [InlineData("2023年A1，", "2023:0-4/1 年:4-5/1 a:5-6/1 1:6-7/1 ,:7-8/1")]
    [InlineData("服务 \n 体", "服务:0-2/1 服:0-1/0 务:1-2/1  :2-5/1 体:5-6/1")]
    [InlineData("𠀀体", "𠀀体:0-3/1 𠀀:0-2/0 体:2-3/1")]
    [InlineData("", "")]
    public void Puts_out_every_character(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', AnalyzedToken.Read(Exact, "f", text).Select(token => $"{token.Term}:{token.Start}-{token.End}/{token.Increment}")));

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory, MemberData(nameof(Seeds))]
    public void A_phrase_of_its_tokens_stands_exactly_where_its_characters_do(int seed)
    {
        var random = new Random(seed);
        int found = 0;
        for (int round = 0; round < 3_000; round++)
        {
            string text = RandomText(random, random.Next(1, 30));
            string phrase = random.Next(4) == 0 ? RandomText(random, random.Next(1, 5)) : Slice(random, text);
            bool matches = Matches(text, phrase);
            bool contained = MatchPattern.FindAll(CharacterFolding.Fold(text), [new(CharacterFolding.Fold(phrase).Trim(), null, 1)]).Count > 0;
            Assert.True(contained == matches, $"'{phrase}' in '{text}'");
            Assert.True(!contained || Normal(text).Contains(Normal(phrase).Trim(), StringComparison.Ordinal), $"'{phrase}' in '{text}'");
            found += matches ? 1 : 0;
        }
        Assert.InRange(found, 100, 2_900);
    }

    [Fact]
    public void Long_runs_and_long_texts_come_out_whole()
    {
        string text = new string('a', 1_000) + new string('医', 100_000);
        List<AnalyzedToken> tokens = AnalyzedToken.Read(Exact, "f", text);
        Assert.Equal(16 + 100_000 + 1, tokens.Count);
        Assert.Equal(text.Length, tokens[^1].End);
        Assert.All(tokens, token => Assert.InRange(token.Term.Length, 1, 64));
    }

    /// <summary>What a phrase query does, on the tokens of one text.</summary>
    private static bool Matches(string text, string phrase)
    {
        List<AnalyzedToken> tokens = AnalyzedToken.Read(Exact, "f", phrase.Trim());
        List<(string Term, int Position)> needed = ExactTerms.Needed(tokens);
        if (needed.Count == 0)
            return false;
        var positions = new HashSet<(string, int)>();
        int position = -1;
        foreach (AnalyzedToken token in AnalyzedToken.Read(Exact, "f", text))
            positions.Add((token.Term, position += token.Increment));
        bool prefix = tokens.Count == 1 && tokens[0].Type == ExactTokenizer.SingleType;
        return prefix
            ? positions.Any(entry => entry.Item1.StartsWith(needed[0].Term, StringComparison.Ordinal))
            : Enumerable.Range(0, position + 1).Any(start => needed.All(term => positions.Contains((term.Term, start + term.Position - needed[0].Position))));
    }

    private static string Normal(string text) => string.Join(' ', CharacterFolding.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Slice(Random random, string text)
    {
        int start = random.Next(text.Length), end = random.Next(start + 1, text.Length + 1);
        string slice = text[start..end];
        bool halves = char.IsLowSurrogate(slice[0]) || char.IsHighSurrogate(slice[^1]);
        return halves || string.IsNullOrWhiteSpace(slice) ? "医" : slice;
    }

    private static string RandomText(Random random, int length)
    {
        string[] pieces = ["医", "共", "体", "医共", "醫", "a", "B", "1", "23", "，", ",", "。", " ", "\n", "　", "𠀀", "（"];
        string text = string.Concat(Enumerable.Range(0, length).Select(_ => pieces[random.Next(pieces.Length)]));
        return string.IsNullOrWhiteSpace(text) ? "医" : text;
    }
}
