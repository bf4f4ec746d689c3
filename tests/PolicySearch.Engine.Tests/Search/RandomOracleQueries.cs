using Lucene.Net.Index;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>Random queries of every type that the oracle has, from the text and the terms of a corpus.</summary>
internal sealed class RandomOracleQueries(OracleCorpus corpus, IndexReader reader)
{
    private readonly string[] terms = AllTerms(reader, "body");

    private Random Random => corpus.Random;

    /// <summary>The next queries; the types take turns.</summary>
    public List<OracleQuery> Take(int count)
    {
        var lines = new List<(string Type, string Field, string Text)>();
        for (int i = 0; i < count; i++)
        {
            string type = OracleQuery.Types[i % OracleQuery.Types.Length], field = RandomField(type);
            lines.Add((type, field, RandomText(type, field)));
        }
        List<(string Term, int Increment)[]> tokens = corpus.Tokens([.. lines.Select(line => line.Text)]);
        return [.. lines.Select((line, i) => OracleQuery.Create($"q{i}", line.Type, line.Field, line.Text, tokens[i]))];
    }

    private string RandomField(string type) => type is "term" or "prefix" && Random.Next(5) == 0 ? "city" : Random.Next(6) == 0 ? "title" : "body";

    private string RandomText(string type, string field)
    {
        if (field == "city")
            return type == "term" ? $"city{Random.Next(22)}" : $"city{Random.Next(1, 3)}";
        // Words from the running text are common ones, words from the list of terms rare ones.
        string term = terms[Random.Next(terms.Length)];
        if (type is "term" or "prefix" && Random.Next(2) == 0)
            return type == "term" ? term : term[..1];
        string text = corpus.RandomText(field);
        int length = type switch { "term" => 2, "prefix" => 1, "phrase" => Random.Next(3, 9), _ => Random.Next(3, 14) };
        int start = Random.Next(Math.Max(1, text.Length - length));
        return text.Substring(start, Math.Min(length, text.Length - start));
    }

    private static string[] AllTerms(IndexReader reader, string field)
    {
        var terms = new List<string>();
        TermsEnum all = reader.Leaves[0].AtomicReader.GetTerms(field)!.GetEnumerator();
        while (all.MoveNext())
            terms.Add(all.Term.Utf8ToString());
        return [.. terms];
    }
}
