using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>
/// Numbers of orders and announcements, which carry no year in brackets, in text without blanks:
/// <code>
/// whole := office (令 | 公告 | 通告) [yyyy 年] 第 serial 号        国家知识产权局公告第三五零号
/// split := office (令 | 公告 | 通告)  on one line,  [yyyy 年] 第 serial 号  on the next
/// alone := yyyy 年第 serial 号                                        the office stands in the title
/// </code>
/// 国务院令 is written 国令第N号, as the State Council's own register does. Thread-safe.
/// </summary>
internal static partial class OrderNumbers
{
    /// <summary>Whether a line is a number of this family, or the first half of one.</summary>
    public static bool IsOrderLine(string compact) => compact.Length <= 80 && compact[^1] is '号' or '）' or ')' && (Whole().IsMatch(compact) || Alone().IsMatch(compact) || Serial().IsMatch(compact));

    /// <summary>The number that begins at <paramref name="index"/>, or null.</summary>
    /// <param name="lines">Header lines.</param>
    /// <param name="index">The line to look at.</param>
    public static string? Read(IReadOnlyList<Line> lines, int index)
    {
        string text = lines[index].Compact;
        if (text.Length > 200)
            return null;
        if (Of(text) is string whole)
            return whole;
        if (WithSubject().Match(text) is { Success: true } titled)
            return Shorten(titled.Groups["n"].Value);
        Match serial = Serial().Match(text);
        if (!serial.Success && !Alone().IsMatch(text))
            return null;
        string number = text.Trim('（', '）', '(', ')');
        // The page's own line may stand between the two: 某市人民政府令 / 上载日期：… / 第3号.
        int above = index - 1;
        if (above > 0 && HeaderLines.IsLabelled(lines[above].Compact))
            above--;
        string? head = above >= 0 ? lines[above].Compact : null;
        if (head is not null && IsHead(head))
            return Shorten(head.Replace("中华人民共和国", "", StringComparison.Ordinal) + number);
        return serial.Success ? null : number;
    }

    /// <summary>The number that is the whole text, in its canonical form, or null.</summary>
    public static string? Of(string compact) => compact.Length <= 80 && Whole().IsMatch(compact) ? Shorten(compact.Trim('（', '）', '(', ')')) : null;

    /// <summary>Whether a line is 某某令 or 某某公告, whose number stands on the next line.</summary>
    public static bool IsHead(string compact)
    {
        if (compact.Length > 60 || !Head().IsMatch(compact))
            return false;
        int kind = compact.EndsWith('令') ? 1 : 2;
        return Offices.Split(compact[..^kind].Replace('、', ' ')) is not null;
    }

    /// <summary>Whether a line is 某某令 above its number: that number's beginning.</summary>
    public static bool IsSplitHead(IReadOnlyList<Line> lines, int i) => i + 1 < lines.Count && IsHead(lines[i].Compact) && IsOrderLine(lines[i + 1].Compact);

    /// <summary>Whether a line says 某某令, with its number or before it.</summary>
    public static bool IsOrderHead(string compact) => (compact.EndsWith('令') && IsHead(compact)) || (compact.Length <= 80 && compact.Contains('令') && Whole().IsMatch(compact));

    /// <summary>The title of a line that holds number and title, or null.</summary>
    public static string? SubjectOf(string compact) => compact.Length is > 12 and <= 200 && compact[^1] is '）' or ')' && WithSubject().Match(compact) is { Success: true } match ? match.Groups["t"].Value : null;

    /// <summary>
    /// The order that put a regulation into force, and the office that gave it, from the note of adoption below the title (1991年3月26日某市人民政府令第19号发布), and where it stands;
    /// null where no note names one, or one names several, with amendments.
    /// </summary>
    public static (string Number, string Office, string Where)? OfAdoption(Layout layout)
    {
        for (int i = 0; i < layout.BodyStart; i++)
        {
            if (OfAdoption(layout.Lines[i].Compact) is (string number, string office))
                return (number, office, $"line {layout.Lines[i].Number}, note of adoption");
        }
        return null;
    }

    private static (string Number, string Office)? OfAdoption(string compact)
    {
        if (!compact.Contains('令') || !HeaderLines.IsAdoptionNote(compact))
            return null;
        MatchCollection orders = Adoption().Matches(compact);
        bool one = orders.Count == 1 && compact.AsSpan().Count('令') == 1 && Offices.IsName(orders[0].Groups["o"].ValueSpan);
        return one ? (Shorten(orders[0].Groups["n"].Value), orders[0].Groups["o"].Value) : null;
    }

    private static string Shorten(string number) =>
        number.Replace("中华人民共和国国务院令", "国令", StringComparison.Ordinal) is var shorter && shorter.StartsWith("国务院令", StringComparison.Ordinal)
            ? "国" + shorter[3..]
            : shorter;

    [GeneratedRegex(@"^[（(]?[一-龥、]{2,50}(?:令|公告|通告)(?:[（(]?(?:19|20)\d{2}年?[）)]?)?第?[0-9一二三四五六七八九十百零〇○]{1,6}号[）)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"日(?:以)?(?<n>(?<o>[一-龥]{2,30})令第?[0-9一二三四五六七八九十百零〇○]{1,6}号)(?:发布|公布)", RegexOptions.CultureInvariant)]
    private static partial Regex Adoption();

    // 某某公告2022年第77号（关于…的公告）: number and title on one line.
    [GeneratedRegex(@"^(?<n>[一-龥、]{2,50}(?:令|公告|通告)(?:[（(]?(?:19|20)\d{2}年?[）)]?)?第?[0-9一二三四五六七八九十百零〇○]{1,6}号)[（(](?<t>关于.{4,120})[）)]$", RegexOptions.CultureInvariant)]
    private static partial Regex WithSubject();

    [GeneratedRegex(@"^[（(]?(?:19|20)\d{2}年?第[0-9一二三四五六七八九十百零〇○]{1,6}号[）)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^[（(]?第[0-9一二三四五六七八九十百零〇○]{1,6}号[）)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^[一-龥、]{2,50}(?:令|公告|通告)$", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
