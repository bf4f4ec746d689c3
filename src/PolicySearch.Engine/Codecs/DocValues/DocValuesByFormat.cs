using Lucene.Net.Index;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Codecs;

/// <summary>
/// The doc values of a segment. Two attributes of each field in the .fnm name the format and the suffix of its files: format
/// Lucene45 with suffix 0 are files _S_Lucene45_0.dvd and .dvm. Fields whose values were updated have them in files of the
/// update's generation G: _S_G_Lucene45_0.dvd. Owns the files; readers of several commits share it, and the last one closes it.
/// </summary>
internal sealed class DocValuesByFormat : IDisposable
{
    public const string FormatKey = "PerFieldDocValuesFormat.format";
    public const string SuffixKey = "PerFieldDocValuesFormat.suffix";
    public const string Format = "Lucene45";

    private readonly Dictionary<string, DocValuesReader> bySuffix = [];
    private readonly Dictionary<string, DocValuesReader> byField = new(StringComparer.Ordinal);
    private int references = 1;

    /// <param name="directory">Where the first files lie: the index, or the compound file. Those of updates lie in the index.</param>
    /// <param name="info">The segment.</param>
    /// <param name="fields">Its fields, as last updated.</param>
    public DocValuesByFormat(Directory directory, SegmentInfo info, Index.FieldInfos fields)
    {
        try
        {
            foreach (FieldInfo field in fields.Where(field => field.HasDocValues))
                AddField(directory, info, fields, field);
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>The reader that has the field's values, or null.</summary>
    public DocValuesReader? Find(FieldInfo field) => byField.GetValueOrDefault(field.Name);

    public void CheckIntegrity()
    {
        foreach (DocValuesReader reader in bySuffix.Values)
            reader.CheckIntegrity();
    }

    /// <summary>This, with one more reference. To be asked while it is open.</summary>
    public DocValuesByFormat Shared()
    {
        Interlocked.Increment(ref references);
        return this;
    }

    /// <summary>Gives a reference back.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref references) == 0)
            Close();
    }

    private void Close()
    {
        foreach (DocValuesReader reader in bySuffix.Values)
            reader.Dispose();
    }

    private void AddField(Directory directory, SegmentInfo info, Index.FieldInfos fields, FieldInfo field)
    {
        if (FieldFormats.Suffix(info, field, FormatKey, SuffixKey, Format) is not { } suffix)
            return;
        bool updated = field.DocValuesGen != -1;
        if (updated)
            suffix = $"{IndexFileNames.ToBase36(field.DocValuesGen)}_{suffix}";
        if (!bySuffix.TryGetValue(suffix, out DocValuesReader? reader))
            bySuffix[suffix] = reader = new DocValuesReader(updated ? info.Dir : directory, info.Name, suffix, fields, info.DocCount);
        byField[field.Name] = reader;
    }
}
