using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>The documents with any of the terms that a query picks out, gathered in a bit set.</summary>
public class MultiTermQueryWrapperFilter<Q> : Filter, IBitsSource
    where Q : MultiTermQuery
{
    /// <summary>The query.</summary>
    protected readonly Q m_query;

    /// <summary>The documents with any of the terms of <paramref name="query"/>.</summary>
    protected internal MultiTermQueryWrapperFilter(Q query) => m_query = query;

    /// <summary>The field.</summary>
    public string Field => m_query.Field;

    /// <inheritdoc/>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        var words = new long[FixedBitSet.Bits2words(context.Reader.MaxDoc)];
        return ((IBitsSource)this).Fill(context, words) ? BitsFilteredDocIdSet.Wrap(new FixedBitSet(words, context.Reader.MaxDoc), acceptDocs) : null;
    }

    bool IBitsSource.Fill(AtomicReaderContext context, long[] words)
    {
        if (context.AtomicReader.GetTerms(Field) is not { } ofField)
            return false;
        TermsEnum terms = m_query.GetTermsEnum(ofField);
        var union = new TermUnion(words);
        while (terms.MoveNext())
            union.Add(terms);
        return union.Any;
    }

    /// <inheritdoc/>
    public override string ToString() => m_query.ToString();

    /// <inheritdoc/>
    public sealed override bool Equals(object? o) => o is MultiTermQueryWrapperFilter<Q> other && other.GetType() == GetType() && m_query.Equals(other.m_query);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => m_query.GetHashCode();
}

/// <summary>Can set the bits of its documents in memory that the caller owns.</summary>
internal interface IBitsSource
{
    /// <summary>Sets the bits of all documents, deleted ones too; false when there is none. The words are 0 before.</summary>
    bool Fill(AtomicReaderContext context, long[] words);
}

/// <summary>The documents with a term that begins with a text.</summary>
public class PrefixFilter : MultiTermQueryWrapperFilter<PrefixQuery>
{
    /// <summary>Terms that begin as <paramref name="prefix"/> does.</summary>
    public PrefixFilter(Term prefix)
        : base(new PrefixQuery(prefix))
    {
    }

    /// <summary>The beginning.</summary>
    public virtual Term Prefix => m_query.Prefix;

    /// <inheritdoc/>
    public override string ToString() => $"PrefixFilter({Prefix})";
}

/// <summary>The documents with a term between two others, in byte order.</summary>
public class TermRangeFilter : MultiTermQueryWrapperFilter<TermRangeQuery>
{
    /// <summary>Terms between two others, of which null stands for an open end.</summary>
    public TermRangeFilter(string fieldName, BytesRef? lowerTerm, BytesRef? upperTerm, bool includeLower, bool includeUpper)
        : base(new TermRangeQuery(fieldName, lowerTerm, upperTerm, includeLower, includeUpper))
    {
    }

    /// <summary>Whether the lower end belongs to the range.</summary>
    public virtual bool IncludesLower => m_query.IncludesLower;

    /// <summary>Whether the upper end belongs to the range.</summary>
    public virtual bool IncludesUpper => m_query.IncludesUpper;

    /// <summary>The lower end; null for open.</summary>
    public virtual BytesRef? LowerTerm => m_query.LowerTerm;

    /// <summary>The upper end; null for open.</summary>
    public virtual BytesRef? UpperTerm => m_query.UpperTerm;

    /// <summary>Terms up to and with <paramref name="upperTerm"/>.</summary>
    public static TermRangeFilter Less(string fieldName, BytesRef upperTerm) => new(fieldName, null, upperTerm, false, true);

    /// <summary>Terms from <paramref name="lowerTerm"/> on.</summary>
    public static TermRangeFilter More(string fieldName, BytesRef lowerTerm) => new(fieldName, lowerTerm, null, true, false);

    /// <summary>Terms between two texts, of which null stands for an open end.</summary>
    public static TermRangeFilter NewStringRange(string field, string? lowerTerm, string? upperTerm, bool includeLower, bool includeUpper) =>
        new(field, lowerTerm == null ? null : new BytesRef(lowerTerm), upperTerm == null ? null : new BytesRef(upperTerm), includeLower, includeUpper);
}

/// <summary>Gathers the documents of terms in a bit set.</summary>
internal sealed class TermUnion(long[] words)
{
    private readonly long[] words = words;
    private DocsEnum? reuse;

    public bool Any { get; private set; }

    /// <summary>Adds the documents of the current term.</summary>
    public void Add(TermsEnum term)
    {
        Any = true;
        reuse = term.Docs(null, reuse, DocsFlags.NONE)!;
        if (reuse is BlockDocsEnum inPlace)
        {
            AddBlocks(inPlace.Cursor);
            return;
        }
        for (int doc = reuse.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = reuse.NextDoc())
            words[doc >> 6] |= 1L << doc;
    }

    private void AddBlocks(DocCursor cursor)
    {
        // A term with one document has its block from the start.
        if (cursor.BlockEnd == 0 && !cursor.MoveToNextBlock())
            return;
        long[] words = this.words;
        do
        {
            foreach (int doc in cursor.BlockDocs.AsSpan(0, cursor.BlockEnd))
                words[doc >> 6] |= 1L << doc;
        }
        while (cursor.MoveToNextBlock());
    }
}
