using System.Diagnostics;

namespace Lucene.Net.Index;

/// <summary>A term looked up once in every segment: its entry in each, and its frequencies over all. Not safe for several threads while it is filled.</summary>
public sealed class TermContext
{
    private readonly TermState?[] states;

    /// <summary>No entries yet.</summary>
    public TermContext(IndexReaderContext context)
    {
        Debug.Assert(context.IsTopLevel, "a term is looked up in all leaves of the root");
        TopReaderContext = context;
        states = new TermState?[context.Leaves.Count];
    }

    /// <summary>How many documents have the term; deleted ones count.</summary>
    public int DocFreq { get; private set; }

    /// <summary>The root in which the term was looked up.</summary>
    public IndexReaderContext TopReaderContext { get; }

    /// <summary>Sum of the term's frequencies; −1 when the postings hold none.</summary>
    public long TotalTermFreq { get; private set; }

    /// <summary>Looks a term up in every segment.</summary>
    public static TermContext Build(IndexReaderContext context, Term term)
    {
        var result = new TermContext(context);
        foreach (AtomicReaderContext leaf in context.Leaves)
        {
            TermsEnum? terms = leaf.AtomicReader.GetTerms(term.Field)?.GetEnumerator();
            if (terms != null && terms.SeekExact(term.Bytes))
                result.Register(terms.GetTermState(), leaf.Ord, terms.DocFreq, terms.TotalTermFreq);
        }
        return result;
    }

    /// <summary>Forgets all entries.</summary>
    public void Clear()
    {
        DocFreq = 0;
        TotalTermFreq = 0;
        Array.Clear(states);
    }

    /// <summary>The term's entry in the leaf of that number, or null when the segment does not have it.</summary>
    internal TermState? Get(int ord) => states[ord];

    internal void Register(TermState state, int ord, int docFreq, long totalTermFreq)
    {
        states[ord] = state;
        DocFreq += docFreq;
        TotalTermFreq = TotalTermFreq < 0 || totalTermFreq < 0 ? -1 : TotalTermFreq + totalTermFreq;
    }
}
