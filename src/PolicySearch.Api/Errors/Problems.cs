using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace PolicySearch.Api.Errors;

/// <summary>Errors as RFC 9457 problem details, in Chinese: what is wrong, and what is allowed or can be done.</summary>
internal static class Problems
{
    private const string TypePrefix = "urn:policysearch:problem:";

    /// <summary>400 with every error by parameter name.</summary>
    public static ValidationProblem Invalid(IDictionary<string, string[]> errors) => TypedResults.ValidationProblem(
        errors,
        detail: string.Join(' ', errors.Values.SelectMany(messages => messages)),
        title: "请求参数有误",
        type: TypePrefix + "invalid-parameters");

    /// <summary>404 for a document.</summary>
    public static ProblemHttpResult NoDocument(string id) => TypedResults.Problem(Of(
        StatusCodes.Status404NotFound, "no-document", "没有找到这份文件", $"索引中没有编号为“{id}”的文件，它可能已被移除；请返回检索页重新查找。"));

    /// <summary>404 for a cited policy.</summary>
    public static ProblemHttpResult NoPolicy(string id) => TypedResults.Problem(Of(
        StatusCodes.Status404NotFound, "no-policy", "没有找到这项政策", $"没有文件引用编号为“{id}”的政策，引用它的文件可能已被移除；请返回引用政策页重新查找。"));

    /// <summary>400 for a body that cannot be used.</summary>
    public static ProblemHttpResult Bad(string detail) => Result(StatusCodes.Status400BadRequest, "bad-request", "请求无法理解", detail);

    /// <summary>422 for a file that cannot be turned into text.</summary>
    public static ProblemHttpResult Unreadable() => Result(
        StatusCodes.Status422UnprocessableEntity, "unreadable-file", "读不出这份文件的文字", "文件可能已损坏、加密，或者是没有文字的扫描件；请换一份文件，或直接粘贴文字。");

    /// <summary>A problem of this type as an answer.</summary>
    public static ProblemHttpResult Result(int status, string type, string title, string detail) => TypedResults.Problem(Of(status, type, title, detail));

    /// <summary>A problem of this type.</summary>
    public static ProblemDetails Of(int status, string type, string title, string detail) =>
        new() { Status = status, Type = TypePrefix + type, Title = title, Detail = detail };

    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => Translate(context.ProblemDetails));
        services.AddExceptionHandler<UnavailableIndexHandler>();
    }

    /// <summary>Bare status codes and exceptions leave as problem details too.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseStatusCodePages();
        app.UseExceptionHandler();
    }

    private static void Translate(ProblemDetails problem)
    {
        if (problem.Type?.StartsWith(TypePrefix, StringComparison.Ordinal) == true)
            return;
        (string type, string title, string detail) = Words(problem.Status ?? StatusCodes.Status500InternalServerError);
        (problem.Type, problem.Title, problem.Detail) = (TypePrefix + type, title, detail);
    }

    private static (string Type, string Title, string Detail) Words(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("bad-request", "请求无法理解", "请检查网址和参数的写法，接口说明见 /openapi/v1.json。"),
        StatusCodes.Status404NotFound => ("not-found", "没有这个地址", "请检查网址，检索页在 /，接口说明见 /openapi/v1.json。"),
        StatusCodes.Status405MethodNotAllowed => ("method-not-allowed", "不支持这种请求方法", "请检查请求方法，接口说明见 /openapi/v1.json。"),
        StatusCodes.Status413PayloadTooLarge => ("too-large", "文件或文字过大", "请拆分后再提交，或只粘贴正文。"),
        StatusCodes.Status429TooManyRequests => ("too-many-requests", "请求过于频繁", "请稍等一秒再试。"),
        StatusCodes.Status504GatewayTimeout => ("timeout", "检索超时", "检索没有在规定时间内完成，请减少检索词或增加筛选条件后再试。"),
        >= 500 => ("internal", "服务器内部错误", "服务器没能完成请求，错误已记入日志；请稍后再试。"),
        _ => ("http-" + status, ReasonPhrases.GetReasonPhrase(status), "请求没有被接受。"),
    };
}
