using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>The postings of several terms as if they were one term's: positions of all, in order, also where they coincide.</summary>
internal sealed class UnionPositions(List<DocsAndPositionsEnum> parts) : DocsAndPositionsEnum
{
    private readonly long cost = parts.Sum(p => p.GetCost());
    private int[] positions = new int[16];
    private int doc = -1, freq = -1, next;

    public override int DocID => doc;

    public override int Freq
    {
        get
        {
            if (freq < 0)
                Merge();
            return freq;
        }
    }

    public override int StartOffset => -1;

    public override int EndOffset => -1;

    public override BytesRef? GetPayload() => null;

    public override long GetCost() => cost;

    public override int NextPosition() => next < Freq ? positions[next++] : -1;

    public override int NextDoc() => Advance(doc + 1);

    public override int Advance(int target)
    {
        int least = NO_MORE_DOCS;
        foreach (DocsAndPositionsEnum part in parts)
        {
            int at = part.DocID;
            if (at < target)
                at = part.Advance(target);
            least = Math.Min(least, at);
        }
        freq = -1;
        next = 0;
        return doc = least;
    }

    private void Merge()
    {
        int count = 0;
        foreach (DocsAndPositionsEnum part in parts)
        {
            if (part.DocID != doc)
                continue;
            int more = part.Freq;
            if (count + more > positions.Length)
                Array.Resize(ref positions, Math.Max(count + more, 2 * positions.Length));
            for (int i = 0; i < more; i++)
                positions[count++] = part.NextPosition();
        }
        Array.Sort(positions, 0, count);
        freq = count;
    }
}
