using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Search;

/// <summary>The parameters of a search: what may stand in the URL, and what the OpenAPI document says about it.</summary>
internal static class SearchParameters
{
    /// <summary>Names of all parameters.</summary>
    public static IReadOnlyCollection<string> Names { get; }

    private static IReadOnlyList<OpenApiParameter> All { get; } =
    [
        Parameter("q", "检索词。空则列出符合筛选条件的全部文件；双引号内按原文逐字匹配；文号可用任意括号。", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = SearchRequest.MaxQueryLength }),
        .. FacetNames.All.Select(facet => Filter(facet.Name, facet.Label)),
        Parameter("from", "成文日期不早于，写作 2024-01-31。", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }),
        Parameter("to", "成文日期不晚于，写作 2024-12-31。", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }),
        Parameter("sort", "排序：relevance 相关度（默认），-date 由新到旧，date 由旧到新。", new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["relevance", "-date", "date"], Default = "relevance" }),
        Parameter("page", "页码，从 1 开始。", Integer(1, 1, SearchQuery.MaxPage)),
        Parameter("size", "每页条数；0 只要分面计数。", Integer(10, 0, SearchRequest.MaxSize)),
        Parameter("facetSize", "每个分面最多返回的取值数。", Integer(50, 1, SearchQuery.MaxFacetSize)),
        Parameter("expand", "是否用同一事物的其他名称扩展检索词（如 医共体 → 县域医疗卫生共同体）；引号内的文字从不扩展。默认 true。", new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = true }),
    ];

    static SearchParameters() => Names = [.. All.Select(parameter => parameter.Name!)];

    /// <summary>Describes the parameters in the OpenAPI document.</summary>
    public static void Describe(OpenApiOperation operation) => operation.Parameters = [.. All];

    /// <summary>Describes the parameters of a route that has others beside those of a search, or some of them.</summary>
    public static void Describe(OpenApiOperation operation, Predicate<string> ofSearch, params OpenApiParameter[] others) =>
        operation.Parameters = [.. All.Where(parameter => ofSearch(parameter.Name!)), .. others];

    public static OpenApiParameter Filter(string name, string label) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = $"按{label}筛选，可重复：同一项内任取其一，各项之间同时满足。“{SearchRequest.Unlabelled}”表示没有取值。",
        Explode = true,
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            MaxItems = SearchQuery.MaxValues,
            Items = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = SearchQuery.MaxValueLength },
        },
    };

    public static OpenApiSchema Integer(int absent, int least, int most) => new()
    {
        Type = JsonSchemaType.Integer,
        Default = JsonValue.Create(absent),
        Minimum = least.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Maximum = most.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public static OpenApiParameter Parameter(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };
}
