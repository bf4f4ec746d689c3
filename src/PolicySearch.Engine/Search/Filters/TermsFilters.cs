using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lucene.Net.Queries;

/// <summary>The documents with a term.</summary>
public sealed class TermFilter : Filter
{
    /// <summary>The documents with <paramref name="term"/>.</summary>
    public TermFilter(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        Term = term;
    }

    /// <summary>The term.</summary>
    public Term Term { get; }

    /// <inheritdoc/>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        TermsEnum? terms = context.AtomicReader.GetTerms(Term.Field)?.GetEnumerator(null);
        if (terms == null || !terms.SeekExact(Term.Bytes))
            return null;
        return DocIdSet.NewAnonymous(() => terms.Docs(acceptDocs, null, DocsFlags.NONE));
    }

    /// <inheritdoc/>
    public override string ToString() => Term.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is TermFilter other && Term.Equals(other.Term);

    /// <inheritdoc/>
    public override int GetHashCode() => Term.GetHashCode();
}

/// <summary>The documents with any of several terms, gathered in a bit set.</summary>
public sealed class TermsFilter : Filter, IBitsSource
{
    private readonly Term[] terms;

    /// <summary>The documents with any of <paramref name="terms"/>.</summary>
    public TermsFilter(IList<Term> terms) => this.terms = terms.Distinct().Order().ToArray();

    /// <summary>The documents with any of <paramref name="terms"/>.</summary>
    public TermsFilter(params Term[] terms)
        : this((IList<Term>)terms)
    {
    }

    /// <summary>The documents with any of <paramref name="terms"/> in one field.</summary>
    public TermsFilter(string field, IList<BytesRef> terms)
        : this(terms.Select(t => new Term(field, t)).ToList())
    {
    }

    /// <summary>The documents with any of <paramref name="terms"/> in one field.</summary>
    public TermsFilter(string field, params BytesRef[] terms)
        : this(field, (IList<BytesRef>)terms)
    {
    }

    /// <inheritdoc/>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        var words = new long[FixedBitSet.Bits2words(context.Reader.MaxDoc)];
        return ((IBitsSource)this).Fill(context, words) ? BitsFilteredDocIdSet.Wrap(new FixedBitSet(words, context.Reader.MaxDoc), acceptDocs) : null;
    }

    bool IBitsSource.Fill(AtomicReaderContext context, long[] words)
    {
        var union = new TermUnion(words);
        string? field = null;
        TermsEnum? ofField = null;
        foreach (Term term in terms)
        {
            if (term.Field != field)
            {
                field = term.Field;
                ofField = context.AtomicReader.GetTerms(field)?.GetEnumerator(null);
            }
            if (ofField != null && ofField.SeekExact(term.Bytes))
                union.Add(ofField);
        }
        return union.Any;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', terms.Select(t => t.ToString()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TermsFilter other && terms.SequenceEqual(other.terms);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (Term term in terms)
            hash.Add(term);
        return hash.ToHashCode();
    }
}
