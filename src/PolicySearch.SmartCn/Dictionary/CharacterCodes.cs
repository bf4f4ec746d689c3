namespace Lucene.Net.Analysis.Cn.Smart;

/// <summary>
/// A 16-bit code for every character: below <see cref="FirstMark"/> its kind; from there one code for each punctuation mark,
/// and from <see cref="FirstHanzi"/> one for each Hanzi, those that stand most often inside words first.
/// </summary>
internal static class CharacterCodes
{
    public const ushort Space = 0, Letter = 1, WideLetter = 2, Digit = 3, WideDigit = 4, Other = 5;

    /// <summary>Codes of punctuation marks start here.</summary>
    public const ushort FirstMark = 16;

    /// <summary>Codes of Hanzi start here: behind all punctuation marks.</summary>
    public const ushort FirstHanzi = 2048;

    /// <summary>Whether a code is a punctuation mark's.</summary>
    public static bool IsMarkCode(int code) => code is >= FirstMark and < FirstHanzi;

    /// <summary>Builds the table of 65,536 codes.</summary>
    /// <param name="words">Words whose characters after the first get the lowest codes.</param>
    public static ushort[] Build(string[] words)
    {
        int[] uses = new int[char.MaxValue + 1];
        foreach (string word in words)
        {
            for (int i = 1; i < word.Length; i++)
                uses[word[i]]++;
        }
        ushort[] codes = new ushort[char.MaxValue + 1];
        ushort mark = FirstMark, hanzi = FirstHanzi;
        for (int c = 0; c < codes.Length; c++)
            codes[c] = IsMark((char)c) ? mark++ : Kind((char)c);
        foreach (int c in Enumerable.Range('\u4E00', '\u9FA5' - '\u4E00' + 1).OrderByDescending(c => uses[c]))
            codes[c] = hanzi++;
        return codes;
    }

    private static ushort Kind(char c) => c switch
    {
        ' ' or '\t' or '\r' or '\n' or '\u3000' => Space,
        _ when char.IsAsciiLetter(c) => Letter,
        _ when char.IsAsciiDigit(c) => Digit,
        >= '\uFF21' and <= '\uFF3A' or >= '\uFF41' and <= '\uFF5A' => WideLetter,
        >= '\uFF10' and <= '\uFF19' => WideDigit,
        _ => Other,
    };

    // Four ranges, whatever Unicode says of the characters in them: ① and ℃ are marks, and so is 〇.
    private static bool IsMark(char c) => Kind(c) == Other &&
        c is >= '\u0021' and <= '\u00BB' or >= '\u2010' and <= '\u2642' or >= '\u3001' and <= '\u301E' or >= '\uFE30' and <= '\uFF63';
}
