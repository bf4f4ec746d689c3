using System.Collections;
using System.Text;
using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>Several queries combined: all of the <see cref="Occur.MUST"/>, none of the <see cref="Occur.MUST_NOT"/>, and of the <see cref="Occur.SHOULD"/> as many as asked.</summary>
public partial class BooleanQuery : Query, IEnumerable<BooleanClause>
{
    private static int maxClauseCount = 1024;

    private readonly bool disableCoord;
    private List<BooleanClause> clauses = [];

    /// <summary>How many SHOULD clauses must match.</summary>
    protected int m_minNrShouldMatch;

    /// <summary>Without clauses, which matches nothing.</summary>
    public BooleanQuery()
    {
    }

    /// <summary>Without clauses; optionally without <see cref="Similarities.Similarity.Coord"/>.</summary>
    public BooleanQuery(bool disableCoord) => this.disableCoord = disableCoord;

    /// <summary>How many clauses a boolean query may have, in the whole process. Default 1,024.</summary>
    /// <exception cref="ArgumentException">Set to less than 1.</exception>
    public static int MaxClauseCount
    {
        get => maxClauseCount;
        set => maxClauseCount = value >= 1 ? value : throw new ArgumentException("MaxClauseCount must be at least 1");
    }

    /// <summary>The clauses, in the order in which they were added.</summary>
    public virtual IList<BooleanClause> Clauses => clauses;

    /// <summary>Whether scores do without <see cref="Similarities.Similarity.Coord"/>.</summary>
    public virtual bool CoordDisabled => disableCoord;

    /// <summary>How many SHOULD clauses must match. Default 0, which asks for one where there is no MUST clause.</summary>
    public virtual int MinimumNumberShouldMatch
    {
        get => m_minNrShouldMatch;
        set => m_minNrShouldMatch = value;
    }

    /// <summary>Adds a clause.</summary>
    /// <exception cref="TooManyClausesException">There are <see cref="MaxClauseCount"/> already.</exception>
    public virtual void Add(Query query, Occur occur) => Add(new BooleanClause(query, occur));

    /// <summary>Adds a clause.</summary>
    /// <exception cref="TooManyClausesException">There are <see cref="MaxClauseCount"/> already.</exception>
    public virtual void Add(BooleanClause clause)
    {
        if (clauses.Count >= maxClauseCount)
            throw new TooManyClausesException();
        clauses.Add(clause);
    }

    /// <summary>The clauses, in the order in which they were added.</summary>
    public virtual BooleanClause[] GetClauses() => clauses.ToArray();

    /// <inheritdoc/>
    public IEnumerator<BooleanClause> GetEnumerator() => clauses.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher) => new BooleanWeight(this, searcher, disableCoord);

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        if (m_minNrShouldMatch == 0 && clauses.Count == 1 && !clauses[0].IsProhibited)
            return clauses[0].Query.Rewrite(reader).Boosted(Boost);
        BooleanQuery? changed = null;
        for (int i = 0; i < clauses.Count; i++)
        {
            Query rewritten = clauses[i].Query.Rewrite(reader);
            if (ReferenceEquals(rewritten, clauses[i].Query))
                continue;
            changed ??= (BooleanQuery)Clone();
            changed.clauses[i] = new BooleanClause(rewritten, clauses[i].Occur);
        }
        return changed ?? (Query)this;
    }

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (BooleanClause clause in clauses.Where(c => !c.IsProhibited))
            clause.Query.ExtractTerms(terms);
    }

    /// <summary>A copy with a list of clauses of its own.</summary>
    public override object Clone()
    {
        var copy = (BooleanQuery)base.Clone();
        copy.clauses = [.. clauses];
        return copy;
    }

    /// <inheritdoc/>
    public override string ToString(string? field)
    {
        bool parentheses = Boost != 1f || m_minNrShouldMatch > 0;
        var text = new StringBuilder().AppendJoin(' ', clauses.Select(c => ClauseText(c, field)));
        if (parentheses)
            text.Insert(0, '(').Append(')');
        if (m_minNrShouldMatch > 0)
            text.Append('~').Append(m_minNrShouldMatch);
        return text.Append(BoostSuffix).ToString();
    }

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is BooleanQuery other && Boost.Equals(other.Boost) && m_minNrShouldMatch == other.m_minNrShouldMatch
        && disableCoord == other.disableCoord && clauses.SequenceEqual(other.clauses);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Boost);
        hash.Add(m_minNrShouldMatch);
        foreach (BooleanClause clause in clauses)
            hash.Add(clause);
        return hash.ToHashCode();
    }

    private static string ClauseText(BooleanClause clause, string? field)
    {
        string query = clause.Query.ToString(field);
        return BooleanClause.ToString(clause.Occur) + (clause.Query is BooleanQuery ? $"({query})" : query);
    }

    /// <summary>A boolean query would have more than <see cref="MaxClauseCount"/> clauses.</summary>
    public class TooManyClausesException : Exception
    {
        /// <summary>The limit was reached.</summary>
        public TooManyClausesException()
            : base($"maxClauseCount is set to {maxClauseCount}")
        {
        }
    }
}
