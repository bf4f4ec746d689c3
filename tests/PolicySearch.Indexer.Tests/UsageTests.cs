namespace PolicySearch.Indexer.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("search")]
    [InlineData("extract")]
    [InlineData("tokens")]
    [InlineData("check")]
    public void Every_verb_explains_itself(string verb)
    {
        string help = Tool.Expect(verb, "--help");
        Assert.Contains($"policysearch {verb}", help.Replace("testhost", "policysearch", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fly")]
    [InlineData("tokens")]
    [InlineData("tokens a.txt --chain pinyin")]
    [InlineData("extract")]
    [InlineData("search")]
    [InlineData("search 养老 --size 1000")]
    [InlineData("search 养老 --page 0")]
    [InlineData("search 养老 --from 2023")]
    [InlineData("search 养老 --sort best")]
    [InlineData("check extra")]
    public void A_command_line_that_is_not_understood_ends_with_2_and_says_what_is_wrong(string line)
    {
        ToolResult result = Tool.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Error);
    }

    [Theory]
    [InlineData("tokens /nowhere/at/all.txt")]
    [InlineData("extract /nowhere/at/all.txt")]
    [InlineData("search 养老 --index /nowhere/at/all.txt")]
    [InlineData("check --index /nowhere/at/all.txt")]
    public void What_cannot_be_done_ends_with_1_and_names_the_file(string line)
    {
        ToolResult result = Tool.Run(line.Split(' '));
        Assert.Equal(1, result.Code);
        Assert.Contains("/nowhere/at/all.txt", result.Error, StringComparison.Ordinal);
    }
}
