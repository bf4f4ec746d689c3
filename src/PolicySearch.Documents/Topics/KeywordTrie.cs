using System.Numerics;

namespace PolicySearch.Documents.Topics;

/// <summary>
/// Finds keywords in one pass: leftmost first, longest first, without overlap, so that 学前教育 is not also 教育.
/// Immutable after construction, so any number of threads may read it.
/// </summary>
internal sealed class KeywordTrie
{
    private const int HashBits = 17, AtOnce = 256;
    private const uint FirstFactor = 0x9E3779B1, SecondFactor = 0x85EBCA6B, ThirdFactor = 0xC2B2AE35;

    // Nodes by the step that leads to them: the first two characters of a word lead to a node in one step, each further one from node to node. Tables with open
    // addresses, at most half full, in which all that is asked of a node stands side by side.
    private readonly Node[] afterBeginnings, afterSteps;

    // Bits by hash, which tell without a look-up what leads nowhere: the two characters that words begin with, those that are a word, the three that longer words begin with.
    private readonly uint[] beginnings = NoBits(), pairs = NoBits(), triples = NoBits();
    private int nodes;

    /// <param name="keywords">Words of two characters or more, with their uses.</param>
    public KeywordTrie(IReadOnlyDictionary<string, List<TopicKeyword>> keywords)
    {
        afterBeginnings = new Node[BitOperations.RoundUpToPowerOf2(2 * (uint)keywords.Count + 2)];
        afterSteps = new Node[BitOperations.RoundUpToPowerOf2(2 * (uint)keywords.Keys.Sum(word => word.Length - 2) + 2)];
        foreach (var (word, uses) in keywords)
        {
            Insert(word).Entry = Entries.Count;
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
        // No larger than needed, for headings are short and many.
        int most = Math.Min(AtOnce, text.Length);
        Span<int> places = stackalloc int[most], firstNodes = stackalloc int[most];
        // Words that were found reach to here: no other begins before.
        int free = 0;
        for (int from = 0; from < text.Length - 1; from += AtOnce)
        {
            int count = KeepWords(text, places[..PlacesOfBeginnings(text, from, places)]);
            FindFirstNodes(text, places[..count], firstNodes);
            for (int i = 0; i < count; i++)
            {
                int at = places[i];
                if (at < free)
                    continue;
                (int entry, int length) = LongestAt(text[at..], firstNodes[i]);
                if (entry >= 0)
                    found.Add(entry * step + mark);
                free = at + length;
            }
        }
    }

    // The places, of so many from an index on, at which a word may begin. An eighth of a text's places are, which cannot be foreseen: every place is written down, and only
    // those that count are not written over, so that no branch is guessed and the look-ups overlap.
    private int PlacesOfBeginnings(ReadOnlySpan<char> text, int from, Span<int> places)
    {
        ReadOnlySpan<char> part = text.Slice(from, Math.Min(AtOnce + 1, text.Length - from));
        ReadOnlySpan<uint> bits = beginnings;
        int count = 0;
        char first = part[0];
        for (int i = 1; i < part.Length; i++)
        {
            char second = part[i];
            places[count] = from + i - 1;
            count += Bit(bits, Beginning(first, second));
            first = second;
        }
        return count;
    }

    // Of these places, those whose two characters are a word or whose three begin one: less than half.
    private int KeepWords(ReadOnlySpan<char> text, Span<int> places)
    {
        int count = 0;
        foreach (int at in places)
        {
            char third = at + 2 < text.Length ? text[at + 2] : '\0';
            uint two = Beginning(text[at], text[at + 1]);
            places[count] = at;
            count += Bit(pairs, two) | Bit(triples, Triple(text[at], text[at + 1], third));
        }
        return count;
    }

    // Of all places at once, since the table is larger than the fast memories: no look-up waits for another.
    private void FindFirstNodes(ReadOnlySpan<char> text, ReadOnlySpan<int> places, Span<int> nodes)
    {
        for (int i = 0; i < places.Length; i++)
            nodes[i] = PlaceOf(afterBeginnings, Pair(text[places[i]], text[places[i] + 1]));
    }

    private (int Entry, int Length) LongestAt(ReadOnlySpan<char> text, int firstNode)
    {
        (int Entry, int Length) longest = (-1, 0);
        ref readonly Node node = ref afterBeginnings[firstNode];
        for (int depth = 2; node.Exists; depth++)
        {
            if (node.Entry >= 0)
                longest = (node.Entry, depth);
            if (depth == text.Length || !node.MayHaveChild(text[depth]))
                break;
            node = ref afterSteps[PlaceOf(afterSteps, Pair(node.Number, text[depth]))];
        }
        return longest;
    }

    private ref Node Insert(string word)
    {
        Set(beginnings, Beginning(word[0], word[1]));
        if (word.Length == 2)
            Set(pairs, Beginning(word[0], word[1]));
        else
            Set(triples, Triple(word[0], word[1], word[2]));
        ref Node node = ref Take(afterBeginnings, Pair(word[0], word[1]));
        foreach (char c in word.AsSpan(2))
        {
            node.AddChild(c);
            node = ref Take(afterSteps, Pair(node.Number, c));
        }
        return ref node;
    }

    private ref Node Take(Node[] table, uint step)
    {
        ref Node node = ref table[PlaceOf(table, step)];
        if (!node.Exists)
            node = new(step, checked((ushort)++nodes));
        return ref node;
    }

    // Where the node behind a step stands, or the empty place where it would.
    private static int PlaceOf(Node[] table, uint step)
    {
        uint mask = (uint)table.Length - 1, at = (step * FirstFactor >> 15) & mask;
        while (table[at].Exists && table[at].Step != step)
            at = (at + 1) & mask;
        return (int)at;
    }

    private static uint[] NoBits() => new uint[1 << (HashBits - 5)];

    private static void Set(uint[] bits, uint place) => bits[place >> 5] |= 1U << (int)place;

    private static int Bit(ReadOnlySpan<uint> bits, uint place) => (int)(bits[(int)(place >> 5)] >> (int)place & 1);

    // Asked at every character of a text: two products that do not wait for one another.
    private static uint Beginning(char first, char second) => (first * FirstFactor + second * SecondFactor) >> (32 - HashBits);

    private static uint Triple(char first, char second, char third) => (first * FirstFactor + second * SecondFactor + third * ThirdFactor) >> (32 - HashBits);

    private static uint Pair(uint first, char second) => first << 16 | second;

    private struct Node(uint step, ushort number)
    {
        // A bit for each child's character, by hash.
        private uint children;

        /// <summary>What leads here: a word's first two characters, or the node before and a character.</summary>
        public uint Step { get; } = step;

        public ushort Number { get; } = number;

        public readonly bool Exists => Number != 0;

        /// <summary>The word that ends here, or -1.</summary>
        public int Entry { get; set; } = -1;

        public readonly bool MayHaveChild(char c) => (children >> ChildBit(c) & 1) != 0;

        public void AddChild(char c) => children |= 1U << ChildBit(c);

        private static int ChildBit(char c) => (int)(c * SecondFactor >> 27);
    }
}
