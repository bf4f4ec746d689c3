using System.Security.Cryptography;
using System.Text;

namespace PolicySearch.Search.Schema;

/// <summary>
/// Compounds that people search for as one word and that SmartCn breaks up. A tree of characters; terms are kept folded.
/// Immutable; any number of threads may use it.
/// </summary>
public sealed class DomainLexicon
{
    /// <summary>Longest term, in UTF-16 units; longer lines of a user's file are left out.</summary>
    public const int MaxTermLength = 24;

    /// <summary>Most terms; what a file holds beyond is an error, so that a wrong file is noticed.</summary>
    public const int MaxTerms = 500_000;

    private const int Root = 0;

    private readonly Dictionary<long, int> children = [];
    private readonly List<bool> ends = [false];

    private DomainLexicon(IEnumerable<string> terms)
    {
        var sorted = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string term in terms)
        {
            string folded = CharacterFolding.Fold(term.Trim());
            if (folded.Length is >= 2 and <= MaxTermLength)
                sorted.Add(folded);
        }
        foreach (string term in sorted)
            Add(term);
        Count = sorted.Count;
        Fingerprint = Hash(sorted);
    }

    /// <summary>The terms that come with the application.</summary>
    public static DomainLexicon BuiltIn { get; } = new(DataFile.Lines("lexicon.txt"));

    /// <summary>How many terms there are.</summary>
    public int Count { get; }

    /// <summary>Tells two lexicons apart; kept with the index.</summary>
    public string Fingerprint { get; }

    /// <summary>The application's terms and those of a user's file: UTF-8, one term a line, # begins a comment.</summary>
    /// <param name="userFile">The file; null for none.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static DomainLexicon Load(string? userFile)
    {
        if (userFile == null)
            return BuiltIn;
        string[] own = [.. File.ReadLines(userFile).Where(DataFile.IsEntry).Take(MaxTerms + 1)];
        if (own.Length > MaxTerms)
            throw new InvalidDataException($"{userFile}: more than {MaxTerms} terms; give a file with one compound a line");
        return new(DataFile.Lines("lexicon.txt").Concat(own));
    }

    /// <summary>A lexicon of just these terms.</summary>
    internal static DomainLexicon Of(params IEnumerable<string> terms) => new(terms);

    /// <summary>Whether a folded term is in the lexicon.</summary>
    public bool Contains(ReadOnlySpan<char> term)
    {
        int node = Root;
        foreach (char c in term)
        {
            if (!TryStep(node, c, out node))
                return false;
        }
        return ends[node];
    }

    /// <summary>Walks on from a node: −1 when no term continues so. A walk begins at node 0.</summary>
    internal int Step(int node, ReadOnlySpan<char> characters)
    {
        foreach (char c in characters)
        {
            if (!TryStep(node, c, out node))
                return -1;
        }
        return node;
    }

    /// <summary>Whether a term ends at a node.</summary>
    internal bool EndsAt(int node) => ends[node];

    private bool TryStep(int node, char c, out int next) => children.TryGetValue(Key(node, c), out next);

    private static long Key(int node, char c) => (long)node << 16 | c;

    private void Add(string term)
    {
        int node = Root;
        foreach (char c in term)
        {
            if (!TryStep(node, c, out int next))
            {
                next = ends.Count;
                ends.Add(false);
                children.Add(Key(node, c), next);
            }
            node = next;
        }
        ends[node] = true;
    }

    private static string Hash(IEnumerable<string> terms) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', terms))))[..16];
}
