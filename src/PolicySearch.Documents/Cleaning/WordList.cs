namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// A list of words that texts are held against. Nearly every text is refused by one look at one character, so a list may be long.
/// Immutable after construction, so any number of threads may read it.
/// </summary>
internal sealed class WordList
{
    private const int Slots = 512;

    // Words by the last bits of their first and of their last character: which group has them, 0 where there is none. Small, since scans ask them at every character.
    private readonly byte[] byFirst = new byte[Slots], byLast = new byte[Slots];

    // In the order of the list.
    private readonly List<string[]> firsts = [[]], lasts = [[]];

    /// <summary>A list of at most 255 words, none of them empty; of two that fit the earlier one counts.</summary>
    public WordList(params ReadOnlySpan<string> words)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words.Length, byte.MaxValue);
        Words = [.. words];
        foreach (string word in words)
        {
            Put(byFirst, firsts, word[0], word);
            Put(byLast, lasts, word[^1], word);
        }
    }

    /// <summary>The words, in order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The first word of the list that a text begins with, or null.</summary>
    public string? BeginningOf(ReadOnlySpan<char> text)
    {
        foreach (string word in MayBegin(text))
        {
            if (text.StartsWith(word))
                return word;
        }
        return null;
    }

    /// <summary>Whether a text begins with a word of the list.</summary>
    public bool Begins(ReadOnlySpan<char> text) => BeginningOf(text) is not null;

    /// <summary>Whether a text is a word of the list.</summary>
    public bool Contains(ReadOnlySpan<char> text)
    {
        foreach (string word in MayBegin(text))
        {
            if (text.SequenceEqual(word))
                return true;
        }
        return false;
    }

    /// <summary>The words of the list that share their first character's last bits with the text's, in order: what may begin it.</summary>
    public ReadOnlySpan<string> MayBegin(ReadOnlySpan<char> text) => text.IsEmpty ? [] : firsts[byFirst[text[0] % Slots]];

    /// <summary>The first word of the list that a text ends with, or null.</summary>
    public string? EndingOf(ReadOnlySpan<char> text)
    {
        foreach (string word in MayEnd(text))
        {
            if (text.EndsWith(word))
                return word;
        }
        return null;
    }

    /// <summary>The words of the list that share their last character's last bits with the text's, in order: what may end it.</summary>
    public ReadOnlySpan<string> MayEnd(ReadOnlySpan<char> text) => text.IsEmpty ? [] : lasts[byLast[text[^1] % Slots]];

    /// <summary>Whether a text ends with a word of the list.</summary>
    public bool Ends(ReadOnlySpan<char> text) => EndingOf(text) is not null;

    /// <summary>Where the leftmost word of the list stands in a text, at or behind a place, or −1.</summary>
    public int PlaceIn(ReadOnlySpan<char> text, int from = 0)
    {
        for (int at = from; at < text.Length; at++)
        {
            if (byFirst[text[at] % Slots] != 0 && Begins(text[at..]))
                return at;
        }
        return -1;
    }

    /// <summary>Whether a word of the list stands in a text.</summary>
    public bool StandsIn(ReadOnlySpan<char> text) => PlaceIn(text) >= 0;

    private static void Put(byte[] table, List<string[]> groups, char key, string word)
    {
        ref byte group = ref table[key % Slots];
        if (group == 0)
        {
            group = (byte)groups.Count;
            groups.Add([]);
        }
        groups[group] = [.. groups[group], word];
    }
}
