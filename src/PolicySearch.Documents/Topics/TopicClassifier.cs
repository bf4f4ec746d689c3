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

    // A word that is repeated more often than this speaks no louder.
    private const int MaxRepetitions = 31;

    private const int MaxWords = 8;

    // Of keywords in a text, in characters, for the size of a list.
    private const int UsualDistance = 16;

    // A topic told by one word of the text alone is an example in passing, not what the document is about.
    private const int LeastWords = 2;

    // How strongly a word speaks that stands so often in the text.
    private static readonly double[] Saturated = [.. Enumerable.Range(0, MaxRepetitions + 1).Select(count => Math.Log2(1 + count))];

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
        var found = new List<int>(body.Length / UsualDistance + UsualDistance);
        taxonomy.Trie.Find(title, found, Parts, InTitle);
        taxonomy.Trie.Find(subject, found, Parts, InTitle);
        foreach (string heading in headings)
            taxonomy.Trie.Find(heading, found, Parts, InHeadings);
        taxonomy.Trie.Find(body, found, Parts, InBody);
        List<Mention> mentions = Weigh(CollectionsMarshal.AsSpan(found));
        TopicScore[] rented = ArrayPool<TopicScore>.Shared.Rent(taxonomy.Topics.Count);
        Span<TopicScore> scores = rented.AsSpan(0, taxonomy.Topics.Count);
        Score(mentions, scores);
        var matches = new List<TopicMatch>(MaxTopics);
        foreach (Choice choice in Choose(scores))
            matches.Add(new TopicMatch(choice.Topic.Path, Math.Round(choice.Total, 2), BestWords(choice.Speaking, scores, mentions)));
        ArrayPool<TopicScore>.Shared.Return(rented);
        return matches;
    }

    // Each keyword once, in the order of the text.
    private List<Mention> Weigh(ReadOnlySpan<int> found)
    {
        int length = taxonomy.Trie.Entries.Count * Parts;
        byte[] rented = ArrayPool<byte>.Shared.Rent(length);
        Span<byte> all = rented.AsSpan(0, length);
        all.Clear();
        foreach (int place in found)
            all[place] += all[place] < MaxRepetitions ? (byte)1 : (byte)0;
        var mentions = new List<Mention>(found.Length / 4);
        foreach (int place in found)
        {
            int entry = place / Parts;
            Span<byte> counts = all.Slice(entry * Parts, Parts);
            if ((counts[InTitle] | counts[InHeadings] | counts[InBody]) == 0)
                continue;
            double strength = TitleFactor * Math.Min((int)counts[InTitle], 1) + HeadingFactor * Math.Min((int)counts[InHeadings], 2) + Saturated[counts[InBody]];
            mentions.Add(new Mention(entry, strength, counts[InTitle] > 0));
            counts.Clear();
        }
        ArrayPool<byte>.Shared.Return(rented);
        return mentions;
    }

    private void Score(List<Mention> mentions, Span<TopicScore> scores)
    {
        scores.Clear();
        foreach (Mention mention in mentions)
        {
            foreach (TopicKeyword use in taxonomy.Trie.Entries[mention.Entry].Uses)
            {
                ref TopicScore score = ref scores[use.Topic.Index];
                score.Total += use.Weight * mention.Strength;
                score.Words++;
                score.InTitle |= mention.InTitle;
            }
        }
    }

    private IEnumerable<Choice> Choose(ReadOnlySpan<TopicScore> scores)
    {
        var chosen = new List<Choice>();
        // A second level and its leaves stand side by side in the taxonomy.
        for (int start = 0; start < scores.Length;)
        {
            if (scores[start].Words == 0)
            {
                start++;
                continue;
            }
            Topic level = SecondLevel(taxonomy.Topics[start]);
            int end = start + 1;
            while (end < scores.Length && SecondLevel(taxonomy.Topics[end]).Index == level.Index)
                end++;
            AddOfOneSecondLevel(level, start, scores[start..end], chosen);
            start = end;
        }
        chosen.RemoveAll(choice => choice.Total < LeastLeafScore || !(choice.InTitle || choice.WordCount >= LeastWords));
        chosen.Sort((a, b) => b.Total.CompareTo(a.Total) is not 0 and int order ? order : a.Topic.Index.CompareTo(b.Topic.Index));
        return chosen.TakeWhile(choice => choice.Total >= chosen[0].Total * LeastShare).Take(MaxTopics);
    }

    // Either some of its third level, or the second level itself when none of them stands out.
    private void AddOfOneSecondLevel(Topic level, int start, ReadOnlySpan<TopicScore> group, List<Choice> chosen)
    {
        double sum = 0, own = 0, best = 0, leafSum = 0;
        int words = 0;
        bool inTitle = false;
        for (int i = 0; i < group.Length; i++)
        {
            sum += group[i].Total;
            words += group[i].Words;
            inTitle |= group[i].InTitle;
            if (start + i == level.Index)
                own += group[i].Total;
            else if (group[i].Total >= LeastLeafScore)
                best = Math.Max(best, group[i].Total);
        }
        if (sum < LeastScore)
            return;
        if (best == 0 || best < sum * LeafShare)
        {
            chosen.Add(new Choice(level, start..(start + group.Length), words, inTitle) { Total = sum });
            return;
        }
        int first = chosen.Count;
        for (int i = 0; i < group.Length; i++)
        {
            if (start + i == level.Index || group[i].Total < LeastLeafScore || group[i].Total < best * LeastShare)
                continue;
            leafSum += group[i].Total;
            chosen.Add(new Choice(taxonomy.Topics[start + i], (start + i)..(start + i + 1), group[i].Words, group[i].InTitle) { Total = group[i].Total });
        }
        // What the second level's own words say speaks for its leaves.
        foreach (Choice leaf in CollectionsMarshal.AsSpan(chosen)[first..])
            leaf.Total += own * leaf.Total / leafSum / 2;
    }

    private static Topic SecondLevel(Topic topic) => topic.Level == 2 ? topic.Parent! : topic;

    // The words of a range of topics, each once, by its best score; of equals the one met first.
    private List<string> BestWords(Range topics, ReadOnlySpan<TopicScore> scores, List<Mention> mentions)
    {
        var left = new List<(string Word, double Score)>();
        for (int topic = topics.Start.Value; topic < topics.End.Value; topic++)
        {
            if (scores[topic].Words == 0)
                continue;
            foreach (Mention mention in mentions)
            {
                (string word, TopicKeyword[] uses) = taxonomy.Trie.Entries[mention.Entry];
                foreach (TopicKeyword use in uses)
                {
                    if (use.Topic.Index == topic)
                        AddWord(word, use.Weight * mention.Strength, left);
                }
            }
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

    private static void AddWord(string word, double score, List<(string Word, double Score)> words)
    {
        int known = 0;
        while (known < words.Count && words[known].Word != word)
            known++;
        if (known == words.Count)
            words.Add((word, score));
        else if (score > words[known].Score)
            words[known] = (word, score);
    }

    // A keyword of a document and how strongly it speaks, before its weight for a topic.
    private readonly record struct Mention(int Entry, double Strength, bool InTitle);

    private struct TopicScore
    {
        public double Total;
        public int Words;
        public bool InTitle;
    }

    // A topic that may be a document's, and the topics by their indexes whose words speak for it.
    private sealed record Choice(Topic Topic, Range Speaking, int WordCount, bool InTitle)
    {
        public double Total { get; set; }
    }
}

/// <summary>A topic that a document is about.</summary>
/// <param name="Path">卫生、体育/卫生/基层卫生.</param>
/// <param name="Score">How certain; comparable within one document only.</param>
/// <param name="Words">The words that tell it, the most telling first; at most eight.</param>
public sealed record TopicMatch(string Path, double Score, IReadOnlyList<string> Words);
