namespace PolicySearch.Documents.Topics;

/// <summary>
/// Tells what a document is about by weighted keywords: those in title and subject weigh most, then headings, then the text,
/// where a word's repetitions count less and less. Thread-safe.
/// </summary>
public sealed class TopicClassifier(TopicTaxonomy taxonomy)
{
    /// <summary>At most so many topics a document.</summary>
    public const int MaxTopics = 4;

    private const double TitleFactor = 5, HeadingFactor = 2;

    // Below this sum there is no evidence to speak of: three decisive words once each, or one in the title.
    private const double LeastScore = 12;

    // A further topic must come this near to the first.
    private const double LeastShare = 0.35;

    // A third-level topic speaks for its second level when the strongest holds this share of that level's score.
    private const double LeafShare = 0.2;

    // Where the second level is sure, less is enough to tell the third.
    private const double LeastLeafScore = 7;

    // A topic told by one word of the text alone is an example in passing, not what the document is about.
    private const int LeastWords = 2;

    /// <summary>A classifier over <see cref="TopicTaxonomy.Default"/>.</summary>
    public static TopicClassifier Default { get; } = new(TopicTaxonomy.Default);

    /// <summary>The topics of a document, most certain first, at most <see cref="MaxTopics"/>; none when the evidence is thin.</summary>
    /// <param name="title">标题, or null.</param>
    /// <param name="subject">案由, or null.</param>
    /// <param name="headings">The headings of the text.</param>
    /// <param name="body">The clean text.</param>
    public IReadOnlyList<TopicMatch> Classify(string? title, string? subject, IEnumerable<string> headings, string body)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(body);
        KeywordTrie trie = taxonomy.Trie;
        int[] inTitle = new int[trie.Entries.Count], inHeadings = new int[trie.Entries.Count], inBody = new int[trie.Entries.Count];
        trie.Count(title, inTitle);
        trie.Count(subject, inTitle);
        foreach (string heading in headings)
            trie.Count(heading, inHeadings);
        trie.Count(body, inBody);
        return Choose(Score(inTitle, inHeadings, inBody));
    }

    private TopicScore[] Score(int[] inTitle, int[] inHeadings, int[] inBody)
    {
        var scores = new TopicScore[taxonomy.Topics.Count];
        for (int entry = 0; entry < inTitle.Length; entry++)
        {
            if ((inTitle[entry] | inHeadings[entry] | inBody[entry]) == 0)
                continue;
            double strength = TitleFactor * Math.Min(inTitle[entry], 1) + HeadingFactor * Math.Min(inHeadings[entry], 2) + Saturated(inBody[entry]);
            var (word, uses) = taxonomy.Trie.Entries[entry];
            foreach (TopicKeyword use in uses)
                (scores[use.Topic.Index] ??= new TopicScore(use.Topic)).Add(word, use.Weight * strength, inTitle[entry] > 0);
        }
        return [.. scores.Where(s => s != null)];
    }

    private static double Saturated(int count) => Math.Log2(1 + Math.Min(count, 31));

    private static IReadOnlyList<TopicMatch> Choose(TopicScore[] scores)
    {
        var chosen = scores.GroupBy(SecondLevel).SelectMany(OfOneSecondLevel).Where(s => s.Total >= LeastLeafScore && (s.InTitle || s.WordCount >= LeastWords))
            .OrderByDescending(s => s.Total).ThenBy(s => s.Topic.Index).ToList();
        return [.. chosen.TakeWhile(s => s.Total >= chosen[0].Total * LeastShare).Take(MaxTopics).Select(s => s.ToMatch())];
    }

    // Either some of its third level, or the second level itself when none of them stands out.
    private static IEnumerable<TopicScore> OfOneSecondLevel(IGrouping<Topic, TopicScore> group)
    {
        double sum = group.Sum(s => s.Total);
        var leaves = group.Where(s => s.Topic != group.Key && s.Total >= LeastLeafScore).ToList();
        double best = leaves.Count == 0 ? 0 : leaves.Max(s => s.Total);
        leaves.RemoveAll(s => s.Total < best * LeastShare);
        if (sum < LeastScore)
            return [];
        if (best == 0 || best < sum * LeafShare)
            return [TopicScore.Merge(group.Key, group)];
        // What the second level's own words say speaks for its leaves.
        double own = group.Where(s => s.Topic == group.Key).Sum(s => s.Total);
        double leafSum = leaves.Sum(l => l.Total);
        foreach (TopicScore leaf in leaves)
            leaf.Total += own * leaf.Total / leafSum / 2;
        return leaves;
    }

    private static Topic SecondLevel(TopicScore score) => score.Topic.Level == 2 ? score.Topic.Parent! : score.Topic;
}

/// <summary>A topic that a document is about.</summary>
/// <param name="Path">卫生、体育/卫生/基层卫生.</param>
/// <param name="Score">How certain; comparable within one document only.</param>
/// <param name="Words">The words that tell it, the most telling first; at most eight.</param>
public sealed record TopicMatch(string Path, double Score, IReadOnlyList<string> Words);

internal sealed class TopicScore(Topic topic)
{
    private const int MaxWords = 8;

    private readonly List<(string Word, double Score)> words = [];

    public Topic Topic { get; } = topic;

    public double Total { get; set; }

    public bool InTitle { get; private set; }

    public int WordCount => words.Count;

    public void Add(string word, double score, bool inTitle)
    {
        words.Add((word, score));
        Total += score;
        InTitle |= inTitle;
    }

    public static TopicScore Merge(Topic topic, IEnumerable<TopicScore> parts)
    {
        var whole = new TopicScore(topic);
        foreach (TopicScore part in parts)
        {
            whole.words.AddRange(part.words);
            whole.Total += part.Total;
            whole.InTitle |= part.InTitle;
        }
        return whole;
    }

    public TopicMatch ToMatch() =>
        new(Topic.Path, Math.Round(Total, 2), [.. words.GroupBy(w => w.Word).OrderByDescending(g => g.Max(w => w.Score)).Select(g => g.Key).Take(MaxWords)]);
}
