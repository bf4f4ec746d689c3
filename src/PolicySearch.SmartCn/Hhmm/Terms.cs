using System.Runtime.CompilerServices;

namespace Lucene.Net.Analysis.Cn.Smart.Hhmm;

/// <summary>Turns a word's characters into the term that is indexed. Thread-safe.</summary>
internal static class Terms
{
    private static readonly ushort[] Codes = Lexicon.Instance.Codes;

    /// <summary>
    /// Writes the term of a word: a punctuation mark is <c>,</c>; letters and digits become half-width and small; blanks inside a Hanzi word go.
    /// </summary>
    /// <param name="word">As <see cref="WordGraph"/> cuts it: of one kind, and not empty.</param>
    /// <param name="term">At least as long as the word.</param>
    /// <returns>The term's length.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<char> term)
    {
        int code = Codes[word[0]];
        if (code >= CharacterCodes.FirstHanzi)
            return CopyHanzi(word, term);
        if (code >= CharacterCodes.FirstMark)
        {
            term[0] = ',';
            return 1;
        }
        for (int i = 0; i < word.Length; i++)
            term[i] = code == CharacterCodes.Other ? word[i] : Fold(word[i]);
        return word.Length;
    }

    private static int CopyHanzi(ReadOnlySpan<char> word, Span<char> term)
    {
        int length = 0;
        foreach (char c in word)
        {
            if (Codes[c] != CharacterCodes.Space)
                term[length++] = c;
        }
        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char Fold(char c)
    {
        int narrow = c >= '\uFF10' ? c - 0xFEE0 : c;
        return (char)(narrow is >= 'A' and <= 'Z' ? narrow | 0x20 : narrow);
    }
}
