using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicySearch.Search.Indexing;

namespace PolicySearch.Indexer;

/// <summary>What an indexing run did, for people and for programs.</summary>
internal static partial class IndexingSummary
{
    private const int WarningKindsShown = 12;

    /// <summary>For people.</summary>
    public static void WriteText(TextWriter output, IndexingReport report)
    {
        double seconds = Math.Max(report.Elapsed.TotalSeconds, 0.001);
        int written = report.Added + report.Updated;
        output.WriteLine($"added {report.Added}, updated {report.Updated}, unchanged {report.Unchanged}, deleted {report.Deleted}, rejected {report.Rejected.Count}, not read (unknown format) {report.Skipped}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Bytes / 1e6:0.00} MB in {seconds:0.0} s: {written / seconds:0} documents/s, {report.Bytes / 1e6 / seconds:0.00} MB/s"));
        if (written > 0)
        {
            output.WriteLine($"formats: {string.Join("  ", report.Formats.Select(format => $"{format.Key} {format.Value}"))}");
            output.WriteLine($"fields found: {string.Join("  ", report.Fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Field} {100.0 * field.Documents / written:0}%")))}");
        }
        WriteWarnings(output, report);
        if (report.Rejected.Count > 0)
            output.WriteLine("rejected files:");
        foreach (RejectedFile file in report.Rejected)
            output.WriteLine($"  {file.Path}: {file.Reason}");
    }

    /// <summary>For programs: one JSON object in a file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteJson(string path, IndexingReport report)
    {
        using FileStream file = File.Create(path);
        using var json = new Utf8JsonWriter(file, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("added", report.Added);
        json.WriteNumber("updated", report.Updated);
        json.WriteNumber("unchanged", report.Unchanged);
        json.WriteNumber("deleted", report.Deleted);
        json.WriteNumber("skipped", report.Skipped);
        json.WriteNumber("bytes", report.Bytes);
        json.WriteNumber("seconds", Math.Round(report.Elapsed.TotalSeconds, 3));
        WriteCounts(json, "formats", report.Formats.Select(format => (format.Key, format.Value)));
        WriteCounts(json, "fields", report.Fields);
        WriteCounts(json, "warningKinds", WarningKinds(report).Select(kind => (kind.Kind, kind.Count)));
        WritePairs(json, "warnings", "source", "warning", report.Warnings);
        WritePairs(json, "rejected", "path", "reason", report.Rejected.Select(rejected => (rejected.Path, rejected.Reason)));
        json.WriteEndObject();
    }

    private static void WriteWarnings(TextWriter output, IndexingReport report)
    {
        if (report.Warnings.Count == 0)
            return;
        output.WriteLine($"warnings: {report.Warnings.Count} in {report.Warnings.Select(warning => warning.Source).Distinct(StringComparer.Ordinal).Count()} documents, by kind:");
        var kinds = WarningKinds(report).ToList();
        foreach ((string kind, int count, string example) in kinds.Take(WarningKindsShown))
            output.WriteLine($"  {count} × {kind} (first: {example})");
        if (kinds.Count > WarningKindsShown)
            output.WriteLine($"  … and {kinds.Count - WarningKindsShown} more kinds; --report FILE writes them all");
    }

    /// <summary>Warnings that differ only in what they quote and count are one kind.</summary>
    private static IEnumerable<(string Kind, int Count, string Example)> WarningKinds(IndexingReport report) =>
        report.Warnings.GroupBy(warning => Particulars().Replace(warning.Warning, "…"), StringComparer.Ordinal)
            .Select(kind => (kind.Key, kind.Count(), kind.First().Source))
            .OrderByDescending(kind => kind.Item2).ThenBy(kind => kind.Key, StringComparer.Ordinal);

    private static void WriteCounts(Utf8JsonWriter json, string name, IEnumerable<(string Key, int Count)> counts)
    {
        json.WriteStartObject(name);
        foreach ((string key, int count) in counts)
            json.WriteNumber(key, count);
        json.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter json, string name, string first, string second, IEnumerable<(string First, string Second)> pairs)
    {
        json.WriteStartArray(name);
        foreach ((string one, string two) in pairs)
        {
            json.WriteStartObject();
            json.WriteString(first, one);
            json.WriteString(second, two);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Quoted text, numbers, and runs of Hanzi: what a warning says of one document alone.</summary>
    [GeneratedRegex(@"'[^']*'|“[^”]*”|""[^""]*""|\d+|[\p{IsCJKUnifiedIdeographs}〔〕（）《》]+")]
    private static partial Regex Particulars();
}
