namespace Lucene.Net.Analysis.Cn.Smart;

/// <summary>
/// Words and weights, laid out for walking: a double-array trie whose nodes carry the cost of a step from the word they end, and a table of the pairs
/// that cost something else. A unit (a word, a punctuation mark, a string of letters …) is known by its place in <see cref="Nodes"/>.
/// Built once, on first use; immutable after that, so any number of threads may read it.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>One place of the trie. A character with code c leads from node n to n.Base + c, provided that node names n as its parent.</summary>
    internal struct Node
    {
        /// <summary>The node before; <see cref="Root"/> for a single character; <see cref="Free"/> for an unused place.</summary>
        public int Parent;

        /// <summary>What to add to a character's code; 0 leads to single characters, whose parent is never this one.</summary>
        public int Base;

        /// <summary>Cost of stepping from this unit to one that was never seen behind it; negative when the node is no unit.</summary>
        public double Cost;
    }

    public const int Root = -1, Free = -2;

    private const double NoUnit = -1;
    private static readonly Lazy<Lexicon> Shared = new(() => new Lexicon(DictionaryFile.Load()));

    private readonly TrieBuilder trie;

    private Lexicon(DictionaryFile file)
    {
        Codes = CharacterCodes.Build(file.Texts);
        trie = new TrieBuilder(file.Texts, Codes);
        Nodes = trie.Nodes;
        for (int i = 0; i < Nodes.Length; i++)
            Nodes[i].Cost = NoUnit;
        SetCosts(file);
        Pairs = PairCosts.Build(file, trie.PlaceOf);
    }

    /// <summary>The dictionary; the first caller waits while it is read (some tens of milliseconds).</summary>
    public static Lexicon Instance => Shared.Value;

    /// <summary>The code of every character, see <see cref="CharacterCodes"/>. A single character's node stands at its code.</summary>
    public ushort[] Codes { get; }

    /// <summary>The trie. Long enough that no Base plus code falls outside.</summary>
    public Node[] Nodes { get; }

    /// <summary>Costs of the pairs that were seen in the training text.</summary>
    public PairCosts Pairs { get; }

    /// <summary>The longest word, in characters.</summary>
    public int LongestWord => trie.LongestWord;

    /// <summary>A run of Latin letters, or one character that is neither Hanzi, digit, mark nor blank.</summary>
    public static int Letters => DictionaryFile.Letters;

    /// <summary>A run of digits.</summary>
    public static int Number => DictionaryFile.Number;

    /// <summary>A sentence's begin.</summary>
    public static int Begin => DictionaryFile.Begin;

    /// <summary>A sentence's end.</summary>
    public static int End => DictionaryFile.End;

    private void SetCosts(DictionaryFile file)
    {
        for (int code = CharacterCodes.FirstMark; code < CharacterCodes.FirstHanzi; code++)
            Nodes[code].Cost = StepCost.Of(StepCost.MarkFrequency, 0);
        foreach (ushort code in Codes.AsSpan('\u4E00', '\u9FA5' - '\u4E00' + 1))
            Nodes[code].Cost = StepCost.Of(0, 0);
        for (int entry = 0; entry < file.Texts.Length; entry++)
        {
            int place = trie.PlaceOf[entry];
            if (!CharacterCodes.IsMarkCode(place))
                Nodes[place].Cost = StepCost.Of(file.Frequencies[entry], 0);
        }
    }
}
