using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// Terms in order, with seeking. Unpositioned at first and after END or a failed <see cref="SeekExact(BytesRef)"/>: then only
/// moving and seeking are allowed. Not safe for several threads.
/// </summary>
public abstract class TermsEnum
{
    /// <summary>No terms.</summary>
    public static readonly TermsEnum EMPTY = new EmptyTermsEnum();

    /// <summary>The order of the terms: by unsigned bytes.</summary>
    public abstract IComparer<BytesRef> Comparer { get; }

    /// <summary>This enumerator, so that <c>foreach</c> works over <see cref="Terms"/>.</summary>
    public TermsEnum Current => this;

    /// <summary>How many documents have the current term. Deleted ones count.</summary>
    public abstract int DocFreq { get; }

    /// <summary>The current term's number in the order.</summary>
    /// <exception cref="NotSupportedException">These terms are not numbered (those of postings are not).</exception>
    public abstract long Ord { get; }

    /// <summary>The current term; valid until the next move.</summary>
    public abstract BytesRef Term { get; }

    /// <summary>Sum of the current term's frequencies over all documents; −1 when the postings hold none.</summary>
    public abstract long TotalTermFreq { get; }

    /// <summary>As the overload, with frequencies.</summary>
    public DocsEnum? Docs(IBits? liveDocs, DocsEnum? reuse) => Docs(liveDocs, reuse, DocsFlags.FREQS);

    /// <summary>The current term's documents, before the first.</summary>
    /// <param name="liveDocs">Documents to return; null for all.</param>
    /// <param name="reuse">An enumerator of an earlier call that is no longer needed, or null.</param>
    /// <param name="flags">What will be asked for; less is faster.</param>
    public abstract DocsEnum? Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags);

    /// <summary>As the overload, with offsets and payloads.</summary>
    public DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse) =>
        DocsAndPositions(liveDocs, reuse, DocsAndPositionsFlags.OFFSETS | DocsAndPositionsFlags.PAYLOADS);

    /// <summary>The current term's documents and positions, before the first; null when the postings hold no positions.</summary>
    /// <inheritdoc cref="Docs(IBits, DocsEnum, DocsFlags)"/>
    public abstract DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags);

    /// <summary>Moves to the next term; false at the end.</summary>
    public abstract bool MoveNext();

    /// <summary>Moves to <paramref name="text"/> (FOUND), or else to the first term after it (NOT_FOUND), or else to the END.</summary>
    public abstract SeekStatus SeekCeil(BytesRef text);

    /// <summary>Moves to <paramref name="text"/>; false when there is no such term.</summary>
    public virtual bool SeekExact(BytesRef text) => SeekCeil(text) == SeekStatus.FOUND;

    /// <summary>Moves to the term of that number, in [0, <see cref="Terms.Count"/>).</summary>
    /// <exception cref="NotSupportedException">These terms are not numbered.</exception>
    public abstract void SeekExact(long ord);

    /// <summary>What is needed to come back to the current term in the same segment without looking it up; keeps its value.</summary>
    internal virtual TermState GetTermState() => new OrdTermState(Ord);

    /// <summary>Moves to a term with what <see cref="GetTermState"/> gave in the same segment.</summary>
    internal virtual void SeekExact(BytesRef term, TermState state) => SeekExact(((OrdTermState)state).Ord);

    /// <summary>Where a seek ended.</summary>
    public enum SeekStatus
    {
        /// <summary>Behind the last term.</summary>
        END = 0,

        /// <summary>On the term that was sought.</summary>
        FOUND = 1,

        /// <summary>On the first term after it.</summary>
        NOT_FOUND = 2,
    }

    private sealed record OrdTermState(long Ord) : TermState;

    private sealed class EmptyTermsEnum : TermsEnum
    {
        public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

        public override int DocFreq => throw NoTerm();

        public override long Ord => throw NoTerm();

        public override BytesRef Term => throw NoTerm();

        public override long TotalTermFreq => throw NoTerm();

        public override DocsEnum? Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) => throw NoTerm();

        public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) => throw NoTerm();

        public override bool MoveNext() => false;

        public override SeekStatus SeekCeil(BytesRef text) => SeekStatus.END;

        public override void SeekExact(long ord) => throw NoTerm();

        private static InvalidOperationException NoTerm() => new("the enumerator is on no term");
    }
}

/// <summary>Where a term's entry lies in one segment. Immutable.</summary>
internal abstract record TermState;
