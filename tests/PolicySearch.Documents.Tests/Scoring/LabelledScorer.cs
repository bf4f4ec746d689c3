using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Scoring;

/// <summary>
/// Real documents with truth (../shared/data/labelled), scored field by field. Blanks and the marks between addressees are no difference; an
/// issuer counts as right when the truth is its abbreviation (民航局 for 中国民用航空局), since the truth writes issuers as a site shortens
/// them; fields that nobody labelled are left out.
/// </summary>
internal static partial class LabelledScorer
{
    /// <summary>All documents of the set.</summary>
    public static FieldScores ScoreAll()
    {
        var reader = new DocumentReader();
        var scores = new FieldScores();
        foreach (string path in Directory.EnumerateFiles(RepositoryRoot.InShared("data", "labelled"), "*.txt").Order(StringComparer.Ordinal))
        {
            JsonNode label = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(path, ".json")))!;
            ScoreOne(scores, label["id"]!.ToString(), label["truth"]!, [.. label["unlabelled"]!.AsArray().Select(field => field!.ToString())], reader.Read(path, Path.GetFileName(path)));
        }
        return scores;
    }

    private static void ScoreOne(FieldScores scores, string id, JsonNode truth, HashSet<string> unlabelled, PolicyDocument found)
    {
        scores.Add("kind", id, Kind(truth), found.Kind);
        scores.Add("docNumber", id, Text(truth["docNumber"]), Bare(found.DocumentNumber));
        if (truth["titleInText"]!.GetValue<bool>())
            scores.Add("title", id, Text(truth["title"]), Bare(found.Title));
        scores.Add("issueDate", id, Text(truth["issueDate"]), found.IssueDate?.ToString("O"));
        scores.Add("year", id, Text(truth["year"]), found.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        List<string> issuers = [.. truth["issuers"]!.AsArray().Select(issuer => issuer!.ToString())];
        scores.Add("issuer", id, issuers[0], found.Issuer, IsAbbreviation);
        scores.Add("issuers", id, string.Join('|', issuers), string.Join('|', found.Issuers), (a, b) => a.Split('|').Length == b.Split('|').Length && IsAbbreviation(a, b));
        scores.Add("province", id, Text(truth["province"]), found.Province);
        scores.Add("city", id, Text(truth["city"]), found.City);
        scores.Add("county", id, Text(truth["county"]), found.County);
        scores.Add("addressees", id, Names(Text(truth["addressee"])), Names(found.Addressees.Count == 0 ? null : string.Concat(found.Addressees)));
        scores.Add("proposerKind", id, Text(truth["proposerKind"]) switch { "人大代表" => "代表", "政协委员" => "委员", { } other => other, null => null }, found.ProposerKind);
        scores.Add("session", id, Session(truth), found.Session is Session s ? $"{s.Assembly} {s.Term} {s.Meeting} {s.Number}" : null);
        scores.Add("disclosure", id, Text(truth["disclosure"]), found.Disclosure);
        if (!unlabelled.Contains("subject"))
            scores.Add("subject", id, Text(truth["subject"]), found.Subject);
        scores.AddSet("citations", id, Citations(truth), [.. found.Citations.Where(c => c is { Title: not null, DocumentNumber: not null }).Select(c => Bare(c.Title) + c.DocumentNumber).Distinct()]);
    }

    private static string? Kind(JsonNode truth) => (Text(truth["kind"]), Text(truth["subKind"])) switch
    {
        ("人大建议答复", _) => "建议答复",
        ("政协提案答复", _) => "提案答复",
        ("other", "复函") => "函",
        ("other", "国务院令") => "命令（令）",
        ("other", var sub) => sub,
        var (kind, _) => kind,
    };

    private static string? Session(JsonNode truth) => truth["session"] is JsonObject session
        ? $"{session["body"]!.ToString()[^2..]} {session["jie"]} {session["ci"]} {truth["proposalNumber"]}"
        : null;

    // The truth's rule took words before some numbers for a part of them (的通知国发〔2004〕18号: the document's own); those are no numbers.
    private static string[] Citations(JsonNode truth) =>
        [.. truth["citedDocuments"]!.AsArray().Where(c => !WordsBeforeNumber().IsMatch(c!["docNumber"]!.ToString())).Select(c => Text(c!["title"]) + c["docNumber"]).Distinct()];

    private static string? Names(string? text) => text is null ? null : Separators().Replace(text, "");

    private static string? Text(JsonNode? node) => Bare(node?.ToString());

    private static string? Bare(string? text) => text?.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);

    private static bool IsAbbreviation(string truth, string found)
    {
        int at = 0;
        foreach (char c in found)
        {
            if (at < truth.Length && truth[at] == c)
                at++;
        }
        return at == truth.Length;
    }

    [GeneratedRegex("^(?:的|有关)")]
    private static partial Regex WordsBeforeNumber();

    [GeneratedRegex("[、，,]|等?(?:代表|委员)$")]
    private static partial Regex Separators();
}
