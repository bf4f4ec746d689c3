using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PolicySearch.Api.Errors;
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
        Dictionary<string, string[]> errors = Errors(q, limit, request.Query);
        if (errors.Count > 0)
            return Problems.Invalid(errors);
        int most = string.IsNullOrEmpty(limit) ? DefaultLimit : int.Parse(limit, CultureInfo.InvariantCulture);
        return TypedResults.Ok(SuggestPage.From(await suggester.SuggestAsync(q ?? "", most, cancellationToken)));
    }

    private static Dictionary<string, string[]> Errors(string? q, string? limit, IQueryCollection query)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (q?.Length > SearchRequest.MaxQueryLength)
            errors["q"] = [$"q 有 {q.Length} 个字符，最多 {SearchRequest.MaxQueryLength} 个。"];
        bool usable = int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= SuggestResponse.MaxLimit;
        if (!string.IsNullOrEmpty(limit) && !usable)
            errors["limit"] = [$"limit 的值不可用，应为 1 至 {SuggestResponse.MaxLimit} 的整数。"];
        if (query.Keys.FirstOrDefault(name => name is not ("q" or "limit")) is { } unknown)
            errors[unknown.Length > 40 ? unknown[..40] : unknown] = ["不认识这个参数，可用的参数有：q、limit。"];
        return errors;
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
