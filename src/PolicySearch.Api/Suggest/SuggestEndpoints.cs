using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PolicySearch.Api.Errors;
using PolicySearch.Api.Search;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Suggesting;

namespace PolicySearch.Api.Suggest;

/// <summary>Completing what is being typed.</summary>
internal static class SuggestEndpoints
{
    private const int DefaultLimit = 10;

    public static RouteGroupBuilder MapSuggest(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/suggest").WithTags("Suggest");
        group.MapGet("", Suggest).WithName("Suggest")
            .WithSummary("联想：按开头、词中、拼音和拼音首字母补全检索词")
            .WithDescription("q 是已输入的文字，可以是汉字、全拼、首字母或三者混写（如 jcws、jiceng、基层ws）；limit 是最多返回的条数，1 至 50，默认 10。拼音只用于联想，不用于检索。");
        return group;
    }

    private static async Task<Results<Ok<SuggestPage>, ValidationProblem>> Suggest(
        HttpRequest request, ISuggester suggester, CancellationToken cancellationToken, [FromQuery] string? q = null, [FromQuery] string? limit = null)
    {
        var parameters = new Parameters(request.Query);
        parameters.Allow(["q", "limit"]);
        string typed = parameters.Text("q", SearchRequest.MaxQueryLength);
        int most = parameters.Number("limit", DefaultLimit, 1, SuggestResponse.MaxLimit);
        if (parameters.Errors.Count > 0)
            return Problems.Invalid(parameters.Errors);
        return TypedResults.Ok(SuggestPage.From(await suggester.SuggestAsync(typed, most, cancellationToken)));
    }
}

/// <summary>Suggestions, best first.</summary>
/// <param name="Suggestions">What to offer.</param>
/// <param name="Notice">Why they are missing or may be outdated, in Chinese; null mostly.</param>
internal sealed record SuggestPage(IReadOnlyList<SuggestionView> Suggestions, string? Notice)
{
    public static SuggestPage From(SuggestResponse response) => new([.. response.Suggestions.Select(SuggestionView.From)], response.Notice);
}

/// <summary>One suggestion.</summary>
/// <param name="Text">What to search for.</param>
/// <param name="Kind">标题, 机关, 主题, 政策 or 短语.</param>
/// <param name="Count">Documents that have it.</param>
internal sealed record SuggestionView(string Text, string Kind, int Count)
{
    public static SuggestionView From(Suggestion suggestion) => new(suggestion.Text, NameOf(suggestion.Kind), suggestion.Count);

    private static string NameOf(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Topic => "主题",
        SuggestionKind.Agency => "机关",
        SuggestionKind.Policy => "政策",
        SuggestionKind.Phrase => "短语",
        _ => "标题",
    };
}
