using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>Collects the first hits in an order; among equals those with the lowest document numbers.</summary>
public abstract class TopFieldCollector : TopDocsCollector<ScoreDoc>
{
    private protected TopFieldCollector()
    {
    }

    /// <inheritdoc/>
    public override bool AcceptsDocsOutOfOrder => false;

    /// <summary>A collector for the first <paramref name="numHits"/> hits.</summary>
    /// <param name="sort">The order.</param>
    /// <param name="numHits">At least 1.</param>
    /// <param name="fillFields">Whether hits get the values that they were sorted by, which paging and merging need.</param>
    /// <param name="trackDocScores">Whether hits get scores.</param>
    /// <param name="trackMaxScore">Whether the best score of all matches is looked for, which means to score all of them.</param>
    /// <param name="docsScoredInOrder">Whether the documents of a segment come in order.</param>
    /// <exception cref="ArgumentException"><paramref name="numHits"/> is less than 1, or the sort has no field.</exception>
    public static TopFieldCollector Create(Sort sort, int numHits, bool fillFields, bool trackDocScores, bool trackMaxScore, bool docsScoredInOrder) =>
        Create(sort, numHits, null, fillFields, trackDocScores, trackMaxScore, docsScoredInOrder);

    /// <summary>The same for the hits that come after one that was the last of an earlier search.</summary>
    public static TopFieldCollector Create(Sort sort, int numHits, FieldDoc? after, bool fillFields, bool trackDocScores, bool trackMaxScore, bool docsScoredInOrder)
    {
        SortField[] fields = sort.GetSort();
        if (fields.Length == 0)
            throw new ArgumentException("the sort must have at least one field", nameof(sort));
        if (numHits <= 0)
            throw new ArgumentException("numHits must be at least 1; for the number of matches alone use TotalHitCountCollector", nameof(numHits));
        if (after != null && after.Fields?.Length != fields.Length)
            throw new ArgumentException($"after has {after.Fields?.Length ?? 0} values, the sort {fields.Length} fields", nameof(after));
        return new FieldHits(fields, numHits, after, fillFields, trackDocScores, trackMaxScore);
    }
}

/// <summary>The first hits by the comparers of a sort, as a heap of slots with the last hit on top.</summary>
internal sealed class FieldHits : TopFieldCollector
{
    private readonly SortField[] fields;
    private readonly FieldComparer[] comparers;
    private readonly int[] directions;
    private readonly FieldDoc? after;
    private readonly bool fillFields, trackScores, trackMaxScore;
    private readonly int most;
    private readonly int[] heap, docs;
    private readonly float[] scores;
    private int size, docBase;
    private Scorer? scorer;
    private float maxScore = float.NaN;

    public FieldHits(SortField[] fields, int most, FieldDoc? after, bool fillFields, bool trackScores, bool trackMaxScore)
    {
        this.fields = fields;
        this.most = most;
        this.after = after;
        this.fillFields = fillFields;
        this.trackScores = trackScores;
        this.trackMaxScore = trackMaxScore;
        comparers = fields.Select((f, i) => f.GetComparer(most, i)).ToArray();
        directions = Array.ConvertAll(fields, f => f.IsReverse ? -1 : 1);
        heap = new int[most];
        docs = new int[most];
        scores = new float[most];
        for (int i = 0; after != null && i < comparers.Length; i++)
            comparers[i].SetTopValue(after.Fields![i]);
    }

    private protected override int KeptHits => size;

    public override void SetNextReader(AtomicReaderContext context)
    {
        docBase = context.DocBase;
        for (int i = 0; i < comparers.Length; i++)
            comparers[i] = comparers[i].SetNextReader(context);
    }

    public override void SetScorer(Scorer scorer)
    {
        this.scorer = scorer;
        foreach (FieldComparer comparer in comparers)
            comparer.SetScorer(scorer);
    }

    public override void Collect(int doc)
    {
        m_totalHits++;
        if (trackMaxScore)
            maxScore = Math.Max(float.IsNaN(maxScore) ? float.NegativeInfinity : maxScore, scorer!.GetScore());
        if (after != null && IsOnEarlierPage(doc))
            return;
        if (size < most)
            Append(doc);
        else if (BeatsBottom(doc))
            ReplaceBottom(doc);
    }

    protected override TopDocs NewTopDocs(ScoreDoc[]? results, int start) => new TopFieldDocs(m_totalHits, results ?? [], fields, maxScore);

    private protected override ScoreDoc[] Drain(int start, int end)
    {
        int[] order = heap.AsSpan(0, size).ToArray();
        Array.Sort(order, (a, b) => IsAfter(a, b) ? 1 : IsAfter(b, a) ? -1 : 0);
        size = 0;
        return order.AsSpan(start, end - start).ToArray().Select(Hit).ToArray();
    }

    private FieldDoc Hit(int slot) =>
        new(docs[slot], trackScores ? scores[slot] : float.NaN, fillFields ? Array.ConvertAll(comparers, c => c.GetValue(slot)) : null);

    private bool IsOnEarlierPage(int doc)
    {
        for (int i = 0; i < comparers.Length; i++)
        {
            int order = directions[i] * comparers[i].CompareTop(doc);
            if (order != 0)
                return order > 0;
        }
        return doc + docBase <= after!.Doc;
    }

    private bool BeatsBottom(int doc)
    {
        for (int i = 0; i < comparers.Length; i++)
        {
            int order = directions[i] * comparers[i].CompareBottom(doc);
            if (order != 0)
                return order > 0;
        }
        return doc + docBase < docs[heap[0]];
    }

    private void Append(int doc)
    {
        int slot = size++;
        Store(slot, doc);
        SiftUp(slot);
        if (size == most)
            SetBottom();
    }

    private void ReplaceBottom(int doc)
    {
        Store(heap[0], doc);
        SiftDown();
        SetBottom();
    }

    private void Store(int slot, int doc)
    {
        docs[slot] = doc + docBase;
        if (trackScores)
            scores[slot] = scorer!.GetScore();
        foreach (FieldComparer comparer in comparers)
            comparer.Copy(slot, doc);
    }

    private void SetBottom()
    {
        foreach (FieldComparer comparer in comparers)
            comparer.SetBottom(heap[0]);
    }

    private bool IsAfter(int slot, int other)
    {
        for (int i = 0; i < comparers.Length; i++)
        {
            int order = directions[i] * comparers[i].Compare(slot, other);
            if (order != 0)
                return order > 0;
        }
        return docs[slot] > docs[other];
    }

    private void SiftUp(int slot)
    {
        int at = slot;
        for (int parent; at > 0 && IsAfter(slot, heap[parent = (at - 1) >> 1]); at = parent)
            heap[at] = heap[parent];
        heap[at] = slot;
    }

    private void SiftDown()
    {
        int slot = heap[0], at = 0;
        for (int child = 1; child < size; child = 2 * at + 1)
        {
            if (child + 1 < size && IsAfter(heap[child + 1], heap[child]))
                child++;
            if (!IsAfter(heap[child], slot))
                break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = slot;
    }
}
