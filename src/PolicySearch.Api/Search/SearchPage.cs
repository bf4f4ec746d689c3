using PolicySearch.Api.Documents;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Search;

/// <summary>One page of results.</summary>
/// <param name="Total">Documents that match, exact.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="Size">Hits asked for per page.</param>
/// <param name="TookMs">Time of the search itself, in milliseconds.</param>
/// <param name="Notices">How the query was understood, in Chinese; mostly empty.</param>
/// <param name="Expansions">Words that were widened by other names of the same thing.</param>
/// <param name="DidYouMean">Another spelling that finds more; null mostly.</param>
/// <param name="NothingFound">What finds nothing and what to drop, when no document has all that was asked for; null mostly.</param>
/// <param name="Hits">The hits of this page.</param>
/// <param name="Facets">Counts over all matching documents; a facet's counts ignore its own filter.</param>
internal sealed record SearchPage(
    long Total, int Page, int Size, double TookMs, IReadOnlyList<string> Notices, IReadOnlyList<QueryExpansion> Expansions, Correction? DidYouMean, NothingFoundView? NothingFound,
    IReadOnlyList<HitView> Hits, IReadOnlyList<FacetView> Facets)
{
    public static SearchPage From(SearchResponse response) => new(
        response.Total, response.Page, response.Size, Math.Round(response.Took.TotalMilliseconds, 2), response.Notices,
        response.Expansions, response.DidYouMean, response.NothingFound is { } found ? NothingFoundView.From(found) : null,
        [.. response.Hits.Select(HitView.From)], [.. response.Facets.Select(FacetView.From)]);
}

/// <summary>Why nothing has all that was asked for, and what to drop.</summary>
/// <param name="Terms">Each word on its own, over all documents.</param>
/// <param name="Removals">What is found without one of the words or filters.</param>
internal sealed record NothingFoundView(IReadOnlyList<TermTotal> Terms, IReadOnlyList<RemovalView> Removals)
{
    public static NothingFoundView From(NothingFound found) => new(found.Terms, [.. found.Removals.Select(RemovalView.From)]);
}

/// <summary>Something that may be dropped.</summary>
/// <param name="Text">The word to drop; null for a filter.</param>
/// <param name="Query">The query that is left when a word is dropped; null for a filter.</param>
/// <param name="Filter">The name of the filter's parameter; null for a word, and for the dates.</param>
/// <param name="Total">Documents found without it.</param>
internal sealed record RemovalView(string? Text, string? Query, string? Filter, long Total)
{
    public static RemovalView From(Removal removal) =>
        new(removal.Text, removal.Query, removal.Filter is { } facet ? FacetNames.Of(facet).Name : null, removal.Total);
}

/// <summary>One hit.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Score">Relevance; null when sorted by date.</param>
/// <param name="Title">The title with its matches.</param>
/// <param name="Fragments">Passages of the body around matches, best first.</param>
/// <param name="Facts">What the document says about itself.</param>
internal sealed record HitView(string Id, float? Score, HighlightView Title, IReadOnlyList<HighlightView> Fragments, FactsView Facts)
{
    public static HitView From(SearchHit hit)
    {
        var mask = PhoneMask.For(hit.Facts);
        return new(hit.Id, hit.Score, HighlightView.From(hit.Title, mask), [.. hit.Fragments.Select(fragment => HighlightView.From(fragment, mask))], FactsView.From(hit.Facts));
    }
}

/// <summary>Counts of one facet's values.</summary>
/// <param name="Name">The name of its filter parameter.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Distinct">How many values there are, those left out included.</param>
/// <param name="Values">Most frequent first, 未标注 last; selected ones always.</param>
internal sealed record FacetView(string Name, string Label, int Distinct, IReadOnlyList<FacetValue> Values)
{
    public static FacetView From(Facet facet)
    {
        (string name, string label) = FacetNames.Of(facet.Field);
        return new(name, label, facet.Distinct, facet.Values);
    }
}
