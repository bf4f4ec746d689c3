using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>签发人, from head and foot lines. Thread-safe.</summary>
internal static partial class Signatories
{
    /// <summary>The name without blanks; null when none is printed or the field is left empty.</summary>
    public static string? Find(IEnumerable<Line> lines, Findings findings)
    {
        Line? before = null;
        foreach (Line line in lines)
        {
            string? broken = before is null ? null : AcrossLines(before, line);
            before = line;
            if (broken is not null)
                return findings.Found("signatory", broken, $"line {line.Number}");
            if (line.Text.Length > 160 || !line.Compact.Contains('签') && !line.Compact.Contains("署名", StringComparison.Ordinal) && !line.Compact.Contains("审定", StringComparison.Ordinal))
                continue;
            Match labelled = Labelled().Match(line.Text);
            string? name = labelled.Success ? People.First(line.Text[(labelled.Index + labelled.Length)..]) : Signed(line.Compact);
            if (name is not null)
                return findings.Found("signatory", name, $"line {line.Number}");
        }
        return null;
    }

    // The label itself may be cut by the line's end: 签发 | 人：张某.
    private static string? AcrossLines(Line first, Line second)
    {
        bool cut = second.Number - first.Number <= 2 && first.Text[^1] is '签' or '发' && second.Text[0] is '发' or '人';
        if (!cut)
            return null;
        int label = first.Text.LastIndexOf('签');
        string joined = label < 0 ? "" : first.Text[label..] + second.Text;
        Match match = Labelled().Match(joined);
        return match.Success && match.Index == 0 ? People.First(joined[match.Length..]) : null;
    }

    private static string? Signed(string compact)
    {
        Match match = SignedOff().Match(compact);
        return match.Success ? match.Groups["n"].Value : null;
    }

    [GeneratedRegex(@"(?:签 {0,8}发 {0,8}人|领导签发|领导签批|领导署名|审签人) {0,8}[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"已?经(?:我[局委厅部办院])?(?:(?:党组书记|常务)?[、]?副?(?:局长|主任|厅长|部长|书记|市长|县长|区长|院长|镇长)(?<n>[一-龥]{2,3}?)(?:同志)?|(?<n>[一-龥]{2,3}?)(?:同志|(?:党组书记、?|常务)?副?(?:局长|主任|厅长|部长|书记|市长|县长|区长|院长|镇长)))(?:审签|审定|签发|审核)", RegexOptions.CultureInvariant)]
    private static partial Regex SignedOff();
}
