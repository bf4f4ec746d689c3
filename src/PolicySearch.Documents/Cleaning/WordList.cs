namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// A list of words that texts are held against. Nearly every text is refused by one look at one character, so a list may be long.
/// Immutable after construction, so any number of threads may read it.
/// </summary>
internal sealed class WordList
{
    private readonly int mask;

    // Words by the last bits of their first and of their last character, in the order of the list; null where there is none.
    private readonly string[]?[] byFirst, byLast;

    /// <summary>A list of words, none of them empty; of two that fit the earlier one counts.</summary>
    public WordList(params ReadOnlySpan<string> words)
    {
        mask = 63;
        while (mask < words.Length * 4)
            mask = mask * 2 + 1;
        byFirst = new string[]?[mask + 1];
        byLast = new string[]?[mask + 1];
        foreach (string word in words)
        {
            Put(byFirst, word[0], word);
            Put(byLast, word[^1], word);
        }
    }

    /// <summary>The first word of the list that a text begins with, or null.</summary>
    public string? BeginningOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || byFirst[text[0] & mask] is not { } words)
            return null;
        foreach (string word in words)
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
    public ReadOnlySpan<string> MayBegin(ReadOnlySpan<char> text) => text.IsEmpty ? [] : byFirst[text[0] & mask];

    /// <summary>The first word of the list that a text ends with, or null.</summary>
    public string? EndingOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || byLast[text[^1] & mask] is not { } words)
            return null;
        foreach (string word in words)
        {
            if (text.EndsWith(word))
                return word;
        }
        return null;
    }

    /// <summary>The words of the list that share their last character's last bits with the text's, in order: what may end it.</summary>
    public ReadOnlySpan<string> MayEnd(ReadOnlySpan<char> text) => text.IsEmpty ? [] : byLast[text[^1] & mask];

    /// <summary>Whether a text ends with a word of the list.</summary>
    public bool Ends(ReadOnlySpan<char> text) => EndingOf(text) is not null;

    /// <summary>Where the leftmost word of the list stands in a text, or −1.</summary>
    public int PlaceIn(ReadOnlySpan<char> text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (byFirst[text[at] & mask] is not null && BeginningOf(text[at..]) is not null)
                return at;
        }
        return -1;
    }

    /// <summary>Whether a word of the list stands in a text.</summary>
    public bool StandsIn(ReadOnlySpan<char> text) => PlaceIn(text) >= 0;

    private void Put(string[]?[] table, char key, string word) => table[key & mask] = [.. table[key & mask] ?? [], word];
}
