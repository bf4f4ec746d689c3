namespace PolicySearch.Indexer.Tests;

public class UsageTests
{
    [Theory]
    [InlineData("extract")]
    [InlineData("tokens")]
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
    public void What_cannot_be_done_ends_with_1_and_names_the_file(string line)
    {
        ToolResult result = Tool.Run(line.Split(' '));
        Assert.Equal(1, result.Code);
        Assert.Contains("/nowhere/at/all.txt", result.Error, StringComparison.Ordinal);
    }
}
