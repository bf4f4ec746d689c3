using Microsoft.OpenApi;

namespace PolicySearch.Api.Hosting;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "政策先例检索 API";
            document.Info.Version = "v1";
            document.Info.Description = "在建议答复、提案答复和政策文件中检索先例。出错时返回 RFC 9457 的 application/problem+json。";
            return Task.CompletedTask;
        }));

    /// <summary>Has a route's parameters and body described in the document.</summary>
    public static RouteHandlerBuilder DescribedBy(this RouteHandlerBuilder route, Action<OpenApiOperation> describe) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            describe(operation);
            return Task.CompletedTask;
        });
}
