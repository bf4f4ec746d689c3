using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicySearch.Documents;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Similar;

/// <summary>What to ask the index for a draft, and how much of it a document must have.</summary>
/// <param name="Query">The words, the cited 文号, and the documents whose passages are similar, any of them.</param>
/// <param name="SelfScore">About what the draft itself would score, and no less than so many of the rarest words would: who says little is not very similar to anybody.</param>
internal sealed record SimilarQuery(Query Query, double SelfScore)
{
    /// <summary>Part of <see cref="SelfScore"/> that a document must reach to be called similar.</summary>
    public const double LeastShare = 0.12;

    // BM25's default k1; a word of a text of average length that occurs f times scores idf · f(k1 + 1)/(f + k1).
    private const double K1 = 1.2;
    private const float TitleBoost = 0.4f;
    private const float PolicyBoost = 0.5f;
    private const int MaxPolicies = 20;
    private const int FewestWords = 8;

    /// <summary>Puts the query together.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="terms">Its telling words.</param>
    /// <param name="passages">Passages of the index that are similar to some of the draft's.</param>
    /// <param name="documents">How many documents the index holds.</param>
    /// <param name="ownId">Id of the draft when it is in the index: it is left out; else null.</param>
    public static SimilarQuery Of(PolicyDocument draft, IReadOnlyList<DraftTerm> terms, IEnumerable<PassageRef> passages, int documents, string? ownId)
    {
        double least = FewestWords * Math.Log(1 + documents / 1.5);
        double self = Math.Max(least, terms.Sum(term => term.Idf * Boost(term) * term.Frequency * (K1 + 1) / (term.Frequency + K1)));
        var query = new BooleanQuery();
        foreach (DraftTerm term in terms)
        {
            query.Add(new TermQuery(new Term(PolicySchema.Body, term.Text)) { Boost = Boost(term) }, Occur.SHOULD);
            if (term.InTitle)
                query.Add(new TermQuery(new Term(PolicySchema.Title, term.Text)) { Boost = TitleBoost }, Occur.SHOULD);
        }
        foreach (string number in draft.Citations.Select(citation => citation.DocumentNumber).OfType<string>().Distinct().Take(MaxPolicies))
            query.Add(new TermQuery(new Term(PolicySchema.MentionedNumber, CharacterFolding.Fold(number))) { Boost = PolicyBoost }, Occur.SHOULD);
        // Enough to be looked at; how similar it is, is decided then.
        foreach (long parent in passages.Select(passage => passage.Parent).Distinct())
            query.Add(new ConstantScoreQuery(new TermQuery(new Term(PolicySchema.Id, PolicySchema.IdText(parent)))) { Boost = (float)Math.Max(1, self * LeastShare) }, Occur.SHOULD);
        if (ownId != null)
            query.Add(new TermQuery(new Term(PolicySchema.Id, ownId)), Occur.MUST_NOT);
        return new(query, self);
    }

    private static float Boost(DraftTerm term) => (float)(1 + Math.Log(term.Frequency));
}
