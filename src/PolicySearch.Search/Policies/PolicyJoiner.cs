namespace PolicySearch.Search.Policies;

/// <summary>
/// Joins spellings that cite the same policy. What has a number is one policy for each number. A title without a number joins
/// <list type="number">
/// <item>the number that the corpus gives to the same title, if there is just one;</item>
/// <item>else the number of the same title with another issuer's name before it, or none, if there is just one and no second issuer claims the title;</item>
/// <item>else the number of the notice that issues it (关于印发〈…〉的通知), or of what it issues, if there is just one;</item>
/// </list>
/// and titles that no number is known for join each other by the same rules. Wherever two policies would be possible nothing is joined: a policy too many is seen,
/// two policies in one are not. Time and memory grow with the number of spellings. For one use.
/// </summary>
internal sealed class PolicyJoiner
{
    private readonly IReadOnlyList<PolicySpelling> spellings;
    private readonly PolicyDisagreements disagreements;
    private readonly Dictionary<string, int> numberGroups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> titleGroups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> issuers = new(StringComparer.Ordinal);
    private readonly int[] groupOf;
    private readonly List<int> parents = [];

    private PolicyJoiner(IReadOnlyList<PolicySpelling> spellings, IReadOnlyList<int> documents)
    {
        this.spellings = spellings;
        disagreements = PolicyDisagreements.Find(spellings, documents);
        groupOf = new int[spellings.Count];
    }

    /// <summary>Joins spellings.</summary>
    /// <param name="spellings">Distinct spellings.</param>
    /// <param name="documents">How many documents use each.</param>
    /// <param name="disagreements">What does not fit the rest.</param>
    /// <returns>For each spelling the number of its policy; policies are numbered from 0 in order of their first spelling.</returns>
    public static int[] Join(IReadOnlyList<PolicySpelling> spellings, IReadOnlyList<int> documents, out PolicyDisagreements disagreements)
    {
        var joiner = new PolicyJoiner(spellings, documents);
        disagreements = joiner.disagreements;
        joiner.Group();
        joiner.JoinTitlesToNumbers();
        joiner.JoinTitles();
        return joiner.Numbered();
    }

    private void Group()
    {
        for (int i = 0; i < spellings.Count; i++)
        {
            PolicySpelling spelling = spellings[i];
            groupOf[i] = spelling.NumberKey is { } number ? GroupOf(numberGroups, number) : GroupOf(titleGroups, spelling.Parts!.Full);
            if (spelling.Parts is { Issuer: { } issuer } parts)
                SetOf(issuers, parts.Core).Add(issuer);
        }
    }

    private void JoinTitlesToNumbers()
    {
        var byFull = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var byCore = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var byIssued = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach ((PolicySpelling spelling, int i) in spellings.Select((spelling, i) => (spelling, i)))
        {
            if (spelling.NumberKey == null || spelling.Parts == null || disagreements.Concerns(i))
                continue;
            SetOf(byFull, spelling.Parts.Full).Add(groupOf[i]);
            SetOf(byCore, spelling.Parts.Core).Add(groupOf[i]);
            if (spelling.Parts.Issued is { } issued)
                SetOf(byIssued, issued).Add(groupOf[i]);
        }
        for (int i = 0; i < spellings.Count; i++)
        {
            if (spellings[i].NumberKey == null && NumberFor(spellings[i].Parts!, byFull, byCore, byIssued) is { } group)
                Unite(groupOf[i], group);
        }
    }

    private int? NumberFor(
        PolicyTitle title, Dictionary<string, HashSet<int>> byFull, Dictionary<string, HashSet<int>> byCore, Dictionary<string, HashSet<int>> byIssued)
    {
        if (byFull.TryGetValue(title.Full, out HashSet<int>? same))
            return Only(same);
        if (byCore.TryGetValue(title.Core, out HashSet<int>? likely))
            return HasOneIssuer(title.Core) ? Only(likely) : null;
        if (byIssued.TryGetValue(title.Core, out HashSet<int>? issuing))
            return Only(issuing);
        return title.Issued != null && byCore.TryGetValue(title.Issued, out HashSet<int>? issued) && HasOneIssuer(title.Issued) ? Only(issued) : null;
    }

    /// <summary>Titles without a known number: with and without issuer, the issuing notice and what it issues.</summary>
    private void JoinTitles()
    {
        var byCore = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        var byIssued = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        HashSet<int> numbered = [.. numberGroups.Values.Select(Root)];
        List<int> open = [.. Enumerable.Range(0, spellings.Count).Where(i => !numbered.Contains(Root(groupOf[i])))];
        foreach (int i in open)
        {
            SetOf(byCore, spellings[i].Parts!.Core).Add(groupOf[i]);
            if (spellings[i].Parts!.Issued is { } issued)
                SetOf(byIssued, issued).Add(groupOf[i]);
        }
        foreach ((string core, HashSet<int> groups) in byCore)
        {
            // Of several numbers for a title nobody knows which one is meant, with or without the issuer's name.
            if (HasOneIssuer(core))
                UniteAll(groups);
        }
        foreach ((string issued, HashSet<int> notices) in byIssued)
        {
            if (byCore.TryGetValue(issued, out HashSet<int>? groups) && HasOneIssuer(issued) && notices.Select(Root).Distinct().Count() == 1)
                UniteAll([.. groups, .. notices]);
        }
    }

    private bool HasOneIssuer(string core) => !issuers.TryGetValue(core, out HashSet<string>? claimed) || claimed.Count <= 1;

    private static int? Only(HashSet<int> groups) => groups.Count == 1 ? groups.First() : null;

    private int GroupOf(Dictionary<string, int> groups, string key)
    {
        if (!groups.TryGetValue(key, out int group))
        {
            group = parents.Count;
            groups.Add(key, group);
            parents.Add(group);
        }
        return group;
    }

    private static HashSet<T> SetOf<T>(Dictionary<string, HashSet<T>> sets, string key)
    {
        if (!sets.TryGetValue(key, out HashSet<T>? set))
            sets.Add(key, set = []);
        return set;
    }

    private void UniteAll(HashSet<int> groups)
    {
        int first = groups.First();
        foreach (int group in groups)
            Unite(group, first);
    }

    private void Unite(int a, int b) => parents[Root(a)] = Root(b);

    private int Root(int group)
    {
        while (parents[group] != group)
            group = parents[group] = parents[parents[group]];
        return group;
    }

    private int[] Numbered()
    {
        var numbers = new Dictionary<int, int>();
        var result = new int[spellings.Count];
        for (int i = 0; i < result.Length; i++)
        {
            int root = Root(groupOf[i]);
            if (!numbers.TryGetValue(root, out int number))
                numbers.Add(root, number = numbers.Count);
            result[i] = number;
        }
        return result;
    }
}
