using Lucene.Net.Index;
using Lucene.Net.Search;
using PolicySearch.Search.Querying.Facets;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying;

/// <summary>
/// One pass over the documents that match a query: those that pass every filter are hits, ranked and counted in all facets; those that fail the filter of
/// one facet alone are counted in that facet, so that its counts ignore its own filter. Costs time in proportion to the matches; for one search.
/// Disposing gives back what it collects in.
/// </summary>
internal sealed class HitCollector : ICollector, IDisposable
{
    private const int CancellationInterval = 1 << 12;

    // Whether every match is a hit, ranked by its score: then nothing but the score is asked of it.
    private readonly bool takesAll;

    private readonly FacetColumn[] columns;
    private readonly FacetColumn[] filtered;
    private readonly TopHits top;
    private readonly SortOrder sort;
    private readonly DateWindow window;
    private readonly CancellationToken cancellation;
    private readonly float leastScore;
    private readonly bool readsDates;
    private readonly HitBatch batch;
    private NumericDocValues? dates;
    private NumericDocValues? ids;
    private Scorer? scorer;
    private int docBase;
    private int seen;

    // With this key or a lower one a hit cannot get among the best; not a number, to which nothing compares, while any may. Only ids break a tie.
    private double bar = double.NaN;

    /// <summary>A collector for one request.</summary>
    /// <param name="columns">All facets.</param>
    /// <param name="top">Takes the hits.</param>
    /// <param name="sort">Their order; <see cref="SortOrder.Relevance"/> needs scores.</param>
    /// <param name="request">For its dates.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <param name="leastScore">Documents that score less are passed over; 0 takes all.</param>
    public HitCollector(FacetColumn[] columns, TopHits top, SortOrder sort, SearchRequest request, CancellationToken cancellation, float leastScore = 0)
    {
        this.leastScore = leastScore;
        this.columns = columns;
        this.top = top;
        this.sort = sort;
        this.cancellation = cancellation;
        batch = new HitBatch(columns);
        filtered = [.. columns.Where(column => column.IsFiltered)];
        window = DateWindow.Of(request);
        readsDates = !window.IsOpen || sort != SortOrder.Relevance;
        takesAll = !readsDates && filtered.Length == 0 && leastScore <= 0;
    }

    /// <summary>Documents that pass every filter. Complete after <see cref="Finish"/>.</summary>
    public int Total => batch.Total;

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => false;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context)
    {
        batch.SetSegment(context.AtomicReader.MaxDoc);
        docBase = context.DocBase;
        dates = readsDates ? context.AtomicReader.GetNumericDocValues(PolicySchema.Date) : null;
        ids = context.AtomicReader.GetNumericDocValues(PolicySchema.IdOrder);
        RaiseBar();
        foreach (FacetColumn column in columns)
            column.SetSegment(context);
    }

    /// <inheritdoc/>
    public void Collect(int doc)
    {
        if (!takesAll)
        {
            CollectFiltered(doc);
            return;
        }
        AddToBatch(doc);
        float score = scorer!.GetScore();
        if (!(score <= bar))
            Rank(doc, score);
    }

    /// <summary>Adds up the last segment. Call once, after the search.</summary>
    public void Finish()
    {
        batch.Flush();
        foreach (FacetColumn column in columns)
            column.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => batch.Dispose();

    private void CollectFiltered(int doc)
    {
        if (++seen % CancellationInterval == 0)
            cancellation.ThrowIfCancellationRequested();
        if (leastScore > 0 && scorer!.GetScore() < leastScore)
            return;
        long date = dates?.Get(doc) ?? 0;
        if (!window.Admits(date))
            return;
        FacetColumn? failed = null;
        foreach (FacetColumn column in filtered)
        {
            if (column.Admits(doc))
                continue;
            if (failed != null)
                return;
            failed = column;
        }
        if (failed != null)
            failed.Count(new ReadOnlySpan<int>(in doc));
        else
            TakeHit(doc, date);
    }

    private void TakeHit(int doc, long date)
    {
        AddToBatch(doc);
        double key = sort switch
        {
            SortOrder.Relevance => scorer!.GetScore(),
            SortOrder.DateDescending => date,
            _ => date == 0 ? double.NegativeInfinity : -date,
        };
        if (!(key <= bar))
            Rank(doc, key);
    }

    private void Rank(int doc, double key)
    {
        top.Add(new(key, (ulong)(ids?.Get(doc) ?? 0), docBase + doc));
        RaiseBar();
    }

    private void RaiseBar()
    {
        double least = top.LeastKey;
        bar = double.IsNegativeInfinity(least) ? double.NaN : ids == null ? least : Math.BitDecrement(least);
    }

    private void AddToBatch(int doc)
    {
        if (batch.Add(doc))
            cancellation.ThrowIfCancellationRequested();
    }
}
