using PolicySearch.Testing;
using Xunit.Abstractions;

namespace PolicySearch.Documents.Tests.Scoring;

/// <summary>Real documents with truth (../shared/data/labelled): every field at least as good as its floor.</summary>
public sealed class LabelledDocumentsTests(ITestOutputHelper output)
{
    [NeedsFact(Requirement.SharedData)]
    public void Fields_of_real_documents_are_found_as_well_as_before()
    {
        FieldScores scores = LabelledScorer.ScoreAll();
        output.WriteLine(scores.ToString());
        output.WriteLine(scores.Misses);
        foreach ((string field, double floor) in Floors)
            Assert.True(scores[field].ExactShare >= floor, $"{field}: {scores[field].ExactShare:P1} of the documents are right, floor {floor:P1}\n{scores.Misses}");
        Assert.True(scores["citations"].F1 >= 0.97, $"citations: F1 {scores["citations"].F1:P1}");
    }

    // One issue date of the truth contradicts its document (17 against 二十七日); five documents print a disclosure that the truth leaves out.
    private static readonly (string Field, double Floor)[] Floors =
    [
        ("kind", 1), ("docNumber", 1), ("title", 1), ("issueDate", 0.99), ("year", 1), ("issuer", 1), ("issuers", 1), ("province", 1), ("city", 1), ("county", 1),
        ("addressees", 1), ("proposerKind", 1), ("session", 1), ("disclosure", 0.95),
    ];
}
