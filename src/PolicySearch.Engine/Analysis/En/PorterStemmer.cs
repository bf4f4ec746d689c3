namespace Lucene.Net.Analysis.En;

/// <summary>
/// M. F. Porter, An algorithm for suffix stripping (1980), with his later changes: <c>bli</c> becomes <c>ble</c>, <c>logi</c> becomes <c>log</c>.
/// A word is [C](VC)^m[V]; the measure m says how much of it remains before an ending.
/// </summary>
internal ref struct PorterStemmer
{
    // Of several endings that fit the first counts; a longer one stands before a shorter one that it contains.
    private static readonly (string Ending, string Replacement)[] SecondStep =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"),
        ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Ending, string Replacement)[] ThirdStep =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] FourthStep =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];

    private readonly Span<char> word;
    private int length;

    private PorterStemmer(Span<char> word)
    {
        this.word = word;
        length = word.Length;
    }

    /// <summary>Stems a word in place.</summary>
    /// <param name="word">In lower case. Words of one or two letters, and words that do not end in a letter a to z, stay as they are.</param>
    /// <returns>The stem's length; it never grows.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length < 3 || !char.IsAsciiLetterLower(word[^1]))
            return word.Length;
        var stemmer = new PorterStemmer(word);
        stemmer.StripPlural();
        stemmer.StripPastAndParticiple();
        stemmer.YToI();
        stemmer.Replace(SecondStep);
        stemmer.Replace(ThirdStep);
        stemmer.StripLong();
        stemmer.TidyUp();
        return stemmer.length;
    }

    private void StripPlural()
    {
        if (word[length - 1] != 's')
            return;
        if (Ends("sses") || Ends("ies"))
            length -= 2;
        else if (word[length - 2] != 's')
            length--;
    }

    private void StripPastAndParticiple()
    {
        if (Ends("eed"))
        {
            if (Measure(length - 3) > 0)
                length--;
            return;
        }
        int stem = Ends("ed") ? length - 2 : Ends("ing") ? length - 3 : 0;
        if (!HasVowel(stem))
            return;
        length = stem;
        if (Ends("at") || Ends("bl") || Ends("iz"))
            word[length++] = 'e';
        else if (EndsInDouble() && word[length - 1] is not ('l' or 's' or 'z'))
            length--;
        else if (!EndsInDouble() && Measure(length) == 1 && IsShortSyllable(length - 1))
            word[length++] = 'e';
    }

    private readonly void YToI()
    {
        if (word[length - 1] == 'y' && HasVowel(length - 1))
            word[length - 1] = 'i';
    }

    private void Replace(ReadOnlySpan<(string Ending, string Replacement)> step)
    {
        foreach ((string ending, string replacement) in step)
        {
            if (!Ends(ending))
                continue;
            int stem = length - ending.Length;
            if (Measure(stem) > 0)
            {
                replacement.CopyTo(word[stem..]);
                length = stem + replacement.Length;
            }
            return;
        }
    }

    private void StripLong()
    {
        foreach (string ending in FourthStep)
        {
            int stem = length - ending.Length;
            if (!Ends(ending) || (ending == "ion" && (stem == 0 || word[stem - 1] is not ('s' or 't'))))
                continue;
            if (Measure(stem) > 1)
                length = stem;
            return;
        }
    }

    private void TidyUp()
    {
        int measured = length;
        if (word[length - 1] == 'e')
        {
            // The measure is that of the word with its e.
            int measure = Measure(measured);
            if (measure > 1 || (measure == 1 && !IsShortSyllable(length - 2)))
                length--;
        }
        if (word[length - 1] == 'l' && EndsInDouble() && Measure(measured) > 1)
            length--;
    }

    private readonly bool Ends(string ending) => word[..length].EndsWith(ending, StringComparison.Ordinal);

    private readonly bool IsConsonant(int i) => word[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(i - 1),
        _ => true,
    };

    /// <summary>How many times a vowel is followed by a consonant in the first <paramref name="end"/> letters.</summary>
    private readonly int Measure(int end)
    {
        int measure = 0;
        for (int i = 1; i < end; i++)
        {
            if (IsConsonant(i) && !IsConsonant(i - 1))
                measure++;
        }
        return measure;
    }

    private readonly bool HasVowel(int end)
    {
        for (int i = 0; i < end; i++)
        {
            if (!IsConsonant(i))
                return true;
        }
        return false;
    }

    private readonly bool EndsInDouble() => length >= 2 && word[length - 1] == word[length - 2] && IsConsonant(length - 1);

    /// <summary>Consonant, vowel, consonant other than w, x, y: as in hop(ing), which gets its e back.</summary>
    private readonly bool IsShortSyllable(int last) =>
        last >= 2 && IsConsonant(last) && !IsConsonant(last - 1) && IsConsonant(last - 2) && word[last] is not ('w' or 'x' or 'y');
}
