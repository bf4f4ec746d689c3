using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Extraction;

/// <summary>Where a field stands in the body, so that a page can lead from the field to its place in the text.</summary>
public sealed class PlaceTests
{
    [Fact]
    public void Every_field_of_a_letter_leads_to_the_characters_that_say_it()
    {
        PolicyDocument document = new Letter().Read();
        string At(string field) => document.Body[document.Places[field].Start..document.Places[field].End];
        Assert.Equal(document.DocumentNumber, At("docNumber"));
        Assert.Equal(document.Title, At("title"));
        Assert.Equal(document.Issuer, At("issuer"));
        Assert.Equal("2022年6月9日", At("issueDate"));
        Assert.Equal(document.Addressees[0], At("addressees[0]"));
        Assert.Equal(document.Session!.RawNumber, At("session"));
    }

    [Fact]
    public void Every_place_lies_in_the_body_and_holds_the_value_or_the_paragraph_that_says_it()
    {
        var reader = new DocumentReader();
        int exact = 0, all = 0;
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.Combine("corpus", "samples")).Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "data", "forms"), "*.txt")))
        {
            PolicyDocument document = reader.Read(file, "x");
            foreach ((string field, FieldPlace place) in document.Places)
            {
                Assert.InRange(place.Start, 0, place.End - 1);
                Assert.InRange(place.End, 1, document.Body.Length);
                all++;
                exact += document.Paragraphs.Any(paragraph => paragraph.Start == place.Start && paragraph.End == place.End && place.End - place.Start > 60) ? 0 : 1;
            }
            Assert.True(document.DocumentNumber is null || document.Places.ContainsKey("docNumber") || document.Provenance["docNumber"].StartsWith("panel", StringComparison.Ordinal), file);
        }
        Assert.True(exact >= all * 0.97, $"{exact} of {all} places are exact");
    }

    [Fact]
    public void Cleaning_what_is_clean_changes_nothing()
    {
        var reader = new DocumentReader();
        using var folder = new TemporaryFolder();
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.Combine("corpus", "samples"), "*.txt"))
        {
            string once = reader.Read(file, "x").Body;
            File.WriteAllText(folder.Combine("again.txt"), once);
            Assert.Equal(once, reader.Read(folder.Combine("again.txt"), "x").Body);
        }
    }
}
