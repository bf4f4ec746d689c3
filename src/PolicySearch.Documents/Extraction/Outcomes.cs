using System.Buffers;
using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>办理结果, from head and foot lines only: forms print every option. Thread-safe.</summary>
internal static partial class Outcomes
{
    // Wordings that stand for a class, and what they say of the matter.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["已解决"] = OutcomeStatuses.Solved,
        ["已经解决"] = OutcomeStatuses.Solved,
        ["基本解决"] = OutcomeStatuses.Solved,
        ["已基本解决"] = OutcomeStatuses.Solved,
        ["解决采纳"] = OutcomeStatuses.Solved,
        ["解决或采纳"] = OutcomeStatuses.Solved,
        ["采纳或解决"] = OutcomeStatuses.Solved,
        ["已采纳"] = OutcomeStatuses.Solved,
        ["采纳"] = OutcomeStatuses.Solved,
        ["正在解决"] = OutcomeStatuses.UnderWay,
        ["部分解决"] = OutcomeStatuses.UnderWay,
        ["部分采纳"] = OutcomeStatuses.UnderWay,
        ["逐步解决"] = OutcomeStatuses.UnderWay,
        ["列入计划"] = OutcomeStatuses.Planned,
        ["列入规划"] = OutcomeStatuses.Planned,
        ["纳入规划"] = OutcomeStatuses.Planned,
        ["纳入计划"] = OutcomeStatuses.Planned,
        ["计划解决"] = OutcomeStatuses.Planned,
        ["列入计划解决"] = OutcomeStatuses.Planned,
        ["留作参考"] = OutcomeStatuses.ForReference,
        ["用作参考"] = OutcomeStatuses.ForReference,
        ["暂时难以解决"] = OutcomeStatuses.ForReference,
        ["暂难解决"] = OutcomeStatuses.ForReference,
    };

    private static readonly SearchValues<char> Classes = SearchValues.Create("ABCD甲乙丙丁");

    /// <summary>Whether a text is one of the wordings that stand for a class.</summary>
    public static bool IsWord(ReadOnlySpan<char> text) => Words.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text);

    /// <summary>A class and what it stands for: B：正在解决.</summary>
    public static bool IsClassAndWord(string compact) =>
        compact.Length is > 3 and <= 12 && Classes.Contains(compact[0]) && compact.AsSpan(1).TrimStart('类') is [':' or '：', .. var word] && IsWord(word);

    /// <summary>The class as printed; null when no line states exactly one.</summary>
    /// <param name="lines">Head lines but the title's, then foot lines.</param>
    /// <param name="findings">Takes provenance and warnings.</param>
    public static Outcome? Find(IEnumerable<Line> lines, Findings findings)
    {
        foreach (Line line in lines)
        {
            if (line.Compact.Length > 120)
                continue;
            if (line.Compact.AsSpan().ContainsAny('C', '丙') && AllOptions().IsMatch(line.Compact))
            {
                findings.Warnings.Add($"line {line.Number} lists every outcome class; none was taken");
                continue;
            }
            if (ReadLine(line.Compact) is Outcome outcome)
                return findings.Found("outcome", outcome, $"line {line.Number}");
        }
        return null;
    }

    /// <summary>A class letter in the title, or behind it on its line: …办理情况（B）的函, …的答复函 B, …的答复（B）.</summary>
    public static Outcome? InTitle(Layout layout, Findings findings)
    {
        if (layout.Count(layout.Title) == 0)
            return null;
        Line last = layout.Lines[layout.Title.End.Value - 1];
        string text = last.Compact;
        string mark = Inside().Match(text) is { Success: true } inside ? inside.Groups["c"].Value : text[TitleShapes.WithoutTail(text).Length..].Trim('（', '(', '）', ')').TrimEnd('类');
        return mark.Length == 1 && char.IsAsciiLetterUpper(mark[0]) ? findings.Found("outcome", new Outcome(mark, mark), $"line {last.Number}") : null;
    }

    /// <summary>
    /// What became of the matter, where the scheme leaves no doubt: words say it; A is solved in every scheme of letters, D is kept for reference; 甲, 乙 and 丙 have one
    /// meaning everywhere. B and C differ by office (C is "planned" in one and "refused" in another): null.
    /// </summary>
    public static string? Status(Outcome? outcome) => outcome?.Class switch
    {
        null or "B" or "C" => null,
        "A" or "甲" => OutcomeStatuses.Solved,
        "乙" => OutcomeStatuses.UnderWay,
        "丙" or "D" => OutcomeStatuses.ForReference,
        { } word => Words.GetValueOrDefault(word),
    };

    private static Outcome? ReadLine(string text)
    {
        if (IsClassAndWord(text))
            return new Outcome(text[..1], text[..1]);
        foreach (Regex form in text.AsSpan().ContainsAny(Classes) ? (ReadOnlySpan<Regex>)[Labelled(), AfterNumber(), BehindSignatory(), Alone()] : [])
        {
            Match match = form.Match(text);
            if (match.Success)
                return new Outcome(match.Groups["c"].Value + match.Groups["d"].Value, match.Groups["c"].Value);
        }
        bool marked = text.AsSpan().ContainsAny("：:（(");
        ReadOnlySpan<char> word = marked && LabelledWord().Match(text) is { Success: true } labelled ? labelled.Groups["w"].ValueSpan : text.AsSpan().Trim("（）()[]【】〔〕");
        return IsWord(word) ? new Outcome(word.ToString(), word.ToString()) : null;
    }

    [GeneratedRegex(@"(?:A.{0,4}B.{0,4}C|甲.{0,3}乙.{0,3}丙)", RegexOptions.CultureInvariant)]
    private static partial Regex AllOptions();

    [GeneratedRegex(@"(?:办理结果|结果类别|结果分类|办理类别|办理类型|办理分类|办复类别|答复类别|答复类型|答复分类|落实类别|类别|分类|主办|办复结果|办理情况)(?:标注|标记|标识)?[：:（(\[【〔“]{0,3}(?<c>[A-D]|[甲乙丙丁])(?<d>[1-9])?(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    // 关于…建议办理情况（B）的函
    [GeneratedRegex(@"办理情况[（(](?<c>[A-D])类?[）)]的", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    // 签发人：李某（A类）
    [GeneratedRegex(@"^签发(?:人)?[：:][一-龥·]{2,8}[（(](?<c>[A-D])(?<d>[1-9])?类[）)]$", RegexOptions.CultureInvariant)]
    private static partial Regex BehindSignatory();

    [GeneratedRegex(@"号[（(\[【〔]?(?<c>[A-D]|[甲乙丙丁])(?<d>[1-9])?(?:类[）)\]】〕]?|[）)\]】〕]类?|$|(?=同意|主动|公开))", RegexOptions.CultureInvariant)]
    private static partial Regex AfterNumber();

    [GeneratedRegex(@"^[（(\[【〔“""]?(?<c>[A-D]|[甲乙丙丁])(?<d>[1-9])?类?[）)\]】〕”""]?类?[；;，,]?(?:同意公开|主动公开|依申请公开|不予公开|不公开|公开)?[）)\]】〕]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?:办理结果|办复结果|结果类别|办理类别|答复类别|答复分类|办理类型)[：:（(]{1,2}(?<w>[一-龥]{2,6})[）)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelledWord();
}
