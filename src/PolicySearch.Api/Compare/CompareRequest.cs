using Microsoft.OpenApi;
using PolicySearch.Api.Search;
using PolicySearch.Search.Comparing;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Compare;

/// <summary>The parameters of a table of counts: those of a search, and what rows and columns stand for. Binding never fails: see <see cref="Errors"/>.</summary>
internal sealed class CountsRequest
{
    private static readonly Dictionary<string, FacetField> Axes = FacetNames.All.Where(facet => facet.Field != FacetField.Policy)
        .ToDictionary(facet => facet.Name, facet => facet.Field, StringComparer.Ordinal);

    private static readonly string[] Names = ["rows", "columns", "rowLimit", "columnLimit", "topicLevel"];

    private CountsRequest(SearchQuery query)
    {
        Parameters parameters = query.Parameters;
        string known = string.Join('、', FacetNames.All.Where(facet => Axes.ContainsKey(facet.Name)).Select(facet => $"{facet.Name}（{facet.Label}）"));
        FacetField rows = parameters.Choice("rows", FacetField.City, Axes, known), columns = parameters.Choice("columns", FacetField.Year, Axes, known);
        if (rows == columns)
            parameters.Reject("columns", "rows 和 columns 不能相同。");
        Table = new CrossTableRequest
        {
            Search = query.Request,
            Rows = rows,
            Columns = columns,
            RowLimit = parameters.Number("rowLimit", 50, 1, CrossTableRequest.MaxValues),
            ColumnLimit = parameters.Number("columnLimit", 30, 1, CrossTableRequest.MaxValues),
            TopicLevel = parameters.Number("topicLevel", 1, 1, 3),
        };
        Errors = query.Errors;
    }

    /// <summary>The table. Only meaningful without <see cref="Errors"/>.</summary>
    public CrossTableRequest Table { get; }

    /// <summary>Parameter name → what is wrong with it, in Chinese.</summary>
    public IDictionary<string, string[]> Errors { get; }

    /// <summary>Called by the framework.</summary>
    public static ValueTask<CountsRequest> BindAsync(HttpContext context) => ValueTask.FromResult(new CountsRequest(SearchQuery.Read(context, Names)));

    /// <summary>Describes the parameters in the OpenAPI document.</summary>
    public static void Describe(OpenApiOperation operation)
    {
        var axis = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. Axes.Keys.Select(name => (System.Text.Json.Nodes.JsonNode)name)] };
        SearchParameters.Describe(
            operation,
            CompareParameters.OfSearch,
            SearchParameters.Parameter("rows", "行。默认 city。", axis),
            SearchParameters.Parameter("columns", "列，不能与行相同。默认 year。", axis),
            SearchParameters.Parameter("rowLimit", "最多行数，文件多的在前，其余合计为一行。", SearchParameters.Integer(50, 1, CrossTableRequest.MaxValues)),
            SearchParameters.Parameter("columnLimit", "最多列数，其余合计为一列。", SearchParameters.Integer(30, 1, CrossTableRequest.MaxValues)),
            SearchParameters.Parameter("topicLevel", "主题取第几级。", SearchParameters.Integer(1, 1, 3)));
    }
}

/// <summary>The parameters of a table of figures. Binding never fails: see <see cref="Errors"/>.</summary>
internal sealed class FiguresRequest
{
    private const int MaxUnitLength = 20;

    private static readonly string[] Names = ["measure", "unit"];

    private FiguresRequest(SearchQuery query)
    {
        Table = new FigureTableRequest
        {
            Search = query.Request,
            Measure = query.Parameters.Text("measure", FigureTableRequest.MaxMeasureLength).Trim(),
            Unit = query.Parameters.Text("unit", MaxUnitLength).Trim(),
        };
        Errors = query.Errors;
    }

    /// <summary>The table. Only meaningful without <see cref="Errors"/>.</summary>
    public FigureTableRequest Table { get; }

    /// <summary>Parameter name → what is wrong with it, in Chinese.</summary>
    public IDictionary<string, string[]> Errors { get; }

    /// <summary>Called by the framework.</summary>
    public static ValueTask<FiguresRequest> BindAsync(HttpContext context) => ValueTask.FromResult(new FiguresRequest(SearchQuery.Read(context, Names)));

    /// <summary>Describes the parameters in the OpenAPI document.</summary>
    public static void Describe(OpenApiOperation operation) => SearchParameters.Describe(
        operation,
        CompareParameters.OfSearch,
        SearchParameters.Parameter("measure", "指标，如“签约率”：取计量对象含此文字的数值。空则列出常见指标。", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = FigureTableRequest.MaxMeasureLength }),
        SearchParameters.Parameter("unit", "只取这个单位的数值，如 %。", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = MaxUnitLength }));
}

/// <summary>Which parameters of a search mean something for a table.</summary>
internal static class CompareParameters
{
    public static bool OfSearch(string name) => name is not ("page" or "size" or "facetSize" or "sort");
}
