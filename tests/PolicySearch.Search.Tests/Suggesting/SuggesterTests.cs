using PolicySearch.Documents;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Suggesting;

namespace PolicySearch.Search.Tests.Suggesting;

public sealed class SuggesterTests : IDisposable
{
    private static readonly PolicyDocument[] Documents =
    [
        About("关于进一步做实家庭医生签约服务的建议", "我市推进家庭医生签约服务，基层卫生机构参与。"),
        About("关于加强基层卫生人才队伍建设的建议", "基层卫生人才队伍建设，乡村医生待遇。"),
        About("关于加强基层卫生人才队伍建设的建议", "基层卫生人才短缺，家庭医生签约服务不足。"),
        About("关于老旧小区加装电梯的提案", "老旧小区加装电梯，引入社会资本。") with
        {
            Issuer = "重庆市住房和城乡建设委员会",
            Topics = ["城乡建设、环境保护/城乡建设（含住房）/老旧小区改造"],
            Citations = [new("关于全面推进城镇老旧小区改造工作的指导意见", "国办发〔2020〕23号")],
        },
        TestDocuments.Plain("x", "收悉，现答复如下。", "对市八届人大一次会议第12号建议的答复"),
    ];

    private readonly MadeIndex made = new(Documents);

    public void Dispose() => made.Dispose();

    [Theory]
    [InlineData("jcws", "基层卫生")]
    [InlineData("jiceng", "基层卫生")]
    [InlineData("jicengw", "基层卫生")]
    [InlineData("jicengweish", "基层卫生")]
    [InlineData("基层ws", "基层卫生")]
    [InlineData("JCWS", "基层卫生")]
    [InlineData("基层", "基层卫生")]
    [InlineData("ji'ceng", "基层卫生")]
    [InlineData("chongqing", "重庆市住房和城乡建设委员会")]
    [InlineData("cqs", "重庆市住房和城乡建设委员会")]
    [InlineData("ljxq", "老旧小区改造")]
    public async Task Characters_pinyin_initials_and_mixtures_complete(string typed, string expected) => Assert.Contains(expected, await made.Texts(typed));

    [Theory]
    [InlineData("家庭医生", "关于进一步做实家庭医生签约服务的建议")]
    [InlineData("做实", "关于进一步做实家庭医生签约服务的建议")]
    [InlineData("人才 基层", "关于加强基层卫生人才队伍建设的建议")]
    [InlineData("jiatingyisheng", "关于进一步做实家庭医生签约服务的建议")]
    [InlineData("城镇老旧", "关于全面推进城镇老旧小区改造工作的指导意见")]
    public async Task A_word_inside_completes(string typed, string expected) => Assert.Contains(expected, await made.Texts(typed));

    [Fact]
    public async Task A_suggestion_says_what_it_is_and_how_many_documents_have_it()
    {
        IReadOnlyList<Suggestion> some = (await made.Search.SuggestAsync("基层", 20)).Suggestions;
        Assert.Contains(new Suggestion("关于加强基层卫生人才队伍建设的建议", SuggestionKind.Title, 2), some);
        Assert.Contains(new Suggestion("基层卫生", SuggestionKind.Phrase, 3), some);
        Assert.Contains(new Suggestion("老旧小区改造", SuggestionKind.Topic, 1), (await made.Search.SuggestAsync("老旧", 20)).Suggestions);
        Assert.Contains(new Suggestion("重庆市住房和城乡建设委员会", SuggestionKind.Agency, 1), (await made.Search.SuggestAsync("重庆", 20)).Suggestions);
        Assert.Contains((await made.Search.SuggestAsync("关于全面", 20)).Suggestions, each => each.Kind == SuggestionKind.Policy);
    }

    [Fact]
    public async Task A_policy_cited_with_its_number_and_without_is_suggested_once_and_counts_a_document_once()
    {
        const string policy = "关于推进乡村药箱建设的意见";
        using var index = new MadeIndex(Citing(new(policy, null), new(policy, "豫卫〔2020〕1号")), Citing(new Citation(policy, "豫卫〔2020〕1号")));
        index.Add(Citing(new Citation(policy, null), new(policy + "实施细则", null)), Citing(new Citation(policy, "豫卫〔2021〕7号")), Citing(new Citation(null, "豫卫〔2021〕7号")));
        IEnumerable<Suggestion> policies = (await index.Search.SuggestAsync("关于推进乡村", 20)).Suggestions.Where(each => each.Kind == SuggestionKind.Policy);
        Assert.Equal([new(policy, SuggestionKind.Policy, 4), new(policy + "实施细则", SuggestionKind.Policy, 1)], policies.OrderByDescending(each => each.Count));
    }

