namespace PolicySearch.DictionaryTool;

/// <summary>A unit of the word graph. Numbers and strings of letters, and a sentence's begin and end, have names of their own.</summary>
/// <param name="Text">A word, a single Hanzi, a punctuation mark, or one of the four names.</param>
/// <param name="Frequency">Occurrences in the training text; 0 for a punctuation mark or a Hanzi that is no word.</param>
internal readonly record struct LexiconEntry(string Text, int Frequency);

/// <summary>The words and frequencies of coredict.mem that text can reach.</summary>
internal static class CoreLexicon
{
    /// <summary>The four units that are no text, in the order in which the dictionary file numbers them.</summary>
    public static readonly string[] Names = ["未##串", "未##数", "始##始", "末##末"];

    /// <summary>
    /// The four names, then in ordinal order every punctuation mark, every single Hanzi, and every word of Hanzi only
    /// (a word graph grows a word by Hanzi alone, so the others are never met).
    /// </summary>
    /// <param name="file">Two hash tables (first character to its row), then the rows: the words' rests, and their frequencies.</param>
    public static List<LexiconEntry> Read(byte[] file)
    {
        Dictionary<string, int> words = ReadWords(new SerializedArrays(file));
        var result = Names.Select(name => new LexiconEntry(name, words[name])).ToList();
        var reachable = words.Where(word => word.Key.All(IsHanzi)).ToDictionary();
        foreach (char c in Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => IsHanzi(c) || IsDelimiter(c)))
            reachable.TryAdd(c.ToString(), 0);
        result.AddRange(reachable.Select(word => new LexiconEntry(word.Key, word.Value)).OrderBy(word => word.Text, StringComparer.Ordinal));
        return result;
    }

    private static Dictionary<string, int> ReadWords(SerializedArrays arrays)
    {
        var rows = (short[])arrays.Next()!;
        var firstChars = (char[])arrays.Next()!;
        var rests = (object?[])arrays.Next()!;
        var frequencies = (object?[])arrays.Next()!;
        var words = new Dictionary<string, int>();
        for (int slot = 0; slot < firstChars.Length; slot++)
        {
            if (firstChars[slot] == 0 || rests[rows[slot]] is not object?[] row)
                continue;
            for (int i = 0; i < row.Length; i++)
                words.Add(firstChars[slot] + new string((char[]?)row[i] ?? []), ((int[])frequencies[rows[slot]]!)[i]);
        }
        return words;
    }

    private static bool IsHanzi(char c) => c is >= '\u4E00' and <= '\u9FA5';

    private static bool IsDelimiter(char c) => !char.IsAsciiLetterOrDigit(c) &&
        c is (>= '\u0021' and <= '\u00BB') or (>= '\u2010' and <= '\u2642') or (>= '\u3001' and <= '\u301E') or (>= '\uFE30' and <= '\uFF63')
        && !IsFullWidthLetterOrDigit(c);

    private static bool IsFullWidthLetterOrDigit(char c) => c is >= '\uFF01' and <= '\uFF5E' && char.IsAsciiLetterOrDigit((char)(c - 0xFEE0));
}
