using System.Globalization;
using PolicySearch.Documents.Reading;

namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// Traditional characters and the simplified ones that stand for them, one for one, so that text keeps its length: pages of Hong Kong, Macao and mirrors of mainland
/// sites. Origin: ORIGIN.md beside the table. Thread-safe.
/// </summary>
public static class TraditionalScript
{
    private const string ResourceName = "PolicySearch.Documents.Cleaning.traditional-characters.txt";

    // A text of simplified characters holds a few that the table knows (乾, 著, 於 in names); one of traditional characters, three in ten.
    private const int Sample = 3000, FirstLook = 1000, LeastCharacters = 8, LeastPercent = 5;

    private static readonly Lazy<char[]> Table = new(Build);

    // Sets, so that counting needs no branch: where a text has its marks cannot be foreseen.
    private static readonly Lazy<CharacterSet> Ideographs = new(() => new(Hanzi.IsIdeograph));
    private static readonly Lazy<CharacterSet> Traditional = new(() => new(c => Hanzi.IsIdeograph(c) && Table.Value[c] != c));

    /// <summary>The simplified form of a character; itself when it has no other.</summary>
    public static char Simplified(char c) => Table.Value[c];

    /// <summary>A text in simplified characters, of the same length.</summary>
    public static string Simplified(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (target, source) =>
        {
            char[] table = Table.Value;
            for (int i = 0; i < source.Length; i++)
                target[i] = table[source[i]];
        });
    }

    /// <summary>Whether a text, judged by its first 3,000 characters, is written in traditional characters, or good part of it is. Not if the first 1,000 hold none.</summary>
    internal static bool IsWrittenIn(IReadOnlyList<SourceLine> lines)
    {
        int traditional = Count(lines, Traditional.Value);
        return traditional >= LeastCharacters && traditional * 100 >= Count(lines, Ideographs.Value) * LeastPercent;
    }

    private static int Count(IReadOnlyList<SourceLine> lines, CharacterSet set)
    {
        int read = 0, count = 0;
        for (int i = 0; i < lines.Count && read <= (count == 0 ? FirstLook : Sample); i++)
        {
            count += set.CountIn(lines[i].Text);
            read += lines[i].Text.Length;
        }
        return count;
    }

    private static char[] Build()
    {
        char[] table = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)];
        using Stream stream = typeof(TraditionalScript).Assembly.GetManifestResourceStream(ResourceName) ?? throw new InvalidOperationException($"the assembly lacks {ResourceName}");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] cells = line.Split('\t');
            table[CodePoint(cells[0])] = CodePoint(cells[1]);
        }
        return table;
    }

    private static char CodePoint(string hex) => (char)int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
