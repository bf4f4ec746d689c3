using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// Several enumerations of terms gone through in step, smallest term first; nothing is read ahead. A move costs O(log sources) comparisons for each
/// source that stands on the term. On no term at first and behind the last one. Not safe for several threads.
/// </summary>
internal sealed class TermsMerge
{
    private readonly TermsEnum[] sources;

    // A heap of the sources that stand behind the current term: the smallest term on top, among equal ones the first source.
    private readonly int[] heap;
    private int waiting;

    private readonly int[] current;
    private int currentCount;

    // A copy of what is sought, which may be a source's own term.
    private readonly BytesRef target = new(64);

    // Before the first move no source stands anywhere; after SeekExact only those on the term do.
    private bool started, alone;

    /// <summary>Takes over the enumerations, which stand before their first terms.</summary>
    public TermsMerge(TermsEnum[] sources)
    {
        this.sources = sources;
        heap = new int[sources.Length];
        current = new int[sources.Length];
    }

    /// <summary>The sources that stand on the current term, ascending; empty when there is none.</summary>
    public ReadOnlySpan<int> Current => current.AsSpan(0, currentCount);

    /// <summary>The current term; valid until the next move.</summary>
    public BytesRef Term => currentCount > 0 ? sources[current[0]].Term : throw new InvalidOperationException("the enumerator is on no term");

    /// <summary>A source.</summary>
    public TermsEnum this[int source] => sources[source];

    /// <summary>Moves to the next term; false at the end.</summary>
    public bool MoveNext()
    {
        if (alone && currentCount > 0)
            SeekAll(Term);
        if (!started)
        {
            for (int source = 0; source < sources.Length; source++)
                Step(source);
            started = true;
        }
        else
        {
            foreach (int source in Current)
                Step(source);
        }
        return Gather();
    }

    /// <summary>As <see cref="TermsEnum.SeekCeil"/>. Sources that are already behind <paramref name="text"/> are left where they are.</summary>
    public TermsEnum.SeekStatus SeekCeil(BytesRef text)
    {
        int order = currentCount > 0 && !alone ? Term.CompareTo(text) : 1;
        if (order == 0)
            return TermsEnum.SeekStatus.FOUND;
        if (order < 0)
            SeekForward(text);
        else
            SeekAll(text);
        return currentCount == 0 ? TermsEnum.SeekStatus.END : Term.BytesEquals(text) ? TermsEnum.SeekStatus.FOUND : TermsEnum.SeekStatus.NOT_FOUND;
    }

    /// <summary>As <see cref="TermsEnum.SeekExact(BytesRef)"/>.</summary>
    public bool SeekExact(BytesRef text) => Locate(source => sources[source].SeekExact(text));

    /// <summary>Stands on a term that some sources find by a way of their own.</summary>
    public bool Locate(Predicate<int> stands)
    {
        waiting = currentCount = 0;
        started = alone = true;
        for (int source = 0; source < sources.Length; source++)
        {
            if (stands(source))
                current[currentCount++] = source;
        }
        return currentCount > 0;
    }

    private void SeekAll(BytesRef text)
    {
        target.CopyBytes(text);
        waiting = 0;
        for (int source = 0; source < sources.Length; source++)
            Seek(source);
        started = true;
        alone = false;
        Gather();
    }

    private void SeekForward(BytesRef text)
    {
        target.CopyBytes(text);
        foreach (int source in Current)
            Seek(source);
        while (waiting > 0 && sources[heap[0]].Term.CompareTo(target) < 0)
            Seek(Pop());
        Gather();
    }

    private void Seek(int source)
    {
        if (sources[source].SeekCeil(target) != TermsEnum.SeekStatus.END)
            Push(source);
    }

    private void Step(int source)
    {
        if (sources[source].MoveNext())
            Push(source);
    }

    /// <summary>Takes the sources with the smallest term off the heap.</summary>
    private bool Gather()
    {
        currentCount = 0;
        if (waiting == 0)
            return false;
        do
            current[currentCount++] = Pop();
        while (waiting > 0 && sources[heap[0]].Term.BytesEquals(Term));
        return true;
    }

    private void Push(int source)
    {
        int at = waiting++;
        for (int parent = (at - 1) / 2; at > 0 && IsBefore(source, heap[parent]); at = parent, parent = (at - 1) / 2)
            heap[at] = heap[parent];
        heap[at] = source;
    }

    private int Pop()
    {
        int top = heap[0], last = heap[--waiting], at = 0;
        for (int child = 1; child < waiting; child = 2 * at + 1)
        {
            if (child + 1 < waiting && IsBefore(heap[child + 1], heap[child]))
                child++;
            if (!IsBefore(heap[child], last))
                break;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return top;
    }

    private bool IsBefore(int source, int other)
    {
        int order = sources[source].Term.CompareTo(sources[other].Term);
        return order < 0 || order == 0 && source < other;
    }
}
