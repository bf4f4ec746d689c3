using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PolicySearch.Documents;

namespace PolicySearch.Api.Report;

/// <summary>
/// Makes of a precedent's passage wording to draft from: what is the other place's own is left open as 【待填：…】. Left open are figures (with what they measure), times, places and
/// offices of the document, and every other digit; titles in 《》 and document numbers stay, because they are what both may cite. Thread-safe.
/// </summary>
internal static partial class DraftText
{
    /// <summary>The passage with open places.</summary>
    /// <param name="text">The passage, as it stands in the body.</param>
    /// <param name="offset">Where it begins in the body.</param>
    /// <param name="document">Its document.</param>
    public static string Of(string text, int offset, PolicyDocument document)
    {
        var kept = Kept().Matches(text).Select(match => (match.Index, End: match.Index + match.Length)).ToList();
        var draft = new StringBuilder(text.Length + 64);
        int at = 0;
        foreach ((int start, int end, string open) in Openings(text, offset, document).OrderBy(one => one.Start).ThenByDescending(one => one.End))
        {
            if (start < at || kept.Exists(span => start < span.End && end > span.Index))
                continue;
            draft.Append(text, at, start - at).Append(open);
            at = end;
        }
        return draft.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>What a passage leaves open, as <c>签约率（%）</c>, each once.</summary>
    public static IEnumerable<string> Asked(IEnumerable<string> drafts) =>
        drafts.SelectMany(draft => Opened().Matches(draft)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    private static IEnumerable<(int Start, int End, string Open)> Openings(string text, int offset, PolicyDocument document)
    {
        foreach (Figure figure in document.Figures.Where(figure => figure.Start >= offset && figure.End <= offset + text.Length))
            yield return (figure.Start - offset, figure.End - offset, Open(NameOf(figure)));
        foreach (Match time in Times().Matches(text))
            yield return (time.Index, time.Index + time.Length, Open("时间"));
        foreach ((string name, string open) in Names(document))
        {
            for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
                yield return (at, at + name.Length, Open(open));
        }
        foreach (Match digits in Digits().Matches(text))
            yield return (digits.Index, digits.Index + digits.Length, Open("数字"));
    }

    private static string NameOf(Figure figure)
    {
        string subject = figure.Subject is { Length: > 0 } named && !named.Any(char.IsAsciiDigit) ? named : "数值";
        return figure.Unit.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{subject}（{figure.Unit}）") : subject;
    }

    private static IEnumerable<(string Name, string Open)> Names(PolicyDocument document)
    {
        foreach (string issuer in document.Issuers.Append(document.Issuer).OfType<string>().Where(name => name.Length > 2))
            yield return (issuer, "本单位");
        foreach (string place in new[] { document.County, document.City, document.Province }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            yield return (place, "本地");
            // 三门峡 for 三门峡市; two characters (吉林) are told from other words by the suffix alone.
            if (place.Length > 3 && place[^1] is '市' or '县' or '区' or '省')
                yield return (place[..^1], "本地");
        }
    }

    private static string Open(string what) => $"【待填：{what}】";

    [GeneratedRegex(@"《[^》]*》|[\p{IsCJKUnifiedIdeographs}]{1,12}[〔\[（(【]\s*[12]\d{3}\s*[〕\]）)】]\s*第?\s*\d{1,6}\s*号", RegexOptions.NonBacktracking)]
    private static partial Regex Kept();

    [GeneratedRegex(@"\d{4}\s*年(\s*\d{1,2}\s*月(\s*\d{1,2}\s*日)?)?[底末初]?|\d{1,2}\s*月(\s*\d{1,2}\s*日)?[底末初]?", RegexOptions.NonBacktracking)]
    private static partial Regex Times();

    [GeneratedRegex(@"\d[\d,.]*", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex("【待填：([^】]*)】", RegexOptions.NonBacktracking)]
    private static partial Regex Opened();
}
