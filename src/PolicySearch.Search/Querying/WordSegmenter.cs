using Lucene.Net.Analysis;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying;

/// <summary>A piece of a query word that is looked for as a whole.</summary>
/// <param name="Text">Its folded characters.</param>
/// <param name="IsTerm">Whether the word fields may hold it as one term; otherwise only its characters tell.</param>
/// <param name="IsWeak">Whether it says too little to be asked for beside others: a function word, a single Hanzi.</param>
internal readonly record struct SearchUnit(string Text, bool IsTerm, bool IsWeak);

/// <summary>
/// Parts a query word into units. Compounds of the lexicon are one unit, the longest first; Hanzi that the segmenter leaves single and that stand side
/// by side (乡 聘 村 用) are one unit too, since they are a word that it does not know; a segmented word is one unit. Thread-safe.
/// </summary>
internal sealed class WordSegmenter(Analyzer analyzer)
{
    private const string FunctionCharacters = "的了和与及等在对为是于之将把被由向从以并或者这那其该各我您你们也就都而且但则所地得";

    /// <summary>The units of a folded word, in order. Not empty unless the word has neither letter nor digit.</summary>
    public List<SearchUnit> Segment(string word)
    {
        List<AnalyzedToken> tokens = AnalyzedToken.Read(analyzer, PolicySchema.Body, word);
        var units = new List<SearchUnit>();
        for (int i = 0; i < tokens.Count;)
        {
            AnalyzedToken whole = LongestAt(tokens, i);
            int singlesEnd = IsSingleHanzi(whole) ? SinglesEnd(tokens, i) : i;
            if (singlesEnd > i)
                AddSingles(units, tokens, i, singlesEnd, word);
            else
                units.Add(new(whole.Term, IsTerm: true, IsWeak: IsFunctionWord(whole.Term)));
            i = NextAfter(tokens, i, singlesEnd > i ? tokens[singlesEnd - 1].End : whole.End);
        }
        return units;
    }

    private static AnalyzedToken LongestAt(List<AnalyzedToken> tokens, int i)
    {
        AnalyzedToken longest = tokens[i];
        for (int j = i + 1; j < tokens.Count && tokens[j].Increment == 0; j++)
            longest = tokens[j].End > longest.End ? tokens[j] : longest;
        return longest;
    }

    private static int NextAfter(List<AnalyzedToken> tokens, int i, int end)
    {
        while (i < tokens.Count && tokens[i].Start < end)
            i++;
        return i;
    }

    /// <summary>Where the run of adjacent single Hanzi ends that begins at <paramref name="i"/>; a compound's beginning ends it.</summary>
    private static int SinglesEnd(List<AnalyzedToken> tokens, int i)
    {
        int end = i + 1;
        while (end < tokens.Count && IsSingleHanzi(tokens[end]) && tokens[end].Start == tokens[end - 1].End
            && (end + 1 == tokens.Count || tokens[end + 1].Increment > 0))
            end++;
        return end;
    }

    private static void AddSingles(List<SearchUnit> units, List<AnalyzedToken> tokens, int from, int to, string word)
    {
        for (int i = from; i < to;)
        {
            int end = i;
            while (end < to && !IsFunctionWord(tokens[end].Term))
                end++;
            if (end > i)
            {
                string text = word[tokens[i].Start..tokens[end - 1].End];
                units.Add(new(text, IsTerm: end == i + 1, IsWeak: end == i + 1));
            }
            else
            {
                units.Add(new(tokens[i].Term, IsTerm: true, IsWeak: true));
                end = i + 1;
            }
            i = end;
        }
    }

    private static bool IsSingleHanzi(AnalyzedToken token) => token.Term.Length == 1 && token.Term[0] > '\u2E7F';

    /// <summary>Whether a word only joins others.</summary>
    public static bool IsFunctionWord(string term) => term.Length == 1 && FunctionCharacters.Contains(term[0]);
}
