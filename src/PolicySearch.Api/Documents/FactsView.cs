using PolicySearch.Documents;

namespace PolicySearch.Api.Documents;

/// <summary>What a hit tells about its document: the names are those of <c>extract --json</c>.</summary>
internal sealed record FactsView(
    string Source, string Kind, string? Subject, string? DocNumber, string? Issuer, string? Province, string? City, string? County,
    int? Year, DateOnly? IssueDate, SessionView? Session, Outcome? Outcome, IReadOnlyList<string> Topics)
{
    public static FactsView From(PolicyDocument document) => new(
        document.Source, document.Kind, document.Subject, document.DocumentNumber, document.Issuer, document.Province, document.City, document.County,
        document.Year, document.IssueDate, SessionView.From(document.Session), document.Outcome, document.Topics);
}

/// <summary>The meeting that was answered, with its usual wording.</summary>
/// <param name="Assembly">人大 or 政协.</param>
/// <param name="Place">The place as written; null when the text names none.</param>
/// <param name="Term">届.</param>
/// <param name="Meeting">次会议.</param>
/// <param name="Number">Number of the suggestion or proposal.</param>
/// <param name="RawNumber">The number as written.</param>
/// <param name="Label">In one phrase: 岳阳市政协九届三次会议第167号提案.</param>
internal sealed record SessionView(string? Assembly, string? Place, int? Term, int? Meeting, long? Number, string? RawNumber, string Label)
{
    public static SessionView? From(Session? session) => session is null ? null
        : new(session.Assembly, session.Place, session.Term, session.Meeting, session.Number, session.RawNumber, Wording(session));

    private static string Wording(Session session)
    {
        string number = session.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? session.RawNumber ?? "";
        return string.Concat(
            session.Place, session.Assembly,
            session.Term is { } term ? ChineseNumerals.Write(term) + "届" : "",
            session.Meeting is { } meeting ? ChineseNumerals.Write(meeting) + "次会议" : "",
            number.Length > 0 ? $"第{number}号" : "",
            number.Length > 0 ? Item(session.Assembly) : "");
    }

    private static string Item(string? assembly) => assembly switch { "人大" => "建议", "政协" => "提案", _ => "" };
}

/// <summary>Small numbers in Chinese.</summary>
internal static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>0 to 99 in words (十四, 二十一), others in figures.</summary>
    public static string Write(int number) => number switch
    {
        < 0 or > 99 => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        < 10 => Digits[number].ToString(),
        < 20 => "十" + Unit(number),
        _ => $"{Digits[number / 10]}十{Unit(number)}",
    };

    private static string Unit(int number) => number % 10 == 0 ? "" : Digits[number % 10].ToString();
}
