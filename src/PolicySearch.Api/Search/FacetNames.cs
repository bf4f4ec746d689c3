using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Search;

/// <summary>Facets by the name they have in URLs and JSON, and by the one people read.</summary>
internal static class FacetNames
{
    /// <summary>Facet, parameter name and Chinese label, in the order in which facets are shown.</summary>
    public static IReadOnlyList<(FacetField Field, string Name, string Label)> All { get; } =
    [
        (FacetField.Province, "province", "省份"),
        (FacetField.City, "city", "城市"),
        (FacetField.County, "county", "县区"),
        (FacetField.Year, "year", "年份"),
        (FacetField.Topic, "topic", "主题"),
        (FacetField.Kind, "kind", "文种"),
        (FacetField.Issuer, "issuer", "发文机关"),
        (FacetField.Outcome, "outcome", "办理结果"),
        (FacetField.Policy, "policy", "引用政策"),
    ];

    /// <summary>Parameter name and label of a facet.</summary>
    public static (string Name, string Label) Of(FacetField field)
    {
        (_, string name, string label) = All.First(facet => facet.Field == field);
        return (name, label);
    }
}
