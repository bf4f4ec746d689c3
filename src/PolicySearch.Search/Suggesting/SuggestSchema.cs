using Lucene.Net.Documents;
using Lucene.Net.Util;
using PolicySearch.Search.Schema;

namespace PolicySearch.Search.Suggesting;

/// <summary>
/// The index of suggestions, in the folder <see cref="Folder"/> inside the index's: one Lucene document for each suggestion, those of one kind in the order
/// of their counts, so that the first matches of a term are its best. Every term field carries the kind's number at its end.
/// <code>
/// head     beginnings of the folded text, of 1 to 8 characters; once more behind 关于
/// gram     characters and pairs of characters
/// soundHead, sound    initials of the readings, 1 to 8 from the beginning, 2 to 5 from every word
/// spell, blur, near   (kinds that corrections are made of) all readings; those with like sounds made one; the text, and it without one character
/// text, count         doc values: the text; documents
/// </code>
/// </summary>
internal static class SuggestSchema
{
    /// <summary>The index's folder inside that of the main index.</summary>
    public const string Folder = "suggest";

    /// <summary>What is kept with its commit: which commit of the main index it was made from.</summary>
    public const string SourceKey = "policysearch.suggest.source";

    /// <summary>Term fields.</summary>
    public const string Head = "head", Gram = "gram", SoundHead = "soundHead", Sound = "sound", Spell = "spell", Blur = "blur", Near = "near";

    /// <summary>Doc values.</summary>
    public const string Text = "text", Count = "count";

    /// <summary>Longest beginning that is a term.</summary>
    public const int MaxHead = 8;

    /// <summary>Shortest and longest run of initials inside a text that is a term.</summary>
    public const int MinSound = 2, MaxSound = 5;

    /// <summary>Longest suggestion, in UTF-16 units; a longer one is left out.</summary>
    public const int MaxText = 60;

    /// <summary>Longest text that a correction may put in.</summary>
    public const int MaxCorrection = 12;

    private static readonly string[] Leads = ["关于", "进一步"];

    // So many ways to read a text are indexed at most.
    private const int MaxReadings = 8;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<SuggestionKind> Kinds { get; } = Enum.GetValues<SuggestionKind>();

    /// <summary>A term field of a kind.</summary>
    public static string Of(string field, SuggestionKind kind) => field + (int)kind;

    /// <summary>The Lucene document of a suggestion.</summary>
    /// <param name="suggestion">The suggestion.</param>
    /// <param name="starts">Where its words begin.</param>
    public static Document Map(Suggestion suggestion, IReadOnlyList<int> starts)
    {
        string folded = CharacterFolding.Fold(suggestion.Text);
        var target = new Document
        {
            new BinaryDocValuesField(Text, new BytesRef(suggestion.Text)),
            new NumericDocValuesField(Count, suggestion.Count),
        };
        Add(target, suggestion.Kind, Head, Heads(folded).SelectMany(start => Beginnings(folded[start..], 1, MaxHead)));
        Add(target, suggestion.Kind, Gram, Grams(folded));
        Add(target, suggestion.Kind, SoundHead, Heads(folded).SelectMany(start => Initials(folded, start, MaxHead)).SelectMany(initials => Beginnings(initials, 1, MaxHead)));
        Add(target, suggestion.Kind, Sound, starts.SelectMany(start => Initials(folded, start, MaxSound)).SelectMany(initials => Beginnings(initials, MinSound, MaxSound)));
        if (folded.Length is >= 2 and <= MaxCorrection && suggestion.Kind != SuggestionKind.Title)
            AddCorrections(target, folded);
        return target;
    }

    /// <summary>A text, and the text without each of its characters: two texts that differ by one character share one of these.</summary>
    public static IEnumerable<string> NearTerms(string folded) =>
        Enumerable.Range(0, folded.Length).Select(i => folded.Remove(i, 1)).Append(folded);

    /// <summary>Where a reader may begin to type a text: at its beginning, and behind words that many begin with.</summary>
    public static IEnumerable<int> Heads(string folded)
    {
        int start = 0;
        yield return 0;
        foreach (string lead in Leads)
        {
            if (folded.AsSpan(start).StartsWith(lead, StringComparison.Ordinal) && folded.Length > start + lead.Length)
                yield return start += lead.Length;
        }
    }

    private static void AddCorrections(Document target, string folded)
    {
        List<string> spelled = Pinyin.BuiltIn.Spell(folded, MaxReadings);
        AddAll(target, Spell, spelled);
        AddAll(target, Blur, spelled.Select(Pinyin.Blur));
        AddAll(target, Near, NearTerms(folded));
    }

    private static IEnumerable<string> Beginnings(string text, int least, int most)
    {
        for (int length = least; length <= Math.Min(most, text.Length); length++)
            yield return text[..length];
    }

    private static IEnumerable<string> Grams(string folded)
    {
        for (int i = 0; i < folded.Length; i++)
        {
            yield return folded[i].ToString();
            if (i + 1 < folded.Length)
                yield return folded.Substring(i, 2);
        }
    }

    /// <summary>The initials of a text from a place on, by every reading; a character without reading stands for itself.</summary>
    private static List<string> Initials(string folded, int start, int length)
    {
        List<string> initials = [""];
        for (int i = start; i < Math.Min(folded.Length, start + length); i++)
        {
            char[] letters = InitialsOf(folded[i]);
            int room = Math.Max(1, MaxReadings / initials.Count);
            initials = [.. letters.Take(room).SelectMany(letter => initials.Select(before => before + letter))];
        }
        return initials;
    }

    /// <summary>First letters of a character's readings, each once; the character itself when it has none.</summary>
    public static char[] InitialsOf(char c)
    {
        ReadOnlySpan<string> readings = Pinyin.BuiltIn[c];
        if (readings.Length == 0)
            return [c];
        char first = readings[0][0];
        return readings.Length == 1 ? [first] : [.. readings.ToArray().Select(reading => reading[0]).Distinct()];
    }

    private static void Add(Document target, SuggestionKind kind, string field, IEnumerable<string> terms) => AddAll(target, Of(field, kind), terms);

    private static void AddAll(Document target, string field, IEnumerable<string> terms)
    {
        foreach (string term in terms.Distinct(StringComparer.Ordinal))
            target.Add(new StringField(field, term, Field.Store.NO));
    }
}
