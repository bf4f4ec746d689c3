using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>The documents that have a value in a field, or those that have none.</summary>
public class FieldValueFilter : Filter
{
    /// <summary>The documents with a value.</summary>
    public FieldValueFilter(string field)
        : this(field, negate: false)
    {
    }

    /// <summary>The documents with a value, or if <paramref name="negate"/> those without.</summary>
    public FieldValueFilter(string field, bool negate)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        Negate = negate;
    }

    /// <summary>The field.</summary>
    public virtual string Field { get; }

    /// <summary>Whether the documents without a value are meant.</summary>
    public virtual bool Negate { get; }

    /// <inheritdoc/>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        IBits? with = DocsWithField.Of(context.AtomicReader, Field);
        if (with == null && !Negate)
            return null;
        return new FieldCacheDocIdSet(context.Reader.MaxDoc, acceptDocs, doc => (with != null && with.Get(doc)) != Negate);
    }

    /// <inheritdoc/>
    public override string ToString() => $"FieldValueFilter [field={Field}, negate={Negate}]";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValueFilter other && Field == other.Field && Negate == other.Negate;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Negate);
}

/// <summary>The documents whose sorted doc value is one of several.</summary>
public class FieldCacheTermsFilter : Filter
{
    private readonly string field;
    private readonly BytesRef[] terms;

    /// <summary>Documents with one of <paramref name="terms"/>.</summary>
    public FieldCacheTermsFilter(string field, params BytesRef[] terms)
    {
        this.field = field;
        this.terms = terms;
    }

    /// <summary>Documents with one of <paramref name="terms"/>.</summary>
    public FieldCacheTermsFilter(string field, params string[] terms)
        : this(field, Array.ConvertAll(terms, t => new BytesRef(t)))
    {
    }

    /// <inheritdoc/>
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        if (context.AtomicReader.GetSortedDocValues(field) is not { } values)
            return null;
        var wanted = new FixedBitSet(values.ValueCount);
        foreach (BytesRef term in terms)
        {
            int ord = values.LookupTerm(term);
            if (ord >= 0)
                wanted.Set(ord);
        }
        return new FieldCacheDocIdSet(context.Reader.MaxDoc, acceptDocs, doc => values.GetOrd(doc) is >= 0 and var ord && wanted.Get(ord));
    }
}
