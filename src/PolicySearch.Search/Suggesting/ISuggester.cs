namespace PolicySearch.Search.Suggesting;

/// <summary>The port through which a half-typed word is completed. Implementations are thread-safe, and no text makes them throw.</summary>
public interface ISuggester
{
    /// <summary>
    /// Completes what was typed: by its beginning, by a word inside, by pinyin, by pinyin initials, or characters and pinyin mixed. Of a text with blanks
    /// every part must be found.
    /// </summary>
    /// <param name="typed">What stands in the search box; beyond <see cref="SuggestResponse.MaxTypedLength"/> nothing is suggested.</param>
    /// <param name="limit">Most suggestions, 1 to <see cref="SuggestResponse.MaxLimit"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is outside its range.</exception>
    /// <exception cref="IndexUnavailableException">There is no index yet, or it cannot be read. A missing or outdated list of suggestions is a notice instead.</exception>
    Task<SuggestResponse> SuggestAsync(string typed, int limit, CancellationToken cancellationToken = default);
}

/// <summary>Suggestions, the best first, no text twice.</summary>
/// <param name="Suggestions">What to offer.</param>
/// <param name="Notice">Why they are missing or may be outdated, in Chinese; null mostly.</param>
public sealed record SuggestResponse(IReadOnlyList<Suggestion> Suggestions, string? Notice = null)
{
    /// <summary>Most suggestions that may be asked for.</summary>
    public const int MaxLimit = 50;

    /// <summary>Longest text that is completed, in UTF-16 units.</summary>
    public const int MaxTypedLength = 60;
}

/// <summary>One suggestion.</summary>
/// <param name="Text">What to search for.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">Documents that have it: that are about it, issued by it, cite it, hold the phrase.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, int Count);
