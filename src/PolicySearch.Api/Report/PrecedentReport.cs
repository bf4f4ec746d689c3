using System.Globalization;
using PolicySearch.Api.Documents;
using PolicySearch.Api.Export;
using PolicySearch.Documents;
using PolicySearch.Search.Exporting;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Report;

/// <summary>A report on precedents: what was asked for, what was found, what is the same in it, and wording with open places to draft from. Immutable.</summary>
internal sealed record PrecedentReport
{
    public const string Title = "先例检索报告";

    /// <summary>Name and value of everything that was asked for, when, and of which index.</summary>
    public required IReadOnlyList<(string Name, string Value)> About { get; init; }

    /// <summary>The precedents, in the order of the search.</summary>
    public required IReadOnlyList<Precedent> Precedents { get; init; }

    /// <summary>Policies that more than one of them cites, the most often first.</summary>
    public required IReadOnlyList<CommonPolicy> Common { get; init; }

    /// <summary>What has to be filled in, each once.</summary>
    public required IReadOnlyList<string> ToFillIn { get; init; }

    /// <summary>Makes the report.</summary>
    public static PrecedentReport Of(ExportJob job)
    {
        List<ResultDocument> results = [.. job.Results.Read()];
        List<CommonPolicy> common = [.. results.SelectMany((result, i) => Cited(result).Select(policy => (policy, Number: i + 1)))
            .GroupBy(one => one.policy.Id, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new CommonPolicy(group.Key, group.Select(one => one.policy.Name).OrderByDescending(name => name.Length).First(), [.. group.Select(one => one.Number)]))];
        List<Precedent> precedents = [.. results.Select((result, i) => Precedent.Of(job, result, i + 1, common))];
        return new()
        {
            About = [.. job.Conditions(), .. Circumstances(job)],
            Precedents = precedents,
            Common = common,
            ToFillIn = [.. DraftText.Asked(precedents.SelectMany(precedent => precedent.Drafts))],
        };
    }

    private static IEnumerable<(string, string)> Circumstances(ExportJob job)
    {
        string total = job.Results.Total.ToString(CultureInfo.InvariantCulture);
        yield return ("结果", job.Results.IsCut ? $"共 {total} 份，本报告收录前 {job.Results.Count} 份，其余未收录" : $"共 {total} 份，全部收录");
        yield return ("生成时间", job.Now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        yield return ("索引版本", job.Results.IndexVersion);
    }

    private static IEnumerable<(string Id, string Name)> Cited(ResultDocument result) => result.Document.Citations
        .Select((citation, i) => (result.Policies.ElementAtOrDefault(i)?.Id, Name: ExportColumns.Cited(citation)))
        .Where(one => one.Id != null).Select(one => (one.Id!, one.Name)).DistinctBy(one => one.Item1);
}

/// <summary>A policy that several precedents cite.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As cited.</param>
/// <param name="CitedBy">Numbers of the precedents.</param>
internal sealed record CommonPolicy(string Id, string Name, IReadOnlyList<int> CitedBy);

/// <summary>One precedent.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Link">Address of its page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Facts">Name and value of what it says about itself.</param>
/// <param name="Reasons">Why it is here, one sentence each.</param>
/// <param name="Passages">Passages as written, matches marked.</param>
/// <param name="Drafts">The same passages with open places.</param>
/// <param name="Reference">How it is referred to, after GB/T 7714.</param>
internal sealed record Precedent(
    int Number, string Link, string Title, IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<string> Reasons,
    IReadOnlyList<HighlightedText> Passages, IReadOnlyList<string> Drafts, string Reference)
{
    public static Precedent Of(ExportJob job, ResultDocument result, int number, IReadOnlyList<CommonPolicy> common)
    {
        PolicyDocument document = result.Document;
        var mask = PhoneMask.For(document);
        List<HighlightedText> passages = [.. result.Hit.Fragments.Select(passage => passage with { Text = mask.Apply(passage.Text) })];
        return new(
            number, job.LinkTo(document.Id), result.Hit.Title.Text, [.. FactsOf(document)], [.. ReasonsOf(job, result, number, common)],
            passages, [.. result.Hit.Fragments.Select(passage => DraftText.Of(passage.Text, passage.Offset, document).ReplaceLineEndings(" ").Trim())], Gbt7714Format.Reference(job, result));
    }

    private static IEnumerable<(string, string)> FactsOf(PolicyDocument document)
    {
        (string Name, string? Value)[] all =
        [
            ("发文机关", ExportColumns.Issuers(document)), ("文号", document.DocumentNumber), ("文种", document.Kind), ("案由", document.Subject),
            ("地区", string.Concat(new[] { document.Province, document.City, document.County }.OfType<string>().Distinct(StringComparer.Ordinal))),
            ("成文日期", document.IssueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? document.Year?.ToString(CultureInfo.InvariantCulture)),
            ("届次", SessionView.From(document.Session)?.Label), ("办理结果", document.Outcome?.Raw), ("公开属性", document.Disclosure), ("主题", string.Join("；", document.Topics)),
        ];
        return all.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (fact.Name, fact.Value!));
    }

    private static IEnumerable<string> ReasonsOf(ExportJob job, ResultDocument result, int number, IReadOnlyList<CommonPolicy> common)
    {
        foreach (MatchReason reason in result.Reasons)
        {
            string[] places = [Place("标题", reason.InTitle), Place("案由", reason.InSubject), Place("正文", reason.InBody)];
            yield return $"“{reason.Text}”见于{string.Join("、", places.Where(place => place.Length > 0))}。";
        }
        if (result.Reasons.Count == 0)
            yield return job.Search.Filters.Count > 0 || job.Search.From != null || job.Search.To != null ? "符合全部筛选条件。" : "未设检索词，按日期收录。";
        foreach (CommonPolicy policy in common.Where(policy => policy.CitedBy.Contains(number)))
            yield return $"与第{string.Join("、", policy.CitedBy.Where(other => other != number))}件同引{policy.Name}。";
    }

    private static string Place(string name, int count) => count == 0 ? "" : count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}（{count}处）");
}
