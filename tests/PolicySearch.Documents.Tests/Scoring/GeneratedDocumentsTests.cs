using PolicySearch.Testing.Generator;
using Xunit.Abstractions;

namespace PolicySearch.Documents.Tests.Scoring;

/// <summary>Documents that a generator writes from templates, with the truth about each: an independent check of the rules. Unlike the files in corpus/generated their seed is this test's own.</summary>
public sealed class GeneratedDocumentsTests(ITestOutputHelper output)
{
    private const int Count = 400;

    // Topics, figures and the rest are printed, not held: the truth of the generator names what it meant, not all that the text says.
    private static readonly (string Field, double Floor)[] Floors =
    [
        ("kind", 0.99), ("title", 0.98), ("docNumber", 0.99), ("issuer", 0.97), ("province", 0.97), ("city", 0.97), ("addressees", 0.97), ("issueDate", 0.98), ("session", 0.99), ("outcome", 0.99),
        ("disclosure", 0.99), ("subject", 0.99),
    ];

    [Theory]
    [InlineData(DocumentGenerator.DefaultSeed)]
    [InlineData(77ul)]
    public void Fields_of_generated_documents_are_found(ulong seed)
    {
        FieldScores scores = GeneratedScorer.Score(seed, 0, Count);
        output.WriteLine(scores.ToString());
        output.WriteLine(scores.Misses);
        foreach ((string field, double floor) in Floors)
            Assert.True(scores[field].ExactShare >= floor, $"{field}: {scores[field].ExactShare:P1} of the documents are right, floor {floor:P1}\n{scores.Misses}");
    }
}
