using Microsoft.AspNetCore.Http.HttpResults;
using PolicySearch.Api.Indexing;
using PolicySearch.Search;

namespace PolicySearch.Api.Health;

/// <summary>For load balancers, and for the page while the index is being built.</summary>
internal static class HealthEndpoints
{
    public static RouteGroupBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/health").WithTags("Health");
        group.MapGet("/live", Live).WithName("Live").WithSummary("进程是否在运行");
        group.MapGet("/ready", Ready).WithName("Ready").WithSummary("能否检索；不能时返回 503，并说明原因或建立索引的进度").Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
        return group;
    }

    private static Ok<Liveness> Live() => TypedResults.Ok(new Liveness("live"));

    private static async Task<Results<Ok<Readiness>, JsonHttpResult<Readiness>>> Ready(IPolicySearch search, IndexingState state, CancellationToken cancellationToken)
    {
        IndexStatus index = await search.StatusAsync(cancellationToken);
        Readiness readiness = Readiness.From(index, state.Current);
        return readiness.Status == Readiness.IsReady ? TypedResults.Ok(readiness) : TypedResults.Json(readiness, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>The process answers.</summary>
/// <param name="Status">Always <c>live</c>.</param>
internal sealed record Liveness(string Status);

/// <summary>Whether searches are answered.</summary>
/// <param name="Status"><c>ready</c>, <c>starting</c>, <c>indexing</c> or <c>failed</c>.</param>
/// <param name="Message">The same for people, in Chinese.</param>
/// <param name="Documents">Documents that can be found.</param>
/// <param name="Version">Changes with every commit of the index; null before the first.</param>
/// <param name="Progress">How far the first indexing has come; null at other times.</param>
/// <param name="Problem">What is wrong, in English for the operator; null otherwise.</param>
internal sealed record Readiness(string Status, string Message, int Documents, string? Version, BuildProgress? Progress, string? Problem)
{
    /// <summary>The <see cref="Status"/> that lets a load balancer send requests.</summary>
    public const string IsReady = "ready";

    public static Readiness From(IndexStatus index, IndexingProgressState now)
    {
        if (index.Ready && now.Phase == IndexingPhase.WarmingUp)
            return new("starting", now.Message, index.Documents, index.Version, null, null);
        if (index.Ready)
            return new(IsReady, "索引可用。", index.Documents, index.Version, null, null);
        return now.Phase switch
        {
            IndexingPhase.Starting or IndexingPhase.WarmingUp => new("starting", now.Message, index.Documents, index.Version, null, null),
            IndexingPhase.Building => new("indexing", now.Message, index.Documents, index.Version, new(now.Done, now.Total), null),
            _ => new("failed", "索引暂不可用，请联系管理员。", index.Documents, index.Version, null, now.Problem ?? index.Problem),
        };
    }
}

/// <summary>How far the first indexing has come.</summary>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Files found; 0 while they are being counted.</param>
internal sealed record BuildProgress(int Done, int Total);
