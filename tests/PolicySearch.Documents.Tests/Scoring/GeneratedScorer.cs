using PolicySearch.Testing;
using PolicySearch.Testing.Generator;

namespace PolicySearch.Documents.Tests.Scoring;

/// <summary>Scores generated documents against the truth that their generator states.</summary>
internal static class GeneratedScorer
{
    /// <summary>Documents [first, first + count) of a seed.</summary>
    public static FieldScores Score(ulong seed, int first, int count)
    {
        var generator = new DocumentGenerator(seed);
        var reader = new DocumentReader();
        var scores = new FieldScores();
        using var folder = new TemporaryFolder();
        foreach (int index in Enumerable.Range(first, count))
        {
            GeneratedDocument document = generator.Generate(index);
            string path = folder.Combine(document.FileName);
            File.WriteAllBytes(path, document.ToBytes());
            ScoreOne(scores, document.FileName, document.Truth, reader.Read(path, document.FileName));
            File.Delete(path);
        }
        return scores;
    }

    private static void ScoreOne(FieldScores scores, string name, GeneratedTruth truth, PolicyDocument found)
    {
        scores.Add("kind", name, truth.Kind, found.Kind);
        scores.Add("title", name, truth.Title, found.Title);
        scores.Add("subject", name, truth.Subject, found.Subject);
        scores.Add("docNumber", name, truth.DocumentNumber, found.DocumentNumber);
        scores.Add("issuer", name, truth.Issuer, found.Issuer);
        scores.Add("province", name, truth.Province, found.Province);
        scores.Add("city", name, truth.City, found.City);
        scores.Add("county", name, truth.County, found.County);
        scores.Add("year", name, Text(truth.Year), Text(found.Year));
        scores.Add("issueDate", name, truth.IssueDate?.ToString("O"), found.IssueDate?.ToString("O"));
        scores.Add("session", name, truth.Session is { } t ? $"{t.Assembly} {t.Place} {t.Term} {t.Meeting} {t.Number} {t.RawNumber}" : null,
            found.Session is { } s ? $"{s.Assembly} {s.Place} {s.Term} {s.Meeting} {s.Number} {s.RawNumber}" : null);
        scores.Add("addressees", name, Joined(truth.Addressees), Joined(found.Addressees));
        scores.Add("proposerKind", name, truth.ProposerKind, found.ProposerKind);
        scores.Add("outcome", name, truth.Outcome, found.Outcome?.Raw);
        scores.Add("disclosure", name, truth.Disclosure, found.Disclosure);
        scores.Add("signatory", name, truth.Signatory, found.Signatory);
        scores.Add("contacts", name, Joined(truth.Contacts.Select(c => $"{c.Unit}/{c.Person}/{c.Phone}")), Joined(found.Contacts.Select(c => $"{c.Unit}/{c.Person}/{c.Phone}")));
        scores.Add("copiedTo", name, Joined(truth.CopiedTo), Joined(found.CopiedTo));
        scores.AddSet("citations", name, [.. truth.Citations.Select(c => $"{c.Title} {c.DocumentNumber}")], [.. found.Citations.Select(c => $"{c.Title} {c.DocumentNumber}")]);
        scores.Add("topics", name, truth.Topic, found.Topics.Count == 0 ? null : found.Topics[0]);
        // Only the figures that the generator names count; the text states others too.
        string[] named = [.. truth.Figures.Select(f => f.Unit.StartsWith('万') ? $"{f.Value * 10_000:0.####}{f.Unit[1..]}" : $"{f.Value:0.####}{f.Unit}")];
        scores.AddSet("figures", name, named, [.. found.Figures.Select(f => $"{f.Value:0.####}{f.Unit}").Intersect(named)]);
    }

    private static string? Text(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Joined(IEnumerable<string> values) => string.Join(" | ", values) is { Length: > 0 } joined ? joined : null;
}
