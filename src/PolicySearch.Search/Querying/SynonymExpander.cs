namespace PolicySearch.Search.Querying;

/// <summary>A part of a query word: its units must all be found, or one of the other names.</summary>
/// <param name="Units">The units as typed.</param>
/// <param name="Text">The part as typed, folded.</param>
/// <param name="Start">Where it begins in the word.</param>
/// <param name="Others">Other names of the part, as the list spells them; mostly none.</param>
internal sealed record QueryPart(IReadOnlyList<SearchUnit> Units, string Text, int Start, IReadOnlyList<string> Others)
{
    /// <summary>Whether the part says too little to be asked for beside others.</summary>
    public bool IsWeak => Others.Count == 0 && Units.All(unit => unit.IsWeak);
}

/// <summary>
/// Finds the names of a synonym list in a segmented word, the longest first. A name begins and ends where units do; only characters that the segmenter left
/// single may be parted. Thread-safe.
/// </summary>
internal static class SynonymExpander
{
    /// <summary>The parts of a folded word, in order.</summary>
    public static List<QueryPart> Parts(string word, List<SearchUnit> units, SynonymList synonyms)
    {
        List<Atom> atoms = Atoms(word, units);
        var parts = new List<QueryPart>();
        int pending = 0;
        for (int i = 0; i < atoms.Count;)
        {
            if (Longest(word, atoms, i, synonyms) is not (var end, { Count: > 0 } others))
            {
                i++;
                continue;
            }
            AddEach(parts, word, atoms, units, pending, i);
            parts.Add(new(Join(word, atoms, units, i, end), word[atoms[i].Start..atoms[end - 1].End], atoms[i].Start, others));
            i = pending = end;
        }
        AddEach(parts, word, atoms, units, pending, atoms.Count);
        return parts;
    }

    private static (int End, IReadOnlyList<string> Others) Longest(string word, List<Atom> atoms, int first, SynonymList synonyms)
    {
        (int, IReadOnlyList<string>) best = (0, []);
        for (int last = first; last < atoms.Count && atoms[last].End - atoms[first].Start <= synonyms.LongestName; last++)
        {
            if (synonyms.OthersOf(word[atoms[first].Start..atoms[last].End]) is { Count: > 0 } others)
                best = (last + 1, others);
        }
        return best;
    }

    private static void AddEach(List<QueryPart> parts, string word, List<Atom> atoms, List<SearchUnit> units, int from, int to)
    {
        for (int i = from; i < to;)
        {
            int end = EndOfUnit(atoms, i, to);
            parts.Add(new(Join(word, atoms, units, i, end), word[atoms[i].Start..atoms[end - 1].End], atoms[i].Start, []));
            i = end;
        }
    }

    /// <summary>Atoms become units again; of a unit that was parted, what is left of it.</summary>
    private static List<SearchUnit> Join(string word, List<Atom> atoms, List<SearchUnit> units, int from, int to)
    {
        var joined = new List<SearchUnit>();
        for (int i = from; i < to;)
        {
            int end = EndOfUnit(atoms, i, to);
            string text = word[atoms[i].Start..atoms[end - 1].End];
            SearchUnit whole = units[atoms[i].Unit];
            joined.Add(text == whole.Text ? whole : new(text, IsTerm: text.Length == 1, IsWeak: text.Length == 1));
            i = end;
        }
        return joined;
    }

    private static int EndOfUnit(List<Atom> atoms, int i, int to)
    {
        int end = i + 1;
        while (end < to && atoms[end].Unit == atoms[i].Unit)
            end++;
        return end;
    }

    private static List<Atom> Atoms(string word, List<SearchUnit> units)
    {
        var atoms = new List<Atom>();
        int at = 0;
        for (int unit = 0; unit < units.Count; unit++)
        {
            string text = units[unit].Text;
            int start = word.IndexOf(text, at, StringComparison.Ordinal);
            if (start < 0)
                continue;
            int step = units[unit].IsTerm ? text.Length : 1;
            for (int i = 0; i < text.Length; i += step)
                atoms.Add(new(start + i, start + i + step, unit));
            at = start + text.Length;
        }
        return atoms;
    }

    /// <summary>What a name may not cut through: a unit, or one character of a unit that the segmenter does not know as a word.</summary>
    private readonly record struct Atom(int Start, int End, int Unit);
}
