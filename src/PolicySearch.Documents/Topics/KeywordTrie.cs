using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicySearch.Documents.Topics;

/// <summary>
/// Finds keywords in one pass: leftmost first, longest first, without overlap, so that 学前教育 is not also 教育.
/// Immutable after construction, so any number of threads may read it.
/// </summary>
internal sealed class KeywordTrie
{
    private const int HashBits = 17, NoNode = 0, AtOnce = 8;
    private const uint FirstFactor = 0x9E3779B1, SecondFactor = 0x85EBCA6B;

    // The first two characters of a word lead to a node in one step, each further one from node to node: a table with open addresses, at most half full.
    private readonly (ulong Step, int Node)[] nodeOfStep;

    // One bit for what a word begins with, by hash: nearly all of a text leads nowhere, and this tells without a look-up.
    private readonly uint[] beginnings = new uint[1 << (HashBits - 5)];
    private readonly List<int> entryOfNode = [-1];

    /// <param name="keywords">Words of two characters or more, with their uses.</param>
    public KeywordTrie(IReadOnlyDictionary<string, List<TopicKeyword>> keywords)
    {
        nodeOfStep = new (ulong, int)[BitOperations.RoundUpToPowerOf2(2 * (uint)keywords.Keys.Sum(word => word.Length) + 2)];
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
        // Words that were found reach to here: no other begins before.
        int free = 0;
        for (int from = 0; from < text.Length; from += AtOnce)
        {
            for (uint places = PlacesOfBeginnings(text, from); places != 0; places &= places - 1)
            {
                int at = from + BitOperations.TrailingZeroCount(places);
                if (at < free)
                    continue;
                (int entry, int length) = LongestAt(text[at..]);
                if (entry >= 0)
                    found.Add(entry * step + mark);
                free = at + length;
            }
        }
    }

    // Which of the eight places from an index on a word may begin at. Nothing is guessed on the way, so that the look-ups overlap.
    private uint PlacesOfBeginnings(ReadOnlySpan<char> text, int from)
    {
        int left = text.Length - from;
        uint places = 0;
        if (left <= AtOnce)
        {
            for (int i = 0; i < left - 1; i++)
                places |= IsBeginning(Beginning(text[from + i], text[from + i + 1])) << i;
            return places;
        }
        ReadOnlySpan<ushort> numbers = MemoryMarshal.Cast<char, ushort>(text.Slice(from, AtOnce + 1));
        Vector256<uint> hashes = Wide(numbers[..AtOnce]) * FirstFactor + Wide(numbers[1..]) * SecondFactor;
        hashes >>>= 32 - HashBits;
        for (int i = 0; i < AtOnce; i++)
            places |= IsBeginning(hashes[i]) << i;
        return places;
    }

    private static Vector256<uint> Wide(ReadOnlySpan<ushort> eight)
    {
        (Vector128<uint> lower, Vector128<uint> upper) = Vector128.Widen(Vector128.Create(eight));
        return Vector256.Create(lower, upper);
    }

    private (int Entry, int Length) LongestAt(ReadOnlySpan<char> text)
    {
        (int Entry, int Length) longest = (-1, 0);
        int node = SlotOf(FirstStep(text[0], text[1])).Node;
        for (int depth = 2; node != NoNode; depth++)
        {
            if (entryOfNode[node] >= 0)
                longest = (entryOfNode[node], depth);
            if (depth == text.Length)
                break;
            node = SlotOf(Step(node, text[depth])).Node;
        }
        return longest;
    }

    private int Insert(string word)
    {
        uint beginning = Beginning(word[0], word[1]);
        beginnings[beginning >> 5] |= 1U << (int)beginning;
        int node = Take(FirstStep(word[0], word[1]));
        foreach (char c in word.AsSpan(2))
            node = Take(Step(node, c));
        return node;
    }

    private int Take(ulong step)
    {
        ref (ulong Step, int Node) slot = ref SlotOf(step);
        if (slot.Node == NoNode)
        {
            slot = (step, entryOfNode.Count);
            entryOfNode.Add(-1);
        }
        return slot.Node;
    }

    // Where a step stands, or the empty place where it would.
    private ref (ulong Step, int Node) SlotOf(ulong step)
    {
        uint mask = (uint)nodeOfStep.Length - 1, at = (uint)(step * 0x9E3779B97F4A7C15 >> 32) & mask;
        while (nodeOfStep[at].Node != NoNode && nodeOfStep[at].Step != step)
            at = (at + 1) & mask;
        return ref nodeOfStep[at];
    }

    private uint IsBeginning(uint place) => beginnings[place >> 5] >> (int)place & 1;

    // Asked at every character of a text: two products that do not wait for one another.
    private static uint Beginning(char first, char second) => (first * FirstFactor + second * SecondFactor) >> (32 - HashBits);

    private static ulong FirstStep(char first, char second) => (ulong)first << 16 | second;

    // Beyond all first steps.
    private static ulong Step(int node, char c) => ((ulong)node << 16 | c) + (1UL << 32);
}
