using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PolicySearch.Api.Indexing;
using PolicySearch.Search;

namespace PolicySearch.Api.Errors;

/// <summary>A search without an index is answered 503: how far the first indexing has come, or that an administrator is needed.</summary>
internal sealed class UnavailableIndexHandler(IProblemDetailsService problems, IndexingState state, ILogger<UnavailableIndexHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not IndexUnavailableException)
            return false;
        ProblemDetails problem = Describe(state.Current, exception);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "2";
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }

    private ProblemDetails Describe(IndexingProgressState now, Exception exception)
    {
        const int status = StatusCodes.Status503ServiceUnavailable;
        if (now.Phase is IndexingPhase.Starting or IndexingPhase.Building)
        {
            ProblemDetails building = Problems.Of(status, "index-building", "正在建立索引", now.Message);
            building.Extensions["progress"] = new { done = now.Done, total = now.Total };
            return building;
        }
        logger.LogError(exception, "The index cannot be searched");
        return Problems.Of(status, "index-unavailable", "索引暂不可用", "索引不存在或无法读取，请联系管理员；原因见服务日志和 /health/ready。");
    }
}
