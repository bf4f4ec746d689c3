namespace PolicySearch.Documents.Topics;

/// <summary>
/// Finds keywords in one pass: leftmost first, longest first, without overlap, so that 学前教育 is not also 教育.
/// Immutable after construction, so any number of threads may read it.
/// </summary>
internal sealed class KeywordTrie
{
    private const int Root = 0;

    // The root is met once per character of a text, so it is a table; the others are few and share a dictionary.
    private readonly int[] rootChildren = new int[char.MaxValue + 1];
    private readonly Dictionary<long, int> children = [];

    // One bit a step that some word takes, by hash: nearly all steps of a text lead nowhere, and this tells without a look-up.
    private readonly ulong[] steps = new ulong[1 << (StepBits - 6)];
    private const int StepBits = 17;

    // The same for the first two characters of words, so that most places of a text cost one test. Words of one character switch it off.
    private readonly ulong[] beginnings = new ulong[1 << (StepBits - 6)];
    private bool hasShortWords;
    private readonly List<int> entryOfNode = [-1];

    public KeywordTrie(IReadOnlyDictionary<string, List<TopicKeyword>> keywords)
    {
        foreach (var (word, uses) in keywords)
        {
            entryOfNode[Insert(word)] = Entries.Count;
            Entries.Add((word, [.. uses]));
        }
    }

    /// <summary>The words with the topics that each speaks for; none for a word that only hides shorter ones.</summary>
    public List<(string Word, TopicKeyword[] Uses)> Entries { get; } = [];

    /// <summary>Adds to <paramref name="found"/>, for each word in the text, its entry times <paramref name="step"/> plus <paramref name="mark"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Takes the entries in the order of the text.</param>
    /// <param name="step">More than any mark.</param>
    /// <param name="mark">Which part of a document the text is, for callers that look through several.</param>
    public void Find(ReadOnlySpan<char> text, List<int> found, int step = 1, int mark = 0)
    {
        for (int at = 0; at < text.Length;)
        {
            if (!hasShortWords && (at + 1 == text.Length || !MayBegin(text[at], text[at + 1])))
            {
                at++;
                continue;
            }
            int entry = LongestAt(text[at..], out int length);
            if (entry >= 0)
                found.Add(entry * step + mark);
            at += Math.Max(length, 1);
        }
    }

    private int LongestAt(ReadOnlySpan<char> text, out int length)
    {
        int entry = -1, node = rootChildren[text[0]];
        length = 0;
        for (int depth = 1; node != Root; depth++)
        {
            if (entryOfNode[node] >= 0)
                (entry, length) = (entryOfNode[node], depth);
            if (depth == text.Length || !MayStep(node, text[depth]) || !children.TryGetValue(Key(node, text[depth]), out node))
                break;
        }
        return entry;
    }

    private int Insert(string word)
    {
        int node = rootChildren[word[0]] != Root ? rootChildren[word[0]] : rootChildren[word[0]] = NewNode();
        hasShortWords |= word.Length < 2;
        if (word.Length > 1)
        {
            uint beginning = Beginning(word[0], word[1]);
            beginnings[beginning >> 6] |= 1UL << (int)beginning;
        }
        foreach (char c in word.AsSpan(1))
        {
            uint step = Step(node, c);
            steps[step >> 6] |= 1UL << (int)step;
            node = children.TryGetValue(Key(node, c), out int child) ? child : children[Key(node, c)] = NewNode();
        }
        return node;
    }

    private int NewNode()
    {
        entryOfNode.Add(-1);
        return entryOfNode.Count - 1;
    }

    private bool MayBegin(char first, char second)
    {
        uint place = Beginning(first, second);
        return (beginnings[place >> 6] >> (int)place & 1) != 0;
    }

    private bool MayStep(int node, char c)
    {
        uint step = Step(node, c);
        return (steps[step >> 6] >> (int)step & 1) != 0;
    }

    // Asked at every character of a text: two products that do not wait for one another.
    private static uint Beginning(char first, char second) => (first * 0x9E3779B1u + second * 0x85EBCA6Bu) >> (32 - StepBits);

    private static uint Step(int node, char c) => ((uint)node * 0x9E3779B1u ^ c * 0x85EBCA6Bu) * 0xC2B2AE35u >> (32 - StepBits);

    private static long Key(int node, char c) => (long)node << 16 | c;
}
