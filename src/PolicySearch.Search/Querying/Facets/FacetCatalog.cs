using Lucene.Net.Index;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying.Facets;

/// <summary>
/// The values of every facet in one reader: segment ordinals become ordinals of the whole index, so that counting touches no strings.
/// Built once for a reader, in time that grows with the number of distinct values, of documents for the parents; immutable after that.
/// </summary>
internal sealed class FacetCatalog
{
    private readonly FacetValues[] facets;

    private FacetCatalog(FacetValues[] facets) => this.facets = facets;

    /// <summary>The values of one facet.</summary>
    public FacetValues this[FacetField facet] => facets[(int)facet];

    /// <summary>Reads the values of a reader's segments.</summary>
    public static FacetCatalog Build(IndexReader reader, PolicyCatalog policies)
    {
        var facets = PolicySchema.Facets.Select(facet => facet == FacetField.Policy ? FacetValues.Of(policies) : FacetValues.Read(reader, facet)).ToArray();
        var catalog = new FacetCatalog(facets);
        facets[(int)FacetField.City].LearnParents(reader, facets[(int)FacetField.Province]);
        facets[(int)FacetField.County].LearnParents(reader, facets[(int)FacetField.City]);
        facets[(int)FacetField.Topic].ParentsFromPaths();
        return catalog;
    }
}

/// <summary>The values of one facet in one reader. Ordinals are those of the whole reader, in no order that may be relied on.</summary>
internal sealed class FacetValues
{
    private readonly List<string> values = [];
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);
    private readonly List<int[]> bySegment = [];
    private string?[] parents = [];
    private int[]? nameRanks;
    private PolicyCatalog? policies;

    private FacetValues(FacetField facet) => Facet = facet;

    /// <summary>Which facet.</summary>
    public FacetField Facet { get; }

    /// <summary>How many distinct values there are.</summary>
    public int Count => values.Count;

    /// <summary>The value of an ordinal.</summary>
    public string this[int ordinal] => values[ordinal];

    /// <summary>How many values come before the value of an ordinal by name. Thread-safe.</summary>
    public int NameRank(int ordinal) => (nameRanks ??= RankNames())[ordinal];

    /// <summary>The value above it; null at the top.</summary>
    public string? ParentOf(int ordinal) => parents.Length > 0 ? parents[ordinal] : null;

    /// <summary>What a person reads: of a path its last level, of a policy its title or number.</summary>
    public string LabelOf(int ordinal) => policies != null ? policies[ordinal].Label : values[ordinal][(values[ordinal].LastIndexOf('/') + 1)..];

    /// <summary>The ordinal of a value, or −1.</summary>
    public int OrdinalOf(string value) => policies != null ? policies.OrdinalOf(value) : ordinals.GetValueOrDefault(value, -1);

    /// <summary>Ordinal of the whole reader for each ordinal of a segment.</summary>
    public int[] OfSegment(int segment) => bySegment[segment];

    /// <summary>The ordinals of a segment's documents: mapped by <see cref="OfSegment"/> none of a document's occurs twice.</summary>
    public FacetOrdinals OrdinalsOf(AtomicReaderContext context) =>
        policies != null ? policies.OrdinalsOf(context.Ord) : FacetOrdinals.Of(context.AtomicReader, Facet);

    /// <summary>The cited policies as a facet: its values are their ids.</summary>
    public static FacetValues Of(PolicyCatalog policies)
    {
        var result = new FacetValues(FacetField.Policy) { policies = policies };
        result.values.AddRange(policies.All.Select(policy => policy.Id));
        result.bySegment.AddRange(policies.Maps);
        return result;
    }

    /// <summary>Reads the values of a reader's segments.</summary>
    public static FacetValues Read(IndexReader reader, FacetField facet)
    {
        var result = new FacetValues(facet);
        var segments = reader.Leaves.Select(leaf => ValuesOf(leaf.AtomicReader, facet)).ToList();
        TermsEnum[] terms = [.. segments.Select(segment => segment.Terms)];
        var map = new MultiDocValues.OrdinalMap(null!, terms);
        for (int segment = 0; segment < terms.Length; segment++)
            result.bySegment.Add([.. Enumerable.Range(0, segments[segment].Count).Select(ordinal => (int)map.GetGlobalOrd(segment, ordinal))]);
        result.ReadTexts(map, terms);
        return result;
    }

    /// <summary>A topic's parent is its path without the last level.</summary>
    public void ParentsFromPaths() =>
        parents = [.. values.Select(value => value.LastIndexOf('/') is var slash and > 0 ? value[..slash] : null)];

    /// <summary>
    /// A value's parent is the upper facet's value that its documents carry; of several (two cities have a 鼓楼区) the first found.
    /// </summary>
    public void LearnParents(IndexReader reader, FacetValues upper)
    {
        parents = new string?[Count];
        int missing = Count;
        for (int segment = 0; segment < bySegment.Count && missing > 0; segment++)
        {
            AtomicReader leaf = reader.Leaves[segment].AtomicReader;
            SortedDocValues? own = leaf.GetSortedDocValues(PolicySchema.FacetName(Facet));
            SortedDocValues? above = leaf.GetSortedDocValues(PolicySchema.FacetName(upper.Facet));
            if (own != null && above != null)
                missing -= LearnParents(own, above, leaf.MaxDoc, bySegment[segment], upper, segment);
        }
    }

    private int LearnParents(SortedDocValues own, SortedDocValues above, int maxDoc, int[] map, FacetValues upper, int segment)
    {
        int learned = 0;
        for (int doc = 0; doc < maxDoc; doc++)
        {
            int ordinal = own.GetOrd(doc);
            if (ordinal < 0 || parents[map[ordinal]] != null || above.GetOrd(doc) is not (>= 0 and var upperOrdinal))
                continue;
            parents[map[ordinal]] = upper[upper.OfSegment(segment)[upperOrdinal]];
            learned++;
        }
        return learned;
    }

    private int[] RankNames()
    {
        int[] byName = [.. Enumerable.Range(0, values.Count)], ranks = new int[values.Count];
        Array.Sort(byName, (a, b) => string.CompareOrdinal(values[a], values[b]));
        for (int rank = 0; rank < byName.Length; rank++)
            ranks[byName[rank]] = rank;
        return ranks;
    }

    private static (TermsEnum Terms, int Count) ValuesOf(AtomicReader leaf, FacetField facet)
    {
        string name = PolicySchema.FacetName(facet);
        if (PolicySchema.IsMultiValued(facet))
            return leaf.GetSortedSetDocValues(name) is { } sets ? (sets.GetTermsEnum(), (int)sets.ValueCount) : (TermsEnum.EMPTY, 0);
        return leaf.GetSortedDocValues(name) is { } single ? (single.GetTermsEnum(), single.ValueCount) : (TermsEnum.EMPTY, 0);
    }

    private void ReadTexts(MultiDocValues.OrdinalMap map, TermsEnum[] segments)
    {
        for (int ordinal = 0; ordinal < map.ValueCount; ordinal++)
        {
            TermsEnum segment = segments[map.GetFirstSegmentNumber(ordinal)];
            segment.SeekExact(map.GetFirstSegmentOrd(ordinal));
            values.Add(segment.Term.Utf8ToString());
            ordinals.Add(values[ordinal], ordinal);
        }
    }
}
