using System.Diagnostics;

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
        Letter.Understand(small);
        // On a busy machine one of the two may be held up: the fairest of a few tries counts.
        double ratio = double.MaxValue;
        for (int attempt = 0; attempt < 3 && ratio >= 40; attempt++)
            ratio = Math.Min(ratio, Time(large) / Math.Max(Time(small), 5));
        // Eight times the text; quadratic cost would be sixty-four times the time.
        Assert.True(ratio < 40, $"{Large / Small} times the text took {ratio:F0} times as long");
    }

    private static double Time(string text)
    {
        var watch = Stopwatch.StartNew();
        Letter.Understand(text);
        return watch.Elapsed.TotalMilliseconds;
    }
}
