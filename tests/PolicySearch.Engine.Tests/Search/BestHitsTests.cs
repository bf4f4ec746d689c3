using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>
/// What is left out on the way to the best hits must not show: over written indexes, large enough for many blocks and windows, the best ten are those of
/// scoring every document one by one.
/// </summary>
public sealed class BestHitsTests
{
    private const int Queries = 60, Best = 10;

    public static TheoryData<int> Seeds => Environment.GetEnvironmentVariable("TEST_SEED") is { } seed ? [int.Parse(seed)] : [.. Enumerable.Range(1, 6)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_best_hits_their_scores_and_the_count_are_those_of_scoring_everything(int seed) => AssertBestOfAll(seed, RandomQuery);

    [Theory, MemberData(nameof(Seeds))]
    public void Phrases_of_frequent_words_behind_a_gap_are_found_where_there_is_room_for_the_gap(int seed) => AssertBestOfAll(seed, FrequentPhrase);

    private static void AssertBestOfAll(int seed, Func<Random, Query> next)
    {
        var random = new Random(seed);
        using var directory = new RAMDirectory();
        Write(directory, random);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        for (int i = 0; i < Queries; i++)
            AssertBest(seed, searcher, next(random));
    }

    private static void AssertBest(int seed, IndexSearcher searcher, Query query)
    {
        List<(int Doc, float Score)> all = ScoreEverything(searcher, query);

        TopDocs best = searcher.Search(query, Best);
        var counter = new TotalHitCountCollector();
        searcher.Search(query, counter);

        Assert.True(all.Count == best.TotalHits, $"seed {seed}, {query}: {best.TotalHits} hits, not {all.Count}");
        Assert.Equal(all.Count, counter.TotalHits);
        var expected = all.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc).Take(Best);
        Assert.True(expected.SequenceEqual(best.ScoreDocs.Select(hit => (hit.Doc, hit.Score))),
            $"seed {seed}, {query}: {string.Join(' ', best.ScoreDocs.Select(hit => (hit.Doc, hit.Score)))}, not {string.Join(' ', expected)}");
    }

    private static List<(int Doc, float Score)> ScoreEverything(IndexSearcher searcher, Query query)
    {
        Weight weight = searcher.CreateNormalizedWeight(query);
        var hits = new List<(int, float)>();
        foreach (AtomicReaderContext leaf in searcher.TopReaderContext.Leaves)
        {
            if (weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is not { } scorer)
                continue;
            for (int doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
                hits.Add((doc + leaf.DocBase, scorer.GetScore()));
        }
        return hits;
    }

    private static void Write(RAMDirectory directory, Random random)
    {
        using Analyzer analyzer = Analyzer.NewAnonymous((_, text) =>
        {
            var words = new WhitespaceTokenizer(LuceneVersion.LUCENE_48, text);
            return new TokenStreamComponents(words, new SayingTwice(words));
        });
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() });
        int count = random.Next(3_000, 9_000), flushAt = random.Next(count);
        for (int i = 0; i < count; i++)
        {
            writer.AddDocument(new Document { new TextField("body", RandomText(random), Field.Store.NO), new StringField("part", $"{i % 9}", Field.Store.NO) });
            if (i == flushAt)
                writer.Commit();
        }
        if (random.Next(2) == 0)
            writer.ForceMerge(1);
        if (random.Next(2) == 0)
            writer.DeleteDocuments(new Term("part", "4"));
    }

    // From words in nearly every document to words in a few; lengths and numbers of occurrences differ widely.
    private static string RandomText(Random random)
    {
        // One document in two hundred has more positions of a word than fit in a block.
        int length = random.Next(200) == 0 ? random.Next(1_000, 4_000) : random.Next(8) == 0 ? random.Next(1, 300) : random.Next(1, 25);
        return string.Join(' ', Enumerable.Range(0, length).Select(_ => RandomWord(random)));
    }

    private static string RandomWord(Random random) => $"w{(int)Math.Pow(400, random.NextDouble() * random.NextDouble() + 0.2)}";

    private static Query RandomQuery(Random random)
    {
        if (random.Next(4) == 0)
            return new TermQuery(new Term("body", RandomWord(random)));
        if (random.Next(4) == 0)
            return RandomPhrase(random);
        Occur occur = random.Next(3) == 0 ? Occur.MUST : Occur.SHOULD;
        var query = new BooleanQuery();
        for (int i = random.Next(2, 6); i > 0; i--)
            query.Add(new TermQuery(new Term("body", RandomWord(random))) { Boost = random.Next(3) == 0 ? 3 : 1 }, occur);
        if (random.Next(5) == 0)
            query.Add(new TermQuery(new Term("body", RandomWord(random))), Occur.MUST_NOT);
        return query;
    }

    private static PhraseQuery FrequentPhrase(Random random)
    {
        var phrase = new PhraseQuery();
        for (int place = random.Next(7), words = random.Next(2, 4); words > 0; words--)
            phrase.Add(new Term("body", $"w{random.Next(3, 5)}"), place++);
        return phrase;
    }

    // Now and then with gaps, also before the first word.
    private static PhraseQuery RandomPhrase(Random random)
    {
        bool hasGaps = random.Next(4) == 0;
        var phrase = new PhraseQuery();
        int place = hasGaps ? random.Next(3) : 0;
        for (int i = random.Next(2, 5); i > 0; i--)
        {
            phrase.Add(new Term("body", RandomWord(random)), place);
            place += hasGaps ? random.Next(1, 4) : 1;
        }
        return phrase;
    }

    /// <summary>Says every fifth word twice at one place.</summary>
    private sealed class SayingTwice : TokenFilter
    {
        private readonly IPositionIncrementAttribute increment;
        private AttributeSource.State? said;
        private int words;

        public SayingTwice(TokenStream input)
            : base(input) => increment = AddAttribute<IPositionIncrementAttribute>();

        public override bool IncrementToken()
        {
            if (said != null)
            {
                RestoreState(said);
                increment.PositionIncrement = 0;
                said = null;
                return true;
            }
            if (!m_input.IncrementToken())
                return false;
            said = ++words % 5 == 0 ? CaptureState() : null;
            return true;
        }
    }
}
