using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using PolicySearch.Api.Errors;
using PolicySearch.Api.Documents;
using PolicySearch.Api.Hosting;
using PolicySearch.Api.Search;
using PolicySearch.Documents;
using PolicySearch.Documents.Jurisdictions;
using PolicySearch.Search;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Similar;

/// <summary>Similar replies, and wording that has been used before.</summary>
internal static class SimilarEndpoints
{
    private const int MaxRegionLength = 40;

    public static void MapSimilar(this IEndpointRouteBuilder routes, ApiSettings settings)
    {
        var limit = new RequestSizeLimitAttribute(settings.MaxUploadBytes * DraftUpload.Patience);
        routes.MapGet("/documents/{id}/similar", OfDocument).WithTags("Similar").WithName("SimilarToDocument")
            .WithSummary("与一份文件相似的文件，近乎相同的合并为一条").ProducesProblem(StatusCodes.Status404NotFound)
            .DescribedBy(operation => SimilarParameters.Describe(operation, SimilarParameters.OfDocument));
        routes.MapPost("/similar", OfDraft).WithTags("Similar").WithName("SimilarToDraft")
            .WithSummary("与一段文字或一份文件相似的文件，并核对其中的地名、机关和届次").WithMetadata(limit)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .DescribedBy(operation => SimilarParameters.Describe(operation, SimilarParameters.OfDraft, SimilarParameters.Upload));
        routes.MapPost("/passages", Passages).WithTags("Similar").WithName("Passages")
            .WithSummary("草稿中的语句是否在别处用过：出处、最早日期").WithMetadata(limit)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .DescribedBy(operation => SimilarParameters.Describe(operation, SimilarParameters.OfPassages, SimilarParameters.Text));
    }

    private static async Task<Results<Ok<SimilarPage>, ValidationProblem, ProblemHttpResult>> OfDocument(
        string id, HttpContext context, ISimilarSearch search, CancellationToken cancellationToken)
    {
        SearchQuery query = SearchQuery.ReadThese(context, SimilarParameters.OfDocument);
        DocumentId.Check(id, query.Errors);
        if (query.Errors.Count > 0)
            return Problems.Invalid(query.Errors);
        SimilarResponse? found = await search.SimilarToAsync(id, query.Request, cancellationToken);
        if (found is null)
            return Problems.NoDocument(id);
        context.LogFacts().Hits = found.Total;
        return TypedResults.Ok(SimilarPage.From(found, null));
    }

    private static async Task<Results<Ok<SimilarPage>, ValidationProblem, ProblemHttpResult>> OfDraft(
        HttpContext context, DraftUpload upload, ISimilarSearch search, JurisdictionGuard guard, CancellationToken cancellationToken)
    {
        SearchQuery query = SearchQuery.ReadThese(context, SimilarParameters.OfDraft);
        string? region = Region(context.Request.Query, guard, query.Errors);
        if (query.Errors.Count > 0)
            return Problems.Invalid(query.Errors);
        (PolicyDocument? draft, ProblemHttpResult? problem) = await upload.ReadAsync(context.Request, cancellationToken);
        if (problem is not null)
            return problem;
        SimilarResponse found = await search.SimilarToAsync(draft!, query.Request, cancellationToken);
        context.LogFacts().Hits = found.Total;
        return TypedResults.Ok(SimilarPage.From(found, DraftView.From(draft!, guard.Check(draft!, region))));
    }

    private static async Task<Results<Ok<PassagePage>, ValidationProblem, ProblemHttpResult>> Passages(
        HttpContext context, DraftUpload upload, ISimilarSearch search, CancellationToken cancellationToken)
    {
        SearchQuery query = SearchQuery.ReadThese(context, SimilarParameters.OfPassages);
        if (query.Request.Size is < 1 or > PassageResponse.MaxSize)
            query.Errors["size"] = [$"size 应为 1 至 {PassageResponse.MaxSize} 的整数。"];
        if (query.Errors.Count > 0)
            return Problems.Invalid(query.Errors);
        (string? text, ProblemHttpResult? problem) = await upload.ReadTextAsync(context.Request, cancellationToken);
        if (problem is not null)
            return problem;
        PassageResponse found = await search.PassagesAsync(text!, query.Request.Size, cancellationToken);
        context.LogFacts().Hits = found.Wordings.Count;
        return TypedResults.Ok(PassagePage.From(found, text!));
    }

    private static string? Region(IQueryCollection values, JurisdictionGuard guard, IDictionary<string, string[]> errors)
    {
        string? region = values[SimilarParameters.Region].FirstOrDefault()?.Trim();
        if (string.IsNullOrEmpty(region))
            return null;
        if (region.Length > MaxRegionLength || guard.FullName(region) is null)
            errors[SimilarParameters.Region] = [$"region 的值“{(region.Length > MaxRegionLength ? region[..MaxRegionLength] + "…" : region)}”不是唯一的省、市、县名称，请写全称，如 河南省三门峡市。"];
        return region;
    }
}
