using Lucene.Net.Index;
using Lucene.Net.Store;
using PolicySearch.Documents;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;
using PolicySearch.Search.Suggesting;

namespace PolicySearch.Search.Tests.Suggesting;

public sealed class AdviceTests : IDisposable
{
    private readonly MadeIndex made = new(
        About("关于做实家庭医生签约服务的建议", "家庭医生签约服务覆盖基层卫生机构。", "三门峡市"),
        About("关于扩大家庭医生签约服务覆盖面的建议", "家庭医生签约服务，基层卫生。", "三门峡市"),
        About("关于老旧小区加装电梯的提案", "老旧小区加装电梯，紧密型医共体。", "岳阳市"),
        About("关于老旧小区加装电梯补贴的提案", "老旧小区加装电梯，紧密型医共体。", "岳阳市"),
        About("关于养老机构的提案", "养老机构床位，城乡居民医保。", "岳阳市"),
        About("关于养老机构床位的提案", "养老机构床位，城乡居民医保。", "四平市"));

    public void Dispose() => made.Dispose();

    [Theory]
    [InlineData("基曾卫生", "基层卫生")]
    [InlineData("加亭医生", "家庭医生")]
    [InlineData("家庭医声签约服务", "家庭医生签约服务")]
    [InlineData("紧密型医体", "医共体")]
    [InlineData("紧密型医共共体", "医共体")]
    [InlineData("老旧小区加装梯电", "老旧小区加装电梯")]
    [InlineData("老旧小区加桩电梯", "老旧小区加装电梯")]
    [InlineData("共医体", "医共体")]
    [InlineData("养劳机构 床位", "养老机构 床位")]
    [InlineData("jiatingyisheng", "家庭医生")]
    public async Task A_misspelled_query_is_answered_with_the_spelling_of_the_corpus(string typed, string meant)
    {
        SearchResponse answer = await Search(typed);
        Assert.NotNull(answer.DidYouMean);
        Assert.Contains(meant, answer.DidYouMean.Query, StringComparison.Ordinal);
        Assert.Equal(answer.DidYouMean.Total, (await Search(answer.DidYouMean.Query)).Total);
        Assert.True(answer.DidYouMean.Total > 0);
    }

    [Theory]
    [InlineData("家庭医生")]
    [InlineData("“基曾卫生”")]
    [InlineData("曌鼗黻")]
    [InlineData("2099年")]
    [InlineData("")]
    public async Task What_is_found_quoted_or_like_nothing_in_the_corpus_is_left_alone(string typed) => Assert.Null((await Search(typed)).DidYouMean);

    [Fact]
    public async Task When_nothing_has_all_words_each_word_says_what_it_finds_and_what_is_found_without_it()
    {
        SearchResponse answer = await Search("家庭医生 外星文明");
        Assert.Equal([new TermTotal("家庭医生", 2), new TermTotal("外星文明", 0)], answer.NothingFound!.Terms);
        Assert.Equal([new Removal("外星文明", "家庭医生", null, 2)], answer.NothingFound.Removals);
    }

    [Fact]
    public async Task Parts_of_one_long_word_are_told_apart()
    {
        NothingFound found = (await Search("家庭医生外星签约")).NothingFound!;
        Assert.Contains(found.Terms, term => term is { Text: "外星", Total: 0 });
        Assert.Contains(found.Removals, removal => removal is { Text: "外星", Total: 2 });
    }

    [Fact]
    public async Task Filters_that_exclude_everything_can_be_dropped_with_what_that_would_find()
    {
        SearchResponse answer = await made.Search.SearchAsync(new()
        {
            Query = "家庭医生",
            Filters = new Dictionary<FacetField, IReadOnlyList<string>> { [FacetField.City] = ["岳阳市"] },
        });
        Assert.Equal(0, answer.Total);
        Assert.Equal([new Removal(null, null, FacetField.City, 2)], answer.NothingFound!.Removals);
    }

    [Fact]
    public async Task Dates_that_exclude_everything_can_be_dropped()
    {
        SearchResponse answer = await made.Search.SearchAsync(new() { Query = "家庭医生", From = new DateOnly(2099, 1, 1) });
        Assert.Equal([new Removal(null, null, null, 2)], answer.NothingFound!.Removals);
    }

    [Theory]
    [InlineData("a OR")]
    [InlineData("NOT 家庭医生")]
    [InlineData("-家庭医生 +外星")]
    [InlineData("标题:外星 机关:外星")]
    [InlineData("外星 外星 外星 外星 外星 外星 外星 外星 外星 外星")]
    public async Task No_query_makes_the_advice_throw(string query) => Assert.NotNull(await Search(query));

    [Theory]
    [InlineData("加亭医生")]
    [InlineData("推进家亭医声签约服务养劳机构床位建设老旧小区加桩电梯补贴")]
    public async Task However_long_a_query_is_the_pieces_and_the_searches_for_advice_are_limited(string words)
    {
        foreach (string query in (string[])[words, string.Concat(Enumerable.Repeat(words, 30)), string.Join(' ', Enumerable.Repeat(words, 30)), new string('曌', 900)])
        {
            using FSDirectory folder = FSDirectory.Open(Path.Combine(made.IndexFolder, SuggestSchema.Folder));
            using DirectoryReader suggestions = DirectoryReader.Open(folder);
            var corrector = new Corrector(suggestions);
            Assert.InRange(corrector.Propose(QueryParser.Parse(query)).Count, 0, 8);
            Assert.InRange(corrector.Windows, 0, Corrector.MaxWindows);
            using FSDirectory main = FSDirectory.Open(made.IndexFolder);
            using DirectoryReader documents = DirectoryReader.Open(main);
            using var analyzer = new PolicyAnalyzer();
            var report = new NothingFoundReport(new PolicySearcher(documents), new QueryPlanner(analyzer, () => SynonymList.BuiltIn), new() { Query = query }, default);
            report.Make();
            Assert.InRange(report.Searches, 1, 16);
        }
        Assert.NotNull(await Search(string.Concat(Enumerable.Repeat(words, 30))));
    }

    [Fact]
    public void Two_words_that_nothing_has_are_told_without_trying_what_is_left_without_either()
    {
        using FSDirectory main = FSDirectory.Open(made.IndexFolder);
        using DirectoryReader documents = DirectoryReader.Open(main);
        using var analyzer = new PolicyAnalyzer();
        var report = new NothingFoundReport(new PolicySearcher(documents), new QueryPlanner(analyzer, () => SynonymList.BuiltIn), new() { Query = "家庭医生 外星 曌鼗黻 服务" }, default);
        NothingFound found = report.Make();
        Assert.Equal(["外星", "曌鼗黻"], found.Terms.Where(term => term.Total == 0).Select(term => term.Text));
        Assert.Empty(found.Removals);
        Assert.Equal(4, report.Searches);
    }

    [Theory]
    [InlineData("医共体", "共医体", true)]
    [InlineData("医共体", "医共", true)]
    [InlineData("医共体", "医共休", true)]
    [InlineData("医共体", "医联合体", false)]
    [InlineData("医共体", "体共医", false)]
    [InlineData("医共体", "医共体", true)]
    public void One_edit_is_told_from_two(string a, string b, bool expected)
    {
        Assert.Equal(expected, Corrector.IsOneEdit(a, b));
        Assert.Equal(expected, Corrector.IsOneEdit(b, a));
    }

    private Task<SearchResponse> Search(string query) => made.Search.SearchAsync(new() { Query = query });

    private static PolicyDocument About(string subject, string body, string city) => TestDocuments.Plain("made", body, "对第1号建议的答复") with { Subject = subject, City = city };
}
