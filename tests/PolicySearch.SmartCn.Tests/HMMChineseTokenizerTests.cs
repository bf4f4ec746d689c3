using System.IO;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace PolicySearch.SmartCn.Tests;

public sealed class HMMChineseTokenizerTests
{
    [Theory]
    [InlineData("三门峡市人民政府", "三门峡市 人民政府")]
    [InlineData("研究生命起源", "研究 生命 起源")]
    [InlineData("〔2020〕18号", ", 2020 , 18 号")]
    [InlineData("36.5%", "36 , 5 ,")]
    [InlineData("A1", "a 1")]
    [InlineData("Ａｂc１2", "abc 12")]
    [InlineData("二〇二三", "二 , 二 三")]
    [InlineData("①℃。", ", , ,")]
    [InlineData("體かé", "體 か é")]
    [InlineData("　 \t", "")]
    [InlineData("", "")]
    public void Text_is_cut_into_terms(string text, string terms) => Assert.Equal(terms, string.Join(' ', Tokens(text).Select(token => token.Split('\t')[0])));

    [Theory]
    [InlineData("机\n构", "机构\t0\t3\t1\tword")]
    [InlineData("  机 \u3000构 ", "机构\t2\t6\t1\tword")]
    public void Blanks_inside_a_word_are_left_out_of_its_term_but_not_of_its_offsets(string text, string token) => Assert.Equal([token], Tokens(text));

    [Fact]
    public void The_default_stop_words_leave_a_gap_of_positions_for_each_mark()
    {
        using var analyzer = new SmartChineseAnalyzer(LuceneVersion.LUCENE_48);

        Assert.Equal(["人民\t0\t2\t1\tword", "政府\t4\t6\t3\tword"], Comparison.Tokens(analyzer, "人民，。政府。"));
    }

    [Fact]
    public void There_are_54_default_stop_words_and_they_cannot_be_changed()
    {
        Assert.Equal(54, SmartChineseAnalyzer.DefaultStopSet.Count);
        Assert.Throws<NotSupportedException>(() => SmartChineseAnalyzer.DefaultStopSet.Add("的"));
    }

    [Theory, InlineData(1), InlineData(2)]
    public void A_reader_that_gives_little_at_a_time_changes_nothing(int seed)
    {
        string text = LongText(seed, 300);
        using Analyzer chain = Comparison.Chain("");
        string[] expected = [.. Comparison.Tokens(chain, text)];

        using var tokenizer = new HMMChineseTokenizer(new DrippingReader(text, seed));
        var offset = tokenizer.AddAttribute<IOffsetAttribute>();
        var term = tokenizer.AddAttribute<ICharTermAttribute>();
        var found = new List<string>();
        tokenizer.Reset();
        while (tokenizer.IncrementToken())
            found.Add($"{offset.StartOffset}\t{offset.EndOffset}\t{term.Length}");

        Assert.Equal(expected.Length, found.Count);
        Assert.All(expected.Zip(found), pair => Assert.Contains('\t' + string.Join('\t', pair.Second.Split('\t')[..2]) + '\t', pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public void Threads_that_share_an_analyzer_get_the_same_tokens()
    {
        string[] texts = [.. Enumerable.Range(1, 40).Select(seed => LongText(seed, 20))];
        using Analyzer chain = Comparison.Chain("--stop");
        string[] expected = [.. texts.Select(text => string.Join('\n', Comparison.Tokens(chain, text)))];
        string[] found = new string[texts.Length];

        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => found[i] = string.Join('\n', Comparison.Tokens(chain, texts[i])));

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Tokens_leave_no_garbage()
    {
        string text = LongText(7, 1000);
        using Analyzer chain = Comparison.Chain("--stop");
        Count(chain, text);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int tokens = Count(chain, text);
        long garbage = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(tokens > 10_000);
        Assert.Equal(0, garbage / tokens);
        Assert.InRange(garbage, 0, 1000);
    }

    private static IEnumerable<string> Tokens(string text)
    {
        using Analyzer chain = Comparison.Chain("");
        return [.. Comparison.Tokens(chain, text)];
    }

    private static int Count(Analyzer chain, string text)
    {
        using TokenStream stream = chain.GetTokenStream("f", text);
        int tokens = 0;
        for (stream.Reset(); stream.IncrementToken();)
            tokens++;
        stream.End();
        return tokens;
    }

    private static string LongText(int seed, int lines)
    {
        var text = new FuzzText(seed);
        return string.Join('\n', Enumerable.Range(0, lines).Select(_ => text.Line()));
    }

    /// <summary>Gives one to nine units at a time, as a reader over a network may.</summary>
    private sealed class DrippingReader(string text, int seed) : TextReader
    {
        private readonly Random random = new(seed);
        private int position;

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            int length = Math.Min(Math.Min(buffer.Length, random.Next(1, 10)), text.Length - position);
            text.AsSpan(position, length).CopyTo(buffer);
            position += length;
            return length;
        }
    }
}
