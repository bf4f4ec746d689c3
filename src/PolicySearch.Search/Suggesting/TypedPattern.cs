namespace PolicySearch.Search.Suggesting;

/// <summary>What one character of a suggestion must be.</summary>
/// <param name="Text">The character, or letters of its reading.</param>
/// <param name="IsLetters">Whether the text is letters of a reading.</param>
/// <param name="IsWhole">Whether the reading must be just these letters; otherwise it begins with them.</param>
internal readonly record struct TypedElement(string Text, bool IsLetters, bool IsWhole)
{
    /// <summary>Whether a folded character fits.</summary>
    public bool Fits(char c)
    {
        if (!IsLetters)
            return c == Text[0];
        foreach (string reading in Pinyin.BuiltIn[c])
        {
            if (IsWhole ? reading == Text : reading.StartsWith(Text, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}

/// <summary>
/// One way of reading a run of typed text without blanks, one element for each character looked for: jicengws is 基层卫生 as ji|ceng|w|s.
/// <code>
/// Pattern := (Character | Syllable | Initial)* Beginning?
/// </code>
/// A value; thread-safe.
/// </summary>
internal sealed record TypedPattern(IReadOnlyList<TypedElement> Elements)
{
    // Most ways of one run that are tried, and steps spent in finding them.
    private const int MaxPatterns = 12;
    private const int MaxSteps = 400;
    private const int MaxLetters = 24;

    /// <summary>Whether only characters are looked for, no sounds.</summary>
    public bool IsLiteral => Elements.All(element => !element.IsLetters);

    /// <summary>The ways of reading a folded run: as it stands first, then with its letters taken for pinyin, longer syllables before shorter.</summary>
    public static List<TypedPattern> Read(string run)
    {
        var patterns = new List<TypedPattern> { new([.. run.Select(c => new TypedElement(c.ToString(), false, true))]) };
        if (run.Any(char.IsAsciiLetterLower) && run.Count(char.IsAsciiLetterLower) <= MaxLetters)
        {
            int steps = 0;
            Split(run.Replace("'", "", StringComparison.Ordinal), 0, [], patterns, ref steps);
        }
        return patterns;
    }

    /// <summary>Whether the pattern matches folded text from a place on.</summary>
    public bool MatchesAt(string folded, int at)
    {
        if (at + Elements.Count > folded.Length)
            return false;
        for (int i = 0; i < Elements.Count; i++)
        {
            if (!Elements[i].Fits(folded[at + i]))
                return false;
        }
        return true;
    }

    /// <summary>Whether the pattern matches somewhere.</summary>
    public bool MatchesIn(string folded)
    {
        for (int at = 0; at + Elements.Count <= folded.Length; at++)
        {
            if (MatchesAt(folded, at))
                return true;
        }
        return false;
    }

    private static void Split(string run, int at, List<TypedElement> before, List<TypedPattern> patterns, ref int steps)
    {
        if (patterns.Count > MaxPatterns || ++steps > MaxSteps)
            return;
        if (at == run.Length)
        {
            patterns.Add(new([.. before]));
            return;
        }
        foreach ((TypedElement element, int length) in Next(run, at))
        {
            before.Add(element);
            Split(run, at + length, before, patterns, ref steps);
            before.RemoveAt(before.Count - 1);
        }
    }

    private static IEnumerable<(TypedElement Element, int Length)> Next(string run, int at)
    {
        if (!char.IsAsciiLetterLower(run[at]))
        {
            yield return (new(run[at].ToString(), false, true), 1);
            yield break;
        }
        // 5g is a name, whatever g may begin.
        if (at > 0 && char.IsAsciiDigit(run[at - 1]))
            yield return (new(run[at].ToString(), false, true), 1);
        for (int length = Math.Min(Pinyin.LongestSyllable, run.Length - at); length > 0; length--)
        {
            string letters = run.Substring(at, length);
            bool last = at + length == run.Length;
            if (last && Pinyin.BuiltIn.BeginsSyllable(letters))
                yield return (new(letters, true, false), length);
            else if (Pinyin.BuiltIn.IsSyllable(letters) && length > 1)
                yield return (new(letters, true, true), length);
            else if (Pinyin.BuiltIn.BeginsSyllable(letters) && (length == 1 || letters is "zh" or "ch" or "sh"))
                yield return (new(letters, true, false), length);
        }
    }
}
