using System.Diagnostics;
using PolicySearch.Testing.Generator;

namespace PolicySearch.Documents.Tests.Extraction;

/// <summary>No text may hang the extractor or make its cost grow faster than its length.</summary>
public sealed class BoundedCostTests
{
    private const int Small = 150_000, Large = 1_200_000;

    public static TheoryData<string> Patterns =>
        new("一", "（", "《", "》", "〔", "〔2020〕", "号", "，", "。", " ", "　", "\n", "一\n", "（\n", "第", "1", "九届", "：", ":\n", "关于", "联系人：", "《》", "《一", "《通知》", "、", "抄送：", "2020年1月1日\n", "附件\n", "a ", "**", "# \n", "(一", "|", "一 二  ", "人大届次会议", "张某、");

    [Theory, MemberData(nameof(Patterns))]
    public void Cost_grows_no_faster_than_length(string pattern)
    {
        string small = string.Concat(Enumerable.Repeat(pattern, Small / pattern.Length));
        string large = string.Concat(Enumerable.Repeat(pattern, Large / pattern.Length));
        AssertNearlyLinear(small, large);
    }

    [Fact]
    public void Cost_of_ordinary_letters_grows_no_faster_than_their_length()
    {
        string small = string.Join('\n', new DocumentGenerator(DocumentGenerator.DefaultSeed).Documents(60).Select(document => document.Text));
        AssertNearlyLinear(small, string.Join('\n', Enumerable.Repeat(small, 16)));
    }

    // A quadratic cost would be the square of the growth; five times the growth is left to a busy machine, of which the fairest of a few tries counts.
    private static void AssertNearlyLinear(string small, string large)
    {
        Letter.Understand(small);
        double growth = (double)large.Length / small.Length, ratio = double.MaxValue;
        for (int attempt = 0; attempt < 3 && ratio >= 5 * growth; attempt++)
            ratio = Math.Min(ratio, Time(large) / Math.Max(Time(small), 5));
        Assert.True(ratio < 5 * growth, $"{growth:F0} times the text took {ratio:F0} times as long");
    }

    private static double Time(string text)
    {
        var watch = Stopwatch.StartNew();
        Letter.Understand(text);
        return watch.Elapsed.TotalMilliseconds;
    }
}
