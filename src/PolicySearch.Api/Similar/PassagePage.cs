using PolicySearch.Api.Documents;
using PolicySearch.Api.Search;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Similar;

/// <summary>Wording of a text that has been used before.</summary>
/// <param name="TookMs">Time of the search itself, in milliseconds.</param>
/// <param name="Notices">What a user should know, in Chinese; mostly empty.</param>
/// <param name="Wordings">The wordings, those that share most first.</param>
internal sealed record PassagePage(double TookMs, IReadOnlyList<string> Notices, IReadOnlyList<WordingView> Wordings)
{
    public static PassagePage From(PassageResponse response, string text) => new(
        Math.Round(response.Took.TotalMilliseconds, 2), response.Notices, [.. response.Wordings.Select(wording => WordingView.From(wording, text))]);
}

/// <summary>A wording that has been used before.</summary>
/// <param name="Text">The part of the text.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Score">The more and the rarer the wording that is shared, the higher.</param>
/// <param name="FirstSeen">Earliest date among its uses; null when none is dated.</param>
/// <param name="UseCount">How many paragraphs use it.</param>
/// <param name="Uses">The paragraphs, the earliest first; at most twenty.</param>
internal sealed record WordingView(string Text, int Start, int End, double Score, DateOnly? FirstSeen, int UseCount, IReadOnlyList<WordingUseView> Uses)
{
    public static WordingView From(ReusedWording wording, string text) => new(
        text[wording.Start..wording.End], wording.Start, wording.End, Math.Round(wording.Score, 2), wording.FirstSeen, wording.UseCount,
        [.. wording.Uses.Select(use => new WordingUseView(use.Facts.Id, Titles.Of(use.Facts), FactsView.From(use.Facts), HighlightView.From(use.Passage, PhoneMask.For(use.Facts))))]);
}

/// <summary>A paragraph that uses a wording.</summary>
/// <param name="Id">Id of its document.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Facts">What the document says about itself.</param>
/// <param name="Passage">The paragraph, what is shared marked.</param>
internal sealed record WordingUseView(string Id, string Title, FactsView Facts, HighlightView Passage);
