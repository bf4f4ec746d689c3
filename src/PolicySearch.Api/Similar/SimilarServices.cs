using PolicySearch.Documents.Jurisdictions;

namespace PolicySearch.Api.Similar;

/// <summary>Registers what reads and checks drafts.</summary>
internal static class SimilarServices
{
    public static void AddSimilar(this IServiceCollection services)
    {
        services.AddSingleton<DraftUpload>();
        services.AddSingleton(_ => JurisdictionGuard.Default);
    }
}
