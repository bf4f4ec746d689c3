using Lucene.Net.Index;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying.Facets;

/// <summary>
/// One facet during one search: reads a document's values, tells whether its filter lets them through, counts them. Moves from segment to segment;
/// for one thread.
/// </summary>
internal sealed class FacetColumn(FacetValues values, FacetFilter? filter)
{
    private readonly int[] totals = new int[values.Count];
    private int unlabelled;

    // Of the segment at hand. Ordinals are shifted by one: 0 stands for "no value".
    private SortedDocValues? single;
    private SortedSetDocValues? sets;
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
        string name = PolicySchema.FacetName(values.Facet);
        bool multiValued = PolicySchema.IsMultiValued(values.Facet);
        single = multiValued ? null : context.AtomicReader.GetSortedDocValues(name);
        sets = multiValued ? context.AtomicReader.GetSortedSetDocValues(name) : null;
        int[] map = values.OfSegment(segment);
        counts = new int[map.Length + 1];
        admitted = filter?.ForSegment(map);
    }

    /// <summary>Whether the filter lets a document of the segment through; true without a filter.</summary>
    public bool Admits(int doc)
    {
        if (admitted == null)
            return true;
        if (sets == null)
            return admitted[single == null ? 0 : single.GetOrd(doc) + 1];
        sets.SetDocument(doc);
        long ordinal = sets.NextOrd();
        if (ordinal == SortedSetDocValues.NO_MORE_ORDS)
            return admitted[0];
        for (; ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = sets.NextOrd())
        {
            if (admitted[ordinal + 1])
                return true;
        }
        return false;
    }

    /// <summary>Counts a document's values.</summary>
    public void Count(int doc)
    {
        if (sets == null)
        {
            counts[single == null ? 0 : single.GetOrd(doc) + 1]++;
            return;
        }
        sets.SetDocument(doc);
        long ordinal = sets.NextOrd();
        if (ordinal == SortedSetDocValues.NO_MORE_ORDS)
            counts[0]++;
        for (; ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = sets.NextOrd())
            counts[ordinal + 1]++;
    }

    /// <summary>Adds up the segment at hand.</summary>
    public void Finish()
    {
        if (segment < 0)
            return;
        int[] map = values.OfSegment(segment);
        unlabelled += counts[0];
        for (int i = 0; i < map.Length; i++)
            totals[map[i]] += counts[i + 1];
        counts = [0];
        segment = -1;
    }
}
