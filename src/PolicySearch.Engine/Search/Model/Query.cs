using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>
/// What to look for. Mutable while it is built; once given to an <see cref="IndexSearcher"/> it must not change, and then any
/// number of threads may search with it. Two queries of one type that ask the same with the same boost are equal.
/// </summary>
public abstract class Query
{
    /// <summary>For the subclasses.</summary>
    protected Query()
    {
    }

    /// <summary>Factor on this query's scores. Default 1.</summary>
    public virtual float Boost { get; set; } = 1f;

    /// <summary>The query with the names of all fields written out.</summary>
    public override string ToString() => ToString("");

    /// <summary>The query as text, without the name of <paramref name="field"/> where that is the field asked.</summary>
    public abstract string ToString(string? field);

    /// <summary>The statistics and scorers of this primitive query over one searcher.</summary>
    /// <exception cref="NotSupportedException">The query must be rewritten first; <see cref="IndexSearcher.CreateNormalizedWeight"/> does.</exception>
    public virtual Weight CreateWeight(IndexSearcher searcher) => throw new NotSupportedException($"Query {this} does not implement CreateWeight; rewrite it first");

    /// <summary>One step towards primitive queries; the query itself when it is primitive.</summary>
    public virtual Query Rewrite(IndexReader reader) => this;

    /// <summary>Adds the terms that the query, already rewritten, looks up.</summary>
    /// <exception cref="NotSupportedException">The query must be rewritten first.</exception>
    public virtual void ExtractTerms(ISet<Term> terms) => throw new NotSupportedException($"Query {this} must be rewritten before its terms are known");

    /// <summary>A copy that shares sub-queries.</summary>
    public virtual object Clone() => MemberwiseClone();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(GetType(), Boost);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Query other && other.GetType() == GetType() && other.Boost.Equals(Boost);

    /// <summary>A copy whose boost is multiplied by <paramref name="factor"/>; the query itself when nothing changes.</summary>
    internal Query Boosted(float factor)
    {
        if (factor == 1f)
            return this;
        var copy = (Query)Clone();
        copy.Boost *= factor;
        return copy;
    }

    private protected string BoostSuffix => Boost == 1f ? "" : "^" + ScoreText.Of(Boost);

    private protected static string FieldPrefix(string? queryField, string? defaultField) => queryField == defaultField ? "" : queryField + ":";
}

/// <summary>Floats as Java prints them: always with a fraction, so that query texts and explanations read the same.</summary>
internal static class ScoreText
{
    public static string Of(float value)
    {
        string text = value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny(".EN∞") >= 0 ? text : text + ".0";
    }
}
