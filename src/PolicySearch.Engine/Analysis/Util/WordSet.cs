namespace Lucene.Net.Analysis.Util;

/// <summary>
/// Words behind a test that tells most other words apart without hashing them: a stop list is asked for every token and holds next to none of them.
/// Reading is thread-safe once it is filled.
/// </summary>
internal sealed class WordSet
{
    private const int FirstBits = 1024, LongLength = 63;

    private readonly HashSet<string> _words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly bool _ignoreCase;

    // Bit i: a word of i characters is there; the last bit stands for all that are longer.
    private ulong _lengths;

    // Bit c mod 1024: a word that begins with c is there.
    private readonly ulong[] _firsts = new ulong[FirstBits / 64];

    public WordSet(int capacity, bool ignoreCase)
    {
        _ignoreCase = ignoreCase;
        _words = new HashSet<string>(capacity, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _words.Count;

    /// <summary>The words, in no particular order.</summary>
    public IReadOnlyCollection<string> Words => _words;

    public void CopyTo(string[] array, int arrayIndex) => _words.CopyTo(array, arrayIndex);

    /// <summary>Adds a word; false when it was there.</summary>
    public bool Add(string word)
    {
        _lengths |= 1UL << Math.Min(word.Length, LongLength);
        if (word.Length > 0)
            _firsts[(word[0] & (FirstBits - 1)) >> 6] |= 1UL << word[0];
        return _words.Add(word);
    }

    public bool Contains(ReadOnlySpan<char> word) =>
        (_lengths >> Math.Min(word.Length, LongLength) & 1) != 0 && MayBegin(word) && _lookup.Contains(word);

    public void Clear()
    {
        _words.Clear();
        _lengths = 0;
        Array.Clear(_firsts);
    }

    private bool MayBegin(ReadOnlySpan<char> word) =>
        _ignoreCase || word.IsEmpty || (_firsts[(word[0] & (FirstBits - 1)) >> 6] >> word[0] & 1) != 0;
}
