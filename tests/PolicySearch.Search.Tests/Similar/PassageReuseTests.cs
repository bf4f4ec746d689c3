using PolicySearch.Search.Querying;
using PolicySearch.Testing.Generator;

namespace PolicySearch.Search.Tests.Similar;

public sealed class PassageReuseTests(PlantedCorpus corpus) : IClassFixture<PlantedCorpus>
{
    [Fact]
    public void A_copied_paragraph_is_found_everywhere_with_the_date_it_was_first_seen()
    {
        PassageResponse found = corpus.Search.PassagesAsync("我委计划如下。" + PlantedCorpus.Copied, 10).Now();
        ReusedWording wording = Assert.Single(found.Wordings);
        Assert.Equal(new DateOnly(2021, 3, 5), wording.FirstSeen);
        Assert.Equal(3, wording.UseCount);
        Assert.Equal(["三卫函〔2021〕8号", "三卫函〔2022〕31号", "岳卫函〔2023〕17号"], wording.Uses.Select(use => use.Facts.DocumentNumber));
        Assert.All(wording.Uses, use => Assert.Equal(PlantedCorpus.Copied.TrimEnd('。'), Marked(use.Passage)));
    }

    [Fact]
    public void Changed_punctuation_width_and_a_changed_number_do_not_hide_the_source()
    {
        string changed = PlantedCorpus.Copied.Replace("，", " ,", StringComparison.Ordinal).Replace("十七个", "二十三个", StringComparison.Ordinal);
        ReusedWording wording = corpus.Search.PassagesAsync(changed, 10).Now().Wordings[0];
        Assert.Equal(3, wording.UseCount);
        Assert.All(wording.Uses, use => Assert.DoesNotContain("十七", Marked(use.Passage), StringComparison.Ordinal));
    }

    [Fact]
    public void Standing_formulae_are_told_by_their_frequency_in_the_corpus()
    {
        Assert.Empty(corpus.Search.PassagesAsync("您提出的建议收悉，首先感谢您对我市工作的关心和支持。我委高度重视，认真研究，现答复如下：", 10).Now().Wordings);
        string[] frequent = [.. corpus.Documents.SelectMany(document => document.Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 24).Distinct())
            .GroupBy(line => line).Where(lines => lines.Count() > 40).Select(lines => lines.Key)];
        foreach (string line in frequent)
            Assert.Empty(corpus.Search.PassagesAsync(line, 10).Now().Wordings);
    }

    [Fact]
    public void Paragraphs_that_the_generator_took_over_from_other_cities_are_found_again_and_mostly_with_their_source()
    {
        int looked = 0, found = 0;
        foreach (GeneratedDocument document in corpus.Documents.Where(document => document.NearDuplicateOf == null))
        {
            foreach (SharedParagraph shared in document.SharedParagraphs.Where(shared => shared.Text.Length >= 60))
            {
                looked++;
                string[] ids = [.. corpus.Search.PassagesAsync(shared.Text, 50).Now().Wordings.SelectMany(wording => wording.Uses).Select(use => use.Facts.Id)];
                Assert.Contains(PlantedCorpus.IdOf(document), ids);
                found += ids.Contains(PlantedCorpus.IdOf(corpus.Documents[shared.SourceIndex])) ? 1 : 0;
            }
        }
        Assert.True(looked >= 5, $"the generator shared only {looked} paragraphs");
        // The generator puts other years and figures into the same sentences, so that many of them are frequent; where only such remain, they tell no source.
        Assert.True(2 * found > looked, $"the source of {found} of {looked} paragraphs was found");
    }

    private static string Marked(HighlightedText text) => string.Concat(text.Matches.Select(match => text.Text[match.Start..match.End]));
}
