using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using PolicySearch.Testing;

namespace PolicySearch.Engine.Tests.Search;

public sealed class OracleSearchTests
{
    private const int QueriesOfEachType = 120;
    private static readonly string[] Types = ["term", "prefix", "and", "or", "phrase"];

    [NeedsTheory(Requirement.Oracle, Requirement.SharedData)]
    [InlineData(1, "")]
    [InlineData(2, "--segments 4 --delete 7")]
    [InlineData(3, "--segments 2 --cfs")]
    public void The_hits_their_order_their_scores_and_the_totals_are_Lucenes(int seed, string writeOptions)
    {
        using var corpus = new OracleCorpus(2500, seed, writeOptions.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        using var directory = new MMapDirectory(corpus.IndexFolder);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = new BM25Similarity(1.2f, 0.75f) };
        List<Asked> queries = RandomQueries(corpus, reader);
        Dictionary<string, List<string[]>> expected = corpus.Search(queries.Select(q => q.Line));

        foreach (Asked asked in queries)
            Compare(asked, expected[asked.Id], searcher.Search(asked.Query, 10));
    }

    private static void Compare(Asked asked, List<string[]> expected, TopDocs actual)
    {
        Assert.True(int.Parse(expected[^1][1]) == actual.TotalHits, $"{asked.Line}: {actual.TotalHits} hits, not {expected[^1][1]}");
        var hits = expected.SkipLast(1).Select(c => (Doc: int.Parse(c[1]), Score: float.Parse(c[2], CultureInfo.InvariantCulture))).ToList();
        Assert.True(hits.Select(h => h.Doc).SequenceEqual(actual.ScoreDocs.Select(h => h.Doc)),
            $"{asked.Line}: documents {string.Join(' ', actual.ScoreDocs.Select(h => h.Doc))}, not {string.Join(' ', hits.Select(h => h.Doc))}");
        for (int i = 0; i < hits.Count; i++)
            Assert.True(Math.Abs(hits[i].Score - actual.ScoreDocs[i].Score) <= 1e-5, $"{asked.Line}: document {hits[i].Doc} scores {actual.ScoreDocs[i].Score}, not {hits[i].Score}");
    }

    private static List<Asked> RandomQueries(OracleCorpus corpus, IndexReader reader)
    {
        var lines = new List<(string Type, string Field, string Text)>();
        string[] terms = corpus.Texts.Count > 0 ? AllTerms(reader, "body") : [];
        for (int i = 0; i < QueriesOfEachType * Types.Length; i++)
        {
            string type = Types[i % Types.Length];
            string field = type is "and" or "or" or "phrase" || corpus.Random.Next(5) > 0 ? "body" : "city";
            lines.Add((type, field, RandomText(corpus, type, field, terms)));
        }
        List<(string Term, int Increment)[]> tokens = corpus.Tokens(lines.Select(l => l.Text).ToList());
        return lines.Select((l, i) => new Asked($"q{i}", l.Type, l.Field, l.Text, Build(l.Type, l.Field, l.Text, tokens[i]))).ToList();
    }

    private static string[] AllTerms(IndexReader reader, string field)
    {
        var terms = new List<string>();
        TermsEnum all = reader.Leaves[0].AtomicReader.GetTerms(field)!.GetEnumerator();
        while (all.MoveNext())
            terms.Add(all.Term.Utf8ToString());
        return terms.ToArray();
    }

    private static string RandomText(OracleCorpus corpus, string type, string field, string[] terms)
    {
        Random random = corpus.Random;
        if (field == "city")
            return type == "term" ? $"city{random.Next(22)}" : $"city{random.Next(1, 3)}";
        string term = terms[random.Next(terms.Length)];
        // Words from the running text are common ones, words from the list of terms rare ones.
        if (type is "term" or "prefix" && random.Next(2) == 0)
            return type == "term" ? term : term[..1];
        string text = corpus.Texts[random.Next(corpus.Texts.Count)].Replace('\n', ' ').Replace('\t', ' ');
        int length = type switch { "term" => 2, "prefix" => 1, "phrase" => random.Next(3, 9), _ => random.Next(3, 14) };
        int start = random.Next(Math.Max(1, text.Length - length));
        return text.Substring(start, Math.Min(length, text.Length - start));
    }

    private static Query Build(string type, string field, string text, (string Term, int Increment)[] tokens)
    {
        if (type == "term")
            return new TermQuery(new Term(field, text));
        if (type == "prefix")
            return new PrefixQuery(new Term(field, text));
        if (tokens.Length <= 1)
            return new TermQuery(tokens.Length == 1 ? new Term(field, tokens[0].Term) : new Term("no such field", ""));
        if (type == "phrase")
            return BuildPhrase(field, tokens);
        var query = new BooleanQuery();
        foreach ((string term, _) in tokens)
            query.Add(new TermQuery(new Term(field, term)), type == "and" ? Occur.MUST : Occur.SHOULD);
        return query;
    }

    private static PhraseQuery BuildPhrase(string field, (string Term, int Increment)[] tokens)
    {
        var phrase = new PhraseQuery();
        int position = -1;
        foreach ((string term, int increment) in tokens)
            phrase.Add(new Term(field, term), position += increment);
        return phrase;
    }

    private sealed record Asked(string Id, string Type, string Field, string Text, Query Query)
    {
        public string Line => $"{Id}\t{Type}\t{Field}\t{Text}";
    }
}
