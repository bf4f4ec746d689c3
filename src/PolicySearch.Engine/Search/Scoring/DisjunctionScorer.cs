namespace Lucene.Net.Search;

/// <summary>Documents that match any of the clauses; how their scores combine is the subclass's.</summary>
internal abstract class DisjunctionScorer : ClauseScorer
{
    private readonly Scorer[] heap;
    private readonly int[] heapDocs;
    private readonly long cost;
    private int size, doc = -1;

    protected DisjunctionScorer(Weight? weight, IReadOnlyList<Scorer> clauses)
        : base(weight)
    {
        heap = clauses.ToArray();
        heapDocs = new int[heap.Length];
        Array.Fill(heapDocs, -1);
        size = heap.Length;
        cost = heap.Sum(c => c.GetCost());
    }

    public override int DocID => doc;

    public override int Matching => CountFrom(0);

    public override long GetCost() => cost;

    public override float GetScore()
    {
        var sum = new ClauseScores();
        AddScores(ref sum);
        return Combine(sum);
    }

    public override int NextDoc()
    {
        while (size > 0 && heapDocs[0] == doc)
            MoveTop(heap[0].NextDoc());
        return doc = size > 0 ? heapDocs[0] : NO_MORE_DOCS;
    }

    public override int Advance(int target)
    {
        while (size > 0 && heapDocs[0] < target)
            MoveTop(heap[0].Advance(target));
        return doc = size > 0 ? heapDocs[0] : NO_MORE_DOCS;
    }

    public override ICollection<ChildScorer> GetChildren() => heap.Take(size).Select(c => new ChildScorer(c, "SHOULD")).ToList();

    /// <summary>Adds the scores of the clauses that match the current document.</summary>
    internal void AddScores(ref ClauseScores sum) => AddFrom(0, ref sum);

    /// <summary>The score of a document from those of the clauses that match it.</summary>
    protected abstract float Combine(ClauseScores scores);

    private void MoveTop(int to)
    {
        if (to == NO_MORE_DOCS)
        {
            size--;
            (heap[0], heap[size]) = (heap[size], heap[0]);
            to = heapDocs[size];
        }
        heapDocs[0] = to;
        SiftDown();
    }

    private void SiftDown()
    {
        Scorer moving = heap[0];
        int movingDoc = heapDocs[0], at = 0;
        for (int child = 1; child < size; child = 2 * at + 1)
        {
            if (child + 1 < size && heapDocs[child + 1] < heapDocs[child])
                child++;
            if (heapDocs[child] >= movingDoc)
                break;
            heap[at] = heap[child];
            heapDocs[at] = heapDocs[child];
            at = child;
        }
        heap[at] = moving;
        heapDocs[at] = movingDoc;
    }

    private int CountFrom(int node) =>
        node < size && heapDocs[node] == doc ? 1 + CountFrom(2 * node + 1) + CountFrom(2 * node + 2) : 0;

    private void AddFrom(int node, ref ClauseScores sum)
    {
        if (node >= size || heapDocs[node] != doc)
            return;
        sum.Add(heap[node].GetScore());
        AddFrom(2 * node + 1, ref sum);
        AddFrom(2 * node + 2, ref sum);
    }
}

/// <summary>Sum and maximum of the scores of matching clauses.</summary>
internal struct ClauseScores
{
    private bool any;

    /// <summary>In double precision, so that the order of clauses does not show.</summary>
    public double Sum { get; private set; }

    public float Max { get; private set; }

    public void Add(float score)
    {
        Sum += score;
        Max = any ? Math.Max(Max, score) : score;
        any = true;
    }
}

/// <summary>Adds the scores.</summary>
internal sealed class DisjunctionSumScorer(Weight? weight, IReadOnlyList<Scorer> clauses) : DisjunctionScorer(weight, clauses)
{
    protected override float Combine(ClauseScores scores) => (float)scores.Sum;
}

/// <summary>The best score, and a part of the others'.</summary>
internal sealed class DisjunctionMaxScorer(Weight weight, IReadOnlyList<Scorer> clauses, float tieBreaker) : DisjunctionScorer(weight, clauses)
{
    protected override float Combine(ClauseScores scores) => scores.Max + ((float)scores.Sum - scores.Max) * tieBreaker;
}
