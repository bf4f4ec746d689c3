using PolicySearch.Documents.Topics;

namespace PolicySearch.Documents.Tests.Topics;

public class TopicTaxonomyTests
{
    [Fact]
    public void Holds_the_22_classes_and_at_least_80_topics_of_our_own()
    {
        var topics = TopicTaxonomy.Default.Topics;
        Assert.Equal(22, topics.Count(t => t.Level == 0));
        Assert.True(topics.Count(t => t.Level == 2) >= 80);
        Assert.Equal(topics.Count, topics.Select(t => t.Path).Distinct().Count());
    }

    [Fact]
    public void Every_third_level_topic_can_be_told_by_its_own_keywords()
    {
        foreach (Topic topic in TopicTaxonomy.Default.Topics.Where(t => t.Level == 2))
        {
            var words = TopicTaxonomy.Default.Trie.Entries.Where(e => e.Uses.Any(u => u.Topic == topic)).Select(e => e.Word).ToList();
            string text = string.Join('，', words);
            Assert.Contains(topic.Path, TopicClassifier.Default.Classify(topic.Name, null, [], text).Select(m => m.Path));
        }
    }

    [Theory]
    [InlineData("甲\n\t乙\t词*9\n", "line 2")]
    [InlineData("\t乙\t词\n", "line 1")]
    [InlineData("甲\n\t乙\n\t\t丙\n\t\t\t丁\n", "line 4")]
    [InlineData("甲/乙\n", "line 1")]
    public void A_damaged_line_is_named_in_the_error(string file, string where)
    {
        var error = Assert.Throws<InvalidDataException>(() => TopicTaxonomy.Load(new StringReader(file)));
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
    }
}
