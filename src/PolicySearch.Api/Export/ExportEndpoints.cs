using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PolicySearch.Api.Errors;
using PolicySearch.Api.Hosting;
using PolicySearch.Search.Exporting;

namespace PolicySearch.Api.Export;

/// <summary>Taking all results of a search along as a file.</summary>
internal static class ExportEndpoints
{
    /// <summary>Headers of an export: documents that match, documents in the file, and <c>ROWS/TOTAL</c> when the file was cut.</summary>
    public const string TotalHeader = "X-Export-Total", RowsHeader = "X-Export-Rows", CutHeader = "X-Export-Cut";

    public static RouteGroupBuilder MapExport(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/export").WithTags("Export");
        group.WithRequestTimeout(Limits.LongPolicy);
        group.MapGet("", Export).WithName("Export").WithSummary("把当前检索的全部结果导出为文件")
            .WithDescription("结果与检索接口逐页给出的完全一致。超过上限（默认 10000 条）时截断，文件内和响应头 X-Export-Cut 都会写明。")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .DescribedBy(ExportRequest.Describe);
        return group;
    }

    private static async Task<Results<EmptyHttpResult, ValidationProblem>> Export(
        ExportRequest request, IResultSets results, ApiSettings settings, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.Errors.Count > 0)
            return Problems.Invalid(request.Errors);
        using ResultSet set = await results.OpenAsync(request.Search, settings.ExportRows, cancellationToken);
        var job = new ExportJob(request.Search, set, context.Site(), clock.GetLocalNow());
        context.LogFacts().Hits = set.Total;
        Describe(context.Response, set);
        context.Response.AttachFile(request.Chosen.ContentType, $"政策先例检索-{job.Now.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}{request.Chosen.Extension}");
        await request.Chosen.WriteAsync(job, context.Response.Body, cancellationToken);
        return TypedResults.Empty;
    }

    private static void Describe(HttpResponse response, ResultSet set)
    {
        response.Headers[TotalHeader] = set.Total.ToString(CultureInfo.InvariantCulture);
        response.Headers[RowsHeader] = set.Count.ToString(CultureInfo.InvariantCulture);
        if (set.IsCut)
            response.Headers[CutHeader] = string.Create(CultureInfo.InvariantCulture, $"{set.Count}/{set.Total}");
    }
}

/// <summary>What downloads have in common.</summary>
internal static class Downloads
{
    /// <summary>Address of the page as the client wrote it, ending in '/'.</summary>
    public static string Site(this HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/";

    /// <summary>Says that the answer is a file of this name.</summary>
    public static void AttachFile(this HttpResponse response, string contentType, string name)
    {
        response.ContentType = contentType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
    }
}
