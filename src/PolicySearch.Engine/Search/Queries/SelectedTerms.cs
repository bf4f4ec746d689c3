using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Terms of a field from a first one on that a rule accepts, up to the first that is beyond its end.</summary>
internal abstract class SelectedTerms(TermsEnum terms, BytesRef first) : TermsEnum
{
    // Where to go on: at first the first term, then behind the last one unless the rule says otherwise.
    private BytesRef? target = first;
    private bool ended;

    /// <summary>What becomes of a term.</summary>
    protected enum Verdict
    {
        /// <summary>It is one of them.</summary>
        Take,

        /// <summary>It is not.</summary>
        Skip,

        /// <summary>It is not, nor is any behind it.</summary>
        End,
    }

    public override IComparer<BytesRef> Comparer => terms.Comparer;

    public override int DocFreq => terms.DocFreq;

    public override long Ord => terms.Ord;

    public override BytesRef Term => terms.Term;

    public override long TotalTermFreq => terms.TotalTermFreq;

    public override DocsEnum? Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) => terms.Docs(liveDocs, reuse, flags);

    public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) =>
        terms.DocsAndPositions(liveDocs, reuse, flags);

    public override bool MoveNext()
    {
        while (!ended)
        {
            bool there = target == null ? terms.MoveNext() : terms.SeekCeil(target) != SeekStatus.END;
            target = null;
            Verdict verdict = there ? Judge(terms.Term) : Verdict.End;
            if (verdict == Verdict.Take)
                return true;
            ended = verdict == Verdict.End;
        }
        return false;
    }

    public override SeekStatus SeekCeil(BytesRef text) => throw new NotSupportedException("selected terms are only gone through in order");

    public override void SeekExact(long ord) => throw new NotSupportedException("selected terms are only gone through in order");

    internal override TermState GetTermState() => terms.GetTermState();

    protected abstract Verdict Judge(BytesRef term);

    /// <summary>From a term that is not taken, goes on at a later one.</summary>
    protected Verdict SkipTo(BytesRef text)
    {
        target = text;
        return Verdict.Skip;
    }
}
