using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Policies;

/// <summary>What about a citation does not fit how the rest of the corpus cites.</summary>
public enum CitationDoubt
{
    /// <summary>The number is cited with another title elsewhere.</summary>
    Title,
    /// <summary>The title is cited with another number elsewhere, one that a slip would make of it.</summary>
    Number,
}

/// <summary>A spelling that does not fit.</summary>
/// <param name="Spelling">Which one.</param>
/// <param name="Doubt">What about it.</param>
/// <param name="Other">The spelling that it is at odds with.</param>
/// <param name="Undecided">Whether as many documents write the one as the other, so that either may be wrong.</param>
internal readonly record struct PolicyDisagreement(int Spelling, CitationDoubt Doubt, int Other, bool Undecided);

/// <summary>
/// Spellings whose title and number do not go together by what the other documents write. A number with a title that is unlike the one most documents give it; a
/// title with a number that differs from the one most documents give it in serial, year or code alone. Numbers that differ in more are other policies of the same name.
/// Immutable.
/// </summary>
internal sealed class PolicyDisagreements
{
    private readonly Dictionary<int, PolicyDisagreement> bySpelling = [];

    /// <summary>All of them, by spelling.</summary>
    public IEnumerable<PolicyDisagreement> All => bySpelling.Values.OrderBy(one => one.Spelling);

    /// <summary>The disagreement of a spelling, or null.</summary>
    public PolicyDisagreement? Of(int spelling) => bySpelling.TryGetValue(spelling, out PolicyDisagreement found) ? found : null;

    /// <summary>Whether a spelling is outvoted: nothing may be joined by it.</summary>
    public bool Concerns(int spelling) => bySpelling.ContainsKey(spelling);

    /// <summary>Looks at all spellings that have both title and number.</summary>
    public static PolicyDisagreements Find(IReadOnlyList<PolicySpelling> spellings, IReadOnlyList<int> documents)
    {
        var result = new PolicyDisagreements();
        List<int> whole = [.. Enumerable.Range(0, spellings.Count).Where(i => spellings[i] is { NumberKey: not null, Parts: not null })];
        foreach (IGrouping<string, int> number in whole.GroupBy(i => spellings[i].NumberKey!, StringComparer.Ordinal))
            result.CompareTitles(spellings, documents, [.. number]);
        foreach (IGrouping<string, int> title in whole.Where(i => !result.Concerns(i)).GroupBy(i => spellings[i].Parts!.Core, StringComparer.Ordinal).ToList())
            result.CompareNumbers(spellings, documents, [.. title]);
        return result;
    }

    private void CompareTitles(IReadOnlyList<PolicySpelling> spellings, IReadOnlyList<int> documents, int[] group)
    {
        if (group.Length < 2)
            return;
        int[] support = [.. group.Select(i => group.Where(other => spellings[i].Parts!.IsLike(spellings[other].Parts!)).Sum(other => documents[other]))];
        int best = Array.IndexOf(support, support.Max());
        for (int i = 0; i < group.Length; i++)
        {
            if (!spellings[group[i]].Parts!.IsLike(spellings[group[best]].Parts!))
                Add(group[i], group[best], CitationDoubt.Title, support[i] == support[best]);
        }
    }

    private void CompareNumbers(IReadOnlyList<PolicySpelling> spellings, IReadOnlyList<int> documents, int[] group)
    {
        var support = group.GroupBy(i => spellings[i].NumberKey!, StringComparer.Ordinal).ToDictionary(number => number.Key, number => number.Sum(i => documents[i]), StringComparer.Ordinal);
        if (support.Count < 2)
            return;
        foreach (int i in group)
        {
            string own = spellings[i].NumberKey!;
            int rival = group.Where(other => support[spellings[other].NumberKey!] >= support[own] && IsSlip(spellings[i], spellings[other]))
                .OrderByDescending(other => support[spellings[other].NumberKey!]).FirstOrDefault(-1);
            if (rival >= 0)
                Add(i, rival, CitationDoubt.Number, support[spellings[rival].NumberKey!] == support[own]);
        }
    }

    private void Add(int spelling, int other, CitationDoubt doubt, bool undecided)
    {
        bySpelling.TryAdd(spelling, new(spelling, doubt, other, undecided));
        if (undecided)
            bySpelling.TryAdd(other, new(other, doubt, spelling, Undecided: true));
    }

    /// <summary>Whether two numbers differ in one part alone: serial, year or code. Titles that name different issuers are different policies.</summary>
    private static bool IsSlip(PolicySpelling a, PolicySpelling b)
    {
        if (a.NumberKey == b.NumberKey || a.Parts!.Issuer != null && b.Parts!.Issuer != null && a.Parts.Issuer != b.Parts.Issuer)
            return false;
        if (NumberOf(a.NumberKey!) is not { } one || NumberOf(b.NumberKey!) is not { } other)
            return false;
        int same = (one.Prefix == other.Prefix ? 1 : 0) + (one.Year == other.Year ? 1 : 0) + (one.Serial == other.Serial ? 1 : 0);
        return same == 2;
    }

    private static DocumentNumber? NumberOf(string key)
    {
        foreach (DocumentNumberMatch match in DocumentNumberRecognizer.Find(key, loose: false))
            return match.Number;
        return null;
    }
}
