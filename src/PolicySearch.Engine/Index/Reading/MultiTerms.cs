using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>The terms of one field in several segments, merged while they are gone through. Any number of threads may use it.</summary>
public sealed class MultiTerms : Terms
{
    private readonly Terms[] parts;
    private readonly ReaderSlice[] slices;

    internal MultiTerms(Terms[] parts, ReaderSlice[] slices)
    {
        this.parts = parts;
        this.slices = slices;
    }

    /// <inheritdoc/>
    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    /// <summary>−1: equal terms of several segments are not known before they are gone through.</summary>
    public override long Count => -1;

    /// <inheritdoc/>
    public override int DocCount => (int)KnownSum.Of(parts, part => part.DocCount);

    /// <inheritdoc/>
    public override bool HasFreqs => Array.TrueForAll(parts, part => part.HasFreqs);

    /// <inheritdoc/>
    public override bool HasOffsets => Array.TrueForAll(parts, part => part.HasOffsets);

    /// <inheritdoc/>
    public override bool HasPayloads => Array.Exists(parts, part => part.HasPayloads);

    /// <inheritdoc/>
    public override bool HasPositions => Array.TrueForAll(parts, part => part.HasPositions);

    /// <inheritdoc/>
    public override long SumDocFreq => KnownSum.Of(parts, part => part.SumDocFreq);

    /// <inheritdoc/>
    public override long SumTotalTermFreq => KnownSum.Of(parts, part => part.SumTotalTermFreq);

    /// <inheritdoc/>
    public override TermsEnum GetEnumerator() => new MergedTermsEnum(Array.ConvertAll(parts, part => part.GetEnumerator()), slices);
}

/// <summary>Terms of several segments in order, equal ones as one. As every <see cref="TermsEnum"/> for one thread.</summary>
internal sealed class MergedTermsEnum(TermsEnum[] sources, ReaderSlice[] slices) : TermsEnum
{
    private readonly TermsMerge merge = new(sources);

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override int DocFreq
    {
        get
        {
            int sum = 0;
            foreach (int source in Standing())
                sum += merge[source].DocFreq;
            return sum;
        }
    }

    public override long Ord => throw NotNumbered();

    public override BytesRef Term => merge.Term;

    public override long TotalTermFreq
    {
        get
        {
            long sum = 0;
            foreach (int source in Standing())
            {
                long one = merge[source].TotalTermFreq;
                if (one < 0)
                    return -1;
                sum += one;
            }
            return sum;
        }
    }

    public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags)
    {
        MultiPostings postings = Reuse(reuse);
        foreach (int source in Standing())
            postings.Add(source, slices[source].Start, merge[source].Docs(MultiBits.Slice(liveDocs, slices[source]), postings.ReuseOf(source), flags)!);
        return postings;
    }

    public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags)
    {
        MultiPostings postings = Reuse(reuse);
        foreach (int source in Standing())
        {
            var before = postings.ReuseOf(source) as DocsAndPositionsEnum;
            if (merge[source].DocsAndPositions(MultiBits.Slice(liveDocs, slices[source]), before, flags) is not { } positions)
                return null;
            postings.Add(source, slices[source].Start, positions);
        }
        return postings;
    }

    public override bool MoveNext() => merge.MoveNext();

    public override SeekStatus SeekCeil(BytesRef text) => merge.SeekCeil(text);

    public override bool SeekExact(BytesRef text) => merge.SeekExact(text);

    public override void SeekExact(long ord) => throw NotNumbered();

    internal override TermState GetTermState()
    {
        var states = new TermState?[slices.Length];
        foreach (int source in Standing())
            states[source] = merge[source].GetTermState();
        return new MergedTermState(states);
    }

    internal override void SeekExact(BytesRef term, TermState state)
    {
        TermState?[] states = ((MergedTermState)state).States;
        merge.Locate(source =>
        {
            if (states[source] is { } own)
                merge[source].SeekExact(term, own);
            return states[source] != null;
        });
    }

    private ReadOnlySpan<int> Standing() => merge.Current.Length > 0 ? merge.Current : throw new InvalidOperationException("the enumerator is on no term");

    private MultiPostings Reuse(DocsEnum? reuse)
    {
        MultiPostings postings = reuse is MultiPostings own && own.Owner == this ? own : new MultiPostings(this, slices.Length);
        postings.Clear();
        return postings;
    }

    private static NotSupportedException NotNumbered() => new("terms of several segments are not numbered");

    private sealed record MergedTermState(TermState?[] States) : TermState;
}
