using Lucene.Net.Index;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// The postings of a segment. Two attributes of each field in the .fnm name the format and the suffix of its files:
/// format Lucene41 with suffix 0 are files _S_Lucene41_0.tim and so on. Owns the files.
/// </summary>
internal sealed class PostingsByFormat : Fields, IDisposable
{
    public const string FormatKey = "PerFieldPostingsFormat.format";
    public const string SuffixKey = "PerFieldPostingsFormat.suffix";
    public const string Format = "Lucene41";

    private readonly Dictionary<string, BlockTreeReader> bySuffix = [];
    private readonly SortedDictionary<string, Terms> terms = new(StringComparer.Ordinal);

    public PostingsByFormat(Directory directory, SegmentInfo info, Index.FieldInfos fields)
    {
        try
        {
            foreach (FieldInfo field in fields.Where(field => field.IsIndexed))
                AddField(directory, info, fields, field);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override int Count => terms.Count;

    public override IEnumerator<string> GetEnumerator() => terms.Keys.GetEnumerator();

    public override Terms? GetTerms(string field) => terms.GetValueOrDefault(field);

    public void CheckIntegrity()
    {
        foreach (BlockTreeReader reader in bySuffix.Values)
            reader.CheckIntegrity();
    }

    public void Dispose()
    {
        foreach (BlockTreeReader reader in bySuffix.Values)
            reader.Dispose();
    }

    private void AddField(Directory directory, SegmentInfo info, Index.FieldInfos fields, FieldInfo field)
    {
        // An indexed field of which no document has a term has no format either.
        if (FieldFormats.Suffix(info, field, FormatKey, SuffixKey, Format) is not { } suffix)
            return;
        if (!bySuffix.TryGetValue(suffix, out BlockTreeReader? reader))
            bySuffix[suffix] = reader = new BlockTreeReader(directory, info.Name, suffix, fields, info.DocCount);
        if (reader.GetTerms(field.Name) is { } found)
            terms[field.Name] = found;
    }
}

/// <summary>The formats that fields name in their attributes.</summary>
internal static class FieldFormats
{
    /// <summary>The suffix of the field's files, or null when it names no format.</summary>
    public static string? Suffix(SegmentInfo info, FieldInfo field, string formatKey, string suffixKey, string expected)
    {
        string? format = field.GetAttribute(formatKey);
        if (format == null)
            return null;
        string? suffix = field.GetAttribute(suffixKey);
        if (format != expected || suffix == null)
            throw new CorruptIndexException(IndexFileNames.SegmentFileName(info.Name, "", FieldInfosReader.Extension), 0, $"format {expected} with a suffix for field {field.Name}", $"{format} with {suffix ?? "none"}");
        return $"{format}_{suffix}";
    }
}
