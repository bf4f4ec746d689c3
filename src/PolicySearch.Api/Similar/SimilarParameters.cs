using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PolicySearch.Api.Search;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Similar;

/// <summary>The parameters and bodies of the routes for similar documents, and what the OpenAPI document says about them.</summary>
internal static class SimilarParameters
{
    /// <summary>The draft's own place.</summary>
    public const string Region = "region";

    /// <summary>Names that each route takes: the filters, dates and pages of a search.</summary>
    public static IReadOnlySet<string> OfDocument { get; } = SearchParameters.Names.Except(["q", "sort", "expand"]).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc cref="OfDocument"/>
    public static IReadOnlySet<string> OfDraft { get; } = OfDocument.Append(Region).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc cref="OfDocument"/>
    public static IReadOnlySet<string> OfPassages { get; } = new HashSet<string>(["size"], StringComparer.Ordinal);

    /// <summary>Media types of a draft.</summary>
    public static IReadOnlyList<string> Upload { get; } =
        ["text/plain", "application/json", "multipart/form-data", "application/pdf", "application/msword", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/html"];

    /// <summary>Media types of a paragraph.</summary>
    public static IReadOnlyList<string> Text { get; } = ["text/plain", "application/json"];

    /// <summary>Describes parameters and body.</summary>
    public static void Describe(OpenApiOperation operation, IReadOnlySet<string> names, IReadOnlyList<string>? body = null)
    {
        IEnumerable<OpenApiParameter> path = operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path) ?? [];
        SearchParameters.Describe(operation, names.Contains, [.. path, .. names.Contains(Region) ? (OpenApiParameter[])[OwnPlace()] : []]);
        if (body != null)
            operation.RequestBody = new OpenApiRequestBody { Required = true, Description = "草稿的文字或文件。", Content = body.ToDictionary(type => type, Schema) };
    }

    private static OpenApiParameter OwnPlace() => SearchParameters.Parameter(
        Region, "草稿所属的省、市、县，用来核对混入的外地名称；不填则由草稿本身判断。", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 40 });

    private static OpenApiMediaType Schema(string type) => new()
    {
        Schema = type switch
        {
            "application/json" => Object(("text", "文字", null)),
            "multipart/form-data" => Object(("file", "文件", "binary"), ("text", "没有文件时的文字", null)),
            "text/plain" => new OpenApiSchema { Type = JsonSchemaType.String },
            _ => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
        }
    };

    private static OpenApiSchema Object(params (string Name, string Description, string? Format)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = properties.ToDictionary(property => property.Name, property => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String, Description = property.Description, Format = property.Format }),
    };
}
