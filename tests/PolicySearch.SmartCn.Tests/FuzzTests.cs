using System.IO;
using PolicySearch.Testing;

namespace PolicySearch.SmartCn.Tests;

public sealed class FuzzTests
{
    private const int Lines = 10_000;

    /// <summary>TEST_SEED replaces the seeds; POLICYSEARCH_LONG=1 runs more of them.</summary>
    public static TheoryData<int> Seeds() => Environment.GetEnvironmentVariable("TEST_SEED") is { } seed
        ? [int.Parse(seed)]
        : [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("POLICYSEARCH_LONG") == "1" ? 20 : 2)];

    [NeedsTheory(Requirement.Oracle), MemberData(nameof(Seeds))]
    public void Random_lines_have_the_oracles_tokens(int seed) => Compare(seed, "\n", whole: false);

    [NeedsTheory(Requirement.Oracle), MemberData(nameof(Seeds))]
    public void Random_text_of_many_lines_has_the_oracles_tokens(int seed) => Compare(seed, "\r\n", whole: true);

    [NeedsTheory(Requirement.Oracle), MemberData(nameof(Seeds))]
    public void Random_text_without_a_line_end_is_cut_where_the_oracle_cuts_it(int seed) => Compare(seed, "", whole: true);

    [NeedsTheory(Requirement.Oracle), MemberData(nameof(Seeds))]
    public void Random_lines_are_stemmed_like_the_oracles(int seed) => Compare(seed, "\n", whole: false, "--stem");

    [NeedsTheory(Requirement.Oracle), MemberData(nameof(Seeds))]
    public void Random_lines_lose_the_oracles_stop_words(int seed) => Compare(seed, "\n", whole: false, "--stop");

    private static void Compare(int seed, string lineEnd, bool whole, string option = "")
    {
        var text = new FuzzText(seed);
        using var folder = new TemporaryFolder();
        string path = folder.Combine("fuzz.txt");
        File.WriteAllText(path, string.Join(lineEnd, Enumerable.Range(0, Lines).Select(_ => text.Line())));

        Assert.True(Comparison.AssertSame(path, option, whole) > Lines);
    }
}