    [Fact]
    public async Task A_title_that_only_counts_is_not_suggested()
    {
        Assert.DoesNotContain(await made.Texts("对市", 50), text => text.Contains("第12号", StringComparison.Ordinal));
        Assert.DoesNotContain(await made.Texts("建议", 50), text => text.Contains("第12号", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("qqqqqqqqqqqqqqqqqqqqqqqqqqqqqq")]
    [InlineData("\ud800")]
    [InlineData("(((")]
    [InlineData("a b c d e f g")]
    public async Task Nothing_that_is_typed_makes_it_throw(string typed) => Assert.Empty(await made.Texts(typed));

    [Fact]
    public async Task Pinyin_never_searches()
    {
        Assert.Equal(0, (await made.Search.SearchAsync(new() { Query = "jcws" })).Total);
        Assert.NotEmpty(await made.Texts("jcws"));
    }

    [Fact]
    public async Task New_documents_are_suggested_after_their_run_and_the_limit_holds()
    {
        Assert.DoesNotContain("关于充电桩进社区的建议", await made.Texts("充电桩"));
        made.Add(About("关于充电桩进社区的建议", "充电桩"));
        Assert.Contains("关于充电桩进社区的建议", await made.Texts("充电桩"));
        Assert.Single(await made.Texts("关于", 1));
    }

    [Fact]
    public async Task A_missing_or_damaged_list_is_a_notice_and_the_next_run_makes_it_anew()
    {
        string folder = Path.Combine(made.IndexFolder, SuggestSchema.Folder);
        foreach (string file in Directory.GetFiles(folder))
            File.WriteAllBytes(file, [1, 2, 3]);
        using var fresh = new EmbeddedPolicySearch(made.IndexFolder, refreshInterval: TimeSpan.Zero);
        SuggestResponse damaged = await fresh.SuggestAsync("基层", 10);
        Assert.Empty(damaged.Suggestions);
        Assert.NotNull(damaged.Notice);
        Directory.Delete(folder, recursive: true);
        SuggestResponse missing = await fresh.SuggestAsync("基层", 10);
        Assert.Empty(missing.Suggestions);
        Assert.NotNull(missing.Notice);

        Assert.Empty(made.Add([]).Warnings);
        SuggestResponse again = await fresh.SuggestAsync("基层", 10);
        Assert.NotEmpty(again.Suggestions);
        Assert.Null(again.Notice);
    }

    [Fact]
    public async Task A_list_of_an_earlier_commit_serves_with_a_notice()
    {
        string folder = Path.Combine(made.IndexFolder, SuggestSchema.Folder), kept = folder + ".kept";
        Directory.Move(folder, kept);
        made.Add(About("关于充电桩进社区的建议", "充电桩"));
        Directory.Delete(folder, recursive: true);
        Directory.Move(kept, folder);
        using var fresh = new EmbeddedPolicySearch(made.IndexFolder, refreshInterval: TimeSpan.Zero);
        SuggestResponse old = await fresh.SuggestAsync("基层", 10);
        Assert.NotEmpty(old.Suggestions);
        Assert.NotNull(old.Notice);
        Assert.Empty((await fresh.SuggestAsync("充电桩进社区", 10)).Suggestions);
    }

    [Fact]
    public async Task Without_an_index_there_are_no_suggestions_but_the_reason()
    {
        using var nowhere = new EmbeddedPolicySearch(Path.Combine(made.IndexFolder, "none"));
        await Assert.ThrowsAsync<IndexUnavailableException>(() => nowhere.SuggestAsync("基层", 10));
    }

    private static PolicyDocument Citing(params Citation[] citations) => TestDocuments.Plain("made", "乡村药箱。", "对第1号建议的答复") with { Citations = citations };

    private static PolicyDocument About(string subject, string body) => TestDocuments.Plain("made", body, "对第1号建议的答复") with { Subject = subject };
}
