using System.Diagnostics;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Similar;

/// <summary>
/// One comparison of a document with an index: telling words and similar passages find candidates in one pass, which also counts the facets; the best are
/// read and compared closely, near-identical ones collapse into one; the others follow them in the order of the pass. For one search.
/// </summary>
internal sealed class SimilarDocuments(SearchedState state)
{
    private const int WordsForPassages = 16;
    private const int MaxPassages = 40;

    // A passage must say this much of what those words say.
    private const double LeastPassageShare = 0.3;

    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>Compares.</summary>
    /// <param name="document">The document.</param>
    /// <param name="ownId">Its id when the index holds it, else null.</param>
    /// <param name="within">Filters, dates, page, size and facet size.</param>
    public SimilarResponse Find(PolicyDocument document, string? ownId, SearchRequest within)
    {
        PolicyDocument draft = Shortened(document);
        (DraftTerms words, DraftWording wording) = state.Read(draft, ownId != null);
        IReadOnlyList<DraftTerm> terms = words.Top;
        SimilarQuery query = SimilarQuery.Of(draft, terms, SimilarPassages(terms, wording), state.Documents.IndexReader.NumDocs, ownId);
        int end = (int)Math.Min(int.MaxValue - SimilarResponse.MaxRanked, (long)within.Page * within.Size), start = end - within.Size;
        SearchRequest best = within with { Page = 1, Size = SimilarResponse.MaxRanked + end };
        SearchPass pass = SearchPass.Run(state.Documents, query.Query, best, SortOrder.Relevance, state.Cancellation, (float)(query.SelfScore * SimilarQuery.LeastShare));
        var reasons = new SimilarityReasons(draft, terms, wording);
        List<(Candidate Leader, List<Candidate> Copies)> groups = NearIdentical.Group(Rank(pass.Hits.Take(SimilarResponse.MaxRanked), reasons, query));
        IEnumerable<RankedDoc> others = pass.Hits.Skip(SimilarResponse.MaxRanked + Math.Max(0, start - groups.Count)).Take(end - Math.Max(start, groups.Count));
        var page = groups.Skip(start).Take(within.Size).Concat(Compared(others, reasons, query).Select(alone => (Leader: alone, Copies: new List<Candidate>())));
        var pairs = new PassagePairs(draft, terms, wording);
        HashSet<uint> own = new Candidate(draft, 1).Hashes;
        return new()
        {
            Total = pass.Total,
            Entries = groups.Count + Math.Max(0, pass.Total - SimilarResponse.MaxRanked),
            Page = within.Page,
            Size = within.Size,
            Hits = [.. page.Select(group => Hit(group.Leader, group.Copies, pairs, own))],
            Facets = pass.Facets,
            Compared = Facts(draft),
            Terms = [.. terms.Select(term => term.Text)],
            Notices = [.. NoticesFor(document, terms)],
            Took = clock.Elapsed,
        };
    }

    private static PolicyDocument Shortened(PolicyDocument document)
    {
        const int most = SimilarResponse.MaxTextLength;
        return document.Body.Length <= most ? document : document with { Body = document.Body[..most], Paragraphs = [.. document.Paragraphs.Where(paragraph => paragraph.End <= most)] };
    }

    private static IEnumerable<string> NoticesFor(PolicyDocument document, IReadOnlyList<DraftTerm> terms)
    {
        if (document.Body.Length > SimilarResponse.MaxTextLength)
            yield return $"文字过长，只比对了前 {SimilarResponse.MaxTextLength} 个字符。";
        if (terms.Count == 0)
            yield return "没有找到能说明主题的词语：文字太短，或者都是各类公文通用的语句。";
    }

    private List<PassageRef> SimilarPassages(IReadOnlyList<DraftTerm> terms, DraftWording wording)
    {
        var finder = state.Finder;
        List<PassageRef> found = finder.ByWording(wording, MaxPassages);
        DraftTerm[] words = [.. terms.Take(WordsForPassages)];
        double whole = words.Sum(term => term.Idf);
        found.AddRange(finder.ByWords(words.Select(term => (term.Text, 1f)), MaxPassages).Where(passage => passage.Weight >= LeastPassageShare * whole));
        return found;
    }

    private List<Candidate> Rank(IEnumerable<RankedDoc> hits, SimilarityReasons reasons, SimilarQuery query) =>
        [.. Compared(hits, reasons, query).OrderByDescending(candidate => candidate.Similarity).ThenBy(candidate => candidate.Document.Id, StringComparer.Ordinal)];

    private IEnumerable<Candidate> Compared(IEnumerable<RankedDoc> hits, SimilarityReasons reasons, SimilarQuery query)
    {
        foreach (RankedDoc hit in hits)
        {
            state.Cancellation.ThrowIfCancellationRequested();
            var candidate = new Candidate(StoredDocument.ReadWhole(state.Documents.Doc(hit.Doc)), query.SelfScore > 0 ? Math.Min(1, hit.Key / query.SelfScore) : 0);
            reasons.Compare(candidate);
            yield return candidate;
        }
    }

    private static SimilarHit Hit(Candidate leader, List<Candidate> copies, PassagePairs pairs, HashSet<uint> own) => new(
        leader.Similarity, NearIdentical.Are(own, leader.Hashes), Facts(leader.Document), leader.Reasons, pairs.Choose(leader), [.. copies.Select(copy => Facts(copy.Document))]);

    // What points into the body goes with it.
    private static PolicyDocument Facts(PolicyDocument document) => document with { Body = "", Paragraphs = [], Figures = [] };
}
