using System.Diagnostics;
using Lucene.Net.Analysis;
using Lucene.Net.Search;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Passages;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Similar;

/// <summary>
/// One comparison of a document with an index: telling words and similar passages find candidates in one pass, which also counts the facets; the best are
/// read and compared closely, near-identical ones collapse into one. For one search.
/// </summary>
internal sealed class SimilarDocuments(PolicySearcher searcher, IndexSearcher passages, Analyzer analyzer, CancellationToken cancellation)
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
        DraftTerms words = DraftTerms.Of(draft, searcher.IndexReader, analyzer, ownId != null);
        IReadOnlyList<DraftTerm> terms = words.Top;
        DraftWording wording = DraftWording.Of(draft.Body, words.Telling, passages.IndexReader, searcher.IndexReader.NumDocs, ownId != null ? 1 : 0);
        SimilarQuery query = SimilarQuery.Of(draft, terms, SimilarPassages(terms, wording), searcher.IndexReader.NumDocs, ownId);
        SearchPass pass = SearchPass.Run(searcher, query.Query, within with { Page = 1, Size = SimilarResponse.MaxRanked }, SortOrder.Relevance, cancellation, (float)(query.SelfScore * SimilarQuery.LeastShare));
        List<(Candidate Leader, List<Candidate> Copies)> groups = NearIdentical.Group(Rank(draft, terms, wording, query, pass.Hits));
        var pairs = new PassagePairs(draft, terms, wording);
        HashSet<uint> own = new Candidate(draft, 1).Hashes;
        var page = groups.Skip((int)Math.Min(int.MaxValue, (within.Page - 1L) * within.Size)).Take(within.Size);
        return new()
        {
            Total = pass.Total,
            Ranked = groups.Count,
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
        var finder = new PassageFinder(passages, cancellation);
        List<PassageRef> found = finder.ByWording(wording, MaxPassages);
        DraftTerm[] words = [.. terms.Take(WordsForPassages)];
        double whole = words.Sum(term => term.Idf);
        found.AddRange(finder.ByWords(words.Select(term => (term.Text, 1f)), MaxPassages).Where(passage => passage.Weight >= LeastPassageShare * whole));
        return found;
    }

    private List<Candidate> Rank(PolicyDocument draft, IReadOnlyList<DraftTerm> terms, DraftWording wording, SimilarQuery query, IReadOnlyList<RankedDoc> hits)
    {
        var reasons = new SimilarityReasons(draft, terms, wording);
        var candidates = new List<Candidate>();
        foreach (RankedDoc hit in hits)
        {
            cancellation.ThrowIfCancellationRequested();
            var candidate = new Candidate(StoredDocument.ReadWhole(searcher.Doc(hit.Doc)), query.SelfScore > 0 ? Math.Min(1, hit.Key / query.SelfScore) : 0);
            reasons.Compare(candidate);
            candidates.Add(candidate);
        }
        return [.. candidates.OrderByDescending(candidate => candidate.Similarity).ThenBy(candidate => candidate.Document.Id, StringComparer.Ordinal)];
    }

    private static SimilarHit Hit(Candidate leader, List<Candidate> copies, PassagePairs pairs, HashSet<uint> own) => new(
        leader.Similarity, NearIdentical.Are(own, leader.Hashes), Facts(leader.Document), leader.Reasons, pairs.Choose(leader), [.. copies.Select(copy => Facts(copy.Document))]);

    // What points into the body goes with it.
    private static PolicyDocument Facts(PolicyDocument document) => document with { Body = "", Paragraphs = [], Figures = [] };
}
