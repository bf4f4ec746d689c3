using PolicySearch.Api.Hosting;
using PolicySearch.Documents;
using PolicySearch.Search;
using PolicySearch.Search.Comparing;
using PolicySearch.Search.Exporting;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;
using PolicySearch.Search.Suggesting;

namespace PolicySearch.Api.Indexing;

/// <summary>Registers what searches and builds the index in the configured folder.</summary>
internal static class IndexServices
{
    public static void AddIndex(this IServiceCollection services, ApiSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(_ => DomainLexicon.Load(settings.LexiconFile));
        services.AddSingleton<IDocumentReader, DocumentReader>();
        services.AddSingleton(provider => SynonymLog.Watch(settings.SynonymFile, provider.GetRequiredService<ILogger<SynonymFile>>()));
        services.AddSingleton(provider => new EmbeddedPolicySearch(
            settings.IndexFolder, provider.GetRequiredService<DomainLexicon>(), synonyms: () => provider.GetRequiredService<SynonymFile>().Current));
        services.AddSingleton<IPolicySearch>(provider => provider.GetRequiredService<EmbeddedPolicySearch>());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IResultSets>(provider => provider.GetRequiredService<EmbeddedPolicySearch>());
        services.AddSingleton<IComparison>(provider => provider.GetRequiredService<EmbeddedPolicySearch>());
        services.AddSingleton<ICitedPolicies>(provider => provider.GetRequiredService<EmbeddedPolicySearch>());
        services.AddSingleton<ISuggester>(provider => provider.GetRequiredService<EmbeddedPolicySearch>());
        services.AddSingleton<ISimilarSearch>(provider => provider.GetRequiredService<EmbeddedPolicySearch>());
        services.AddSingleton<ICorpusIndexer>(provider =>
            new CorpusIndexer(settings.IndexFolder, provider.GetRequiredService<IDocumentReader>(), provider.GetRequiredService<DomainLexicon>()));
    }
}
