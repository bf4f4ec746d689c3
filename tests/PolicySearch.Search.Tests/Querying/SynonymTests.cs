using PolicySearch.Search.Querying;
using PolicySearch.Search.Tests.Suggesting;
using PolicySearch.Testing;

namespace PolicySearch.Search.Tests.Querying;

public sealed class SynonymTests : IDisposable
{
    private readonly MadeIndex made = new(
        TestDocuments.Plain("short", "全力推进医共体建设，由卫健委牵头。"),
        TestDocuments.Plain("long", "全力推进县域医疗卫生共同体建设，由卫生健康委员会牵头。"),
        TestDocuments.Plain("other", "推进养老机构建设。"),
        TestDocuments.Plain("office", "市工信局会同有关部门办理。"),
        TestDocuments.Plain("office2", "由工业和信息化局办理。"));

    public void Dispose() => made.Dispose();

    [Fact]
    public void There_are_sixty_pairs_and_more_and_none_is_faulty()
    {
        Assert.True(SynonymList.BuiltIn.Count >= 120, $"{SynonymList.BuiltIn.Count} names");
        string file = RepositoryRoot.Combine("src", "PolicySearch.Search", "Schema", "Data", "synonyms.txt");
        Assert.Empty(SynonymList.Of([], File.ReadLines(file)).Faults);
    }

    [Theory]
    [InlineData("医共体", 2)]
    [InlineData("医共体建设", 2)]
    [InlineData("县域医疗卫生共同体", 2)]
    [InlineData("医共体 卫健委", 2)]
    [InlineData("+医共体", 2)]
    [InlineData("养老 OR 医共体", 3)]
    [InlineData("“医共体”", 1)]
    [InlineData("市工信局", 2)]
    [InlineData("工业和信息化局", 2)]
    [InlineData("建设 -医共体", 2)]
    public async Task A_name_finds_the_other_names_but_not_when_quoted_or_excluded(string query, int expected) =>
        Assert.Equal(expected, (await Search(query)).Total);

    [Fact]
    public async Task The_name_that_was_typed_stands_first_and_all_names_are_marked()
    {
        SearchResponse found = await Search("医共体");
        Assert.Equal(["医共体", "县域医疗卫生共同体"], found.Hits.Select(hit => FirstMark(hit.Fragments[0])));
        found = await Search("县域医疗卫生共同体");
        Assert.Equal(["县域医疗卫生共同体", "医共体"], found.Hits.Select(hit => FirstMark(hit.Fragments[0])));
        string other = found.Hits[1].Id;
        MarkedDocument? whole = await made.Search.FindMarkedAsync(other, "县域医疗卫生共同体");
        Assert.Single(whole!.BodyMatches);
        Assert.Empty((await made.Search.FindMarkedAsync(other, "县域医疗卫生共同体", expand: false))!.BodyMatches);
    }

    [Fact]
    public async Task The_answer_says_what_was_widened_and_it_can_be_switched_off()
    {
        QueryExpansion expansion = Assert.Single((await Search("医共体建设")).Expansions);
        Assert.Equal("医共体", expansion.Term);
        Assert.Contains("县域医疗卫生共同体", expansion.Others);
        SearchResponse off = await made.Search.SearchAsync(new() { Query = "医共体建设", Expand = false });
        Assert.Empty(off.Expansions);
        Assert.Equal(1, off.Total);
        Assert.Empty((await Search("“医共体”")).Expansions);
        Assert.Empty((await Search("养老机构")).Expansions);
    }

    [Fact]
    public void Wrong_lines_are_reported_with_their_number_and_left_out()
    {
        string[] lines =
        [
            "# 注释", "", "村医 = 乡村医生", "只有一个名字", "甲 = 乙丙", "医共体 = 医共体", "一 = ", "党政办 = 党政办公室 => 办公室", "“引号” = 名字", "-没有这个名字", "办公厅 => 办公室",
            "长 = " + new string('字', 31), string.Join('=', Enumerable.Range(10, 13)),
        ];
        SynonymList list = SynonymList.Of([], lines);
        Assert.Equal([4, 5, 6, 7, 8, 9, 10, 12, 13], list.Faults.Select(fault => fault.Line));
        Assert.All(list.Faults, fault => Assert.NotEmpty(fault.Reason));
        Assert.Equal(["乡村医生"], list.OthersOf("村医"));
        Assert.Equal(["办公室"], list.OthersOf("办公厅"));
        Assert.Empty(list.OthersOf("办公室"));
    }

    [Fact]
    public void An_own_file_adds_names_and_takes_away_built_in_ones()
    {
        SynonymList list = SynonymList.Of(["村医 = 乡村医生", "医保局 = 医疗保障局"], ["-村医", "医保局 = 医保中心"]);
        Assert.Empty(list.OthersOf("村医"));
        Assert.Equal(["医疗保障局", "医保中心"], list.OthersOf("医保局"));
    }

    [Fact]
    public async Task A_file_that_is_edited_counts_without_a_new_start_and_a_vanished_one_leaves_the_names()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("synonyms.txt");
        File.WriteAllText(path, "村医 = 乡村医生\n坏行\n");
        var told = new List<(SynonymList? List, Exception? Error)>();
        var file = new SynonymFile(path, (list, error) => told.Add((list, error)));
        Assert.Equal(["乡村医生"], file.Current.OthersOf("村医"));
        Assert.Equal(2, Assert.Single(told).List!.Faults.Single().Line);
        File.WriteAllText(path, "新名词 = 另一个说法\n");
        await Waits(() => file.Current.OthersOf("新名词").Count == 1);
        File.Delete(path);
        await Waits(() => { _ = file.Current; return told.Count == 3; });
        Assert.NotNull(told[2].Error);
        Assert.Equal(["另一个说法"], file.Current.OthersOf("新名词"));
    }

    private static async Task Waits(Func<bool> condition)
    {
        for (int i = 0; i < 400 && !condition(); i++)
            await Task.Delay(50);
        Assert.True(condition());
    }

    private Task<SearchResponse> Search(string query) => made.Search.SearchAsync(new() { Query = query });

    private static string FirstMark(HighlightedText text) => text.Text[text.Matches[0].Start..text.Matches[0].End];
}
