using Lucene.Net.Index;

namespace PolicySearch.Search.Querying.Facets;

/// <summary>
/// One facet during one search: tells whether its filter lets a document through, counts the values of documents. Moves from segment to segment; for one thread.
/// </summary>
internal sealed class FacetColumn(FacetValues values, FacetFilter? filter)
{
    private readonly int[] totals = new int[values.Count];
    private int unlabelled;

    // Of the segment at hand. Ordinals are shifted by one: 0 stands for "no value".
    private FacetOrdinals? ordinals;
    private int[] counts = [0];
    private bool[]? admitted;
    private int segment = -1;

    /// <summary>Whether the request filters by this facet.</summary>
    public bool IsFiltered => filter != null;

    /// <summary>The filter, or null.</summary>
    public FacetFilter? Filter => filter;

    /// <summary>The facet's values.</summary>
    public FacetValues Values => values;

    /// <summary>Documents counted that have no value. Complete after <see cref="Finish"/>.</summary>
    public int Unlabelled => unlabelled;

    /// <summary>Documents counted, by ordinal of the whole reader. Complete after <see cref="Finish"/>.</summary>
    public ReadOnlySpan<int> Counts => totals;

    /// <summary>Moves to a segment.</summary>
    public void SetSegment(AtomicReaderContext context)
    {
        Finish();
        segment = context.Ord;
        ordinals = values.OrdinalsOf(context);
        int[] map = values.OfSegment(segment);
        counts = new int[map.Length + 1];
        admitted = filter?.ForSegment(map);
    }

    /// <summary>Whether the filter lets a document of the segment through; true without a filter.</summary>
    public bool Admits(int doc) => admitted == null || ordinals!.Admits(doc, admitted);

    /// <summary>Counts the values of documents of the segment.</summary>
    public void Count(ReadOnlySpan<int> docs) => ordinals!.Count(docs, counts);

    /// <summary>Adds up the segment at hand.</summary>
    public void Finish()
    {
        if (segment < 0)
            return;
        int[] map = values.OfSegment(segment);
        unlabelled += counts[0];
        for (int i = 0; i < map.Length; i++)
            totals[map[i]] += counts[i + 1];
        segment = -1;
    }
}
