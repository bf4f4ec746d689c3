namespace PolicySearch.Search.Querying.Facets;

/// <summary>
/// The values of one facet that a request lets through, as ordinals of one reader. Values that the reader does not have let nothing through.
/// Immutable.
/// </summary>
internal sealed class FacetFilter
{
    private readonly HashSet<int> ordinals;

    /// <summary>Resolves a filter's values.</summary>
    public FacetFilter(FacetValues facet, IReadOnlyList<string> values)
    {
        Facet = facet.Facet;
        // A policy's former id stands for the present one.
        Selected = [.. values.Select(value => facet.OrdinalOf(value) is >= 0 and var ordinal ? facet[ordinal] : value).Distinct(StringComparer.Ordinal)];
        ordinals = [.. Selected.Select(facet.OrdinalOf).Where(ordinal => ordinal >= 0)];
        AdmitsUnlabelled = Selected.Contains(SearchRequest.Unlabelled);
    }

    /// <summary>Which facet.</summary>
    public FacetField Facet { get; }

    /// <summary>The values asked for.</summary>
    public IReadOnlyList<string> Selected { get; }

    /// <summary>Whether documents without a value pass.</summary>
    public bool AdmitsUnlabelled { get; }

    /// <summary>For a segment's ordinals, shifted by one so that 0 stands for "no value": whether they pass.</summary>
    public bool[] ForSegment(int[] ordinalsOfSegment)
    {
        var admitted = new bool[ordinalsOfSegment.Length + 1];
        admitted[0] = AdmitsUnlabelled;
        for (int i = 0; i < ordinalsOfSegment.Length; i++)
            admitted[i + 1] = ordinals.Contains(ordinalsOfSegment[i]);
        return admitted;
    }
}
