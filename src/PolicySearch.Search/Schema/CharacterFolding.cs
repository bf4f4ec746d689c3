using System.Globalization;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Search.Schema;

/// <summary>
/// Folds one character to one: traditional to simplified, full width to half width, compatibility forms, upper to lower case.
/// Text keeps its length, so an offset in folded text is an offset in the text itself. Both sides of a search go through it.
/// Immutable; any number of threads may use it.
/// </summary>
public static class CharacterFolding
{
    private static readonly char[] Table = Build();

    /// <summary>The folded form of a character; itself when there is none.</summary>
    public static char Fold(char c) => Table[c];

    /// <summary>Folds a text; offsets stay.</summary>
    public static string Fold(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            source.CopyTo(target);
            Fold(target);
        });

    /// <summary>Folds in place.</summary>
    public static void Fold(Span<char> text)
    {
        char[] table = Table;
        foreach (ref char c in text)
            c = table[c];
    }

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (int c = 0; c < table.Length; c++)
            table[c] = char.ToLowerInvariant(TraditionalScript.Simplified((char)c));
        foreach (string line in DataFile.Lines("character-folds.txt"))
        {
            string[] parts = line.Split('\t');
            table[ParseCodePoint(parts[0])] = char.ToLowerInvariant(ParseCodePoint(parts[1]));
        }
        return table;
    }

    private static char ParseCodePoint(string hex) => (char)int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
