using PolicySearch.Search.Suggesting;

namespace PolicySearch.Api.Tests.Fakes;

/// <summary>Suggests what of a short list contains the text; slow, failing or with a notice on demand. Counts what it is asked.</summary>
internal sealed class FakeSuggester : ISuggester
{
    private readonly List<string> asked = [];

    /// <summary>What there is to suggest.</summary>
    public IList<Suggestion> Known { get; } =
    [
        new("家庭医生签约", SuggestionKind.Topic, 9), new("家庭医生签约服务", SuggestionKind.Phrase, 21), new("关于进一步做实家庭医生签约服务的建议", SuggestionKind.Title, 3),
        new("三门峡市卫生健康委员会", SuggestionKind.Agency, 12), new("关于推进基层服务能力建设的指导意见", SuggestionKind.Policy, 60), new("<img src=x onerror=alert(1)>家庭", SuggestionKind.Title, 1),
    ];

    /// <summary>Thrown when set.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Waited for before every answer, by what was typed.</summary>
    public Func<string, TimeSpan> Delay { get; set; } = _ => TimeSpan.Zero;

    /// <summary>Sent with every answer.</summary>
    public string? Notice { get; set; }

    /// <summary>What was typed in each request, in order.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (asked)
                return [.. asked];
        }
    }

    /// <inheritdoc/>
    public async Task<SuggestResponse> SuggestAsync(string typed, int limit, CancellationToken cancellationToken = default)
    {
        lock (asked)
            asked.Add(typed);
        await Task.Delay(Delay(typed), cancellationToken);
        return Failure != null ? throw Failure : new([.. Known.Where(each => each.Text.Contains(typed, StringComparison.Ordinal)).Take(limit)], Notice);
    }
}
