using System.Numerics;

namespace PolicySearch.Documents.Topics;

/// <summary>
/// Finds keywords in one pass: leftmost first, longest first, without overlap, so that 学前教育 is not also 教育.
/// Immutable after construction, so any number of threads may read it.
/// </summary>
internal sealed class KeywordTrie
{
    private const int StepBits = 17, NoNode = 0;

    // Words begin with two characters in nearly all cases: those lead to a node in one step, by a table with open addresses. Words of one character are few.
    private readonly (uint Beginning, int Node)[] nodeOfBeginning;
    private readonly Dictionary<char, int> entryOfShortWord = [];

    // The steps from there on.
    private readonly Dictionary<long, int> children = [];

    // One bit a beginning and one a further step that some word takes, by hash: nearly all of a text leads nowhere, and this tells without a look-up.
    private readonly ulong[] beginnings = new ulong[1 << (StepBits - 6)], steps = new ulong[1 << (StepBits - 6)];
    private readonly List<int> entryOfNode = [-1];
    private readonly List<bool> hasChildren = [false];

    public KeywordTrie(IReadOnlyDictionary<string, List<TopicKeyword>> keywords)
    {
        // At most half full, so that a place that no word begins at is told by a look or two.
        nodeOfBeginning = new (uint, int)[BitOperations.RoundUpToPowerOf2((uint)keywords.Count * 2 + 2)];
        foreach (var (word, uses) in keywords)
        {
            if (word.Length == 1)
                entryOfShortWord[word[0]] = Entries.Count;
            else
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
            int entry = -1, length = 0;
            if (entryOfShortWord.Count > 0 && entryOfShortWord.TryGetValue(text[at], out int shortWord))
                (entry, length) = (shortWord, 1);
            if (at + 1 < text.Length && MayBegin(text[at], text[at + 1]))
                TakeLonger(text[at..], ref entry, ref length);
            if (entry >= 0)
                found.Add(entry * step + mark);
            at += Math.Max(length, 1);
        }
    }

    private void TakeLonger(ReadOnlySpan<char> text, ref int entry, ref int length)
    {
        int node = PlaceOfBeginning(text[0], text[1]).Node;
        for (int depth = 2; node != NoNode; depth++)
        {
            if (entryOfNode[node] >= 0)
                (entry, length) = (entryOfNode[node], depth);
            if (!hasChildren[node] || depth == text.Length || !MayStep(node, text[depth]) || !children.TryGetValue(Key(node, text[depth]), out node))
                return;
        }
    }

    private int Insert(string word)
    {
        uint place = Beginning(word[0], word[1]);
        beginnings[place >> 6] |= 1UL << (int)place;
        ref (uint Beginning, int Node) slot = ref PlaceOfBeginning(word[0], word[1]);
        if (slot.Node == NoNode)
            slot = (Pair(word[0], word[1]), NewNode());
        int node = slot.Node;
        foreach (char c in word.AsSpan(2))
        {
            uint step = Step(node, c);
            steps[step >> 6] |= 1UL << (int)step;
            hasChildren[node] = true;
            node = children.TryGetValue(Key(node, c), out int child) ? child : children[Key(node, c)] = NewNode();
        }
        return node;
    }

    private int NewNode()
    {
        entryOfNode.Add(-1);
        hasChildren.Add(false);
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

    // Where two characters stand, or the empty place where they would.
    private ref (uint Beginning, int Node) PlaceOfBeginning(char first, char second)
    {
        uint pair = Pair(first, second), mask = (uint)nodeOfBeginning.Length - 1;
        uint at = Beginning(first, second) & mask;
        while (nodeOfBeginning[at].Node != NoNode && nodeOfBeginning[at].Beginning != pair)
            at = (at + 1) & mask;
        return ref nodeOfBeginning[at];
    }

    private static uint Pair(char first, char second) => (uint)first << 16 | second;

    private static long Key(int node, char c) => (long)node << 16 | c;
}
