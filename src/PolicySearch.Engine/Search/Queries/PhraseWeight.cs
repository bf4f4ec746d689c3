using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>The weight of a phrase, with one term or a choice of terms at each place.</summary>
internal sealed class PhraseWeight : Weight
{
    private readonly Query query;
    private readonly Term[][] terms;
    private readonly int[] offsets;
    private readonly int leadingGap;
    private readonly int slop;
    private readonly TermContext[][] states;
    private readonly Similarity similarity;
    private readonly Similarity.SimWeight stats;

    public PhraseWeight(Query query, IndexSearcher searcher, Term[][] terms, int[] positions, int slop)
    {
        this.query = query;
        this.terms = terms;
        this.slop = slop;
        // Places are relative: from the first term on, so that positions minus offsets cannot overflow.
        offsets = Array.ConvertAll(positions, p => p - positions[0]);
        leadingGap = positions[0];
        similarity = searcher.Similarity;
        states = Array.ConvertAll(terms, choice => Array.ConvertAll(choice, t => TermContext.Build(searcher.TopReaderContext, t)));
        stats = similarity.ComputeWeight(query.Boost, searcher.CollectionStatistics(Field), Statistics(searcher));
    }

    public override Query Query => query;

    private string Field => terms[0][0].Field;

    public override float GetValueForNormalization() => stats.GetValueForNormalization();

    public override void Normalize(float norm, float topLevelBoost) => stats.Normalize(norm, topLevelBoost);

    public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
    {
        Terms? ofField = context.AtomicReader.GetTerms(Field);
        if (ofField == null)
            return null;
        if (!ofField.HasPositions)
            throw new InvalidOperationException($"field \"{Field}\" was indexed without positions; a phrase cannot be searched in it ({query})");
        var places = new PhrasePlace[terms.Length];
        TermsEnum? reuse = null;
        for (int i = 0; i < terms.Length; i++)
        {
            reuse = ofField.GetEnumerator(reuse);
            if (Open(i, context, reuse, acceptDocs) is not { } place)
                return null;
            places[i] = place;
        }
        Similarity.SimScorer scoring = similarity.GetSimScorer(stats, context);
        return slop == 0 ? new ExactPhraseScorer(this, places, leadingGap, scoring) : new SloppyPhraseScorer(this, places, slop, scoring);
    }

    public override BulkScorer? GetBulkScorer(AtomicReaderContext context, bool scoreDocsInOrder, IBits? acceptDocs)
    {
        bool isPlain = slop == 0 && terms.Length > 1 && Array.TrueForAll(terms, choice => choice.Length == 1);
        if (!isPlain || context.AtomicReader.GetTerms(Field) is not BlockTreeTerms { HasPositions: true } ofField)
            return base.GetBulkScorer(context, scoreDocsInOrder, acceptDocs);
        var opened = new PhraseTerm[terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            if (states[i][0].Get(context.Ord) is not BlockTermState state)
                return null;
            PostingsReader reader = ofField.Reader.Postings;
            opened[i] = new PhraseTerm(reader, reader.RentPositions(ofField.Field, state.Location), offsets[i]);
        }
        return new PhraseBulkScorer(opened, leadingGap, similarity.GetSimScorer(stats, context), acceptDocs);
    }

    public override Explanation Explain(AtomicReaderContext context, int doc)
    {
        Scorer? scorer = GetScorer(context, null);
        if (scorer == null || scorer.Advance(doc) != doc)
            return NoMatch("no matching term");
        float freq = ((IPhraseFrequency)scorer).PhraseFreq;
        Explanation score = similarity.GetSimScorer(stats, context).Explain(doc, new Explanation(freq, $"phraseFreq={ScoreText.Of(freq)}"));
        var result = new ComplexExplanation(true, score.Value, $"weight({query} in {doc}) [{similarity.GetType().Name}], result of:");
        result.AddDetail(score);
        return result;
    }

    private TermStatistics[] Statistics(IndexSearcher searcher)
    {
        var all = new List<TermStatistics>();
        for (int i = 0; i < terms.Length; i++)
        {
            for (int j = 0; j < terms[i].Length; j++)
                all.Add(searcher.TermStatistics(terms[i][j], states[i][j]));
        }
        return all.ToArray();
    }

    /// <summary>The postings of one place; null when the segment holds none of its terms.</summary>
    private PhrasePlace? Open(int place, AtomicReaderContext context, TermsEnum termsEnum, IBits? acceptDocs)
    {
        var postings = new List<DocsAndPositionsEnum>();
        long cost = 0;
        for (int j = 0; j < terms[place].Length; j++)
        {
            if (states[place][j].Get(context.Ord) is not { } state)
                continue;
            termsEnum.SeekExact(terms[place][j].Bytes, state);
            cost += termsEnum.DocFreq;
            postings.Add(termsEnum.DocsAndPositions(acceptDocs, null, DocsAndPositionsFlags.NONE)!);
        }
        if (postings.Count == 0)
            return null;
        DocsAndPositionsEnum any = postings.Count == 1 ? postings[0] : new UnionPositions(postings);
        return new PhrasePlace(any, offsets[place], terms[place], cost);
    }
}

/// <summary>One place of a phrase: its postings, how far it is from the first place, its terms, and how many documents hold them.</summary>
internal sealed record PhrasePlace(DocsAndPositionsEnum Postings, int Offset, Term[] Terms, long Cost);

/// <summary>A scorer that knows how often the phrase occurs in the current document.</summary>
internal interface IPhraseFrequency
{
    float PhraseFreq { get; }
}
