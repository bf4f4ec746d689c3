using Microsoft.AspNetCore.Http.HttpResults;
using PolicySearch.Api.Errors;
using PolicySearch.Api.Hosting;
using PolicySearch.Search;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Search;

/// <summary>Searching.</summary>
internal static class SearchEndpoints
{
    public static RouteGroupBuilder MapSearch(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/search").WithTags("Search");
        group.MapGet("", Search).WithName("Search").WithSummary("检索文件，返回命中、总数和分面计数")
            .DescribedBy(SearchParameters.Describe);
        return group;
    }

    private static async Task<Results<Ok<SearchPage>, ValidationProblem>> Search(
        SearchQuery query, IPolicySearch search, HttpContext context, CancellationToken cancellationToken)
    {
        if (query.Errors.Count > 0)
            return Problems.Invalid(query.Errors);
        SearchResponse response = await search.SearchAsync(query.Request, cancellationToken);
        context.LogFacts().Hits = response.Total;
        return TypedResults.Ok(SearchPage.From(response));
    }
}
