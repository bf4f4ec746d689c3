using System.Text.RegularExpressions;
using PolicySearch.Documents.Extraction;

namespace PolicySearch.Documents.Jurisdictions;

/// <summary>Finds sessions and numbers in a draft that are not those of the suggestion or proposal that it answers. Thread-safe.</summary>
internal static partial class SessionCheck
{
    /// <summary>Findings, in order. None when the draft answers nothing, or does not say which session.</summary>
    public static IEnumerable<JurisdictionFinding> Find(PolicyDocument draft)
    {
        if (draft.Session is not { } own)
            yield break;
        string? whose = Wording(own);
        foreach (Match match in Meeting().Matches(draft.Body))
        {
            if (IsOther(match, own))
                yield return new(JurisdictionFindingKind.Session, true, match.Index, match.Index + match.Length, match.Value, whose);
        }
        foreach (Match match in NumberOf().Matches(draft.Body))
        {
            if (own.Number is { } number && long.TryParse(match.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out long other) && other != number)
                yield return new(JurisdictionFindingKind.Number, true, match.Index, match.Index + match.Length, match.Value, $"第{own.RawNumber ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture)}号");
        }
    }

    private static bool IsOther(Match match, Session own)
    {
        // Sessions of other levels have terms of their own.
        if (match.Groups["level"].Value is "全国" or "省" or "自治区" && own.Place?.Contains(match.Groups["level"].Value, StringComparison.Ordinal) != true)
            return false;
        bool otherAssembly = match.Groups["assembly"].Success && own.Assembly != null && match.Groups["assembly"].Value is "政协" != (own.Assembly == "政协");
        if (otherAssembly)
            return false;
        long? term = ChineseNumerals.Parse(match.Groups["term"].ValueSpan), meeting = ChineseNumerals.Parse(match.Groups["meeting"].ValueSpan);
        return own.Term is { } ownTerm && term is { } otherTerm && otherTerm != ownTerm || own.Meeting is { } ownMeeting && meeting is { } otherMeeting && otherMeeting != ownMeeting;
    }

    private static string? Wording(Session session) => session.Term is { } term && session.Meeting is { } meeting ? $"第{term}届第{meeting}次会议" : null;

    [GeneratedRegex("(?<level>全国|自治区|省|市|州|县|区|旗)?(?<assembly>政协|人大|人民代表大会)?第?(?<term>[0-9]{1,2}|[一二三四五六七八九十]{1,3})届(?:政协|人大|人民代表大会|委员会|常委会|代表大会)?第?(?<meeting>[0-9]{1,2}|[一二三四五六七八九十]{1,3})次(?:全体)?会议", RegexOptions.CultureInvariant)]
    private static partial Regex Meeting();

    [GeneratedRegex("第(?<n>[0-9]{1,8})号(?:建议|提案)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOf();
}
