using PolicySearch.Testing;

namespace PolicySearch.Indexer.Tests;

public class TokensCommandTests
{
    [Fact]
    public void Tokens_stand_one_a_line_with_an_empty_line_behind_each_line_of_the_file()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Combine("a.txt");
        File.WriteAllText(file, "医共体建设，\r\n\n服务");
        Assert.Equal("医\t0\t1\t1\tword\n共\t1\t2\t1\tword\n体\t2\t3\t1\tword\n建设\t3\t5\t1\tword\n,\t5\t6\t1\tword\n\n\n服务\t0\t2\t1\tword\n\n", Tool.Expect("tokens", file));
        Assert.Equal(
            "医\t0\t1\t1\tword\n医共体\t0\t3\t0\tcompound\n共\t1\t2\t1\tword\n体\t2\t3\t1\tword\n建设\t3\t5\t1\tword\n\n\n服务\t0\t2\t1\tword\n\n",
            Tool.Expect("tokens", file, "--chain", "policy"));
    }

    [Fact]
    public void A_lexicon_of_ones_own_adds_compounds()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("own.txt"), "建设服务\n");
        File.WriteAllText(folder.Combine("a.txt"), "建设服务");
        Assert.Contains("建设服务\t0\t4\t0\tcompound", Tool.Expect("tokens", folder.Combine("a.txt"), "--chain", "policy", "--lexicon", folder.Combine("own.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Combine("gbk.txt"), [0xD2, 0xBD, 0xC1, 0xC6, 0x0A]);
        ToolResult result = Tool.Run("tokens", folder.Combine("gbk.txt"));
        Assert.Equal(1, result.Code);
        Assert.Contains("not UTF-8", result.Error, StringComparison.Ordinal);
    }

    [NeedsFact(Requirement.Oracle, Requirement.SharedData)]
    public void The_seeds_tokens_are_those_of_the_original()
    {
        foreach (string seed in Directory.GetFiles(RepositoryRoot.InShared("seeds"), "*.txt").Order())
            Assert.Equal(Oracle.Run("tokens", seed), Tool.Expect("tokens", seed));
    }
}
