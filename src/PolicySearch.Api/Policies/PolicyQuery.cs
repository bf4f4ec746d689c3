using Microsoft.OpenApi;
using PolicySearch.Api.Hosting;
using PolicySearch.Api.Search;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Policies;

/// <summary>The parameters of a list of policies. Binding never fails: see <see cref="Errors"/>.</summary>
internal sealed class PolicyListQuery
{
    private static readonly FacetField[] Filters = [FacetField.Topic, FacetField.Year, FacetField.Province, FacetField.City];

    private static readonly string[] Names = ["q", .. Filters.Select(field => FacetNames.Of(field).Name), "page", "size"];

    private readonly Parameters parameters;

    private PolicyListQuery(IQueryCollection values)
    {
        parameters = new(values);
        parameters.Allow(Names);
        Request = new CitedPolicyRequest
        {
            Query = parameters.Text("q", SearchRequest.MaxQueryLength),
            Filters = parameters.Filters(Filters),
            Page = parameters.Number("page", 1, 1, SearchQuery.MaxPage),
            Size = parameters.Number("size", 20, 1, CitedPolicyRequest.MaxSize),
        };
    }

    /// <summary>The list. Only meaningful without <see cref="Errors"/>.</summary>
    public CitedPolicyRequest Request { get; }

    /// <summary>Parameter name → what is wrong with it, in Chinese.</summary>
    public IDictionary<string, string[]> Errors => parameters.Errors;

    /// <summary>Called by the framework.</summary>
    public static ValueTask<PolicyListQuery> BindAsync(HttpContext context)
    {
        var query = new PolicyListQuery(context.Request.Query);
        RequestFacts facts = context.LogFacts();
        facts.Query = query.Request.Query;
        facts.Filters = query.Request.Filters.ToDictionary(filter => FacetNames.Of(filter.Key).Name, filter => filter.Value);
        return ValueTask.FromResult(query);
    }

    /// <summary>Describes the parameters in the OpenAPI document.</summary>
    public static void Describe(OpenApiOperation operation) => SearchParameters.Describe(
        operation,
        name => name is "page" || Filters.Any(field => FacetNames.Of(field).Name == name),
        SearchParameters.Parameter("q", "政策标题中的词（空格隔开，须全部出现）或文号。空则列出全部被引用的政策。", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = SearchRequest.MaxQueryLength }),
        SearchParameters.Parameter("size", "每页条数。", SearchParameters.Integer(20, 1, CitedPolicyRequest.MaxSize)));
}

/// <summary>The parameters of one policy's page.</summary>
internal sealed class PolicyDetailQuery
{
    private const int IdLength = 16;

    private static readonly string[] Names = ["page", "size", "sort"];

    private static readonly Dictionary<string, bool> Sorts = new(StringComparer.Ordinal) { ["-date"] = false, ["date"] = true };

    private readonly Parameters parameters;

    private PolicyDetailQuery(HttpContext context)
    {
        parameters = new(context.Request.Query);
        parameters.Allow(Names);
        string id = context.Request.RouteValues["id"] as string ?? "";
        if (id.Length != IdLength || !id.All(char.IsAsciiHexDigitLower))
            parameters.Reject("id", $"政策编号应为 {IdLength} 位十六进制小写字母和数字。");
        Request = new CitingRequest
        {
            Id = id,
            Page = parameters.Number("page", 1, 1, SearchQuery.MaxPage),
            Size = parameters.Number("size", 20, 1, CitingRequest.MaxSize),
            OldestFirst = parameters.Choice("sort", false, Sorts, "-date（由新到旧）、date（由旧到新）"),
        };
    }

    /// <summary>The policy. Only meaningful without <see cref="Errors"/>.</summary>
    public CitingRequest Request { get; }

    /// <summary>Parameter name → what is wrong with it, in Chinese.</summary>
    public IDictionary<string, string[]> Errors => parameters.Errors;

    /// <summary>Called by the framework.</summary>
    public static ValueTask<PolicyDetailQuery> BindAsync(HttpContext context) => ValueTask.FromResult(new PolicyDetailQuery(context));

    /// <summary>Describes the parameters in the OpenAPI document.</summary>
    public static void Describe(OpenApiOperation operation) => SearchParameters.Describe(
        operation,
        name => name is "page",
        new OpenApiParameter { Name = "id", In = ParameterLocation.Path, Required = true, Description = "政策编号，取自列表、分面或文件的引用。", Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9a-f]{16}$" } },
        SearchParameters.Parameter("size", "每页引用文件数。", SearchParameters.Integer(20, 1, CitingRequest.MaxSize)),
        SearchParameters.Parameter("sort", "引用文件的次序：-date 由新到旧（默认），date 由旧到新。", new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["-date", "date"], Default = "-date" }));
}
