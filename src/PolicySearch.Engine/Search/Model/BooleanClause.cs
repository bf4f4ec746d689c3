namespace Lucene.Net.Search;

/// <summary>How a clause of a <see cref="BooleanQuery"/> takes part.</summary>
public enum Occur
{
    /// <summary>A match must match the clause, whose score counts.</summary>
    MUST = 0,

    /// <summary>The clause's score counts where it matches; without a <see cref="MUST"/> clause at least one of these has to match.</summary>
    SHOULD = 1,

    /// <summary>A match must not match the clause.</summary>
    MUST_NOT = 2,
}

/// <summary>A query and how it takes part in a <see cref="BooleanQuery"/>.</summary>
public class BooleanClause : IEquatable<BooleanClause>
{
    /// <summary>A clause.</summary>
    public BooleanClause(Query query, Occur occur)
    {
        Query = query;
        Occur = occur;
    }

    /// <summary>How it takes part.</summary>
    public virtual Occur Occur { get; set; }

    /// <summary>What it asks.</summary>
    public virtual Query Query { get; set; }

    /// <summary>Whether matches must not match it.</summary>
    public virtual bool IsProhibited => Occur == Occur.MUST_NOT;

    /// <summary>Whether matches must match it.</summary>
    public virtual bool IsRequired => Occur == Occur.MUST;

    /// <summary><c>+</c>, nothing or <c>-</c>.</summary>
    public static string ToString(Occur occur) => occur switch
    {
        Occur.MUST => "+",
        Occur.MUST_NOT => "-",
        _ => "",
    };

    /// <inheritdoc/>
    public override string ToString() => ToString(Occur) + Query;

    /// <inheritdoc/>
    public override bool Equals(object? o) => Equals(o as BooleanClause);

    /// <inheritdoc/>
    public bool Equals(BooleanClause? other) => other != null && Occur == other.Occur && Query.Equals(other.Query);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Query, Occur);
}
