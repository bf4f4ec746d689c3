using System.Globalization;
using PolicySearch.Documents.Tests.Scoring;
using PolicySearch.Testing;
using PolicySearch.Testing.Generator;
using Xunit.Abstractions;

namespace PolicySearch.Documents.Tests.Generated;

/// <summary>
/// The files of corpus/generated, read as any file is, against what the generator says that they print. Blanks, and the width of brackets (some
/// layouts print them half as wide), are no difference.
/// </summary>
public sealed class GeneratedScoreTests(ITestOutputHelper output)
{
    // Copies parted by 、 are read as one body; a topic's first place is often a matter of taste, so only its absence counts.
    private static readonly (string Field, double Floor)[] Floors =
    [
        ("kind", 1), ("title", 0.99), ("subject", 0.99), ("docNumber", 1), ("issuer", 1), ("province", 1), ("city", 1), ("county", 1), ("year", 1), ("issueDate", 1),
        ("session", 1), ("addressees", 1), ("proposerKind", 1), ("outcome", 1), ("disclosure", 0.99), ("signatory", 1), ("contacts", 1), ("copiedTo", 0.96), ("citations", 0.99),
        ("topic among", 0.98), ("figures", 1),
    ];

    [Fact]
    public void Fields_of_the_generated_documents_are_found()
    {
        FieldScores scores = ScoreAll();
        output.WriteLine(scores.ToString());
        output.WriteLine(scores.Misses);
        foreach ((string field, double floor) in Floors)
            Assert.True(scores[field].ExactShare >= floor, $"{field}: {scores[field].ExactShare:P1} of the documents are right, floor {floor:P1}\n{scores}\n{scores.Misses}");
    }

    private static FieldScores ScoreAll()
    {
        var reader = new DocumentReader();
        var scores = new FieldScores();
        foreach (GeneratedDocument document in new DocumentGenerator().Documents(400))
            ScoreOne(scores, document, reader.Read(RepositoryRoot.Combine("corpus", "generated", document.FileName), "generated/" + document.FileName));
        return scores;
    }

    private static void ScoreOne(FieldScores scores, GeneratedDocument document, PolicyDocument found)
    {
        GeneratedTruth truth = document.Truth;
        void Add(string field, string? expected, string? value) => scores.Add(field, document.FileName, expected, value);

        Add("kind", truth.Kind, found.Kind);
        Add("title", Bare(truth.Title), Bare(found.Title));
        Add("subject", truth.Subject, found.Subject);
        Add("docNumber", truth.DocumentNumber, found.DocumentNumber);
        Add("issuer", truth.Issuer, found.Issuer);
        Add("province", truth.Province, found.Province);
        Add("city", truth.City, found.City);
        Add("county", truth.County, found.County);
        Add("year", truth.Year.ToString(CultureInfo.InvariantCulture), found.Year?.ToString(CultureInfo.InvariantCulture));
        Add("issueDate", truth.IssueDate?.ToString("O"), found.IssueDate?.ToString("O"));
        Add("session", truth.Session is { } s ? $"{s.Assembly} {s.Place} {s.Term} {s.Meeting} {s.Number} {s.RawNumber}" : null,
            found.Session is { } f ? $"{f.Assembly} {f.Place} {f.Term} {f.Meeting} {f.Number} {f.RawNumber}" : null);
        Add("addressees", Bare(Joined(truth.Addressees)), Bare(Joined(found.Addressees)));
        Add("proposerKind", truth.ProposerKind, found.ProposerKind);
        Add("outcome", truth.Outcome, found.Outcome?.Raw);
        Add("disclosure", truth.Disclosure, found.Disclosure);
        Add("signatory", truth.Signatory, found.Signatory);
        Add("contacts", Joined(truth.Contacts.Select(c => $"{c.Unit} {c.Person} {c.Phone}")), Joined(found.Contacts.Select(c => $"{c.Unit} {c.Person} {c.Phone}")));
        Add("copiedTo", Joined(truth.CopiedTo), Joined(found.CopiedTo));
        scores.AddSet("citations", document.FileName, [.. truth.Citations.Select(c => Bare(c.Title) + c.DocumentNumber)], [.. found.Citations.Select(c => Bare(c.Title) + c.DocumentNumber).Distinct()]);
        // The classifier may put a second topic first (a reply on water pipes speaks of money); what it must not do is to miss the first.
        Add("topic first", truth.Topic, found.Topics.Count == 0 ? null : found.Topics[0]);
        Add("topic among", truth.Topic, found.Topics.FirstOrDefault(topic => topic == truth.Topic));
        foreach (GeneratedFigure figure in truth.Figures)
            Add("figures", $"{figure.Measure} {Value(figure)}", found.Figures.Any(g => g.Value == Value(figure).Value && g.Unit == Value(figure).Unit) ? $"{figure.Measure} {Value(figure)}" : null);
    }

    private static (decimal Value, string Unit) Value(GeneratedFigure figure) =>
        figure.Unit[0] == '万' ? (figure.Value * 10_000, figure.Unit[1..]) : (figure.Value, figure.Unit);

    private static string? Bare(string? text) => text?.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal).Replace('（', '(').Replace('）', ')');

    private static string? Joined(IEnumerable<string> values) => string.Join(" | ", values) is { Length: > 0 } joined ? joined : null;
}
