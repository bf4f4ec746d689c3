using PolicySearch.Search.Schema;
using PolicySearch.Testing;

namespace PolicySearch.Search.Tests.Schema;

public class DomainLexiconTests
{
    [Theory]
    [InlineData("医保")]
    [InlineData("医共体")]
    [InlineData("卫健委")]
    [InlineData("家庭医生")]
    [InlineData("乡村振兴")]
    [InlineData("乡聘村用")]
    [InlineData("电动自行车")]
    [InlineData("长护险")]
    [InlineData("新质生产力")]
    public void Holds_what_the_dictionary_of_the_nineties_lacks(string term) => Assert.True(DomainLexicon.BuiltIn.Contains(term));

    [Fact]
    public void Holds_several_hundred_terms_and_no_beginnings_of_them()
    {
        Assert.InRange(DomainLexicon.BuiltIn.Count, 300, 100_000);
        Assert.False(DomainLexicon.BuiltIn.Contains("医共"));
        Assert.False(DomainLexicon.BuiltIn.Contains(""));
    }

    [Fact]
    public void A_users_file_adds_its_terms_folded()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("own.txt"), "# own\n\n豫醫通\n  河小青 \n");
        DomainLexicon lexicon = DomainLexicon.Load(folder.Combine("own.txt"));
        Assert.True(lexicon.Contains("豫医通") && lexicon.Contains("河小青") && lexicon.Contains("医共体"));
        Assert.Equal(DomainLexicon.BuiltIn.Count + 2, lexicon.Count);
        Assert.NotEqual(DomainLexicon.BuiltIn.Fingerprint, lexicon.Fingerprint);
        Assert.Throws<FileNotFoundException>(() => DomainLexicon.Load(folder.Combine("none.txt")));
    }

    [Fact]
    public void Agrees_with_a_set_of_strings_on_every_part_of_its_terms()
    {
        string[] terms = [.. DataFile.Lines("lexicon.txt").Select(CharacterFolding.Fold)];
        var set = terms.ToHashSet();
        foreach (string term in terms)
        {
            for (int start = 0; start < term.Length; start++)
            {
                for (int end = start + 1; end <= term.Length; end++)
                    Assert.Equal(set.Contains(term[start..end]), DomainLexicon.BuiltIn.Contains(term.AsSpan(start, end - start)));
            }
        }
    }
}
