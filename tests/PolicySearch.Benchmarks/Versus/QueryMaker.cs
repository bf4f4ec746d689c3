using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace PolicySearch.Benchmarks.Versus;

/// <summary>
/// Draws queries from a corpus: terms from the most frequent to the rarest (their ranks evenly spread on a logarithmic scale), pairs and triples of words of
/// one document, runs of words as they stand, first characters of words. The same corpus gives the same queries.
/// </summary>
internal static class QueryMaker
{
    private const int PerType = 300, SampledDocuments = 2_000, Seed = 48;

    private readonly record struct Word(string Text, int Start, int End, bool Adjacent);

    private sealed record Sample(string Body, Word[] Words);

    /// <summary>Lines as <c>oracle search</c> reads them.</summary>
    public static IEnumerable<string> Make(IReadOnlyList<BenchDocument> documents)
    {
        var random = new Random(Seed);
        List<Sample> samples = Draw(documents);
        string[] ranked = [.. samples.SelectMany(sample => sample.Words).CountBy(word => word.Text).OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)];
        var makers = new (string Type, Func<string> Text)[]
        {
            ("term", () => ranked[Rank(ranked.Length, random)]),
            ("prefix", () => Prefix(ranked[Rank(ranked.Length, random)], random)),
            ("and", () => SomeWords(samples, random)),
            ("or", () => SomeWords(samples, random)),
            ("phrase", () => Run(samples, random)),
        };
        foreach ((string type, Func<string> text) in makers)
        {
            for (int i = 1; i <= PerType; i++)
                yield return $"{type}{i}\t{type}\tbody\t{text()}";
        }
    }

    private static int Rank(int count, Random random) => (int)Math.Exp(random.NextDouble() * Math.Log(count));

    private static string Prefix(string word, Random random) => word[..Math.Min(word.Length, 1 + random.Next(2))];

    private static string SomeWords(List<Sample> samples, Random random)
    {
        Word[] words = samples[random.Next(samples.Count)].Words;
        return string.Join(' ', Enumerable.Range(0, 2 + random.Next(2)).Select(_ => words[random.Next(words.Length)].Text));
    }

    private static string Run(List<Sample> samples, Random random)
    {
        while (true)
        {
            Sample sample = samples[random.Next(samples.Count)];
            int length = 2 + random.Next(3), start = random.Next(sample.Words.Length - length);
            ReadOnlySpan<Word> run = sample.Words.AsSpan(start, length);
            string text = sample.Body[run[0].Start..run[^1].End];
            if (run[1..].ToArray().All(word => word.Adjacent) && !text.AsSpan().ContainsAny("\t\n\r"))
                return text;
        }
    }

    private static List<Sample> Draw(IReadOnlyList<BenchDocument> documents)
    {
        using var analyzer = new SmartChineseAnalyzer(LuceneVersion.LUCENE_48);
        int step = Math.Max(1, documents.Count / SampledDocuments);
        return [.. documents.Where((document, i) => i % step == 0).Select(document => Analyze(analyzer, document.Body ?? "")).Where(sample => sample.Words.Length > 8)];
    }

    private static Sample Analyze(Analyzer analyzer, string body)
    {
        var words = new List<Word>();
        using TokenStream stream = analyzer.GetTokenStream("body", new StringReader(body));
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        for (stream.Reset(); stream.IncrementToken();)
            words.Add(new(term.ToString()!, offset.StartOffset, offset.EndOffset, increment.PositionIncrement == 1));
        stream.End();
        return new Sample(body, [.. words]);
    }
}
