using Lucene.Net.Search;

namespace PolicySearch.Engine.Tests.Search;

public sealed class AtLeastScorerTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void Documents_scores_and_counts_are_those_of_looking_at_every_clause(int seed)
    {
        var random = new Random(seed);
        const int maxDoc = 300;
        ListScorer[] clauses = [.. Enumerable.Range(0, random.Next(2, 9)).Select(i => ListScorer.Random(random, maxDoc, 1 + i))];
        int least = random.Next(2, clauses.Length + 1);
        int[] expected = [.. Enumerable.Range(0, maxDoc).Where(doc => clauses.Count(clause => clause.Has(doc)) >= least)];
        var scorer = new AtLeastScorer(null, clauses, least);
        var found = new List<int>();
        Assert.Equal(-1, scorer.DocID);
        for (int doc = Move(scorer, random); doc != DocIdSetIterator.NO_MORE_DOCS; doc = Move(scorer, random))
        {
            Assert.Equal(doc, scorer.DocID);
            if (random.Next(2) == 0)
                Assert.Equal(clauses.Count(clause => clause.Has(doc)), scorer.Matching);
            if (random.Next(2) == 0)
                Assert.Equal(clauses.Where(clause => clause.Has(doc)).Sum(clause => clause.Score), scorer.GetScore());
            found.Add(doc);
        }
        Assert.Equal(expected.Where(doc => !Skipped.Contains(doc)), found);
    }

    [Fact]
    public void Frequent_clauses_are_only_asked_for_what_rare_ones_found()
    {
        const int maxDoc = 10_000;
        ListScorer[] rare = [.. Enumerable.Range(0, 3).Select(i => new ListScorer([.. Enumerable.Range(1, 9).Select(j => j * 1_000 + i)], 1))];
        ListScorer[] frequent = [.. Enumerable.Range(0, 4).Select(_ => new ListScorer([.. Enumerable.Range(0, maxDoc)], 1))];
        var scorer = new AtLeastScorer(null, [.. frequent, .. rare], least: 5);
        int found = 0;
        while (scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            found++;
        Assert.Equal(27, found);
        Assert.All(frequent, clause => Assert.InRange(clause.Moves, 1, 27));
    }

    private HashSet<int> Skipped { get; } = [];

    /// <summary>To the next document, or past some.</summary>
    private int Move(AtLeastScorer scorer, Random random)
    {
        if (random.Next(3) > 0)
            return scorer.NextDoc();
        int from = scorer.DocID + 1, target = from + random.Next(12);
        Skipped.UnionWith(Enumerable.Range(from, target - from));
        return scorer.Advance(target);
    }

    /// <summary>A clause that matches listed documents with one score, and counts how often it is moved.</summary>
    private sealed class ListScorer(int[] docs, float score) : Scorer(null)
    {
        private int at = -1;

        public float Score => score;

        public int Moves { get; private set; }

        public override int DocID => at < 0 ? -1 : at < docs.Length ? docs[at] : NO_MORE_DOCS;

        public override int Freq => 1;

        public static ListScorer Random(Random random, int maxDoc, float score)
        {
            int one = random.Next(1, 12);
            return new([.. Enumerable.Range(0, maxDoc).Where(_ => random.Next(one) == 0)], score);
        }

        public bool Has(int doc) => Array.BinarySearch(docs, doc) >= 0;

        public override float GetScore() => score;

        public override long GetCost() => docs.Length;

        public override int NextDoc()
        {
            Moves++;
            at++;
            return DocID;
        }

        public override int Advance(int target)
        {
            Moves++;
            do
                at++;
            while (DocID < target);
            return DocID;
        }
    }
}
