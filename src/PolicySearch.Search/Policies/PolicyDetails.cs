using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;
using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Policies;

/// <summary>Tells everything about one policy of one reader.</summary>
internal static class PolicyDetails
{
    private const int Few = 10;

    /// <summary>The policy, or null when there is none of this id.</summary>
    public static CitedPolicyDetail? Run(PolicySearcher searcher, CitingRequest request, CancellationToken cancellation)
    {
        PolicyCatalog catalog = searcher.Policies;
        int ordinal = catalog.OrdinalOf(request.Id);
        if (ordinal < 0 || catalog[ordinal].Documents == 0)
            return null;
        // Values of a facet are left out of each other only by filters, so that one pass over the citing documents gives all counts.
        var search = new SearchRequest { Page = request.Page, Size = request.Size, FacetSize = 1000 };
        SortOrder sort = request.OldestFirst ? SortOrder.DateAscending : SortOrder.DateDescending;
        SearchPass pass = SearchPass.Run(searcher, Citing(catalog, ordinal), search, sort, cancellation);
        return new()
        {
            Policy = catalog[ordinal],
            Spellings = [.. catalog.SpellingsOf(ordinal).Where(spelling => catalog.UseOf(spelling) > 0).Select(spelling => CitedPolicyLinks.Use(catalog, spelling))],
            Disagreements = Disagreements(catalog, ordinal),
            Years = [.. pass.Facets[(int)FacetField.Year].Values.OrderBy(value => value.Value == SearchRequest.Unlabelled).ThenBy(value => value.Value, StringComparer.Ordinal)],
            Cities = [.. pass.Facets[(int)FacetField.City].Values.Take(Few)],
            Together = Together(catalog, ordinal, pass.Facets[(int)FacetField.Policy]),
            OwnDocument = OwnDocument(searcher, catalog[ordinal]),
            Citing = [.. pass.Hits.Select(hit => Load(searcher, catalog, ordinal, hit))],
        };
    }

    private static ConstantScoreQuery Citing(PolicyCatalog catalog, int ordinal)
    {
        string field = PolicySchema.FacetName(FacetField.Policy);
        var terms = catalog.SpellingsOf(ordinal).Select(spelling => new Term(field, catalog.Spelling(spelling).Term)).ToArray();
        return new ConstantScoreQuery(new TermsFilter(terms));
    }

    private static CitationDisagreement[] Disagreements(PolicyCatalog catalog, int ordinal)
    {
        string id = catalog[ordinal].Id;
        return [.. catalog.Disagreements.All
            .Where(one => catalog.UseOf(one.Spelling) > 0 && (catalog.PolicyOf(one.Spelling).Id == id || catalog.PolicyOf(one.Other).Id == id))
            .Select(one => CitedPolicyLinks.Tell(catalog, one))];
    }

    private static CitedPolicy[] Together(PolicyCatalog catalog, int ordinal, Facet facet) =>
        [.. facet.Values.Where(value => value.Value != catalog[ordinal].Id && value.Value != SearchRequest.Unlabelled).Take(Few)
            .Select(value => catalog[catalog.OrdinalOf(value.Value)] with { Documents = (int)value.Count })];

    private static string? OwnDocument(PolicySearcher searcher, CitedPolicy policy)
    {
        if (policy.DocumentNumber == null)
            return null;
        TopDocs found = searcher.Search(new TermQuery(new Term(PolicySchema.DocumentNumber, PolicySpelling.KeyOf(policy.DocumentNumber))), 1);
        if (found.TotalHits == 0)
            return null;
        PolicyDocument record = StoredDocument.ReadRecord(searcher.Doc(found.ScoreDocs[0].Doc, StoredDocument.RecordFields));
        // Documents are found by shorter prefixes of their numbers too.
        return record.DocumentNumber != null && PolicySpelling.KeyOf(record.DocumentNumber) == PolicySpelling.KeyOf(policy.DocumentNumber) ? record.Id : null;
    }

    private static CitingDocument Load(PolicySearcher searcher, PolicyCatalog catalog, int ordinal, RankedDoc hit)
    {
        Document stored = searcher.Doc(hit.Doc, StoredDocument.HitFields);
        PolicyDocument record = StoredDocument.ReadRecord(stored);
        var citations = new List<Citation>();
        CitationDisagreement? disagreement = null;
        foreach (Citation citation in record.Citations)
        {
            int spelling = PolicySpelling.TermOf(citation) is { } term ? catalog.Find(term) : -1;
            if (spelling < 0 || catalog.PolicyOf(spelling) != catalog[ordinal])
                continue;
            citations.Add(citation);
            disagreement ??= CitedPolicyLinks.Disagreement(catalog, spelling);
        }
        return new(record, CitingSentence.Find(StoredDocument.ReadBody(stored), citations), disagreement);
    }
}
