using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>办理结果, from head and foot lines only: forms print every option. Thread-safe.</summary>
internal static partial class Outcomes
{
    /// <summary>The class as printed; null when no line states exactly one.</summary>
    /// <param name="lines">Head lines but the title's, then foot lines.</param>
    /// <param name="findings">Takes provenance and warnings.</param>
    public static Outcome? Find(IEnumerable<Line> lines, Findings findings)
    {
        foreach (Line line in lines)
        {
            if (line.Compact.Length > 120)
                continue;
            if (AllOptions().IsMatch(line.Compact))
            {
                findings.Warnings.Add($"line {line.Number} lists every outcome class; none was taken");
                continue;
            }
            if (ReadLine(line.Compact) is Outcome outcome)
                return findings.Found("outcome", outcome, $"line {line.Number}");
        }
        return null;
    }

    private static Outcome? ReadLine(string text)
    {
        foreach (Regex form in (ReadOnlySpan<Regex>)[Labelled(), AfterNumber(), Alone()])
        {
            Match match = form.Match(text);
            if (match.Success)
                return new Outcome(match.Groups["c"].Value + match.Groups["d"].Value, match.Groups["c"].Value);
        }
        Match words = Words().Match(text);
        return words.Success ? new Outcome(words.Groups["w"].Value, words.Groups["w"].Value) : null;
    }

    [GeneratedRegex(@"(?:A.{0,4}B.{0,4}C|甲.{0,3}乙.{0,3}丙)", RegexOptions.CultureInvariant)]
    private static partial Regex AllOptions();

    [GeneratedRegex(@"(?:办理结果|结果类别|办理类别|办理类型|办复类别|答复类别|答复类型|答复分类|落实类别|类别|分类|主办|办复结果)(?:标注|标记)?[：:（(\[“]{0,3}(?<c>[A-D]|[甲乙丙丁])(?<d>[1-9])?(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"号[（(\[]?(?<c>[A-D]|[甲乙丙丁])(?<d>[1-9])?(?:类[）)\]]?|[）)\]]类?|$|(?=同意|主动|公开))", RegexOptions.CultureInvariant)]
    private static partial Regex AfterNumber();

    [GeneratedRegex(@"^[（(\[【]?(?<c>[A-D]|[甲乙丙丁])(?<d>[1-9])?类?[）)\]】]?类?[；;，,]?(?:同意公开|主动公开|依申请公开|不予公开|不公开|公开)?[）)\]】]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"办理结果[：:（(]{1,2}(?<w>已解决|已经解决|基本解决|正在解决|部分解决|解决或采纳|已采纳|列入计划|列入规划|纳入规划|留作参考|用作参考|暂时难以解决|解决采纳)", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
