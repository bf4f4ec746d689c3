using Microsoft.AspNetCore.Http.HttpResults;
using PolicySearch.Api.Errors;
using PolicySearch.Api.Hosting;
using PolicySearch.Search.Policies;

namespace PolicySearch.Api.Policies;

/// <summary>Policies that the documents cite.</summary>
internal static class PolicyEndpoints
{
    public static RouteGroupBuilder MapPolicies(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/policies").WithTags("Policies");
        group.MapGet("", List).WithName("Policies").WithSummary("被引用的政策，引用文件最多的在前")
            .DescribedBy(PolicyListQuery.Describe);
        group.MapGet("/{id}", Find).WithName("Policy").WithSummary("一项政策：谁引用了它、引用的原句、同被引用的政策、与多数不符的引用")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .DescribedBy(PolicyDetailQuery.Describe);
        return group;
    }

    private static async Task<Results<Ok<PolicyPage>, ValidationProblem>> List(
        PolicyListQuery query, ICitedPolicies policies, HttpContext context, CancellationToken cancellationToken)
    {
        if (query.Errors.Count > 0)
            return Problems.Invalid(query.Errors);
        CitedPolicyPage page = await policies.ListAsync(query.Request, cancellationToken);
        context.LogFacts().Hits = page.Total;
        return TypedResults.Ok(PolicyPage.From(page, query.Request));
    }

    private static async Task<Results<Ok<PolicyView>, ValidationProblem, ProblemHttpResult>> Find(
        PolicyDetailQuery query, ICitedPolicies policies, CancellationToken cancellationToken)
    {
        if (query.Errors.Count > 0)
            return Problems.Invalid(query.Errors);
        CitedPolicyDetail? found = await policies.FindAsync(query.Request, cancellationToken);
        return found is null ? Problems.NoPolicy(query.Request.Id) : TypedResults.Ok(PolicyView.From(found, query.Request));
    }
}
