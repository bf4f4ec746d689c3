using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>Documents that hold a term.</summary>
public class TermQuery : Query
{
    private readonly Term term;
    private readonly int docFreq;
    private readonly TermContext? states;

    /// <summary>Documents that hold <paramref name="t"/>.</summary>
    public TermQuery(Term t)
        : this(t, -1)
    {
    }

    /// <summary>The same, scored as if so many documents held the term; −1 for as many as do.</summary>
    public TermQuery(Term t, int docFreq)
    {
        ArgumentNullException.ThrowIfNull(t);
        term = t;
        this.docFreq = docFreq;
    }

    /// <summary>The same, with the places of the term in the segments of a reader known already.</summary>
    public TermQuery(Term t, TermContext states)
        : this(t, states.DocFreq) => this.states = states;

    /// <summary>The term.</summary>
    public virtual Term Term => term;

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher)
    {
        IndexReaderContext context = searcher.TopReaderContext;
        TermContext found = states != null && states.TopReaderContext == context ? states : TermContext.Build(context, term);
        return new TermWeight(this, searcher, found, docFreq);
    }

    /// <inheritdoc/>
    public override void ExtractTerms(ISet<Term> terms) => terms.Add(term);

    /// <inheritdoc/>
    public override string ToString(string? field) => FieldPrefix(term.Field, field) + term.Text + BoostSuffix;

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is TermQuery other && Boost.Equals(other.Boost) && term.Equals(other.term);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Boost, term);
}

/// <summary>The weight of a <see cref="TermQuery"/>.</summary>
internal sealed class TermWeight : Weight
{
    private readonly TermQuery query;
    private readonly Similarity similarity;
    private readonly Similarity.SimWeight stats;
    private readonly TermContext states;

    public TermWeight(TermQuery query, IndexSearcher searcher, TermContext states, int docFreq)
    {
        this.query = query;
        this.states = states;
        similarity = searcher.Similarity;
        TermStatistics term = searcher.TermStatistics(query.Term, states);
        if (docFreq >= 0)
            term = new TermStatistics(term.Term, docFreq, term.TotalTermFreq);
        stats = similarity.ComputeWeight(query.Boost, searcher.CollectionStatistics(query.Term.Field), term);
    }

    public override Query Query => query;

    public override float GetValueForNormalization() => stats.GetValueForNormalization();

    public override void Normalize(float norm, float topLevelBoost) => stats.Normalize(norm, topLevelBoost);

    public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs) =>
        OpenPostings(context) is { } postings ? new TermScorer(this, postings.Blocks, postings.Similarity, acceptDocs) : null;

    public override BulkScorer? GetBulkScorer(AtomicReaderContext context, bool scoreDocsInOrder, IBits? acceptDocs) =>
        OpenPostings(context) is { } postings ? new TermBulkScorer(postings, acceptDocs) : null;

    public override Explanation Explain(AtomicReaderContext context, int doc)
    {
        Scorer? scorer = GetScorer(context, null);
        if (scorer == null || scorer.Advance(doc) != doc)
            return NoMatch("no matching term");
        float freq = scorer.Freq;
        Explanation score = similarity.GetSimScorer(stats, context).Explain(doc, new Explanation(freq, $"termFreq={ScoreText.Of(freq)}"));
        var result = new ComplexExplanation(true, score.Value, $"weight({query} in {doc}) [{similarity.GetType().Name}], result of:");
        result.AddDetail(score);
        return result;
    }

    /// <summary>The term's postings in a segment and how to score them; null where the segment does not hold the term.</summary>
    public TermPostings? OpenPostings(AtomicReaderContext context) =>
        Open(context, DocsFlags.FREQS) is { } blocks ? new TermPostings(blocks, similarity.GetSimScorer(stats, context)) : null;

    /// <summary>The term's documents in a segment, without frequencies; null where the segment does not hold the term.</summary>
    public PostingsBlocks? OpenDocuments(AtomicReaderContext context) => Open(context, DocsFlags.NONE);

    private PostingsBlocks? Open(AtomicReaderContext context, DocsFlags flags)
    {
        TermState? state = states.Get(context.Ord);
        return state == null ? null : PostingsBlocks.Of(context.AtomicReader.GetTerms(query.Term.Field)!, query.Term.Bytes, state, flags);
    }
}

/// <summary>The postings of a term in one segment and how to score them.</summary>
internal sealed record TermPostings(PostingsBlocks Blocks, Similarity.SimScorer Similarity);
