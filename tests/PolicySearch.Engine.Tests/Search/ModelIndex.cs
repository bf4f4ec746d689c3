using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>A random index of the model with one or more segments, and what may be asked of it.</summary>
internal sealed class ModelIndex
{
    private readonly Random random;
    private readonly string[] vocabulary;

    public ModelIndex(int seed)
    {
        random = new Random(seed);
        // Words that share beginnings, for prefixes, patterns and near terms; few, so that they meet.
        vocabulary = Enumerable.Range(0, random.Next(4, 24)).Select(_ => Word()).Distinct().ToArray();
        int size = random.Next(4) switch { 0 => random.Next(1, 12), 1 or 2 => random.Next(12, 600), _ => random.Next(2500, 7000) };
        double deleted = random.Next(2) * 0.2;
        Documents = Enumerable.Range(0, size).Select(_ => RandomDocument(deleted)).ToList();
        Segments = Split(random.Next(1, 5)).Select(s => new ModelReader(s)).ToArray();
        Searcher = new IndexSearcher(Segments.Length == 1 ? Segments[0] : new MultiReader(Segments)) { Similarity = new BM25Similarity() };
    }

    public List<ModelDocument> Documents { get; }

    public ModelReader[] Segments { get; }

    public IndexSearcher Searcher { get; }

    public Random Random => random;

    public string AnyWord() => vocabulary[random.Next(vocabulary.Length)];

    public Term AnyTerm(string? field = null) => new(field ?? AnyField(), random.Next(12) == 0 ? "unknown" : AnyWord());

    public string AnyField() => random.Next(3) == 0 ? "title" : "body";

    private string Word()
    {
        string word = "";
        do
        {
            word += (char)('甲' + random.Next(3));
        }
        while (random.Next(3) != 0 && word.Length < 5);
        return word;
    }

    private ModelDocument RandomDocument(double deleted)
    {
        var fields = new Dictionary<string, string[]>();
        if (random.Next(10) > 0)
            fields["body"] = Tokens(random.Next(1, 25));
        if (random.Next(3) > 0)
            fields["title"] = Tokens(random.Next(1, 4));
        long? number = random.Next(5) == 0 ? null : random.Next(-20, 20);
        string? key = random.Next(5) == 0 ? null : Word();
        return new ModelDocument(fields, number, key, random.NextDouble() < deleted);
    }

    // Squared, so that some words are common and others rare.
    private string[] Tokens(int count) =>
        Enumerable.Range(0, count).Select(_ => vocabulary[(int)(vocabulary.Length * random.NextDouble() * random.NextDouble())]).ToArray();

    private List<ModelDocument>[] Split(int parts)
    {
        var segments = Enumerable.Range(0, parts).Select(_ => new List<ModelDocument>()).ToArray();
        int[] cuts = Enumerable.Range(0, parts - 1).Select(_ => random.Next(Documents.Count + 1)).Order().Append(Documents.Count).ToArray();
        for (int part = 0, doc = 0; part < parts; part++)
        {
            for (; doc < cuts[part]; doc++)
                segments[part].Add(Documents[doc]);
        }
        return segments;
    }
}
