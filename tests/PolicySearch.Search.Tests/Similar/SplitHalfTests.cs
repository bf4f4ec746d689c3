using PolicySearch.Documents;
using PolicySearch.Search.Querying;
using PolicySearch.Testing;
using Xunit.Abstractions;

namespace PolicySearch.Search.Tests.Similar;

/// <summary>
/// Real replies, each cut in two: the first half is asked with, the second halves of all are searched. Nothing but the matter connects the two halves, so
/// this measures how well documents on one matter find each other.
/// </summary>
public sealed class SplitHalfTests(ITestOutputHelper output)
{
    [NeedsFact(Requirement.SharedData)]
    public void The_first_half_of_a_document_finds_its_second_half()
    {
        var reader = new DocumentReader();
        PolicyDocument[] documents = [.. ((string[])[RepositoryRoot.InShared("seeds"), RepositoryRoot.InShared("data", "labelled")])
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(path => reader.Read(path, Path.GetFileName(folder) + "/" + Path.GetFileName(path))))
            .Where(document => Passages(document).Count >= 4)];
        using var index = new SmallIndex(documents.Select(document => Part(document, second: true)));
        int first = 0, firstFive = 0;
        foreach (PolicyDocument document in documents)
        {
            SimilarResponse found = index.Search.SimilarToAsync(Part(document, second: false), new() { Size = 10 }).Now();
            int rank = found.Hits.ToList().FindIndex(hit => hit.Facts.Id == document.Id || hit.Copies.Any(copy => copy.Id == document.Id));
            first += rank == 0 ? 1 : 0;
            firstFive += rank is >= 0 and < 5 ? 1 : 0;
        }
        output.WriteLine($"{documents.Length} documents: {first} first ({100.0 * first / documents.Length:0.0} %), {firstFive} among the first five ({100.0 * firstFive / documents.Length:0.0} %)");
        Assert.True(documents.Length >= 80, $"only {documents.Length} documents are long enough");
        Assert.True(first >= 0.78 * documents.Length, $"{first} of {documents.Length} were first");
        Assert.True(firstFive >= 0.92 * documents.Length, $"{firstFive} of {documents.Length} were among the first five");
    }

    private static List<Paragraph> Passages(PolicyDocument document) => [.. document.Paragraphs.Where(paragraph => paragraph.Kind is ParagraphKind.Body or ParagraphKind.ListItem or ParagraphKind.Heading)];

    /// <summary>One half of the running text, without what else tells where it comes from: title, head, foot, citations, topics.</summary>
    private static PolicyDocument Part(PolicyDocument document, bool second)
    {
        List<Paragraph> all = Passages(document);
        List<Paragraph> half = second ? all[(all.Count / 2)..] : all[..(all.Count / 2)];
        string body = string.Join('\n', half.Select(paragraph => document.Body[paragraph.Start..paragraph.End]));
        int start = 0;
        var moved = new List<Paragraph>();
        foreach (Paragraph paragraph in half)
        {
            int length = paragraph.End - paragraph.Start;
            moved.Add(paragraph with { Start = start, End = start + length });
            start += length + 1;
        }
        return TestDocuments.Plain(document.Source, body) with { Paragraphs = moved };
    }
}
