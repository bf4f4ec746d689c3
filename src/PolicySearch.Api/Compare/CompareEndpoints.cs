using Microsoft.AspNetCore.Http.HttpResults;
using PolicySearch.Api.Errors;
using PolicySearch.Api.Hosting;
using PolicySearch.Search.Comparing;

namespace PolicySearch.Api.Compare;

/// <summary>Results in tables.</summary>
internal static class CompareEndpoints
{
    public static RouteGroupBuilder MapCompare(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/compare").WithTags("Compare");
        group.MapGet("", Count).WithName("Compare").WithSummary("对照表：按任意两项统计检索结果的份数")
            .DescribedBy(CountsRequest.Describe);
        group.MapGet("/figures", Figures).WithName("CompareFigures").WithSummary("对照表：检索结果中某项指标的数值，按城市和年份列出，附原句")
            .DescribedBy(FiguresRequest.Describe);
        return group;
    }

    private static async Task<Results<Ok<CountsView>, ValidationProblem>> Count(
        CountsRequest request, IComparison comparison, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.Errors.Count > 0)
            return Problems.Invalid(request.Errors);
        CrossTable table = await comparison.CountAsync(request.Table, cancellationToken);
        context.LogFacts().Hits = table.Total;
        return TypedResults.Ok(CountsView.From(table));
    }

    private static async Task<Results<Ok<FiguresView>, ValidationProblem>> Figures(
        FiguresRequest request, IComparison comparison, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.Errors.Count > 0)
            return Problems.Invalid(request.Errors);
        FigureTable table = await comparison.FiguresAsync(request.Table, cancellationToken);
        context.LogFacts().Hits = table.Total;
        return TypedResults.Ok(FiguresView.From(table));
    }
}
