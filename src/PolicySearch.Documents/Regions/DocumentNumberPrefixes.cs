using System.Buffers;

namespace PolicySearch.Documents.Regions;

/// <summary>
/// What documents that name their place teach about the letters of document numbers (庆环市监函 is 环县, 茂信 is 信宜市): evidence of the place for documents that name none. A few
/// documents cannot teach it, so a corpus is learned from first and the table handed to <see cref="DocumentReader"/>. Immutable and thread-safe.
/// </summary>
public sealed class DocumentNumberPrefixes
{
    private const int MaxLength = 6;

    // Two documents may share a mistake; what few whole prefixes have in common is no place's letter yet; one letter stands for many places.
    private const int LeastDocuments = 3, LeastPrefixes = 2, LeastDocumentsOfLetter = 5, LeastPrefixesOfLetter = 3;
    private const double LeastShare = 0.9;

    // Words of offices and kinds of writing: a prefix that begins with one (政办发) names no place, unless the place's own name has it.
    private static readonly SearchValues<char> OfficeLetters = SearchValues.Create("政府办党委函建教卫文体人社民财交水农林环住城发改工信科公司审统医应急退商市县区局厅部字号提议案国");

    private readonly Dictionary<string, string> codes;

    private DocumentNumberPrefixes(Dictionary<string, string> codes) => this.codes = codes;

    /// <summary>Knows nothing.</summary>
    public static DocumentNumberPrefixes None { get; } = new([]);

    /// <summary>How many beginnings of prefixes are known.</summary>
    public int Count => codes.Count;

    /// <summary>Learns from what documents teach; see <see cref="Learn(IEnumerable{NumberLesson})"/>.</summary>
    public static DocumentNumberPrefixes Learn(IEnumerable<PolicyDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Learn(documents.Select(NumberLesson.Of).OfType<NumberLesson>());
    }

    /// <summary>
    /// Learns from lessons, in whatever order they come. A prefix counts when three documents, a shorter beginning when three documents of two prefixes, a single letter when five
    /// of three, and nine in ten of all, agree on a division or on one above it.
    /// </summary>
    public static DocumentNumberPrefixes Learn(IEnumerable<NumberLesson> lessons)
    {
        ArgumentNullException.ThrowIfNull(lessons);
        var places = new Dictionary<string, Votes>(StringComparer.Ordinal);
        foreach (NumberLesson lesson in lessons)
        {
            if (lesson.Code is not string code)
                continue;
            for (int length = 1; length <= Math.Min(MaxLength, lesson.Prefix.Length); length++)
                AddPlace(places, lesson.Prefix[..length], lesson.Prefix, code);
        }
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string beginning, Votes votes) in places)
        {
            if (Agreed(beginning, votes) is string code)
                codes.Add(beginning, code);
        }
        return new DocumentNumberPrefixes(codes);
    }

    /// <summary>Six-digit code of the division that the longest known beginning of a prefix stands for, or null.</summary>
    public string? CodeOf(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        for (int length = Math.Min(MaxLength, prefix.Length); length > 0; length--)
        {
            if (codes.TryGetValue(prefix[..length], out string? code))
                return code;
        }
        return null;
    }

    private static void AddPlace(Dictionary<string, Votes> places, string beginning, string prefix, string code)
    {
        if (!places.TryGetValue(beginning, out Votes? votes))
            places.Add(beginning, votes = new Votes());
        votes.ByCode[code] = votes.ByCode.GetValueOrDefault(code) + 1;
        votes.Prefixes.Add(prefix);
    }

    /// <summary>The lowest division that nine in ten documents lie in, or null: counties of one city agree on the city.</summary>
    private static string? Agreed(string beginning, Votes votes)
    {
        int all = votes.ByCode.Values.Sum();
        bool whole = votes.Prefixes.Count == 1 && votes.Prefixes.Contains(beginning);
        (int documents, int prefixes) = beginning.Length == 1 ? (LeastDocumentsOfLetter, LeastPrefixesOfLetter) : (LeastDocuments, whole || beginning.Length == MaxLength ? 1 : LeastPrefixes);
        if (all < documents || votes.Prefixes.Count < prefixes)
            return null;
        foreach (int digits in (ReadOnlySpan<int>)[6, 4, 2])
        {
            (string code, int count) = votes.ByCode.GroupBy(entry => entry.Key[..digits].PadRight(6, '0')).Select(group => (group.Key, Count: group.Sum(entry => entry.Value)))
                .OrderByDescending(group => group.Count).ThenBy(group => group.Key, StringComparer.Ordinal).First();
            if (count >= documents && count >= all * LeastShare && Gazetteer.Default.FindByCode(code) is { } region)
                return MayNamePlace(beginning[0], region) ? code : null;
        }
        return null;
    }

    private static bool MayNamePlace(char first, Region region)
    {
        for (Region? level = region; level is not null; level = level.Parent)
        {
            if (level.ShortName.Contains(first))
                return true;
        }
        return !OfficeLetters.Contains(first);
    }

    private sealed class Votes
    {
        public Dictionary<string, int> ByCode { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Prefixes { get; } = new(StringComparer.Ordinal);
    }
}
