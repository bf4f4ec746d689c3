namespace Lucene.Net.Search;

/// <summary>The best hits of a search.</summary>
public class TopDocs
{
    /// <summary>Hits, best first.</summary>
    /// <param name="totalHits">How many documents match.</param>
    /// <param name="scoreDocs">The hits.</param>
    /// <param name="maxScore">The best score; NaN when it was not looked for.</param>
    public TopDocs(int totalHits, ScoreDoc[] scoreDocs, float maxScore)
    {
        TotalHits = totalHits;
        ScoreDocs = scoreDocs;
        MaxScore = maxScore;
    }

    /// <summary>The best score; NaN when it was not looked for.</summary>
    public virtual float MaxScore { get; set; }

    /// <summary>The hits, best first.</summary>
    public ScoreDoc[] ScoreDocs { get; set; }

    /// <summary>How many documents match.</summary>
    public int TotalHits { get; set; }

    /// <summary>The best <paramref name="topN"/> hits of several indexes.</summary>
    public static TopDocs Merge(Sort? sort, int topN, TopDocs[] shardHits) => Merge(sort, 0, topN, shardHits);

    /// <summary>
    /// The hits from <paramref name="start"/> of several indexes, best first; among equals the earlier index, then the earlier hit.
    /// </summary>
    /// <param name="sort">How the hits are sorted, and have <see cref="FieldDoc.Fields"/>; null for score.</param>
    /// <param name="start">Hits to leave out.</param>
    /// <param name="size">At most so many hits.</param>
    /// <param name="shardHits">The hits of each index.</param>
    public static TopDocs Merge(Sort? sort, int start, int size, TopDocs[] shardHits)
    {
        var hits = new List<ScoreDoc>();
        for (int shard = 0; shard < shardHits.Length; shard++)
        {
            foreach (ScoreDoc hit in shardHits[shard].ScoreDocs)
            {
                hit.ShardIndex = shard;
                hits.Add(hit);
            }
        }
        // OrderBy is stable, so equals keep the order of shards and of hits.
        IEnumerable<ScoreDoc> ordered = sort == null ? hits.OrderByDescending(h => h.Score) : hits.OrderBy(h => (FieldDoc)h, new FieldDocOrder(sort));
        ScoreDoc[] page = ordered.Skip(start).Take(size).ToArray();
        int total = shardHits.Sum(s => s.TotalHits);
        float max = shardHits.Where(s => s.ScoreDocs.Length > 0).Select(s => s.MaxScore).DefaultIfEmpty(float.NaN).Max();
        return sort == null ? new TopDocs(total, page, max) : new TopFieldDocs(total, page, sort.GetSort(), max);
    }

    private sealed class FieldDocOrder(Sort sort) : IComparer<FieldDoc>
    {
        private readonly SortField[] fields = sort.GetSort();
        private readonly FieldComparer[] comparers = sort.GetSort().Select((f, i) => f.GetComparer(1, i)).ToArray();

        public int Compare(FieldDoc? x, FieldDoc? y)
        {
            for (int i = 0; i < fields.Length; i++)
            {
                int order = comparers[i].CompareValues(x!.Fields![i], y!.Fields![i]);
                if (order != 0)
                    return fields[i].IsReverse ? -order : order;
            }
            return 0;
        }
    }
}

/// <summary>The best hits of a sorted search; each is a <see cref="FieldDoc"/> when values were asked for.</summary>
public class TopFieldDocs : TopDocs
{
    /// <summary>Hits in the order of <paramref name="fields"/>.</summary>
    public TopFieldDocs(int totalHits, ScoreDoc[] scoreDocs, SortField[] fields, float maxScore)
        : base(totalHits, scoreDocs, maxScore) => Fields = fields;

    /// <summary>What the hits are sorted by.</summary>
    public SortField[] Fields { get; set; }
}
