using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Suggesting;

/// <summary>
/// How characters are read, without tones; ü is written v. Serves suggestions and corrections only: no search ever goes by sound.
/// Immutable; any number of threads may use it.
/// </summary>
internal sealed class Pinyin
{
    private const char First = '\u4E00', Last = '\u9FFF';

    private readonly string[]?[] readings = new string[Last - First + 1][];
    private readonly HashSet<string> syllables = new(StringComparer.Ordinal);
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);

    private Pinyin()
    {
        var parts = DataFile.Lines("pinyin.txt").Select(line => line.Split('\t')).ToList();
        foreach (string[] part in parts)
        {
            AddSyllable(part[0]);
            Add(part[0], part[1]);
        }
        // The readings that come second stand behind, whatever the order of the lines.
        foreach (string[] part in parts.Where(part => part.Length > 2))
            Add(part[0], part[2]);
    }

    /// <summary>The readings that come with the application.</summary>
    public static Pinyin BuiltIn { get; } = new();

    /// <summary>Longest syllable, in letters.</summary>
    public static int LongestSyllable => 6;

    /// <summary>Readings of a simplified character, the usual one first; none for anything else.</summary>
    public ReadOnlySpan<string> this[char c] => c is >= First and <= Last ? readings[c - First] : null;

    /// <summary>Whether letters are a whole syllable.</summary>
    public bool IsSyllable(string letters) => syllables.Contains(letters);

    /// <summary>Whether a syllable begins with these letters.</summary>
    public bool BeginsSyllable(string letters) => beginnings.Contains(letters);

    /// <summary>
    /// The sounds of a text by its characters' readings, parted by blanks; several when characters have several readings, at most <paramref name="most"/>.
    /// None when a character has no reading.
    /// </summary>
    public List<string> Spell(ReadOnlySpan<char> text, int most)
    {
        List<string> spelled = [""];
        foreach (char c in text)
        {
            ReadOnlySpan<string> each = this[c];
            if (each.Length == 0)
                return [];
            int before = spelled.Count;
            for (int reading = 1; reading < each.Length && spelled.Count < most; reading++)
            {
                for (int i = 0; i < before && spelled.Count < most; i++)
                    spelled.Add(spelled[i] + each[reading] + " ");
            }
            for (int i = 0; i < before; i++)
                spelled[i] = spelled[i] + each[0] + " ";
        }
        return spelled;
    }

    /// <summary>Sounds that many people do not tell apart become one: zh z, ch c, sh s, n l, ing in, eng en, ang an.</summary>
    public static string Blur(string spelled)
    {
        string[] each = spelled.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < each.Length; i++)
            each[i] = BlurSyllable(each[i]);
        return string.Join(' ', each);
    }

    private static string BlurSyllable(string syllable)
    {
        if (syllable.Length > 2 && syllable[1] == 'h')
            syllable = syllable[0] + syllable[2..];
        if (syllable[0] == 'n' && syllable.Length > 1)
            syllable = 'l' + syllable[1..];
        return syllable.EndsWith("ng", StringComparison.Ordinal) && !syllable.EndsWith("ong", StringComparison.Ordinal) ? syllable[..^1] : syllable;
    }

    private void AddSyllable(string syllable)
    {
        syllables.Add(syllable);
        for (int length = 1; length <= syllable.Length; length++)
            beginnings.Add(syllable[..length]);
    }

    private void Add(string syllable, string characters)
    {
        foreach (char c in characters)
            readings[c - First] = [.. readings[c - First] ?? [], syllable];
    }
}
