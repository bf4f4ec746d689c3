using System.Globalization;
using PolicySearch.Documents;

namespace PolicySearch.Indexer;

/// <summary>
/// What was understood of one document, for people: every field with its English and Chinese name, its value (or — when absent) and where it came from; then figures and
/// warnings. Figures with ▲ are promised, the others are facts.
/// </summary>
internal static class DocumentSheet
{
    private const int NameColumns = 15, ChineseColumns = 14;
    private const string Absent = "—";

    /// <summary>Writes the sheet, with a blank line behind it.</summary>
    public static void Write(TextWriter output, PolicyDocument document)
    {
        output.WriteLine($"== {document.Source}");
        foreach ((string name, string chinese, IReadOnlyList<string> values) in Fields(document))
            WriteField(output, name, chinese, values, document.Provenance.GetValueOrDefault(name));
        WriteField(output, "figures", "数字", [.. document.Figures.Select(figure => Show(figure, document.Body))], null);
        WriteField(output, "warnings", "提示", document.Warnings, null);
        output.WriteLine();
    }

    private static IEnumerable<(string Name, string Chinese, IReadOnlyList<string> Values)> Fields(PolicyDocument document) =>
    [
        ("id", "编号", [document.Id]), ("kind", "文种", [document.Kind]), ("title", "标题", One(document.Title)), ("subject", "案由", One(document.Subject)),
        ("docNumber", "发文字号", One(document.DocumentNumber)), ("issuer", "发文机关", One(document.Issuer)), ("issuers", "联合发文机关", document.Issuers),
        ("province", "省", One(document.Province)), ("city", "市", One(document.City)), ("county", "县", One(document.County)), ("regionCode", "区划代码", One(document.RegionCode)),
        ("year", "年份", One(document.Year?.ToString(CultureInfo.InvariantCulture))), ("issueDate", "成文日期", One(Day(document.IssueDate))), ("session", "届次", One(Show(document.Session))),
        ("addressees", "主送", document.Addressees), ("proposerKind", "提出者", One(document.ProposerKind)), ("outcome", "办理结果", One(Show(document.Outcome))),
        ("outcomeStatus", "办理状态", One(document.OutcomeStatus)), ("disclosure", "公开属性", One(document.Disclosure)), ("signatory", "签发人", One(document.Signatory)),
        ("contacts", "联系人", [.. document.Contacts.Select(contact => Join(" ", contact.Unit, contact.Person, contact.Phone))]), ("copiedTo", "抄送", document.CopiedTo),
        ("citations", "引用文件", [.. document.Citations.Select(Show)]), ("topics", "主题", document.Topics), ("validity", "有效性", One(Show(document.Validity))),
        ("repeals", "废止文件", [.. document.Repeals.Select(Show)]),
    ];

    private static void WriteField(TextWriter output, string name, string chinese, IReadOnlyList<string> values, string? where)
    {
        string from = where is null ? "" : $"   <- {where}";
        output.WriteLine($"{Pad(name, NameColumns)}{Pad(chinese, ChineseColumns)}{(values.Count == 0 ? Absent : values[0])}{(values.Count == 0 ? "" : from)}");
        foreach (string value in values.Skip(1))
            output.WriteLine(new string(' ', NameColumns + ChineseColumns) + value);
    }

    private static IReadOnlyList<string> One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Show(Session? session) => session is null ? null
        : Join(" ", session.Place, session.Assembly, session.Term is { } term ? $"term {term}" : null, session.Meeting is { } meeting ? $"meeting {meeting}" : null,
            session.RawNumber is { } number ? $"number {number}" : null);

    private static string? Show(Outcome? outcome) => outcome is null ? null : outcome.Raw == outcome.Class ? outcome.Raw : $"{outcome.Raw} (class {outcome.Class})";

    private static string? Show(Validity? validity) => validity is null ? null
        : Join(" ", validity.State, validity.From is { } from ? $"from {Day(from)}" : null, validity.Until is { } until ? $"until {Day(until)}" : null);

    private static string Show(Citation citation) => Join(" ", citation.Title is { } title ? $"《{title}》" : null, citation.DocumentNumber);

    private static string Show(Figure figure, string body)
    {
        string value = string.Create(CultureInfo.InvariantCulture, $"{figure.Value}{(figure.Upper is { } upper ? $"-{upper}" : "")}{figure.Unit}");
        string mark = figure.Promised ? "▲" : " ";
        return $"{mark} {figure.Subject ?? Absent} {Show(figure.Comparator)} {value}{(figure.Year is { } year ? $" ({year})" : "")}: {body[figure.SentenceStart..figure.SentenceEnd]}";
    }

    private static string Show(Comparator comparator) => comparator switch
    {
        Comparator.AtLeast => ">=",
        Comparator.AtMost => "<=",
        Comparator.MoreThan => ">",
        Comparator.LessThan => "<",
        Comparator.About => "~",
        Comparator.Increase => "+",
        Comparator.Decrease => "-",
        _ => "=",
    };

    private static string Join(string separator, params ReadOnlySpan<string?> parts)
    {
        var present = new List<string>();
        foreach (string? part in parts)
        {
            if (!string.IsNullOrEmpty(part))
                present.Add(part);
        }
        return string.Join(separator, present);
    }

    // A Hanzi takes two columns of a terminal.
    private static string Pad(string text, int columns) => text + new string(' ', Math.Max(1, columns - text.Sum(c => c < 0x2E80 ? 1 : 2)));
}
