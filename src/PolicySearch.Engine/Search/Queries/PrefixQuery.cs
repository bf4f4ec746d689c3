using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Documents with a term that begins with a text; by default all score the boost.</summary>
public class PrefixQuery : MultiTermQuery
{
    private readonly Term prefix;

    /// <summary>Terms that begin as <paramref name="prefix"/> does.</summary>
    public PrefixQuery(Term prefix)
        : base(prefix.Field) => this.prefix = prefix;

    /// <summary>The beginning.</summary>
    public virtual Term Prefix => prefix;

    /// <inheritdoc/>
    public override string ToString(string? field) => FieldPrefix(Field, field) + prefix.Text + "*" + BoostSuffix;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj) && obj is PrefixQuery other && prefix.Equals(other.prefix);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), prefix);

    internal override TermsEnum OpenTerms(Terms terms) => new PrefixTerms(terms.GetEnumerator(null), prefix.Bytes);

    private sealed class PrefixTerms(TermsEnum terms, BytesRef prefix) : SelectedTerms(terms, prefix)
    {
        private readonly BytesRef prefix = prefix;

        protected override Verdict Judge(BytesRef term) => StringHelper.StartsWith(term, prefix) ? Verdict.Take : Verdict.End;
    }
}
