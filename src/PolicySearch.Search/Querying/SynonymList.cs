using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Querying;

/// <summary>
/// Names of one thing, by which a query word is widened. A file of them is UTF-8 text that an administrator edits:
/// <code>
/// File  := (Line '\n')*
/// Line  := Name ('=' Name)+        each of the names finds the others too
///        | Name '=&gt;' Name ('=' Name)*   the first name finds the others, not the other way round
///        | '-' Name                 a built-in name that is not to be widened
///        | '#' comment | blank
/// Name  := 2 to 30 characters, none of them a quote or a sign of the query language
/// </code>
/// A line that is none of these is reported in <see cref="Faults"/> and left out. Immutable; any number of threads may use it.
/// </summary>
public sealed class SynonymList
{
    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int MaxName = 30;

    /// <summary>Most names of one thing.</summary>
    public const int MaxNames = 12;

    /// <summary>Most lines; a file with more is an error, so that a wrong file is noticed.</summary>
    public const int MaxLines = 50_000;

    private const string Signs = "\"“”「」『』:|<>";

    private readonly Dictionary<string, List<string>> others = new(StringComparer.Ordinal);

    private SynonymList(IEnumerable<string> builtIn, IEnumerable<string> own)
    {
        Read(builtIn, []);
        var faults = new List<SynonymFault>();
        Read(own, faults);
        Faults = faults;
        LongestName = others.Count == 0 ? 0 : others.Keys.Max(name => name.Length);
    }

    /// <summary>The names that come with the application.</summary>
    public static SynonymList BuiltIn { get; } = new(DataFile.Lines("synonyms.txt"), []);

    /// <summary>No names.</summary>
    public static SynonymList None { get; } = new([], []);

    /// <summary>Lines of the own file that were left out.</summary>
    public IReadOnlyList<SynonymFault> Faults { get; }

    /// <summary>How many names are widened.</summary>
    public int Count => others.Count;

    /// <summary>Length of the longest name, in UTF-16 units.</summary>
    internal int LongestName { get; }

    /// <summary>The application's names and those of a user's file.</summary>
    /// <param name="userFile">The file; null for none.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It has too many lines to be such a file.</exception>
    public static SynonymList Load(string? userFile)
    {
        if (userFile == null)
            return BuiltIn;
        string[] own = [.. File.ReadLines(userFile).Take(MaxLines + 1)];
        if (own.Length > MaxLines)
            throw new InvalidDataException($"{userFile}: more than {MaxLines} lines; give a file with the names of one thing on a line");
        return Of(DataFile.Lines("synonyms.txt"), own);
    }

    /// <summary>A list of just these lines.</summary>
    internal static SynonymList Of(params IEnumerable<string> lines) => new([], lines);

    /// <summary>A list of built-in lines and own ones.</summary>
    internal static SynonymList Of(IEnumerable<string> builtIn, IEnumerable<string> own) => new(builtIn, own);

    /// <summary>The other names of a folded name; none when it is not widened.</summary>
    internal IReadOnlyList<string> OthersOf(string name) => others.TryGetValue(name, out List<string>? names) ? names : [];

    private void Read(IEnumerable<string> lines, List<SynonymFault> faults)
    {
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            string text = line.Trim().TrimStart('\uFEFF');
            if (DataFile.IsEntry(text) && ReadLine(text) is { } reason)
                faults.Add(new(number, text.Length > 60 ? text[..60] : text, reason));
        }
    }

    /// <summary>Takes in a line; says what is wrong with it, or null.</summary>
    private string? ReadLine(string line)
    {
        if (line[0] == '-')
            return others.Remove(CharacterFolding.Fold(line[1..].Trim())) ? null : "no such built-in name to take away";
        bool oneWay = line.Contains("=>", StringComparison.Ordinal);
        string[] names = [.. line.Replace("=>", "=", StringComparison.Ordinal).Split('=').Select(name => name.Trim())];
        if (names.Length < 2)
            return "write the names of one thing with = between them, or => after the name to widen";
        if (names.Length > MaxNames)
            return $"more than {MaxNames} names of one thing";
        if (oneWay && line.IndexOf("=>", StringComparison.Ordinal) != line.IndexOf('=', StringComparison.Ordinal))
            return "=> may stand behind the first name only";
        if (names.FirstOrDefault(name => FaultOf(name) != null) is { } wrong)
            return $"'{wrong}' {FaultOf(wrong)}";
        if (names.Select(CharacterFolding.Fold).Distinct(StringComparer.Ordinal).Count() < names.Length)
            return "one name stands twice";
        foreach (string name in oneWay ? names[..1] : names)
            Add(name, names);
        return null;
    }

    private static string? FaultOf(string name) =>
        name.Length is < 2 or > MaxName ? $"has {name.Length} characters, 2 to {MaxName} are allowed"
        : name.Any(c => Signs.Contains(c) || char.IsControl(c)) ? "holds a quote or a sign of the query language"
        : !name.Any(char.IsLetterOrDigit) ? "holds neither letter nor digit"
        : null;

    private void Add(string name, IEnumerable<string> names)
    {
        string folded = CharacterFolding.Fold(name);
        if (!others.TryGetValue(folded, out List<string>? known))
            others.Add(folded, known = []);
        foreach (string other in names)
        {
            if (CharacterFolding.Fold(other) != folded && !known.Contains(other))
                known.Add(other);
        }
    }
}

/// <summary>A line of a synonym file that was left out.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Text">Its text, shortened.</param>
/// <param name="Reason">What is wrong with it, in English.</param>
public sealed record SynonymFault(int Line, string Text, string Reason);
