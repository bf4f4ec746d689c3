using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using PolicySearch.Api.Errors;
using PolicySearch.Api.Export;
using PolicySearch.Api.Hosting;
using PolicySearch.Api.Search;
using PolicySearch.Search.Exporting;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Report;

/// <summary>A report on the precedents that a search finds.</summary>
internal static class ReportEndpoints
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static RouteGroupBuilder MapReport(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/report").WithTags("Export");
        group.WithRequestTimeout(Limits.LongPolicy);
        group.MapGet("", Write).WithName("Report").WithSummary("先例检索报告：检索条件、先例一览、匹配段落、入选理由、共同引用的政策，以及把本地数据换成【待填】的拟稿参考")
            .Produces(StatusCodes.Status200OK, contentType: "text/html")
            .DescribedBy(ReportRequest.Describe);
        return group;
    }

    private static async Task<Results<ContentHttpResult, FileContentHttpResult, ValidationProblem>> Write(
        ReportRequest request, IResultSets results, TimeProvider clock, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.Errors.Count > 0)
            return Problems.Invalid(request.Errors);
        using ResultSet set = await results.OpenAsync(request.Search, request.Hits, cancellationToken);
        context.LogFacts().Hits = set.Total;
        var job = new ExportJob(request.Search, set, context.Site(), clock.GetLocalNow());
        PrecedentReport report = await Task.Run(() => PrecedentReport.Of(job), cancellationToken);
        if (!request.IsDocx)
            return TypedResults.Content(ReportHtml.Write(report, job.Site, AsDocx(context.Request)), "text/html; charset=utf-8");
        return TypedResults.File(ReportDocx.Write(report), Docx, $"{PrecedentReport.Title}-{job.Now.ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.docx");
    }

    private static string AsDocx(HttpRequest request)
    {
        var query = new QueryBuilder(request.Query.Where(value => value.Key != ReportRequest.Format).SelectMany(value => value.Value, (value, one) => KeyValuePair.Create(value.Key, one ?? "")));
        query.Add(ReportRequest.Format, "docx");
        return query.ToString();
    }
}

/// <summary>The parameters of a report: those of a search, the format, and how many hits. Binding never fails: see <see cref="Errors"/>.</summary>
internal sealed class ReportRequest
{
    public const string Format = "format";

    /// <summary>Most hits in one report.</summary>
    public const int MaxHits = 100;

    private static readonly Dictionary<string, bool> Formats = new(StringComparer.Ordinal) { ["html"] = false, ["docx"] = true };

    private ReportRequest(SearchQuery query)
    {
        Search = query.Request;
        IsDocx = query.Parameters.Choice(Format, false, Formats, "html、docx");
        Hits = query.Parameters.Number("hits", 20, 1, MaxHits);
        Errors = query.Errors;
    }

    /// <summary>The search. Only meaningful without <see cref="Errors"/>.</summary>
    public SearchRequest Search { get; }

    /// <summary>Whether a Word document is asked for, not a page.</summary>
    public bool IsDocx { get; }

    /// <summary>Hits that the report tells about.</summary>
    public int Hits { get; }

    /// <summary>Parameter name → what is wrong with it, in Chinese.</summary>
    public IDictionary<string, string[]> Errors { get; }

    /// <summary>Called by the framework.</summary>
    public static ValueTask<ReportRequest> BindAsync(HttpContext context) => ValueTask.FromResult(new ReportRequest(SearchQuery.Read(context, [Format, "hits"])));

    /// <summary>Describes the parameters in the OpenAPI document.</summary>
    public static void Describe(OpenApiOperation operation) => SearchParameters.Describe(
        operation,
        name => name is not ("page" or "size" or "facetSize"),
        SearchParameters.Parameter(Format, "html（便于打印的网页，默认）或 docx。", new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["html", "docx"], Default = "html" }),
        SearchParameters.Parameter("hits", "收录前多少份。", SearchParameters.Integer(20, 1, MaxHits)));
}
