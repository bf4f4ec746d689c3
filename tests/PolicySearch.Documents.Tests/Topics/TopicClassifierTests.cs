using System.Text.Json;
using PolicySearch.Documents.Topics;
using PolicySearch.Testing;
using Xunit.Abstractions;

namespace PolicySearch.Documents.Tests.Topics;

public class TopicClassifierTests(ITestOutputHelper output)
{
    private static List<TopicMatch> Classify(string? title, string body, params string[] headings) =>
        [.. TopicClassifier.Default.Classify(title, null, headings, body)];

    [Theory]
    [InlineData("关于加快推进既有住宅加装电梯的建议", "城乡建设、环境保护/城乡建设（含住房）/加装电梯")]
    [InlineData("关于在老旧小区增设充电桩的提案", "工业、交通/公路/充电桩")]
    [InlineData("关于加强紧密型县域医共体建设的建议", "卫生、体育/卫生/医共体")]
    [InlineData("关于提升家庭医生签约服务质量的提案", "卫生、体育/卫生/家庭医生签约")]
    [InlineData("关于解决城区停车难问题的建议", "工业、交通/公路/停车")]
    [InlineData("关于发展社区养老服务的建议", "民政、扶贫、救灾/社会福利/养老服务")]
    [InlineData("关于进一步规范小区物业管理的提案", "城乡建设、环境保护/城乡建设（含住房）/物业管理")]
    [InlineData("关于优化营商环境的若干措施", "国民经济管理、国有资产监管/经济体制改革/营商环境")]
    [InlineData("关于全面落实河长制的实施意见", "农业、林业、水利/水利/河长制")]
    [InlineData("关于加强未成年人保护工作的通知", "人口与计划生育、妇女儿童工作/妇女儿童/未成年人保护")]
    public void A_title_tells_the_topic(string title, string path) => Assert.Equal(path, Classify(title, "")[0].Path);

    [Theory]
    [InlineData("市教育局、市公安局、市财政局、市民政局参加会议。")]
    [InlineData("感谢您对我们工作的关心和支持，欢迎继续提出宝贵意见。")]
    [InlineData("")]
    public void Thin_evidence_tells_nothing(string body) => Assert.Empty(Classify(null, body));

    [Fact]
    public void Matches_come_most_certain_first_and_carry_their_words()
    {
        var found = Classify("关于加装电梯和老旧小区改造的答复", "加装电梯资金补助。老旧小区改造计划，物业服务。");
        Assert.InRange(found.Count, 2, TopicClassifier.MaxTopics);
        Assert.Equal(found.OrderByDescending(f => f.Score), found);
        Assert.Contains("加装电梯", found.SelectMany(f => f.Words));
    }

    [Fact]
    public void A_long_word_hides_the_shorter_one_inside()
    {
        var found = new List<int>();
        TopicTaxonomy.Default.Trie.Find("学前教育局面", found);
        Assert.Equal(["学前教育"], found.Select(entry => TopicTaxonomy.Default.Trie.Entries[entry].Word));
    }

    [Fact]
    public void Finds_the_same_words_as_a_naive_scan()
    {
        var trie = TopicTaxonomy.Default.Trie;
        var words = trie.Entries.Select((e, i) => (e.Word, i)).ToDictionary(e => e.Word, e => e.i);
        var random = new Random(5);
        for (int round = 0; round < 200; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 20).Select(_ => RandomPiece(trie, random)));
            List<int> found = [], expected = [];
            trie.Find(text, found, step: 5, mark: 3);
            for (int at = 0; at < text.Length;)
            {
                int length = Enumerable.Range(1, Math.Min(20, text.Length - at)).Reverse().FirstOrDefault(n => words.ContainsKey(text.Substring(at, n)));
                if (length > 0)
                    expected.Add(words[text.Substring(at, length)] * 5 + 3);
                at += Math.Max(1, length);
            }
            Assert.Equal(expected, found);
        }
    }

    [NeedsFact(Requirement.SharedData)]
    public void The_five_seeds_are_about_health_in_the_first_place()
    {
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.InShared("seeds"), "*.txt").Order())
        {
            string body = File.ReadAllText(file).Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
            var found = Classify(null, body);
            output.WriteLine($"{Path.GetFileName(file)}: {string.Join("; ", found.Select(f => $"{f.Path} {f.Score}"))}");
            Assert.StartsWith("卫生、体育/", found[0].Path, StringComparison.Ordinal);
        }
    }

    /// <summary>The labels are coarse words of another scheme; a label agrees when it stands in a path found.</summary>
    [NeedsFact(Requirement.SharedData)]
    public void Most_labelled_documents_agree_with_their_coarse_label()
    {
        int labelled = 0, agreed = 0;
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot.InShared("data", "labelled"), "*.json").Order())
        {
            JsonElement truth = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("truth");
            string[] labels = [.. truth.GetProperty("topics").EnumerateArray().Select(t => t.GetString()!)];
            if (labels.Length == 0)
                continue;
            labelled++;
            var found = Classify(truth.GetProperty("title").GetString(), File.ReadAllText(Path.ChangeExtension(file, ".txt")));
            bool agrees = labels.Any(label => found.Any(f => Agree(label, f.Path)));
            agreed += agrees ? 1 : 0;
            if (!agrees)
                output.WriteLine($"{Path.GetFileName(file)} {truth.GetProperty("title")}: [{string.Join(' ', labels)}] {string.Join("; ", found.Select(f => f.Path))}");
        }
        output.WriteLine($"{agreed} of {labelled} agree");
        Assert.True(agreed >= labelled * 0.7, $"{agreed} of {labelled} labelled documents agree");
    }

    private static bool Agree(string label, string path) =>
        path.Contains(label, StringComparison.Ordinal)
        || label switch
        {
            "医疗卫生" => path.StartsWith("卫生、体育/", StringComparison.Ordinal),
            "政府网站" or "政务" => path.StartsWith("综合政务/", StringComparison.Ordinal),
            "金融" => path.StartsWith("财政、金融、审计/", StringComparison.Ordinal),
            "税收" => path.Contains("税务", StringComparison.Ordinal),
            "社会组织" => path.Contains("社团", StringComparison.Ordinal),
            "外贸" => path.Contains("对外经贸", StringComparison.Ordinal),
            "防震减灾" => path.Contains("地震", StringComparison.Ordinal),
            "督查激励" => path.Contains("督查", StringComparison.Ordinal),
            "环境保护" => path.Contains("环境", StringComparison.Ordinal),
            "节水" => path.Contains("水资源", StringComparison.Ordinal),
            _ => false,
        };

    private static string RandomPiece(KeywordTrie trie, Random random)
    {
        string word = trie.Entries[random.Next(trie.Entries.Count)].Word;
        return random.Next(3) == 0 ? word[..random.Next(1, word.Length + 1)] : word;
    }
}
