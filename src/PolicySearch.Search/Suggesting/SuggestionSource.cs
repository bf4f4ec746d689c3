using Lucene.Net.Analysis;
using Lucene.Net.Index;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Suggesting;

/// <summary>
/// Takes the suggestions out of one state of the main index, kind by kind, those of a kind in the order of their counts. What is held in memory is a few
/// bytes for each distinct title, and lists of fixed length. For one thread.
/// </summary>
internal sealed class SuggestionSource(IndexReader reader, Analyzer analyzer)
{
    /// <summary>Most words, and most phrases of several words, that are suggested.</summary>
    private const int MaxTerms = 20_000, MaxPhrases = 20_000;

    private const int Least = 2;

    /// <summary>Shortest title of a policy that is suggested.</summary>
    private const int LeastPolicy = 4;

    /// <summary>All suggestions. Phrases come last, since they are learned from the titles on the way.</summary>
    public IEnumerable<(Suggestion Suggestion, IReadOnlyList<int> Starts)> Read()
    {
        var phrases = new PhraseCounter();
        foreach (SuggestionKind kind in (SuggestionKind[])[SuggestionKind.Topic, SuggestionKind.Agency, SuggestionKind.Policy, SuggestionKind.Title])
        {
            foreach (Suggestion suggestion in Values(kind))
            {
                List<(int Start, int End)> words = WordsOf(suggestion.Text, out string folded);
                if (kind == SuggestionKind.Title)
                    phrases.Add(folded, words, suggestion.Count);
                yield return (suggestion, [.. words.Select(word => word.Start)]);
            }
        }
        foreach (Suggestion suggestion in Phrases(phrases))
            yield return (suggestion, [.. WordsOf(suggestion.Text, out _).Select(word => word.Start)]);
    }

    private IEnumerable<Suggestion> Values(SuggestionKind kind)
    {
        // A policy is cited with its number and without: its title is suggested once.
        var values = ValueCounts.Read(reader, FieldOf(kind), kind == SuggestionKind.Policy ? PolicySpelling.EndOfTitle : null);
        foreach (CountedValue value in values.Counted)
        {
            string text = values.TextOf(value);
            if (kind == SuggestionKind.Topic)
                text = text[(text.LastIndexOf('/') + 1)..];
            if (kind == SuggestionKind.Policy)
                text = text.Trim();
            if (IsUsable(text, kind))
                yield return new(text, kind, value.Count);
        }
    }

    private IEnumerable<Suggestion> Phrases(PhraseCounter phrases)
    {
        IEnumerable<(string Text, int Count)> all = FrequentTerms.Read(reader, Least, MaxTerms).Concat(phrases.Frequent(Least, MaxPhrases));
        return all.GroupBy(phrase => phrase.Text, StringComparer.Ordinal)
            .Select(same => new Suggestion(same.Key, SuggestionKind.Phrase, same.Max(phrase => phrase.Count)))
            .OrderByDescending(suggestion => suggestion.Count).ThenBy(suggestion => suggestion.Text, StringComparer.Ordinal);
    }

    private List<(int Start, int End)> WordsOf(string text, out string folded)
    {
        folded = CharacterFolding.Fold(text);
        return [.. AnalyzedToken.Read(analyzer, PolicySchema.Body, folded).Where(token => token.Increment > 0).Select(token => (token.Start, token.End))];
    }

    private static string FieldOf(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Topic => PolicySchema.FacetName(FacetField.Topic),
        SuggestionKind.Agency => PolicySchema.FacetName(FacetField.Issuer),
        SuggestionKind.Policy => PolicySchema.FacetName(FacetField.Policy),
        SuggestionKind.Title => PolicySchema.SuggestedTitle,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static bool IsUsable(string text, SuggestionKind kind) =>
        text.Length <= SuggestSchema.MaxText && text.Length >= (kind == SuggestionKind.Policy ? LeastPolicy : 2) && !text.Any(c => char.IsSurrogate(c) || char.IsControl(c));
}
