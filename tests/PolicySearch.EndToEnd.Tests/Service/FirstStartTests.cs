using System.Text.Json;
using PolicySearch.Api.Tests.Fakes;
using PolicySearch.Search.Indexing;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Service;

/// <summary>What the README promises of the first command, with the corpus that is shipped.</summary>
public sealed class FirstStartTests
{
    private static readonly string Corpus = RepositoryRoot.Combine("corpus");

    [Fact]
    public async Task The_first_start_indexes_the_corpus_and_the_next_one_uses_the_index_that_is_there()
    {
        using var folder = new TemporaryFolder();
        int files = Directory.EnumerateFiles(Corpus, "*", SearchOption.AllDirectories).Count(path => Path.GetFileName(path) != "README.md");
        string version;
        using (RealService first = await RealService.StartAsync([Corpus], ("Index", folder.Combine("index"))))
        {
            JsonElement ready = await first.Client.JsonAsync("/health/ready");
            Assert.Equal(files, ready.GetProperty("documents").GetInt32());
            version = ready.Text("version");
        }
        Assert.Empty(IndexCheck.Run(folder.Combine("index")).Problems);
        using RealService second = await RealService.StartAsync([folder.Combine("nothing here")], ("Index", folder.Combine("index")));
        Assert.Equal(version, (await second.Client.JsonAsync("/health/ready")).Text("version"));
    }

    [Fact]
    public async Task Hits_facets_filters_and_documents_agree_over_http()
    {
        using RealService service = await RealService.StartAsync([RepositoryRoot.Combine("corpus", "samples")]);
        JsonElement all = await service.Client.JsonAsync("/api/v1/search?size=100");
        int total = all.GetProperty("total").GetInt32();
        Assert.Equal(50, total);
        foreach (JsonElement value in all.GetProperty("facets").EnumerateArray().SelectMany(facet => facet.List("values")).Where(value => value.GetProperty("count").GetInt32() > 1))
            Assert.InRange(value.GetProperty("count").GetInt32(), 1, total);

        JsonElement years = all.GetProperty("facets").EnumerateArray().Single(facet => facet.Text("name") == "year");
        Assert.Equal(total, years.List("values").Sum(value => value.GetProperty("count").GetInt32()));
        foreach (JsonElement year in years.List("values"))
        {
            JsonElement narrowed = await service.Client.JsonAsync($"/api/v1/search?size=0&year={Uri.EscapeDataString(year.Text("value"))}");
            Assert.Equal(year.GetProperty("count").GetInt32(), narrowed.GetProperty("total").GetInt32());
        }

        JsonElement hit = (await service.Client.JsonAsync("/api/v1/search?q=%E5%85%BB%E8%80%81")).List("hits")[0];
        JsonElement document = await service.Client.JsonAsync($"/api/v1/documents/{hit.Text("id")}?q=%E5%85%BB%E8%80%81");
        Assert.Contains("养老", document.ToString(), StringComparison.Ordinal);
    }

    [NeedsFact(Requirement.SharedData, Requirement.Oracle)]
    public async Task Real_documents_are_all_taken_in_and_found_by_word_phrase_and_number()
    {
        string[] corpora = [RepositoryRoot.InShared("seeds"), RepositoryRoot.InShared("data", "labelled")];
        using RealService service = await RealService.StartAsync(corpora);
        int files = corpora.Sum(corpus => Directory.EnumerateFiles(corpus, "*.txt").Count());
        Assert.Equal(files, (await service.Client.JsonAsync("/health/ready")).GetProperty("documents").GetInt32());
        foreach (string word in (string[])["家庭医生签约", "医共体", "乡聘村用"])
        {
            string[] expected = [.. corpora.SelectMany(corpus => Directory.EnumerateFiles(corpus, "*.txt")).Where(path => Joined(path).Contains(word, StringComparison.Ordinal)).Select(SourceOf).Order(StringComparer.Ordinal)];
            Assert.NotEmpty(expected);
            Assert.Equal(expected, await Sources(service, $"\"{word}\""));
        }
        Assert.Equal(["seeds/000.txt"], await Sources(service, "豫卫基层〔2020〕18号"));
        Assert.Equal(["seeds/000.txt"], await Sources(service, "三卫建议 2023 3"));
        Oracle.AssertClean(service.IndexFolder);
    }

    private static async Task<string[]> Sources(RealService service, string query)
    {
        JsonElement answer = await service.Client.JsonAsync($"/api/v1/search?size=100&q={Uri.EscapeDataString(query)}");
        return [.. answer.List("hits").Select(hit => hit.GetProperty("facts").Text("source")).Order(StringComparer.Ordinal)];
    }

    /// <summary>The file's text without the blanks and breaks that its layout put between characters.</summary>
    private static string Joined(string path) => string.Concat(File.ReadAllText(path).Where(c => !char.IsWhiteSpace(c)));

    private static string SourceOf(string path) => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";
}
