using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Passages;

/// <summary>Finds passages by wording and by words. For one search; costs time in proportion to the postings of what is rare.</summary>
internal sealed class PassageFinder(IndexSearcher passages, CancellationToken cancellation)
{
    /// <summary>The passages that share most of the rare wording of a draft, best first.</summary>
    public List<PassageRef> ByWording(DraftWording draft, int most)
    {
        var best = new List<PassageRef>();
        DraftShingle[] telling = [.. draft.Shingles.Where(shingle => shingle.Weight > 0).DistinctBy(shingle => shingle.Hash)];
        if (telling.Length == 0)
            return best;
        foreach (AtomicReaderContext leaf in passages.IndexReader.Leaves)
        {
            cancellation.ThrowIfCancellationRequested();
            Dictionary<int, double> weights = WeighSegment(leaf.AtomicReader, telling);
            var values = new PassageValues(leaf.AtomicReader);
            best.AddRange(weights.OrderByDescending(found => found.Value).ThenBy(found => found.Key).Take(most).Select(found => values.Read(found.Key, found.Value)));
        }
        return [.. best.OrderByDescending(found => found.Weight).ThenBy(found => (ulong)found.Parent).ThenBy(found => found.Start).Take(most)];
    }

    /// <summary>The passages that say most of what some words say, best first.</summary>
    public List<PassageRef> ByWords(IEnumerable<(string Word, float Boost)> words, int most)
    {
        var any = new BooleanQuery();
        foreach ((string word, float boost) in words)
            any.Add(new TermQuery(new Term(PassageSchema.Words, word)) { Boost = boost }, Occur.SHOULD);
        if (any.Clauses.Count == 0)
            return [];
        return [.. passages.Search(any, most).ScoreDocs.Select(found => Read(found.Doc, found.Score))];
    }

    private static Dictionary<int, double> WeighSegment(AtomicReader leaf, DraftShingle[] telling)
    {
        var weights = new Dictionary<int, double>();
        if (leaf.GetTerms(PassageSchema.Shingle) is not { } terms)
            return weights;
        TermsEnum each = terms.GetEnumerator();
        DocsEnum? docs = null;
        foreach (DraftShingle shingle in telling)
        {
            if (!each.SeekExact(new Lucene.Net.Util.BytesRef(Shingles.Term(shingle.Hash))))
                continue;
            docs = each.Docs(leaf.LiveDocs, docs!, DocsFlags.NONE);
            for (int doc = docs!.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                weights[doc] = weights.GetValueOrDefault(doc) + shingle.Weight;
        }
        return weights;
    }

    private PassageRef Read(int doc, double weight)
    {
        IList<AtomicReaderContext> leaves = passages.IndexReader.Leaves;
        AtomicReaderContext leaf = leaves[ReaderUtil.SubIndex(doc, leaves)];
        return new PassageValues(leaf.AtomicReader).Read(doc - leaf.DocBase, weight);
    }

    /// <summary>The values of one segment.</summary>
    private readonly struct PassageValues(AtomicReader leaf)
    {
        private readonly NumericDocValues? parents = leaf.GetNumericDocValues(PassageSchema.Parent);
        private readonly NumericDocValues? places = leaf.GetNumericDocValues(PassageSchema.Place);
        private readonly NumericDocValues? dates = leaf.GetNumericDocValues(PolicySchema.Date);

        public PassageRef Read(int doc, double weight)
        {
            (int start, int length) = PassageSchema.UnpackPlace(places?.Get(doc) ?? 0);
            return new(parents?.Get(doc) ?? 0, start, length, (int)(dates?.Get(doc) ?? 0), weight);
        }
    }
}
