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
    private static List<int> MostFrequent(FacetValues values, ReadOnlySpan<int> counts, int size, HashSet<string> selected)
    {
        // The worst of those kept is at hand.
        var best = new PriorityQueue<int, long>(Math.Min(size, counts.Length));
        var kept = new List<(int Ordinal, long Place)>();
        for (int ordinal = NextCounted(counts, 0); ordinal < counts.Length; ordinal = NextCounted(counts, ordinal + 1))
        {
            long place = Place(values, ordinal, counts[ordinal]);
            if (best.Count < size)
                best.Enqueue(ordinal, place);
            else if (best.TryPeek(out int last, out long worst) && place > worst)
            {
                best.DequeueEnqueue(ordinal, place);
                KeepIfSelected(last, worst);
            }
            else
                KeepIfSelected(ordinal, place);
        }
        kept.AddRange(best.UnorderedItems);
        kept.Sort(static (a, b) => b.Place.CompareTo(a.Place));
        return kept.ConvertAll(static one => one.Ordinal);

        void KeepIfSelected(int ordinal, long place)
        {
            if (selected.Count > 0 && selected.Contains(values[ordinal]))
                kept.Add((ordinal, place));
        }
    }

    /// <summary>The first ordinal from one on that was counted, or the number of ordinals. Most queries count few of a facet's values.</summary>
    private static int NextCounted(ReadOnlySpan<int> counts, int from)
    {
        int next = counts[from..].IndexOfAnyExcept(0);
        return next < 0 ? counts.Length : from + next;
    }

    // One number to compare: by count, then by name. The greater stands first.
    private static long Place(FacetValues values, int ordinal, int count) => ((long)count << 32) | (uint)(int.MaxValue - values.NameRank(ordinal));

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
