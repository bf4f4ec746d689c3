using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Querying.Facets;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Policies;

/// <summary>
/// The cited policies of one reader: spellings of all segments, joined. Built once for a reader, in time that grows with the distinct spellings and, by a few
/// instructions, with the citations; what it holds grows with the distinct spellings alone. Immutable after that, so any number of threads may read it.
/// </summary>
internal sealed class PolicyCatalog
{
    // Parsing titles is what costs: it is done once for a segment, whatever readers come and go.
    private static readonly ConditionalWeakTable<object, PolicySpelling[]> BySegment = [];

    private readonly List<PolicySpelling> spellings = [];
    private readonly Dictionary<string, int> spellingOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);
    private readonly List<int[]> maps = [];
    private readonly List<FacetOrdinals> ofSegments = [];
    private CitedPolicy[] policies = [];
    private int[] policyOf = [];
    private int[] useOf = [];
    private int[][] spellingsOf = [];
    private int[] documents = [];
    private PolicyDisagreements disagreements = null!;

    private PolicyCatalog()
    {
    }

    /// <summary>All policies, by ordinal.</summary>
    public IReadOnlyList<CitedPolicy> All => policies;

    /// <summary>The policy of an ordinal.</summary>
    public CitedPolicy this[int ordinal] => policies[ordinal];

    /// <summary>For each segment: a policy's ordinal for each ordinal of the segment.</summary>
    public IReadOnlyList<int[]> Maps => maps;

    /// <summary>How many documents cite each policy, by ordinal.</summary>
    public ReadOnlySpan<int> Documents => documents;

    /// <summary>What does not fit the rest.</summary>
    public PolicyDisagreements Disagreements => disagreements;

    /// <summary>The ordinal of an id, a former one included, or −1.</summary>
    public int OrdinalOf(string id) => ordinals.GetValueOrDefault(id, -1);

    /// <summary>The ordinals of a segment's documents, none of them twice for a document.</summary>
    public FacetOrdinals OrdinalsOf(int segment) => ofSegments[segment];

    /// <summary>The spellings of a policy, the most used first.</summary>
    public IReadOnlyList<int> SpellingsOf(int ordinal) => spellingsOf[ordinal];

    /// <summary>A spelling.</summary>
    public PolicySpelling Spelling(int spelling) => spellings[spelling];

    /// <summary>Documents that use a spelling.</summary>
    public int UseOf(int spelling) => useOf[spelling];

    /// <summary>The policy of a spelling.</summary>
    public CitedPolicy PolicyOf(int spelling) => policies[policyOf[spelling]];

    /// <summary>The number of a spelling given as its term, or −1.</summary>
    public int Find(string term) => spellingOf.GetValueOrDefault(term, -1);

    /// <summary>Reads and joins the spellings of a reader.</summary>
    public static PolicyCatalog Build(IndexReader reader)
    {
        var catalog = new PolicyCatalog();
        foreach (AtomicReaderContext leaf in reader.Leaves)
            catalog.maps.Add([.. BySegment.GetValue(leaf.AtomicReader.CoreCacheKey, _ => ReadSegment(leaf.AtomicReader)).Select(catalog.Intern)]);
        catalog.useOf = Count(reader, catalog.maps, catalog.spellings.Count, segment => FacetOrdinals.Of(reader.Leaves[segment].AtomicReader, FacetField.Policy));
        catalog.policyOf = PolicyJoiner.Join(catalog.spellings, catalog.useOf, out catalog.disagreements);
        catalog.MapToPolicies(reader);
        catalog.Name(reader);
        return catalog;
    }

    private static PolicySpelling[] ReadSegment(AtomicReader leaf)
    {
        SortedSetDocValues? sets = leaf.GetSortedSetDocValues(PolicySchema.FacetName(FacetField.Policy));
        if (sets == null)
            return [];
        var spellings = new PolicySpelling[sets.ValueCount];
        var bytes = new BytesRef();
        for (int i = 0; i < spellings.Length; i++)
        {
            sets.LookupOrd(i, bytes);
            spellings[i] = PolicySpelling.Read(bytes.Utf8ToString());
        }
        return spellings;
    }

    private int Intern(PolicySpelling spelling)
    {
        if (!spellingOf.TryGetValue(spelling.Term, out int number))
        {
            spellingOf.Add(spelling.Term, number = spellings.Count);
            spellings.Add(spelling);
        }
        return number;
    }

    private static int[] Count(IndexReader reader, List<int[]> byOrdinal, int size, Func<int, FacetOrdinals> ordinalsOf)
    {
        var totals = new int[size];
        for (int segment = 0; segment < byOrdinal.Count; segment++)
        {
            AtomicReader leaf = reader.Leaves[segment].AtomicReader;
            var counts = new int[byOrdinal[segment].Length + 1];
            ordinalsOf(segment).CountAll(leaf.MaxDoc, leaf.LiveDocs, counts);
            for (int i = 0; i < byOrdinal[segment].Length; i++)
                totals[byOrdinal[segment][i]] += counts[i + 1];
        }
        return totals;
    }

    private void MapToPolicies(IndexReader reader)
    {
        for (int segment = 0; segment < maps.Count; segment++)
        {
            int[] map = maps[segment] = Array.ConvertAll(maps[segment], spelling => policyOf[spelling]);
            ofSegments.Add(FacetOrdinals.Of(reader.Leaves[segment].AtomicReader, FacetField.Policy).WithoutRepeats(map));
        }
    }

    private void Name(IndexReader reader)
    {
        spellingsOf = [.. Enumerable.Range(0, spellings.Count).GroupBy(spelling => policyOf[spelling]).OrderBy(group => group.Key)
            .Select(group => group.OrderByDescending(spelling => useOf[spelling]).ThenBy(spelling => spellings[spelling].Term, StringComparer.Ordinal).ToArray())];
        documents = Count(reader, maps, spellingsOf.Length, OrdinalsOf);
        policies = [.. spellingsOf.Select((group, ordinal) => NameOne(group, documents[ordinal]))];
        for (int ordinal = 0; ordinal < policies.Length; ordinal++)
            ordinals.TryAdd(policies[ordinal].Id, ordinal);
        for (int ordinal = 0; ordinal < policies.Length; ordinal++)
        {
            foreach (int spelling in spellingsOf[ordinal].Where(spelling => !disagreements.Concerns(spelling)))
                AddFormerId(spellings[spelling], ordinal);
        }
    }

    /// <summary>Before its number was known a policy may have been known by any of its titles.</summary>
    private void AddFormerId(PolicySpelling spelling, int ordinal)
    {
        if (spelling.Parts is { } title)
            ordinals.TryAdd(PolicySpelling.IdOfTitle(title.Full), ordinal);
    }

    private CitedPolicy NameOne(int[] group, int documents)
    {
        int numbered = Array.FindIndex(group, spelling => spellings[spelling].NumberKey != null);
        string id = numbered >= 0
            ? PolicySpelling.IdOfNumber(spellings[group[numbered]].NumberKey!)
            : PolicySpelling.IdOfTitle(group.Select(spelling => spellings[spelling].Parts!.Full).OrderBy(title => title.Length).ThenBy(title => title, StringComparer.Ordinal).First());
        return new(id, TitleOf(group.Where(spelling => !disagreements.Concerns(spelling))) ?? TitleOf(group), numbered < 0 ? null : spellings[group[numbered]].Number, documents);
    }

    /// <summary>The title that most documents write; of those the longest, because it names the issuer.</summary>
    private string? TitleOf(IEnumerable<int> group) => group.Where(spelling => spellings[spelling].Title != null)
        .GroupBy(spelling => spellings[spelling].Title!, StringComparer.Ordinal)
        .OrderByDescending(title => title.Sum(spelling => useOf[spelling])).ThenByDescending(title => title.Key.Length).ThenBy(title => title.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;
}
