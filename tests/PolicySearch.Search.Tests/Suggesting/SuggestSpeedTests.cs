using System.Diagnostics;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Search.Schema;
using PolicySearch.Search.Suggesting;
using PolicySearch.Testing;
using Xunit.Abstractions;

namespace PolicySearch.Search.Tests.Suggesting;

/// <summary>What a suggestion costs with a thousand and with a hundred thousand distinct titles.</summary>
public sealed class SuggestSpeedTests(ITestOutputHelper output) : IDisposable
{
    private const int Few = 1_000, Many = 100_000;

    // A hundred times the titles may cost so many times the time; the limit in milliseconds is the promise.
    private const double MostTimes = 20, LimitMilliseconds = 20;

    private static readonly string[] Typed =
        ["家", "家庭", "家庭医生签约", "关于", "建设", "服务 农村", "j", "jt", "jtys", "jiatingyisheng", "jiceng", "jcws", "基层ws", "zhsq", "zhonghuarenmin", "qqqq", "外星文明", "的建议"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_suggestion_takes_less_than_20_ms_and_hardly_grows_with_the_index()
    {
        using var few = new Titles(folder.Combine("few"), Few);
        using var many = new Titles(folder.Combine("many"), Many);
        double fewTotal = 0, manyTotal = 0, slowest = 0;
        foreach (string typed in Typed)
        {
            double atFew = few.BestMilliseconds(typed), atMany = many.BestMilliseconds(typed);
            output.WriteLine($"{typed}: {atFew:F3} ms at {Few}, {atMany:F3} ms at {Many}");
            (fewTotal, manyTotal, slowest) = (fewTotal + atFew, manyTotal + atMany, Math.Max(slowest, atMany));
        }
        output.WriteLine($"together {fewTotal:F2} ms and {manyTotal:F2} ms, slowest {slowest:F2} ms");
        Assert.InRange(slowest, 0, LimitMilliseconds);
        Assert.InRange(manyTotal / fewTotal, 0, MostTimes);
    }

    /// <summary>An index of distinct titles. Owns what it opens.</summary>
    private sealed class Titles : IDisposable
    {
        private static readonly string[] Places = ["三门峡市", "岳阳市", "平江县", "四平市", "吕梁市", "文水县", "杭州市", "淳安县", "厦门市", "遂宁市"];
        private static readonly string[] Verbs = ["加强", "进一步做实", "推进", "完善", "规范", "支持", "优化", "改进", "扩大", "落实"];
        private static readonly string[] Things =
            ["家庭医生签约服务", "基层卫生人才队伍", "老旧小区加装电梯", "居家养老服务", "农村公路管护", "智慧社区建设", "学校食堂管理", "电动自行车充电", "医共体药品供应", "乡村医生待遇"];

        private readonly FSDirectory directory;
        private readonly DirectoryReader reader;

        public Titles(string path, int count)
        {
            directory = FSDirectory.Open(path);
            using var analyzer = new PolicyAnalyzer();
            using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { MergePolicy = new LogDocMergePolicy() }))
            {
                for (int i = 0; i < count; i++)
                {
                    string text = $"关于{Places[i % 10]}{Verbs[i / 10 % 10]}{Things[i / 100 % 10]}第{i / 1000}项工作的建议";
                    writer.AddDocument(SuggestSchema.Map(new(text, SuggestionKind.Title, 1 + count / (i + 1)), [0, 2, text.IndexOf(Things[i / 100 % 10], StringComparison.Ordinal)]));
                }
                writer.ForceMerge(1);
                writer.Commit();
            }
            reader = DirectoryReader.Open(directory);
        }

        public double BestMilliseconds(string typed)
        {
            double best = double.MaxValue;
            for (int i = 0; i < 7; i++)
            {
                long start = Stopwatch.GetTimestamp();
                new SuggestionLookup(reader, typed, 10).Find();
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return best;
        }

        public void Dispose()
        {
            reader.Dispose();
            directory.Dispose();
        }
    }
}
