namespace PolicySearch.Search.Querying.Facets;

/// <summary>Makes of counts by ordinal what a user reads.</summary>
internal static class FacetSummary
{
    /// <summary>
    /// The most frequent values, at most <paramref name="size"/>, equal ones by name; then selected values that are not among them; documents without a
    /// value last.
    /// </summary>
    public static Facet Of(FacetColumn column, int size)
    {
        FacetValues values = column.Values;
        int[] counts = column.Counts.ToArray();
        int[] present = [.. Enumerable.Range(0, counts.Length).Where(ordinal => counts[ordinal] > 0)];
        Array.Sort(present, (a, b) => counts[a] != counts[b] ? counts[b].CompareTo(counts[a]) : string.CompareOrdinal(values[a], values[b]));
        var selected = new HashSet<string>(column.Filter?.Selected ?? [], StringComparer.Ordinal);
        var result = new List<FacetValue>();
        foreach (int ordinal in present.Where((ordinal, rank) => rank < size || selected.Contains(values[ordinal])))
            result.Add(Value(values[ordinal], values.ParentOf(ordinal), counts[ordinal], selected.Contains(values[ordinal])));
        AddSelectedWithoutHits(result, selected, values);
        if (column.Unlabelled > 0 || selected.Contains(SearchRequest.Unlabelled))
            result.Add(Value(SearchRequest.Unlabelled, null, column.Unlabelled, selected.Contains(SearchRequest.Unlabelled)));
        return new(values.Facet, result, present.Length);
    }

    private static void AddSelectedWithoutHits(List<FacetValue> result, HashSet<string> selected, FacetValues values)
    {
        var listed = result.Select(value => value.Value).ToHashSet(StringComparer.Ordinal);
        foreach (string value in selected.Where(value => !listed.Contains(value) && value != SearchRequest.Unlabelled).Order(StringComparer.Ordinal))
        {
            int ordinal = values.OrdinalOf(value);
            result.Add(Value(value, ordinal < 0 ? null : values.ParentOf(ordinal), 0, selected: true));
        }
    }

    private static FacetValue Value(string value, string? parent, int count, bool selected) =>
        new(value, value[(value.LastIndexOf('/') + 1)..], parent, count, selected);
}
