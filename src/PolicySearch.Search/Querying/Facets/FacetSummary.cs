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
        ReadOnlySpan<int> counts = column.Counts;
        var selected = new HashSet<string>(column.Filter?.Selected ?? [], StringComparer.Ordinal);
        var result = new List<FacetValue>();
        foreach (int ordinal in MostFrequent(values, counts, size, selected))
            result.Add(Value(values[ordinal], values.LabelOf(ordinal), values.ParentOf(ordinal), counts[ordinal], selected.Contains(values[ordinal])));
        if (selected.Count > 0)
            AddSelectedWithoutHits(result, selected, values);
        if (column.Unlabelled > 0 || selected.Contains(SearchRequest.Unlabelled))
            result.Add(Value(SearchRequest.Unlabelled, SearchRequest.Unlabelled, null, column.Unlabelled, selected.Contains(SearchRequest.Unlabelled)));
        return new(values.Facet, result, Distinct(counts));
    }

    /// <summary>The most frequent values and all selected ones that occur, in order. Only those are kept on the way: there may be many more values.</summary>
    private static int[] MostFrequent(FacetValues values, ReadOnlySpan<int> counts, int size, HashSet<string> selected)
    {
        // Ordered worst first, so that the worst of those kept is at hand.
        var order = Comparer<(int Ordinal, int Count)>.Create((a, b) =>
            a.Count != b.Count ? a.Count.CompareTo(b.Count) : string.CompareOrdinal(values[b.Ordinal], values[a.Ordinal]));
        var best = new PriorityQueue<int, (int Ordinal, int Count)>(order);
        var kept = new List<int>();
        for (int ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] == 0)
                continue;
            if (best.Count < size)
                best.Enqueue(ordinal, (ordinal, counts[ordinal]));
            else if (counts[ordinal] >= counts[best.Peek()])
                KeepIfSelected(best.EnqueueDequeue(ordinal, (ordinal, counts[ordinal])));
            else
                KeepIfSelected(ordinal);
        }
        kept.AddRange(best.UnorderedItems.Select(item => item.Element));
        (int Ordinal, int Count)[] sorted = new (int, int)[kept.Count];
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = (kept[i], counts[kept[i]]);
        Array.Sort(sorted, (a, b) => order.Compare(b, a));
        return [.. sorted.Select(one => one.Ordinal)];

        void KeepIfSelected(int ordinal)
        {
            if (selected.Count > 0 && selected.Contains(values[ordinal]))
                kept.Add(ordinal);
        }
    }

    private static int Distinct(ReadOnlySpan<int> counts) => counts.Length - counts.Count(0);

    private static void AddSelectedWithoutHits(List<FacetValue> result, HashSet<string> selected, FacetValues values)
    {
        var listed = result.Select(value => value.Value).ToHashSet(StringComparer.Ordinal);
        foreach (string value in selected.Where(value => !listed.Contains(value) && value != SearchRequest.Unlabelled).Order(StringComparer.Ordinal))
        {
            int ordinal = values.OrdinalOf(value);
            result.Add(Value(value, ordinal < 0 ? value[(value.LastIndexOf('/') + 1)..] : values.LabelOf(ordinal), ordinal < 0 ? null : values.ParentOf(ordinal), 0, selected: true));
        }
    }

    private static FacetValue Value(string value, string label, string? parent, int count, bool selected) => new(value, label, parent, count, selected);
}
