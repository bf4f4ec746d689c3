using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PolicySearch.Api.Errors;
using PolicySearch.Search;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Documents;

/// <summary>Single documents.</summary>
internal static class DocumentEndpoints
{
    public static RouteGroupBuilder MapDocuments(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/documents").WithTags("Documents");
        group.MapGet("/{id}", Find).WithName("Document").WithSummary("一份文件的全文和提取出的全部要素；给出 q 时标出匹配之处")
            .ProducesProblem(StatusCodes.Status404NotFound);
        return group;
    }

    private static async Task<Results<Ok<DocumentView>, ValidationProblem, ProblemHttpResult>> Find(
        string id, HttpRequest request, IPolicySearch search, CancellationToken cancellationToken, [FromQuery] string? q = null, [FromQuery] string? expand = null)
    {
        Dictionary<string, string[]> errors = Errors(id, q, expand, request.Query);
        if (errors.Count > 0)
            return Problems.Invalid(errors);
        MarkedDocument? found = await search.FindMarkedAsync(id, q ?? "", expand != "false", cancellationToken);
        return found is null ? Problems.NoDocument(id) : TypedResults.Ok(DocumentView.From(found));
    }

    private static Dictionary<string, string[]> Errors(string id, string? q, string? expand, IQueryCollection query)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        DocumentId.Check(id, errors);
        if (q?.Length > SearchRequest.MaxQueryLength)
            errors["q"] = [$"q 有 {q.Length} 个字符，最多 {SearchRequest.MaxQueryLength} 个。"];
        if (!string.IsNullOrEmpty(expand) && expand is not ("true" or "false"))
            errors["expand"] = ["expand 的值不可用，应为 true 或 false。"];
        if (query.Keys.FirstOrDefault(name => name is not ("q" or "expand")) is { } unknown)
            errors[unknown.Length > 40 ? unknown[..40] : unknown] = [$"不认识参数“{(unknown.Length > 40 ? unknown[..40] : unknown)}”，可用的参数有：q、expand。"];
        return errors;
    }
}
