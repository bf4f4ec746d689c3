using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>Numbered values as terms; they have no postings.</summary>
internal abstract class OrdinalTermsEnum : TermsEnum
{
    private readonly BytesRef term = new();
    private long ord = -1;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override int DocFreq => throw NoPostings();

    public override long Ord => ord;

    public override BytesRef Term => term;

    public override long TotalTermFreq => -1;

    protected abstract long Count { get; }

    public override DocsEnum? Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) => throw NoPostings();

    public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) => throw NoPostings();

    public override bool MoveNext()
    {
        if (ord + 1 >= Count)
            return false;
        SeekExact(ord + 1);
        return true;
    }

    public override SeekStatus SeekCeil(BytesRef text)
    {
        long found = Find(text);
        long target = found >= 0 ? found : -1 - found;
        if (target == Count)
            return SeekStatus.END;
        SeekExact(target);
        return found >= 0 ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
    }

    public override void SeekExact(long ord)
    {
        if ((ulong)ord >= (ulong)Count)
            throw new ArgumentOutOfRangeException(nameof(ord), ord, $"there are {Count} values");
        this.ord = ord;
        Lookup(ord, term);
    }

    protected abstract long Find(BytesRef text);

    protected abstract void Lookup(long ord, BytesRef result);

    private static NotSupportedException NoPostings() => new("doc values have no postings");
}

internal sealed class SortedValuesEnum(SortedDocValues values) : OrdinalTermsEnum
{
    protected override long Count => values.ValueCount;

    protected override long Find(BytesRef text) => values.LookupTerm(text);

    protected override void Lookup(long ord, BytesRef result) => values.LookupOrd((int)ord, result);
}

internal sealed class SortedSetValuesEnum(SortedSetDocValues values) : OrdinalTermsEnum
{
    protected override long Count => values.ValueCount;

    protected override long Find(BytesRef text) => values.LookupTerm(text);

    protected override void Lookup(long ord, BytesRef result) => values.LookupOrd(ord, result);
}
