using Microsoft.OpenApi;
using PolicySearch.Api.Search;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Export;

/// <summary>The parameters of an export: those of a search, and the format. Binding never fails: see <see cref="Errors"/>.</summary>
internal sealed class ExportRequest
{
    private const string Format = "format";

    private static readonly Dictionary<string, IExportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["csv"] = new CsvFormat(),
        ["xlsx"] = new XlsxFormat(),
        ["gbt7714"] = new Gbt7714Format(),
        ["bibtex"] = new BibTexFormat(),
    };

    private ExportRequest(SearchQuery query)
    {
        Search = query.Request;
        string asked = query.Parameters.Text(Format, SearchQuery.MaxValueLength);
        Chosen = query.Parameters.Choice(Format, Formats["csv"], Formats, string.Join('、', Formats.Keys));
        if (asked.Length == 0)
            query.Parameters.Reject(Format, $"缺少参数 {Format}，可用的值有：{string.Join('、', Formats.Keys)}。");
        Errors = query.Errors;
    }

    /// <summary>The search. Only meaningful without <see cref="Errors"/>.</summary>
    public SearchRequest Search { get; }

    /// <summary>How to write it.</summary>
    public IExportFormat Chosen { get; }

    /// <summary>Parameter name → what is wrong with it, in Chinese.</summary>
    public IDictionary<string, string[]> Errors { get; }

    /// <summary>Called by the framework.</summary>
    public static ValueTask<ExportRequest> BindAsync(HttpContext context) => ValueTask.FromResult(new ExportRequest(SearchQuery.Read(context, [Format])));

    /// <summary>Describes the parameters in the OpenAPI document.</summary>
    public static void Describe(OpenApiOperation operation) => SearchParameters.Describe(
        operation,
        name => name is not ("page" or "size" or "facetSize"),
        SearchParameters.Parameter(Format, "csv（Excel 可直接打开）、xlsx、gbt7714（GB/T 7714-2015 参考文献）或 bibtex。", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Formats.Keys.Select(name => (System.Text.Json.Nodes.JsonNode)name)] }));
}
