using System.IO;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>A line of a query file of <c>oracle search</c>, and the query that the oracle makes of it.</summary>
internal sealed record OracleQuery(string Id, string Type, string Field, string Text, Query Query)
{
    /// <summary>The types that the oracle has.</summary>
    public static readonly string[] Types = ["term", "prefix", "and", "or", "phrase"];

    /// <summary>As it stands in the file.</summary>
    public string Line => $"{Id}\t{Type}\t{Field}\t{Text}";

    /// <summary>The query of these columns, whose text has these tokens.</summary>
    public static OracleQuery Create(string id, string type, string field, string text, (string Term, int Increment)[] tokens) =>
        new(id, type, field, text, Build(type, field, text, tokens));

    /// <summary>The queries of a file, and what <c>oracle tokens --stop</c> prints for their texts.</summary>
    public static IEnumerable<OracleQuery> Read(string queries, string tokens) =>
        File.ReadLines(queries).Select(line => line.Split('\t')).Zip(ParseTokens(File.ReadAllText(tokens)), (columns, each) => Create(columns[0], columns[1], columns[2], columns[3], each));

    /// <summary>The tokens of each line, term and position increment, from what <c>oracle tokens</c> prints.</summary>
    public static List<(string Term, int Increment)[]> ParseTokens(string printed)
    {
        var result = new List<(string, int)[]>();
        var current = new List<(string, int)>();
        foreach (string line in printed.Split('\n').SkipLast(1))
        {
            string[] columns = line.Split('\t');
            if (columns.Length > 1)
            {
                current.Add((columns[0], int.Parse(columns[3])));
                continue;
            }
            result.Add([.. current]);
            current.Clear();
        }
        return result;
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
}
