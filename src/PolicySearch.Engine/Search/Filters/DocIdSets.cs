using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>The documents of another set that match a rule.</summary>
public abstract class FilteredDocIdSet : DocIdSet
{
    private readonly DocIdSet inner;

    /// <summary>Documents of <paramref name="innerSet"/>.</summary>
    protected FilteredDocIdSet(DocIdSet innerSet) => inner = innerSet;

    /// <inheritdoc/>
    public override bool IsCacheable => inner.IsCacheable;

    /// <inheritdoc/>
    public override IBits? Bits => inner.Bits is { } bits ? new MatchingBits(bits, this) : null;

    /// <inheritdoc/>
    public override DocIdSetIterator? GetIterator() => inner.GetIterator() is { } docs ? new MatchingIterator(docs, this) : null;

    /// <summary>Whether a document of the other set is in this one.</summary>
    protected abstract bool Match(int docid);

    private sealed class MatchingBits(IBits bits, FilteredDocIdSet set) : IBits
    {
        public int Length => bits.Length;

        public bool Get(int index) => bits.Get(index) && set.Match(index);
    }

    private sealed class MatchingIterator(DocIdSetIterator docs, FilteredDocIdSet set) : DocIdSetIterator
    {
        public override int DocID => docs.DocID;

        public override long GetCost() => docs.GetCost();

        public override int NextDoc() => FirstMatch(docs.NextDoc());

        public override int Advance(int target) => FirstMatch(docs.Advance(target));

        private int FirstMatch(int doc)
        {
            while (doc != NO_MORE_DOCS && !set.Match(doc))
                doc = docs.NextDoc();
            return doc;
        }
    }
}

/// <summary>The documents of a set that bits accept too.</summary>
public sealed class BitsFilteredDocIdSet : FilteredDocIdSet
{
    private readonly IBits acceptDocs;

    /// <summary>Documents in both.</summary>
    public BitsFilteredDocIdSet(DocIdSet innerSet, IBits acceptDocs)
        : base(innerSet)
    {
        ArgumentNullException.ThrowIfNull(acceptDocs);
        this.acceptDocs = acceptDocs;
    }

    /// <summary>Documents in both, where either may be null: no documents, and no restriction.</summary>
    public static DocIdSet? Wrap(DocIdSet? set, IBits? acceptDocs) => set == null || acceptDocs == null ? set : new BitsFilteredDocIdSet(set, acceptDocs);

    /// <inheritdoc/>
    protected override bool Match(int docid) => acceptDocs.Get(docid);
}

/// <summary>Documents of a segment for which a rule on their values holds.</summary>
public class FieldCacheDocIdSet : DocIdSet
{
    /// <summary>Documents that may be in the set; null for all.</summary>
    protected readonly IBits? m_acceptDocs;

    /// <summary>Documents of the segment.</summary>
    protected readonly int m_maxDoc;

    private readonly Predicate<int>? rule;

    /// <summary>For subclasses with a <see cref="MatchDoc"/> of their own.</summary>
    protected FieldCacheDocIdSet(int maxDoc, IBits? acceptDocs)
    {
        m_maxDoc = maxDoc;
        m_acceptDocs = acceptDocs;
    }

    /// <summary>Documents for which <paramref name="matchDoc"/> holds.</summary>
    public FieldCacheDocIdSet(int maxDoc, IBits? acceptDocs, Predicate<int> matchDoc)
        : this(maxDoc, acceptDocs) => rule = matchDoc;

    /// <inheritdoc/>
    public sealed override bool IsCacheable => true;

    /// <inheritdoc/>
    public sealed override IBits Bits => new RuleBits(this);

    /// <inheritdoc/>
    public sealed override DocIdSetIterator GetIterator() => new AcceptedDocs(m_maxDoc, Bits);

    /// <summary>Whether the rule holds for a document.</summary>
    protected internal virtual bool MatchDoc(int doc) => rule!(doc);

    private sealed class RuleBits(FieldCacheDocIdSet set) : IBits
    {
        public int Length => set.m_maxDoc;

        public bool Get(int index) => set.MatchDoc(index) && (set.m_acceptDocs == null || set.m_acceptDocs.Get(index));
    }
}
