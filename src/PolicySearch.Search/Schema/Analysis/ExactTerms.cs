namespace PolicySearch.Search.Schema.Analysis;

/// <summary>Chooses among the tokens of <see cref="ExactTokenizer"/> those that a phrase needs.</summary>
internal static class ExactTerms
{
    /// <summary>Just enough tokens to fix every character: pairs side by side need not overlap.</summary>
    public static List<(string Term, int Position)> Needed(List<AnalyzedToken> tokens)
    {
        var needed = new List<(string Term, int Position)>();
        int position = -1, covered = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            AnalyzedToken token = tokens[i];
            position += token.Increment;
            // A single Hanzi beside the pair that it begins, or after the pair that it ends, adds nothing.
            if (token.End <= covered || token.Increment == 0)
                continue;
            bool lastChance = !NextCovers(tokens, i);
            if (token.Type == ExactTokenizer.PairType && token.Start < covered && !lastChance)
                continue;
            needed.Add((token.Term, position));
            covered = token.End;
        }
        return needed;
    }

    /// <summary>Whether the token after next begins no later than this one ends, so that this one may be left out.</summary>
    private static bool NextCovers(List<AnalyzedToken> tokens, int i)
    {
        for (int next = i + 1; next < tokens.Count; next++)
        {
            if (tokens[next].Increment > 0)
                return tokens[next].Type == ExactTokenizer.PairType;
        }
        return false;
    }
}
