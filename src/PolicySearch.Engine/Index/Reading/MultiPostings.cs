using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>The documents of a term in several segments, one segment after the other. Positions only when every segment's enumerator has them.</summary>
internal sealed class MultiPostings : DocsAndPositionsEnum
{
    // By segment, those of earlier terms too: what can be used again.
    private readonly DocsEnum?[] bySource;

    // The segments of this term in the order of their documents, each with its first document's number.
    private readonly (DocsEnum Docs, int Start)[] parts;
    private int count, at, doc;

    /// <param name="owner">Whose segments they are.</param>
    /// <param name="sources">How many segments there are at most.</param>
    public MultiPostings(TermsEnum owner, int sources)
    {
        Owner = owner;
        bySource = new DocsEnum?[sources];
        parts = new (DocsEnum, int)[sources];
    }

    /// <summary>Whose segments they are.</summary>
    public TermsEnum Owner { get; }

    public override int DocID => doc;

    public override int Freq => parts[at].Docs.Freq;

    public override int StartOffset => Positions.StartOffset;

    public override int EndOffset => Positions.EndOffset;

    private DocsAndPositionsEnum Positions => (DocsAndPositionsEnum)parts[at].Docs;

    /// <summary>Before the first document of no segment.</summary>
    public void Clear()
    {
        count = at = 0;
        doc = -1;
    }

    /// <summary>An enumerator of the segment that is no longer needed, or null.</summary>
    public DocsEnum? ReuseOf(int source) => bySource[source];

    /// <summary>Adds the documents of the next segment, the first of which has the number <paramref name="start"/>.</summary>
    public void Add(int source, int start, DocsEnum docs)
    {
        bySource[source] = docs;
        parts[count++] = (docs, start);
    }

    public override int NextDoc()
    {
        for (; at < count; at++)
        {
            int next = parts[at].Docs.NextDoc();
            if (next != NO_MORE_DOCS)
                return doc = parts[at].Start + next;
        }
        return doc = NO_MORE_DOCS;
    }

    public override int Advance(int target)
    {
        // Segments that end before the target are passed over unread.
        while (at + 1 < count && parts[at + 1].Start <= target)
            at++;
        if (at < count && target > parts[at].Start)
        {
            int next = parts[at].Docs.Advance(target - parts[at].Start);
            if (next != NO_MORE_DOCS)
                return doc = parts[at].Start + next;
            at++;
        }
        return NextDoc();
    }

    public override int NextPosition() => Positions.NextPosition();

    public override BytesRef? GetPayload() => Positions.GetPayload();

    public override long GetCost()
    {
        long sum = 0;
        foreach ((DocsEnum docs, _) in parts.AsSpan(0, count))
            sum += docs.GetCost();
        return sum;
    }
}
