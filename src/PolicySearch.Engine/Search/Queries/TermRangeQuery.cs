using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Documents with a term between two others, in byte order; by default all score the boost.</summary>
public class TermRangeQuery : MultiTermQuery
{
    /// <summary>Terms between two others.</summary>
    /// <param name="field">The field.</param>
    /// <param name="lowerTerm">The lower end; null for open.</param>
    /// <param name="upperTerm">The upper end; null for open.</param>
    /// <param name="includeLower">Whether the lower end belongs to the range.</param>
    /// <param name="includeUpper">Whether the upper end belongs to the range.</param>
    public TermRangeQuery(string field, BytesRef? lowerTerm, BytesRef? upperTerm, bool includeLower, bool includeUpper)
        : base(field)
    {
        LowerTerm = lowerTerm;
        UpperTerm = upperTerm;
        IncludesLower = includeLower;
        IncludesUpper = includeUpper;
    }

    /// <summary>Whether the lower end belongs to the range.</summary>
    public virtual bool IncludesLower { get; }

    /// <summary>Whether the upper end belongs to the range.</summary>
    public virtual bool IncludesUpper { get; }

    /// <summary>The lower end; null for open.</summary>
    public virtual BytesRef? LowerTerm { get; }

    /// <summary>The upper end; null for open.</summary>
    public virtual BytesRef? UpperTerm { get; }

    /// <summary>The same with ends as text.</summary>
    public static TermRangeQuery NewStringRange(string field, string? lowerTerm, string? upperTerm, bool includeLower, bool includeUpper) =>
        new(field, lowerTerm == null ? null : new BytesRef(lowerTerm), upperTerm == null ? null : new BytesRef(upperTerm), includeLower, includeUpper);

    /// <inheritdoc/>
    public override string ToString(string? field) =>
        $"{FieldPrefix(Field, field)}{(IncludesLower ? '[' : '{')}{EndText(LowerTerm)} TO {EndText(UpperTerm)}{(IncludesUpper ? ']' : '}')}{BoostSuffix}";

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj) && obj is TermRangeQuery other && IncludesLower == other.IncludesLower
        && IncludesUpper == other.IncludesUpper && Equals(LowerTerm, other.LowerTerm) && Equals(UpperTerm, other.UpperTerm);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), LowerTerm, UpperTerm, IncludesLower, IncludesUpper);

    internal override TermsEnum OpenTerms(Terms terms) => new RangeTerms(terms.GetEnumerator(null), this);

    private static string EndText(BytesRef? end) => end == null ? "*" : Term.ToString(end);

    private sealed class RangeTerms(TermsEnum terms, TermRangeQuery range) : SelectedTerms(terms, range.LowerTerm ?? new BytesRef())
    {
        protected override Verdict Judge(BytesRef term)
        {
            if (!range.IncludesLower && range.LowerTerm != null && term.BytesEquals(range.LowerTerm))
                return Verdict.Skip;
            int order = range.UpperTerm == null ? -1 : term.CompareTo(range.UpperTerm);
            return order < 0 || order == 0 && range.IncludesUpper ? Verdict.Take : Verdict.End;
        }
    }
}
