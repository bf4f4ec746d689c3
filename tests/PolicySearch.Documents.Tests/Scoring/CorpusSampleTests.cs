using Xunit.Abstractions;

namespace PolicySearch.Documents.Tests.Scoring;

/// <summary>The hand-written documents of corpus/samples against their labels (tests/data/corpus-truth), field by field, each value compared as JSON.</summary>
public sealed class CorpusSampleTests(ITestOutputHelper output)
{
    // Two labels take the narrower reading: which of two printed names is the issuer, whether a person without a phone is a contact.
    private static readonly (string Field, double Floor)[] Floors =
    [
        ("kind", 1), ("title", 1), ("subject", 1), ("docNumber", 1), ("issuer", 0.98), ("province", 1), ("city", 1), ("county", 0.98), ("year", 1), ("issueDate", 1), ("session", 1),
        ("addressees", 1), ("proposerKind", 1), ("outcome", 1), ("disclosure", 1), ("signatory", 1), ("contacts", 0.96), ("copiedTo", 1), ("citations", 1),
    ];

    [Fact]
    public void Fields_of_the_hand_written_documents_are_found_as_well_as_before()
    {
        FieldScores scores = RecordScorer.Samples();
        output.WriteLine(scores.ToString());
        output.WriteLine(scores.Misses);
        foreach ((string field, double floor) in Floors)
            Assert.True(scores[field].ExactShare >= floor, $"{field}: {scores[field].ExactShare:P1} of the documents are right, floor {floor:P1}\n{scores.Misses}");
    }
}
