namespace PolicySearch.Documents.Regions;

/// <summary>Where a document comes from, as far as the evidence tells.</summary>
public sealed record RegionResolution
{
    /// <summary>Nothing known.</summary>
    public static RegionResolution None { get; } = new();

    /// <summary>The lowest division that is certain, or null.</summary>
    public Region? Region { get; init; }

    /// <summary>省级: full name.</summary>
    public string? Province => Region?.Province.Name;

    /// <summary>地级: full name; see <see cref="Regions.Region.City"/> for municipalities and places without a prefecture.</summary>
    public string? City => Region?.City?.Name;

    /// <summary>县级: full name. Known even when several places of that name leave the city open.</summary>
    public string? County { get; init; }

    /// <summary>Six-digit code of <see cref="Region"/>.</summary>
    public string? Code => Region?.Code;

    /// <summary>The sign that named the place, or null when nothing is known.</summary>
    public RegionSign? DecidedBy { get; init; }

    /// <summary>Which sign decided, for provenance: <c>issuer</c>, <c>office</c>, <c>session</c>, <c>title</c>, <c>copiedTo</c>, <c>addressee</c>, <c>docNumber</c>, <c>body</c>; null when nothing is known.</summary>
    public string? Basis => DecidedBy?.Kind switch
    {
        null => null,
        RegionSignKind.Letterhead => "office",
        RegionSignKind.CopiedTo => "copiedTo",
        RegionSignKind.DocumentNumberPrefix => "docNumber",
        { } kind => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Whether the issuer is a national body, which has no region.</summary>
    public bool IsNational { get; init; }

    /// <summary>What a person should look at, one English sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
