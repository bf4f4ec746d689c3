using System.Globalization;
using PolicySearch.Documents.Tests.Scoring;
using PolicySearch.Testing;
using PolicySearch.Testing.Generator;

namespace PolicySearch.Benchmarks.Verbs;

/// <summary>Prints, as Markdown, how well every field is extracted from the labelled, the hand-written and the generated documents, then every miss.</summary>
internal static class AccuracyVerb
{
    public const string Usage = "accuracy                      field by field: precision, recall and exact matches over all labelled documents, as Markdown";

    private const int Generated = 400;
    private const ulong OtherSeed = 77;

    public static int Run(string[] args)
    {
        if (args.Length > 0)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# Accuracy of extraction\n\n{DateTime.UtcNow:yyyy-MM-dd}, `dotnet run -c Release --project tests/PolicySearch.Benchmarks -- accuracy`.\n"));
        Console.WriteLine("Exact: documents whose field is exactly as it should be, absent ones included. The labelled and the hand-written documents were in sight while the rules were written.");
        if (Directory.Exists(RepositoryRoot.InShared("data", "labelled")))
            Print("Real documents (`../shared/data/labelled`)", LabelledScorer.ScoreAll(), misses: false);
        Print("Hand-written documents (`corpus/samples`)", RecordScorer.Samples());
        Print($"Generated documents, {Generated} of the corpus's own seed", GeneratedScorer.Score(DocumentGenerator.DefaultSeed, 0, Generated));
        Print($"Generated documents, {Generated} of another seed", GeneratedScorer.Score(OtherSeed, 0, Generated));
        return 0;
    }

    // What real documents say is not printed: the table is kept in the repository.
    private static void Print(string title, FieldScores scores, bool misses = true)
    {
        Console.WriteLine($"\n## {title}\n\n{scores}");
        if (misses && scores.Misses.Length > 0)
            Console.WriteLine($"Misses:\n\n```\n{scores.Misses}```");
    }
}
