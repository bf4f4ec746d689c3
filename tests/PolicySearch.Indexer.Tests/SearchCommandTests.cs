using System.Text.Json;
using PolicySearch.Testing;

namespace PolicySearch.Indexer.Tests;

public sealed class SearchCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SearchCommandTests()
    {
        Directory.CreateDirectory(folder.Combine("letters"));
        File.WriteAllText(folder.Combine("letters", "a.txt"), "关于药箱的答复\n\n摩托车药箱已经配齐。\n");
        Tool.Expect("index", folder.Combine("letters"), "--index", folder.Combine("index"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Own_names_of_one_thing_widen_a_search_as_in_the_service()
    {
        string names = folder.Combine("names.txt");
        File.WriteAllText(names, "# 试用\n骑手医箱 = 摩托车药箱\n坏\n");
        Assert.Equal(0, Total("骑手医箱"));
        ToolResult widened = Search("骑手医箱", "--synonyms", names);
        Assert.Equal(1, Total(widened));
        Assert.Contains($"{names}, line 3:", widened.Error, StringComparison.Ordinal);
        Assert.Equal(0, Total(Search("骑手医箱", "--synonyms", names, "--no-expand")));
    }

    [Fact]
    public void A_file_of_names_that_is_not_there_is_told()
    {
        ToolResult result = Search("药箱", "--synonyms", folder.Combine("nowhere.txt"));
        Assert.Equal(1, result.Code);
        Assert.Contains("nowhere.txt", result.Error, StringComparison.Ordinal);
    }

    private int Total(string query) => Total(Search(query));

    private static int Total(ToolResult result) => JsonDocument.Parse(result.Output).RootElement.GetProperty("total").GetInt32();

    private ToolResult Search(string query, params string[] more) => Tool.Run(["search", query, "--json", "--index", folder.Combine("index"), .. more]);
}
