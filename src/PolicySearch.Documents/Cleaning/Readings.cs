using System.Text.RegularExpressions;

namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// Takes off the readings that converters between the scripts set behind characters which they could not decide (答復(fù)). Thread-safe.
/// </summary>
internal static partial class Readings
{
    /// <summary>The line without readings; the same instance when it has none.</summary>
    public static string Remove(string line) => line.AsSpan().ContainsAnyInRange('à', 'ǜ') ? Reading().Replace(line, "") : line;

    // Syllables of Hanyu Pinyin with a tone's mark (ISO 7098): at most six letters.
    [GeneratedRegex(@"(?<=[一-龥])[（(](?=[^）)]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Reading();
}
