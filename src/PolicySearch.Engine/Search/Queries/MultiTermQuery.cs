using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>A query for all terms of a field that a rule picks out.</summary>
public abstract class MultiTermQuery : Query
{
    /// <summary>
    /// A constant score for all matches, by whatever way is cheapest: here the same as <see cref="CONSTANT_SCORE_FILTER_REWRITE"/>,
    /// which takes any number of terms and memory of one bit for each document.
    /// </summary>
    public static readonly RewriteMethod CONSTANT_SCORE_AUTO_REWRITE_DEFAULT = new FilterRewrite();

    /// <summary>A constant score for all matches, which are gathered in a bit set.</summary>
    public static readonly RewriteMethod CONSTANT_SCORE_FILTER_REWRITE = CONSTANT_SCORE_AUTO_REWRITE_DEFAULT;

    /// <summary>A boolean query of all terms, scored as such; at most <see cref="BooleanQuery.MaxClauseCount"/>.</summary>
    public static readonly RewriteMethod SCORING_BOOLEAN_QUERY_REWRITE = new BooleanRewrite();

    /// <summary>A boolean query of all terms with a constant score; at most <see cref="BooleanQuery.MaxClauseCount"/>.</summary>
    public static readonly RewriteMethod CONSTANT_SCORE_BOOLEAN_QUERY_REWRITE = new ConstantBooleanRewrite();

    /// <summary>The field.</summary>
    protected internal readonly string m_field;

    /// <summary>How primitive queries are made of the terms.</summary>
    protected RewriteMethod m_rewriteMethod = CONSTANT_SCORE_AUTO_REWRITE_DEFAULT;

    /// <summary>A query for terms of a field.</summary>
    protected MultiTermQuery(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        m_field = field;
    }

    /// <summary>The field.</summary>
    public string Field => m_field;

    /// <summary>How primitive queries are made of the terms. Default <see cref="CONSTANT_SCORE_AUTO_REWRITE_DEFAULT"/>.</summary>
    public virtual RewriteMethod MultiTermRewriteMethod
    {
        get => m_rewriteMethod;
        set => m_rewriteMethod = value;
    }

    /// <summary>The terms that the rule picks out of those of a segment, in order.</summary>
    public TermsEnum GetTermsEnum(Terms terms) => OpenTerms(terms);

    /// <inheritdoc/>
    public sealed override Query Rewrite(IndexReader reader) => m_rewriteMethod.Rewrite(reader, this);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj) && obj is MultiTermQuery other && m_field == other.m_field && m_rewriteMethod.Equals(other.m_rewriteMethod);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), m_field);

    internal abstract TermsEnum OpenTerms(Terms terms);

    /// <summary>A way to make primitive queries of the terms. Stateless.</summary>
    public abstract class RewriteMethod
    {
        /// <summary>For the subclasses.</summary>
        protected RewriteMethod()
        {
        }

        /// <summary>The query over the terms that a reader has.</summary>
        public abstract Query Rewrite(IndexReader reader, MultiTermQuery query);
    }

    /// <summary>A boolean query of the best terms, scored as such.</summary>
    public sealed class TopTermsScoringBooleanQueryRewrite : RewriteMethod
    {
        private readonly int size;

        /// <summary>At most <paramref name="size"/> terms, and at most <see cref="BooleanQuery.MaxClauseCount"/>.</summary>
        public TopTermsScoringBooleanQueryRewrite(int size) => this.size = size;

        /// <inheritdoc/>
        public override Query Rewrite(IndexReader reader, MultiTermQuery query)
        {
            var any = new BooleanQuery(disableCoord: true);
            foreach (ExpandedTerm term in TermExpansion.Best(reader, query, Math.Min(size, BooleanQuery.MaxClauseCount)))
                any.Add(new TermQuery(term.Term, term.States) { Boost = query.Boost * term.Boost }, Occur.SHOULD);
            return any;
        }

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is TopTermsScoringBooleanQueryRewrite other && size == other.size;

        /// <inheritdoc/>
        public override int GetHashCode() => size;
    }

    private sealed class FilterRewrite : RewriteMethod
    {
        public override Query Rewrite(IndexReader reader, MultiTermQuery query) =>
            new ConstantScoreQuery(new MultiTermQueryWrapperFilter<MultiTermQuery>(query)) { Boost = query.Boost };
    }

    private sealed class BooleanRewrite : RewriteMethod
    {
        public override Query Rewrite(IndexReader reader, MultiTermQuery query)
        {
            var any = new BooleanQuery(disableCoord: true);
            foreach (ExpandedTerm term in TermExpansion.All(reader, query, BooleanQuery.MaxClauseCount))
                any.Add(new TermQuery(term.Term, term.States) { Boost = query.Boost * term.Boost }, Occur.SHOULD);
            return any;
        }
    }

    private sealed class ConstantBooleanRewrite : RewriteMethod
    {
        public override Query Rewrite(IndexReader reader, MultiTermQuery query)
        {
            Query any = SCORING_BOOLEAN_QUERY_REWRITE.Rewrite(reader, query);
            return new ConstantScoreQuery(any) { Boost = query.Boost };
        }
    }
}
