using System.Globalization;
using System.Reflection;
using System.Text;

namespace PolicySearch.Documents.Topics;

/// <summary>
/// What documents are about: 22 classes, their second level, and a third level of our own where replies need it, each with
/// weighted keywords. Immutable after construction, so any number of threads may read it.
/// </summary>
/// <remarks>
/// The data file, UTF-8, edited by hand:
/// <code>
/// File    := Line*
/// Line    := Comment | Ignored | Topic
/// Comment := '#' text
/// Ignored := '-' TAB word (' ' word)*                 (words that tell no topic though they hold one that does: 教育局)
/// Topic   := TAB^level name [TAB keyword (' ' keyword)*]   (level 0, 1 or 2; a topic lies in the last one of the level above)
/// keyword := word ['*' weight]                        (weight 1 to 4, default 2)
/// </code>
/// A word has two characters or more. One word may stand at several topics.
/// </remarks>
public sealed class TopicTaxonomy
{
    private const string ResourceName = "PolicySearch.Documents.Topics.topics.txt";
    private const int Levels = 3, DefaultWeight = 2, MaxWeight = 4;
    private static readonly Lazy<TopicTaxonomy> Shared = new(LoadEmbedded);

    private readonly List<Topic> topics = [];
    private readonly Dictionary<string, List<TopicKeyword>> keywords = new(StringComparer.Ordinal);
    private readonly Topic?[] path = new Topic?[Levels];

    private TopicTaxonomy(TextReader lines)
    {
        for (int number = 1; lines.ReadLine() is { } line; number++)
            Add(line, number);
        Trie = new KeywordTrie(keywords);
    }

    /// <summary>The built-in taxonomy.</summary>
    public static TopicTaxonomy Default => Shared.Value;

    /// <summary>All topics, each behind the one that holds it.</summary>
    public IReadOnlyList<Topic> Topics => topics;

    internal KeywordTrie Trie { get; }

    internal static TopicTaxonomy Load(TextReader lines) => new(lines);

    private static TopicTaxonomy LoadEmbedded()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new TopicTaxonomy(reader);
    }

    private void Add(string line, int number)
    {
        if (line.Length == 0 || line[0] == '#')
            return;
        int level = line.Length - line.TrimStart('\t').Length;
        string[] cells = line[level..].Split('\t');
        if (level >= Levels || cells.Length > 2 || cells[0].Length == 0 || cells[0].Contains('/', StringComparison.Ordinal))
            throw Damaged(number, "is no topic line");
        if (cells[0] == "-")
            AddIgnored(cells[^1], number);
        else
            AddTopic(level, cells[0], cells.Length == 2 ? cells[1] : "", number);
    }

    private void AddIgnored(string words, int number)
    {
        foreach (string word in words.Split(' '))
            keywords.TryAdd(LongEnough(word, number), []);
    }

    private void AddTopic(int level, string name, string words, int number)
    {
        Topic? parent = level == 0 ? null : path[level - 1] ?? throw Damaged(number, "has no topic above it");
        var topic = new Topic(topics.Count, name, parent);
        Array.Clear(path, level, Levels - level);
        path[level] = topic;
        topics.Add(topic);
        foreach (string keyword in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            AddKeyword(topic, keyword, number);
    }

    private void AddKeyword(Topic topic, string keyword, int number)
    {
        string[] parts = keyword.Split('*');
        int weight = DefaultWeight;
        if (parts.Length > 2 || parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out weight) || weight is < 1 or > MaxWeight)
            throw Damaged(number, $"has a keyword '{keyword}' that is not word*weight with a weight from 1 to {MaxWeight}");
        if (!keywords.TryGetValue(LongEnough(parts[0], number), out List<TopicKeyword>? uses))
            keywords.Add(parts[0], uses = []);
        uses.Add(new TopicKeyword(topic, weight));
    }

    private static string LongEnough(string word, int number) => word.Length >= 2 ? word : throw Damaged(number, $"has a keyword '{word}' of less than two characters");

    private static InvalidDataException Damaged(int number, string what) => new($"{ResourceName}, line {number} {what}; see the grammar on {nameof(TopicTaxonomy)}");
}

/// <summary>A topic of the taxonomy.</summary>
/// <param name="Index">Its place in <see cref="TopicTaxonomy.Topics"/>.</param>
/// <param name="Name">养老服务.</param>
/// <param name="Parent">The topic that holds it; null at the top.</param>
public sealed record Topic(int Index, string Name, Topic? Parent)
{
    /// <summary>All names from the top, parted by '/': 卫生、体育/卫生/基层卫生.</summary>
    public string Path { get; } = Parent == null ? Name : Parent.Path + "/" + Name;

    /// <summary>0 at the top, 2 at the lowest.</summary>
    public int Level { get; } = Parent == null ? 0 : Parent.Level + 1;
}

internal readonly record struct TopicKeyword(Topic Topic, int Weight);
