using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying.Facets;

namespace PolicySearch.Search.Querying;

/// <summary>A searcher with what is derived from its reader: the facets' values and the cited policies, read when they are first asked for. Thread-safe.</summary>
internal sealed class PolicySearcher : IndexSearcher
{
    private readonly Lazy<FacetCatalog> facets;
    private readonly Lazy<PolicyCatalog> policies;

    /// <summary>A searcher over one state of the index.</summary>
    public PolicySearcher(IndexReader reader) : base(reader)
    {
        Similarity = new BM25Similarity();
        policies = new(() => PolicyCatalog.Build(reader));
        facets = new(() => FacetCatalog.Build(reader, Policies));
    }

    /// <summary>The policies that the documents cite.</summary>
    public PolicyCatalog Policies => policies.Value;

    /// <summary>Values of all facets.</summary>
    public FacetCatalog Facets => facets.Value;

    /// <summary>Makes searchers for a <see cref="SearcherManager"/>.</summary>
    internal sealed class Factory : SearcherFactory
    {
        /// <inheritdoc/>
        public override IndexSearcher NewSearcher(IndexReader reader) => new PolicySearcher(reader);
    }
}
