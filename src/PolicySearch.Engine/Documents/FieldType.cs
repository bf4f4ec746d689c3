using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Documents;

/// <summary>What to do with a field's value. Change it before use, then freeze it; a frozen type may be shared by threads.</summary>
public class FieldType : IIndexableFieldType
{
    private Settings _settings = new();
    private bool _frozen;

    /// <summary>Neither indexed nor stored; tokenized once it is indexed.</summary>
    public FieldType()
    {
    }

    /// <summary>A copy of <paramref name="ref"/> that can be changed.</summary>
    public FieldType(FieldType @ref) => _settings = @ref._settings;

    /// <summary>The kind of doc values; default <see cref="DocValuesType.NONE"/>.</summary>
    public virtual DocValuesType DocValueType
    {
        get => _settings.DocValueType;
        set => Change(_settings with { DocValueType = value });
    }

    /// <summary>What the postings hold; default documents, frequencies and positions once the field is indexed.</summary>
    public virtual IndexOptions IndexOptions
    {
        get => _settings.IndexOptions;
        set => Change(_settings with { IndexOptions = value });
    }

    /// <summary>Whether the value can be searched; default false.</summary>
    public virtual bool IsIndexed
    {
        get => _settings.IsIndexed;
        set => Change(_settings with { IsIndexed = value });
    }

    /// <summary>Whether the value comes back with the document; default false.</summary>
    public virtual bool IsStored
    {
        get => _settings.IsStored;
        set => Change(_settings with { IsStored = value });
    }

    /// <summary>Whether the analyzer sees the value, or all of it is one term; default true.</summary>
    public virtual bool IsTokenized
    {
        get => _settings.IsTokenized;
        set => Change(_settings with { IsTokenized = value });
    }

    /// <summary>Bits between two precisions of a numeric field; default 4, at least 1.</summary>
    public virtual int NumericPrecisionStep
    {
        get => _settings.NumericPrecisionStep;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            Change(_settings with { NumericPrecisionStep = value });
        }
    }

    /// <summary>The kind of number that is indexed; default none: the value is text.</summary>
    public virtual NumericType NumericType
    {
        get => _settings.NumericType;
        set => Change(_settings with { NumericType = value });
    }

    /// <summary>Whether lengths are left out of scoring; default false.</summary>
    public virtual bool OmitNorms
    {
        get => _settings.OmitNorms;
        set => Change(_settings with { OmitNorms = value });
    }

    /// <summary>Term vectors are not written; true makes the index writer reject the field.</summary>
    public virtual bool StoreTermVectorOffsets
    {
        get => _settings.StoreTermVectorOffsets;
        set => Change(_settings with { StoreTermVectorOffsets = value });
    }

    /// <summary>Term vectors are not written; true makes the index writer reject the field.</summary>
    public virtual bool StoreTermVectorPayloads
    {
        get => _settings.StoreTermVectorPayloads;
        set => Change(_settings with { StoreTermVectorPayloads = value });
    }

    /// <summary>Term vectors are not written; true makes the index writer reject the field.</summary>
    public virtual bool StoreTermVectorPositions
    {
        get => _settings.StoreTermVectorPositions;
        set => Change(_settings with { StoreTermVectorPositions = value });
    }

    /// <summary>Term vectors are not written; true makes the index writer reject the field.</summary>
    public virtual bool StoreTermVectors
    {
        get => _settings.StoreTermVectors;
        set => Change(_settings with { StoreTermVectors = value });
    }

    /// <summary>Forbids further changes and returns this instance.</summary>
    public virtual FieldType Freeze()
    {
        _frozen = true;
        return this;
    }

    /// <inheritdoc/>
    public sealed override string ToString() => _settings.ToString();

    private void Change(Settings settings)
    {
        if (_frozen)
            throw new InvalidOperationException("this FieldType is frozen; make a copy with new FieldType(type) and change that");
        _settings = settings;
    }

    private readonly record struct Settings()
    {
        public bool IsIndexed { get; init; }
        public bool IsStored { get; init; }
        public bool IsTokenized { get; init; } = true;
        public bool OmitNorms { get; init; }
        public bool StoreTermVectors { get; init; }
        public bool StoreTermVectorOffsets { get; init; }
        public bool StoreTermVectorPositions { get; init; }
        public bool StoreTermVectorPayloads { get; init; }
        public IndexOptions IndexOptions { get; init; } = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        public DocValuesType DocValueType { get; init; }
        public NumericType NumericType { get; init; }
        public int NumericPrecisionStep { get; init; } = NumericUtils.PRECISION_STEP_DEFAULT;
    }
}

/// <summary>The kind of number that a field indexes.</summary>
public enum NumericType
{
    /// <summary>Text.</summary>
    NONE = 0,

    /// <summary>32-bit integer.</summary>
    INT32 = 1,

    /// <summary>64-bit integer.</summary>
    INT64 = 2,

    /// <summary>32-bit floating point.</summary>
    SINGLE = 3,

    /// <summary>64-bit floating point.</summary>
    DOUBLE = 4,
}
