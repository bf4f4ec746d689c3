using System.IO;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Xunit;

namespace PolicySearch.Engine.Tests.Analysis;

public sealed class TokenStreamTests
{
    private static readonly Analyzer Whitespace = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);

    [Fact]
    public void Whitespace_tokens_carry_offsets_of_the_text() =>
        Assert.Equal(["杭州@2-4+1", "市政府@5-8+1", "a\U00020000@9-12+1"], Tokens(Whitespace, "f", "  杭州 市政府\ta\U00020000\n"));

    [Fact]
    public void A_stop_filter_leaves_a_gap_of_positions()
    {
        var stop = StopFilter.MakeStopSet(LuceneVersion.LUCENE_48, "的");
        using Analyzer analyzer = Analyzer.NewAnonymous((_, reader) =>
        {
            var source = new WhitespaceTokenizer(LuceneVersion.LUCENE_48, reader);
            return new TokenStreamComponents(source, new StopFilter(LuceneVersion.LUCENE_48, source, stop));
        });
        Assert.Equal(["人@0-1+1", "办法@4-6+2"], Tokens(analyzer, "f", "人 的 办法 的"));
    }

    [Fact]
    public void The_same_thread_gets_the_same_stream_again()
    {
        using var analyzer = new KeywordAnalyzer();
        TokenStream first = analyzer.GetTokenStream("f", "甲");
        Assert.Equal(["甲@0-1+1"], Read(first));
        TokenStream second = analyzer.GetTokenStream("g", new StringReader("乙 丙"));
        Assert.Same(first, second);
        Assert.Equal(["乙 丙@0-3+1"], Read(second));
    }

    [Fact]
    public void A_stream_that_was_not_disposed_cannot_be_used_again()
    {
        using var analyzer = new KeywordAnalyzer();
        TokenStream stream = analyzer.GetTokenStream("f", "甲");
        stream.Reset();
        Assert.Throws<InvalidOperationException>(() => analyzer.GetTokenStream("f", "乙"));
        stream.Dispose();
        Assert.Equal(["乙@0-1+1"], Tokens(analyzer, "f", "乙"));
    }

    [Fact]
    public void A_per_field_wrapper_chooses_by_name()
    {
        using var analyzer = new PerFieldAnalyzerWrapper(Whitespace, new Dictionary<string, Analyzer> { ["id"] = new KeywordAnalyzer() });
        Assert.Equal(["a b@0-3+1"], Tokens(analyzer, "id", "a b"));
        Assert.Equal(["a@0-1+1", "b@2-3+1"], Tokens(analyzer, "body", "a b"));
    }

    [Fact]
    public void A_caching_filter_gives_the_same_tokens_each_time()
    {
        using TokenStream source = Whitespace.GetTokenStream("f", "一 二 三");
        source.Reset();
        var caching = new CachingTokenFilter(source);
        List<string> first = Collect(caching);
        caching.Reset();
        Assert.Equal(first, Collect(caching));
        Assert.Equal(3, first.Count);
    }

    [Fact]
    public void A_captured_state_does_not_change_with_the_stream()
    {
        using TokenStream stream = Whitespace.GetTokenStream("f", "一 二");
        ICharTermAttribute term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        stream.IncrementToken();
        AttributeSource.State? state = stream.CaptureState();
        stream.IncrementToken();
        Assert.Equal("二", term.ToString());
        stream.RestoreState(state);
        Assert.Equal("一", term.ToString());
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(-1), InlineData(int.MaxValue), InlineData(int.MinValue)]
    public void Numeric_terms_sort_as_their_numbers_do(int number)
    {
        Assert.Equal(Math.Sign(number.CompareTo(7)), Math.Sign(Term(number).CompareTo(Term(7))));
        Assert.Equal(8, CountTerms(number));
    }

    [Fact]
    public void Reading_tokens_allocates_nothing_once_the_buffers_have_grown()
    {
        using var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
        string text = string.Join(' ', Enumerable.Range(0, 1000));
        Count(analyzer, text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int count = Count(analyzer, text);
        Assert.Equal(1000, count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, count - 1);
    }

    private static int Count(Analyzer analyzer, string text)
    {
        TokenStream stream = analyzer.GetTokenStream("f", text);
        stream.Reset();
        int count = 0;
        while (stream.IncrementToken())
            count++;
        stream.End();
        stream.Dispose();
        return count;
    }

    private static BytesRef Term(int number)
    {
        using var stream = new NumericTokenStream();
        stream.SetInt32Value(number);
        var bytes = stream.GetAttribute<ITermToBytesRefAttribute>();
        stream.Reset();
        stream.IncrementToken();
        bytes.FillBytesRef();
        return BytesRef.DeepCopyOf(bytes.BytesRef);
    }

    private static int CountTerms(int number)
    {
        using var stream = new NumericTokenStream();
        stream.SetInt32Value(number).Reset();
        int count = 0;
        while (stream.IncrementToken())
            count++;
        return count;
    }

    private static List<string> Tokens(Analyzer analyzer, string field, string text) => Read(analyzer.GetTokenStream(field, text));

    private static List<string> Read(TokenStream stream)
    {
        using (stream)
        {
            stream.Reset();
            return Collect(stream);
        }
    }

    private static List<string> Collect(TokenStream stream)
    {
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        var tokens = new List<string>();
        while (stream.IncrementToken())
            tokens.Add($"{term}@{offset.StartOffset}-{offset.EndOffset}+{increment.PositionIncrement}");
        stream.End();
        return tokens;
    }
}
