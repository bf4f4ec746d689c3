namespace Lucene.Net.Index;

/// <summary>What a field's postings hold; each holds what the one before it holds, and more.</summary>
public enum IndexOptions
{
    /// <summary>Not indexed.</summary>
    NONE = 0,

    /// <summary>Documents.</summary>
    DOCS_ONLY = 1,

    /// <summary>And how often in each.</summary>
    DOCS_AND_FREQS = 2,

    /// <summary>And at which positions.</summary>
    DOCS_AND_FREQS_AND_POSITIONS = 3,

    /// <summary>And at which characters.</summary>
    DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS = 4,
}

/// <summary>The kind of a field's doc values.</summary>
public enum DocValuesType
{
    /// <summary>None.</summary>
    NONE = 0,

    /// <summary>A number a document.</summary>
    NUMERIC = 1,

    /// <summary>A byte string a document.</summary>
    BINARY = 2,

    /// <summary>A byte string a document, kept once and numbered in byte order.</summary>
    SORTED = 3,

    /// <summary>A set of byte strings a document, kept once and numbered in byte order.</summary>
    SORTED_SET = 4,
}

/// <summary>What one segment knows about one field. Immutable once its segment is written.</summary>
public sealed class FieldInfo
{
    private readonly Dictionary<string, string> attributes;
    private bool storePayloads;
    private bool omitNorms;

    /// <summary>
    /// All properties at once. Options that need an indexed field are dropped when <paramref name="indexed"/> is false,
    /// and payloads when there are no positions.
    /// </summary>
    public FieldInfo(string name, bool indexed, int number, bool storeTermVector, bool omitNorms, bool storePayloads, IndexOptions indexOptions, DocValuesType docValues, DocValuesType normsType, IDictionary<string, string>? attributes)
    {
        Name = name;
        Number = number;
        DocValuesType = docValues;
        IsIndexed = indexed;
        this.attributes = attributes == null ? [] : new Dictionary<string, string>(attributes);
        if (!indexed)
            return;
        HasVectors = storeTermVector;
        this.omitNorms = omitNorms;
        this.storePayloads = storePayloads && indexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        IndexOptions = indexOptions;
        NormType = omitNorms ? DocValuesType.NONE : normsType;
    }

    /// <summary>What codecs keep beside the field: name and value.</summary>
    public IDictionary<string, string> Attributes => attributes;

    /// <summary>Generation of the doc values' last update; −1 when there was none.</summary>
    public long DocValuesGen { get; set; } = -1;

    /// <summary>The kind of doc values; NONE without.</summary>
    public DocValuesType DocValuesType { get; internal set; }

    /// <summary>True when the field has doc values.</summary>
    public bool HasDocValues => DocValuesType != DocValuesType.NONE;

    /// <summary>True when documents have norms in this field.</summary>
    public bool HasNorms => NormType != DocValuesType.NONE;

    /// <summary>True when some position carries a payload.</summary>
    public bool HasPayloads => storePayloads;

    /// <summary>True when documents may have term vectors of this field.</summary>
    public bool HasVectors { get; internal set; }

    /// <summary>What the postings hold; NONE when the field is not indexed.</summary>
    public IndexOptions IndexOptions { get; internal set; }

    /// <summary>True when the field can be searched.</summary>
    public bool IsIndexed { get; internal set; }

    /// <summary>The name, unique in its segment.</summary>
    public string Name { get; }

    /// <summary>The kind of norms; NONE when there are none, else NUMERIC.</summary>
    public DocValuesType NormType { get; internal set; }

    /// <summary>The number that stands for the field inside its segment.</summary>
    public int Number { get; }

    /// <summary>True when the field asked for no norms.</summary>
    public bool OmitsNorms
    {
        get => omitNorms;
        internal set
        {
            omitNorms = value;
            if (value)
                NormType = DocValuesType.NONE;
        }
    }

    /// <summary>An attribute's value, or null.</summary>
    public string? GetAttribute(string key) => attributes.GetValueOrDefault(key);

    /// <summary>Sets an attribute and returns the value it had, or null.</summary>
    public string? PutAttribute(string key, string value)
    {
        string? before = GetAttribute(key);
        attributes[key] = value;
        return before;
    }

    internal void SetStorePayloads() => storePayloads |= IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
}
