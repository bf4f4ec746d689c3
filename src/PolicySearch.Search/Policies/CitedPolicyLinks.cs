using PolicySearch.Documents;

namespace PolicySearch.Search.Policies;

/// <summary>Follows citations to the catalog.</summary>
internal static class CitedPolicyLinks
{
    /// <summary>For each citation its policy; null for one that the index does not hold.</summary>
    public static IReadOnlyList<CitedPolicyLink?> Of(PolicyCatalog catalog, IReadOnlyList<Citation> citations) => [.. citations.Select(citation => Of(catalog, citation))];

    /// <summary>A disagreement as it is told; null when the spelling fits.</summary>
    public static CitationDisagreement? Disagreement(PolicyCatalog catalog, int spelling) =>
        catalog.Disagreements.Of(spelling) is { } found ? Tell(catalog, found) : null;

    /// <summary>A disagreement as it is told.</summary>
    public static CitationDisagreement Tell(PolicyCatalog catalog, PolicyDisagreement found) => new(
        found.Doubt, Use(catalog, found.Spelling), catalog.PolicyOf(found.Spelling), Use(catalog, found.Other), catalog.PolicyOf(found.Other), found.Undecided);

    /// <summary>A spelling and how many documents use it.</summary>
    public static SpellingUse Use(PolicyCatalog catalog, int spelling) =>
        new(catalog.Spelling(spelling).Title, catalog.Spelling(spelling).Number, catalog.UseOf(spelling));

    private static CitedPolicyLink? Of(PolicyCatalog catalog, Citation citation)
    {
        int spelling = PolicySpelling.TermOf(citation) is { } term ? catalog.Find(term) : -1;
        if (spelling < 0)
            return null;
        CitedPolicy policy = catalog.PolicyOf(spelling);
        return new(policy.Id, policy.Documents, Disagreement(catalog, spelling));
    }
}
