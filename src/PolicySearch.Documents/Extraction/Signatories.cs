using System.Text.RegularExpressions;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>签发人, from head and foot lines. Thread-safe.</summary>
internal static partial class Signatories
{
    /// <summary>The name without blanks; null when none is printed or the field is left empty.</summary>
    public static string? Find(IEnumerable<Line> lines, Findings findings)
    {
        foreach (Line line in lines)
        {
            if (line.Text.Length > 160 || !line.Compact.Contains('签') && !line.Compact.Contains("审定", StringComparison.Ordinal))
                continue;
            Match labelled = Labelled().Match(line.Text);
            string? name = labelled.Success ? People.First(line.Text[(labelled.Index + labelled.Length)..]) : Signed(line.Compact);
            if (name is not null)
                return findings.Found("signatory", name, $"line {line.Number}");
        }
        return null;
    }

    private static string? Signed(string compact)
    {
        Match match = SignedOff().Match(compact);
        return match.Success ? match.Groups["n"].Value : null;
    }

    [GeneratedRegex(@"(?:签 {0,8}发 {0,8}人|领导签发|领导签批|审签人) {0,8}[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"已?经(?:我[局委厅部办院])?(?<n>[一-龥]{2,3}?)(?:同志|(?:党组书记|书记|常务|副)?[、]?(?:副?局长|副?主任|副?厅长|副?部长|副?书记|副?市长|副?县长|副?区长|副?院长))(?:审签|审定|签发|审核)", RegexOptions.CultureInvariant)]
    private static partial Regex SignedOff();
}
