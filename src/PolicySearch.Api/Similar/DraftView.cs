using PolicySearch.Api.Documents;
using PolicySearch.Documents;
using PolicySearch.Documents.Jurisdictions;

namespace PolicySearch.Api.Similar;

/// <summary>What was read of a draft.</summary>
/// <param name="Facts">What it says about itself.</param>
/// <param name="Title">Its title.</param>
/// <param name="Length">Length of its clean text, in UTF-16 units.</param>
/// <param name="Own">Its own place in full; null when nothing tells it.</param>
/// <param name="Findings">What in it belongs to another jurisdiction, in order of place.</param>
internal sealed record DraftView(FactsView Facts, string? Title, int Length, string? Own, IReadOnlyList<FindingView> Findings)
{
    public static DraftView From(PolicyDocument draft, JurisdictionReport report) => new(
        FactsView.From(draft), draft.Title, draft.Body.Length, report.Own, [.. report.Findings.Select(finding => FindingView.From(draft.Body, finding, report.Own))]);
}

/// <summary>Something in a draft that belongs to somebody else.</summary>
/// <param name="Kind"><c>place</c>, <c>agency</c>, <c>session</c> or <c>number</c>.</param>
/// <param name="Likely">Whether it is probably a mistake; false where other places are usually named on purpose.</param>
/// <param name="Text">As written.</param>
/// <param name="BelongsTo">Whose it is; of a session or number, what the draft answers.</param>
/// <param name="Message">All in one Chinese sentence.</param>
/// <param name="Before">Text before it.</param>
/// <param name="After">Text behind it.</param>
/// <param name="Offset">Where it begins in the draft's clean text, in UTF-16 units.</param>
internal sealed record FindingView(string Kind, bool Likely, string Text, string? BelongsTo, string Message, string Before, string After, int Offset)
{
    private const int Context = 24;

    public static FindingView From(string body, JurisdictionFinding finding, string? own)
    {
        int from = Math.Max(0, finding.Start - Context), to = Math.Min(body.Length, finding.End + Context);
        return new(
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()), finding.IsLikelyMistake, finding.Text, finding.BelongsTo, Sentence(finding, own),
            OneLine(body[from..finding.Start], last: true), OneLine(body[finding.End..to], last: false), finding.Start);
    }

    private static string Sentence(JurisdictionFinding finding, string? own) => finding.Kind switch
    {
        JurisdictionFindingKind.Number => $"编号与所答复的{finding.BelongsTo}不一致。",
        JurisdictionFindingKind.Session when finding.BelongsTo?.EndsWith("会议", StringComparison.Ordinal) == true => $"届次与所答复的{finding.BelongsTo}不一致。",
        _ => $"{What(finding.Kind)}属于{finding.BelongsTo ?? "外地"}，本稿属于{own}。",
    };

    private static string What(JurisdictionFindingKind kind) => kind switch
    {
        JurisdictionFindingKind.Agency => "这个机关",
        JurisdictionFindingKind.Session => "这个会议",
        _ => "这个地名",
    };

    private static string OneLine(string text, bool last)
    {
        int line = last ? text.LastIndexOf('\n') : text.IndexOf('\n');
        return line < 0 ? text : last ? text[(line + 1)..] : text[..line];
    }
}
