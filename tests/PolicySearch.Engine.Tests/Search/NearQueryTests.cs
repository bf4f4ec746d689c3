using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PolicySearch.Engine.Tests.Search;

public sealed class NearQueryTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_sloppy_phrase_finds_documents_where_the_words_can_be_moved_together_within_the_slop(int seed)
    {
        var index = new ModelIndex(seed);
        for (int i = 0; i < 10; i++)
        {
            string[] words = Enumerable.Range(0, index.Random.Next(2, 4)).Select(_ => index.AnyWord()).Distinct().ToArray();
            var phrase = new PhraseQuery { Slop = index.Random.Next(1, 6) };
            foreach (string word in words)
                phrase.Add(new Term("body", word));

            Assert.Equal(Matching(index, d => LeastWidth(QueryModel.Tokens(d, "body"), words, 0, []) <= phrase.Slop), Found(index, phrase));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_word_twice_in_a_sloppy_phrase_needs_two_places(int seed)
    {
        var index = new ModelIndex(seed);
        string word = index.AnyWord();
        var phrase = new PhraseQuery { Slop = index.Random.Next(1, 6) };
        phrase.Add(new Term("body", word));
        phrase.Add(new Term("body", word));

        Assert.Equal(Matching(index, d => LeastWidth(QueryModel.Tokens(d, "body"), [word, word], 0, []) <= phrase.Slop), Found(index, phrase));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_phrase_with_choices_finds_what_its_phrases_find_together(int seed)
    {
        var index = new ModelIndex(seed);
        for (int i = 0; i < 10; i++)
        {
            Term[] first = [new Term("body", index.AnyWord()), new Term("body", index.AnyWord())], second = [new Term("body", index.AnyWord())];
            var choices = new MultiPhraseQuery();
            choices.Add(first);
            choices.Add(second);
            var phrases = new BooleanQuery();
            foreach (Term term in first)
            {
                var phrase = new PhraseQuery();
                phrase.Add(term);
                phrase.Add(second[0]);
                phrases.Add(phrase, Occur.SHOULD);
            }

            Assert.Equal(Found(index, phrases), Found(index, choices));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_fuzzy_query_finds_the_words_within_its_edits(int seed)
    {
        var index = new ModelIndex(seed);
        for (int i = 0; i < 10; i++)
        {
            string word = index.AnyWord();
            int edits = index.Random.Next(3), prefix = index.Random.Next(2);
            bool swaps = index.Random.Next(2) == 0;
            var query = new FuzzyQuery(new Term("body", word), edits, prefix, 1000, swaps);

            bool Near(string token) => token.StartsWith(word[..Math.Min(prefix, word.Length)], StringComparison.Ordinal)
                && (token == word || prefix < word.Length && Edits(word, token, swaps) is var n && n <= edits && n < Math.Min(word.Length, token.Length));
            Assert.Equal(Matching(index, d => QueryModel.Tokens(d, "body").Any(Near)), Found(index, query));
        }
    }

    [Fact]
    public void Too_many_clauses_are_refused_before_they_fill_the_memory()
    {
        var query = new BooleanQuery();
        for (int i = 0; i < BooleanQuery.MaxClauseCount; i++)
            query.Add(new TermQuery(new Term("body", $"{i}")), Occur.SHOULD);

        Assert.Throws<BooleanQuery.TooManyClausesException>(() => query.Add(new MatchAllDocsQuery(), Occur.SHOULD));
    }

    private static int[] Found(ModelIndex index, Query query) =>
        index.Searcher.Search(query, index.Documents.Count).ScoreDocs.Select(h => h.Doc).Order().ToArray();

    private static int[] Matching(ModelIndex index, Func<ModelDocument, bool> rule) =>
        Enumerable.Range(0, index.Documents.Count).Where(d => !index.Documents[d].Deleted && rule(index.Documents[d])).ToArray();

    /// <summary>The width of the narrowest window over all ways to give each word a place of its own.</summary>
    private static int LeastWidth(string[] tokens, string[] words, int next, List<int> places)
    {
        if (next == words.Length)
            return places.Select((p, i) => p - i).Max() - places.Select((p, i) => p - i).Min();
        int least = int.MaxValue;
        for (int p = 0; p < tokens.Length; p++)
        {
            if (tokens[p] != words[next] || places.Contains(p))
                continue;
            places.Add(p);
            least = Math.Min(least, LeastWidth(tokens, words, next + 1, places));
            places.RemoveAt(places.Count - 1);
        }
        return least;
    }

    private static int Edits(string a, string b, bool swaps)
    {
        if (a.Length == 0 || b.Length == 0)
            return Math.Max(a.Length, b.Length);
        int least = Math.Min(Edits(a[1..], b[1..], swaps) + (a[0] == b[0] ? 0 : 1), Math.Min(Edits(a[1..], b, swaps), Edits(a, b[1..], swaps)) + 1);
        return swaps && a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] ? Math.Min(least, Edits(a[2..], b[2..], swaps) + 1) : least;
    }
}
