using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>Collects the hits with the best scores; among equals those with the lowest document number.</summary>
public abstract class TopScoreDocCollector : TopDocsCollector<ScoreDoc>
{
    private const int FirstCapacity = 64;

    // A heap with the worst hit on top, in two arrays: no object until a hit is handed out.
    private readonly int most;
    private float[] scores;
    private int[] docs;
    private int size;
    private Scorer? scorer;
    private float bestScore = float.NaN;

    private TopScoreDocCollector(int most)
    {
        this.most = most;
        scores = new float[Math.Min(most, FirstCapacity)];
        docs = new int[scores.Length];
    }

    private protected override int KeptHits => size;

    /// <summary>Scores must be above this to change the result; −∞ while there is room. Never falls.</summary>
    internal float Threshold { get; private set; } = float.NegativeInfinity;

    /// <summary>What is added to a document's number in its segment.</summary>
    internal int DocBase { get; private set; }

    /// <summary>A collector for the best <paramref name="numHits"/> hits.</summary>
    /// <param name="numHits">At least 1.</param>
    /// <param name="docsScoredInOrder">Whether the documents of a segment come in order, which is faster.</param>
    /// <exception cref="ArgumentException"><paramref name="numHits"/> is less than 1.</exception>
    public static TopScoreDocCollector Create(int numHits, bool docsScoredInOrder) => Create(numHits, null, docsScoredInOrder);

    /// <summary>The same for the hits that come after one that was the last of an earlier search.</summary>
    public static TopScoreDocCollector Create(int numHits, ScoreDoc? after, bool docsScoredInOrder)
    {
        if (numHits <= 0)
            throw new ArgumentException("numHits must be at least 1; for the number of matches alone use TotalHitCountCollector", nameof(numHits));
        return after == null ? new First(numHits, docsScoredInOrder) : new Following(numHits, after, docsScoredInOrder);
    }

    /// <inheritdoc/>
    public override void SetNextReader(AtomicReaderContext context) => DocBase = context.DocBase;

    /// <inheritdoc/>
    public override void SetScorer(Scorer scorer) => this.scorer = scorer;

    /// <inheritdoc/>
    public override void Collect(int doc)
    {
        m_totalHits++;
        Offer(doc, scorer!.GetScore());
    }

    /// <summary>Counts matches that are not, or not yet, offered.</summary>
    internal void Count(int matches) => m_totalHits += matches;

    /// <summary>A hit, numbered within its segment, that is counted elsewhere.</summary>
    internal abstract void Offer(int doc, float score);

    /// <inheritdoc/>
    protected override TopDocs NewTopDocs(ScoreDoc[]? results, int start) =>
        results == null ? new TopDocs(m_totalHits, [], float.NaN) : new TopDocs(m_totalHits, results, start == 0 ? results[0].Score : bestScore);

    private protected override ScoreDoc[] Drain(int start, int end)
    {
        var hits = new ScoreDoc[end - start];
        while (size > 0)
        {
            int doc = docs[0], rank = --size;
            bestScore = scores[0];
            SiftDown(docs[rank], scores[rank]);
            if (rank >= start && rank < end)
                hits[rank - start] = new ScoreDoc(doc, bestScore);
        }
        return hits;
    }

    private void Insert(int doc, float score)
    {
        if (size < most)
        {
            Grow();
            SiftUp(size++, doc, score);
        }
        else if (IsWorse(scores[0], docs[0], score, doc))
        {
            SiftDown(doc, score);
        }
        if (size == most)
            Threshold = scores[0];
    }

    private static bool IsWorse(float score, int doc, float thanScore, int thanDoc) => score < thanScore || score == thanScore && doc > thanDoc;

    private void Grow()
    {
        if (size < scores.Length)
            return;
        int capacity = (int)Math.Min(most, 2L * scores.Length);
        Array.Resize(ref scores, capacity);
        Array.Resize(ref docs, capacity);
    }

    private void SiftUp(int at, int doc, float score)
    {
        for (int parent; at > 0 && IsWorse(score, doc, scores[parent = (at - 1) >> 1], docs[parent]); at = parent)
        {
            scores[at] = scores[parent];
            docs[at] = docs[parent];
        }
        scores[at] = score;
        docs[at] = doc;
    }

    private void SiftDown(int doc, float score)
    {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1)
        {
            if (child + 1 < size && IsWorse(scores[child + 1], docs[child + 1], scores[child], docs[child]))
                child++;
            if (!IsWorse(scores[child], docs[child], score, doc))
                break;
            scores[at] = scores[child];
            docs[at] = docs[child];
            at = child;
        }
        scores[at] = score;
        docs[at] = doc;
    }

    private sealed class First(int most, bool inOrder) : TopScoreDocCollector(most)
    {
        public override bool AcceptsDocsOutOfOrder => !inOrder;

        internal override void Offer(int doc, float score)
        {
            if (score > Threshold || score == Threshold && !inOrder)
                Insert(doc + DocBase, score);
        }
    }

    private sealed class Following(int most, ScoreDoc after, bool inOrder) : TopScoreDocCollector(most)
    {
        public override bool AcceptsDocsOutOfOrder => !inOrder;

        internal override void Offer(int doc, float score)
        {
            bool isBefore = score > after.Score || score == after.Score && doc + DocBase <= after.Doc;
            if (!isBefore && (score > Threshold || score == Threshold && !inOrder))
                Insert(doc + DocBase, score);
        }
    }
}
