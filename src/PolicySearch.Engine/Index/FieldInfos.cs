using System.Collections;

namespace Lucene.Net.Index;

/// <summary>The fields of a segment, by name and by number. Enumerated by number. Immutable.</summary>
public class FieldInfos : IEnumerable<FieldInfo>
{
    private readonly FieldInfo[] ordered;
    private readonly Dictionary<string, FieldInfo> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, FieldInfo> byNumber = [];

    /// <summary>The given fields, in any order.</summary>
    /// <exception cref="ArgumentException">Two have the same name or number.</exception>
    public FieldInfos(FieldInfo[] infos)
    {
        ordered = [.. infos.OrderBy(info => info.Number)];
        foreach (FieldInfo info in ordered)
        {
            if (!byName.TryAdd(info.Name, info) || !byNumber.TryAdd(info.Number, info))
                throw new ArgumentException($"two fields have the name {info.Name} or the number {info.Number}", nameof(infos));
        }
    }

    /// <summary>How many fields there are.</summary>
    public virtual int Count => ordered.Length;

    /// <summary>True when some field has doc values.</summary>
    public virtual bool HasDocValues => Array.Exists(ordered, info => info.HasDocValues);

    /// <summary>True when some field's postings hold frequencies.</summary>
    public virtual bool HasFreq => AnyWith(IndexOptions.DOCS_AND_FREQS);

    /// <summary>True when some field has norms.</summary>
    public virtual bool HasNorms => Array.Exists(ordered, info => info.HasNorms);

    /// <summary>True when some field's postings hold offsets.</summary>
    public virtual bool HasOffsets => AnyWith(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);

    /// <summary>True when some field's positions may carry payloads.</summary>
    public virtual bool HasPayloads => Array.Exists(ordered, info => info.HasPayloads);

    /// <summary>True when some field's postings hold positions.</summary>
    public virtual bool HasProx => AnyWith(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    /// <summary>True when documents may have term vectors.</summary>
    public virtual bool HasVectors => Array.Exists(ordered, info => info.HasVectors);

    /// <summary>The field of that name, or null.</summary>
    public virtual FieldInfo? FieldInfo(string fieldName) => byName.GetValueOrDefault(fieldName);

    /// <summary>The field of that number, or null.</summary>
    public virtual FieldInfo? FieldInfo(int fieldNumber) => byNumber.GetValueOrDefault(fieldNumber);

    /// <inheritdoc/>
    public virtual IEnumerator<FieldInfo> GetEnumerator() => ((IEnumerable<FieldInfo>)ordered).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool AnyWith(IndexOptions least) => Array.Exists(ordered, info => info.IndexOptions >= least);
}
