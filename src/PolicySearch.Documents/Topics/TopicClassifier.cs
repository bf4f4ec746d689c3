using System.Buffers;
using System.Runtime.InteropServices;

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

    // The parts of a document that are looked through apart.
    private const int Parts = 3, InTitle = 0, InHeadings = 1, InBody = 2;

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
        var found = new List<int>(64);
        taxonomy.Trie.Find(title, found, Parts, InTitle);
        taxonomy.Trie.Find(subject, found, Parts, InTitle);
        foreach (string heading in headings)
            taxonomy.Trie.Find(heading, found, Parts, InHeadings);
        taxonomy.Trie.Find(body, found, Parts, InBody);
        return Choose(Score(CollectionsMarshal.AsSpan(found)));
    }

    // Scores come out in the order of the taxonomy.
    private List<TopicScore> Score(ReadOnlySpan<int> found)
    {
        TopicScore?[] scores = ArrayPool<TopicScore?>.Shared.Rent(taxonomy.Topics.Count);
        int[] all = ArrayPool<int>.Shared.Rent(taxonomy.Trie.Entries.Count * Parts);
        all.AsSpan(0, taxonomy.Trie.Entries.Count * Parts).Clear();
        foreach (int place in found)
            all[place]++;
        foreach (int place in found)
        {
            int entry = place / Parts;
            Span<int> counts = all.AsSpan(entry * Parts, Parts);
            if (!counts.ContainsAnyExcept(0))
                continue;
            double strength = TitleFactor * Math.Min(counts[InTitle], 1) + HeadingFactor * Math.Min(counts[InHeadings], 2) + Saturated(counts[InBody]);
            var (word, uses) = taxonomy.Trie.Entries[entry];
            foreach (TopicKeyword use in uses)
                (scores[use.Topic.Index] ??= new TopicScore(use.Topic)).Add(word, use.Weight * strength, counts[InTitle] > 0);
            counts.Clear();
        }
        ArrayPool<int>.Shared.Return(all);
        var scored = new List<TopicScore>();
        foreach (TopicScore? score in scores)
        {
            if (score is not null)
                scored.Add(score);
        }
        ArrayPool<TopicScore?>.Shared.Return(scores, clearArray: true);
        return scored;
    }

    private static double Saturated(int count) => Math.Log2(1 + Math.Min(count, 31));

    private static IReadOnlyList<TopicMatch> Choose(List<TopicScore> scores)
    {
        var chosen = new List<TopicScore>();
        // A second level and its leaves stand side by side in the taxonomy.
        for (int start = 0; start < scores.Count;)
        {
            Topic level = SecondLevel(scores[start]);
            int end = start + 1;
            while (end < scores.Count && SecondLevel(scores[end]).Index == level.Index)
                end++;
            AddOfOneSecondLevel(level, CollectionsMarshal.AsSpan(scores)[start..end], chosen);
            start = end;
        }
        chosen.RemoveAll(score => score.Total < LeastLeafScore || !(score.InTitle || score.WordCount >= LeastWords));
        chosen.Sort((a, b) => b.Total.CompareTo(a.Total) is not 0 and int order ? order : a.Topic.Index.CompareTo(b.Topic.Index));
        return [.. chosen.TakeWhile(s => s.Total >= chosen[0].Total * LeastShare).Take(MaxTopics).Select(s => s.ToMatch())];
    }

    // Either some of its third level, or the second level itself when none of them stands out.
    private static void AddOfOneSecondLevel(Topic level, ReadOnlySpan<TopicScore> group, List<TopicScore> chosen)
    {
        double sum = 0, own = 0, best = 0, leafSum = 0;
        foreach (TopicScore score in group)
        {
            sum += score.Total;
            if (score.Topic.Index == level.Index)
                own += score.Total;
            else if (score.Total >= LeastLeafScore)
                best = Math.Max(best, score.Total);
        }
        if (sum < LeastScore)
            return;
        if (best == 0 || best < sum * LeafShare)
        {
            chosen.Add(TopicScore.Merge(level, group));
            return;
        }
        int first = chosen.Count;
        foreach (TopicScore score in group)
        {
            if (score.Topic.Index == level.Index || score.Total < LeastLeafScore || score.Total < best * LeastShare)
                continue;
            leafSum += score.Total;
            chosen.Add(score);
        }
        // What the second level's own words say speaks for its leaves.
        foreach (TopicScore leaf in CollectionsMarshal.AsSpan(chosen)[first..])
            leaf.Total += own * leaf.Total / leafSum / 2;
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

    public static TopicScore Merge(Topic topic, ReadOnlySpan<TopicScore> parts)
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

    public TopicMatch ToMatch() => new(Topic.Path, Math.Round(Total, 2), BestWords());

    // Each word once, by its best score; of equals the one met first.
    private List<string> BestWords()
    {
        var left = new List<(string Word, double Score)>(words.Count);
        foreach ((string word, double score) in words)
        {
            int known = left.FindIndex(entry => entry.Word == word);
            if (known < 0)
                left.Add((word, score));
            else if (score > left[known].Score)
                left[known] = (word, score);
        }
        var best = new List<string>(MaxWords);
        while (left.Count > 0 && best.Count < MaxWords)
        {
            int top = 0;
            for (int i = 1; i < left.Count; i++)
                top = left[i].Score > left[top].Score ? i : top;
            best.Add(left[top].Word);
            left.RemoveAt(top);
        }
        return best;
    }
}
