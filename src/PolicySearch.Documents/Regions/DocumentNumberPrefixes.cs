using System.Globalization;

namespace PolicySearch.Documents.Regions;

/// <summary>
/// What documents that name their place teach about the letters of document numbers (庆环市监函 is 环县, 茂信 is 信宜市): evidence of the place for documents that name none. One
/// document alone cannot teach it, so a corpus is learned from first and the table handed to <see cref="DocumentReader"/>. Immutable and thread-safe.
/// </summary>
public sealed class DocumentNumberPrefixes
{
    private const int MaxLength = 6, LeastDocuments = 2;
    private const double LeastShare = 0.9;

    // Which places that must not teach: they were taken from number or text themselves.
    private static readonly string[] Weak = ["docNumber", "body"];

    private readonly Dictionary<string, string> codes;

    private DocumentNumberPrefixes(Dictionary<string, string> codes) => this.codes = codes;

    /// <summary>Knows nothing.</summary>
    public static DocumentNumberPrefixes None { get; } = new([]);

    /// <summary>How many beginnings of prefixes are known.</summary>
    public int Count => codes.Count;

    /// <summary>
    /// Learns from documents that have a number and a place that issuer, office, session or title told. A beginning counts when two documents and nine in ten of all agree on a
    /// division or on one above it.
    /// </summary>
    public static DocumentNumberPrefixes Learn(IEnumerable<PolicyDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var places = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (PolicyDocument document in documents)
        {
            if (document.RegionCode is not string code || PrefixOf(document.DocumentNumber) is not string prefix || Weak.Contains(document.Provenance.GetValueOrDefault("regionCode")))
                continue;
            for (int length = 1; length <= Math.Min(MaxLength, prefix.Length); length++)
                AddPlace(places, prefix[..length], code);
        }
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string beginning, Dictionary<string, int> counts) in places)
        {
            if (Agreed(counts) is string code)
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

    /// <summary>Writes the table: <c>beginning TAB code LF</c>, in order.</summary>
    public void Save(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach ((string beginning, string code) in codes.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{beginning}\t{code}\n"));
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A line is no entry.</exception>
    public static DocumentNumberPrefixes Load(TextReader input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (input.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            if (cells.Length != 2 || cells[0].Length == 0 || cells[1].Length != 6)
                throw new InvalidDataException($"'{line}' is no entry of a table of document number prefixes; learn it again");
            codes[cells[0]] = cells[1];
        }
        return new DocumentNumberPrefixes(codes);
    }

    private static string? PrefixOf(string? number) => number?.IndexOf('〔') is int at and > 0 ? number[..at] : null;

    private static void AddPlace(Dictionary<string, Dictionary<string, int>> places, string beginning, string code)
    {
        if (!places.TryGetValue(beginning, out Dictionary<string, int>? counts))
            places.Add(beginning, counts = new Dictionary<string, int>(StringComparer.Ordinal));
        counts[code] = counts.GetValueOrDefault(code) + 1;
    }

    /// <summary>The lowest division that nine in ten documents lie in, or null: counties of one city agree on the city.</summary>
    private static string? Agreed(Dictionary<string, int> counts)
    {
        int all = counts.Values.Sum();
        if (all < LeastDocuments)
            return null;
        foreach (int digits in (ReadOnlySpan<int>)[6, 4, 2])
        {
            (string code, int votes) = counts.GroupBy(entry => entry.Key[..digits].PadRight(6, '0')).Select(group => (group.Key, Votes: group.Sum(entry => entry.Value))).MaxBy(group => group.Votes);
            if (votes >= LeastDocuments && votes >= all * LeastShare && Gazetteer.Default.FindByCode(code) is not null)
                return code;
        }
        return null;
    }
}
