using Lucene.Net.Index;

namespace Lucene.Net.Documents;

/// <summary>Numbers as terms, for range filters.</summary>
internal static class NumericFieldTypes
{
    public static FieldType Create(NumericType number, bool stored) => new FieldType
    {
        IsIndexed = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_ONLY,
        NumericType = number,
        IsStored = stored,
    }.Freeze();

    public static FieldType Check(FieldType type, NumericType number) => type.NumericType == number
        ? type
        : throw new ArgumentException($"the field type's NumericType must be {number}, got {type.NumericType}");
}

/// <summary>A 32-bit integer as terms of falling precision, for range filters.</summary>
public sealed class Int32Field : Field
{
    /// <summary>Indexed, not stored.</summary>
    public static readonly FieldType TYPE_NOT_STORED = NumericFieldTypes.Create(NumericType.INT32, stored: false);

    /// <summary>Indexed and stored.</summary>
    public static readonly FieldType TYPE_STORED = NumericFieldTypes.Create(NumericType.INT32, stored: true);

    /// <summary>A number.</summary>
    public Int32Field(string name, int value, Store stored)
        : base(name, stored == Store.YES ? TYPE_STORED : TYPE_NOT_STORED) => FieldsData = value;

    /// <summary>A number with settings of one's own; the type's <see cref="Documents.FieldType.NumericType"/> must fit.</summary>
    public Int32Field(string name, int value, FieldType type)
        : base(name, NumericFieldTypes.Check(type, NumericType.INT32)) => FieldsData = value;
}

/// <summary>A 64-bit integer as terms of falling precision, for range filters.</summary>
public sealed class Int64Field : Field
{
    /// <summary>Indexed, not stored.</summary>
    public static readonly FieldType TYPE_NOT_STORED = NumericFieldTypes.Create(NumericType.INT64, stored: false);

    /// <summary>Indexed and stored.</summary>
    public static readonly FieldType TYPE_STORED = NumericFieldTypes.Create(NumericType.INT64, stored: true);

    /// <summary>A number.</summary>
    public Int64Field(string name, long value, Store stored)
        : base(name, stored == Store.YES ? TYPE_STORED : TYPE_NOT_STORED) => FieldsData = value;

    /// <summary>A number with settings of one's own; the type's <see cref="Documents.FieldType.NumericType"/> must fit.</summary>
    public Int64Field(string name, long value, FieldType type)
        : base(name, NumericFieldTypes.Check(type, NumericType.INT64)) => FieldsData = value;
}

/// <summary>A 32-bit floating point number as terms of falling precision, for range filters.</summary>
public sealed class SingleField : Field
{
    /// <summary>Indexed, not stored.</summary>
    public static readonly FieldType TYPE_NOT_STORED = NumericFieldTypes.Create(NumericType.SINGLE, stored: false);

    /// <summary>Indexed and stored.</summary>
    public static readonly FieldType TYPE_STORED = NumericFieldTypes.Create(NumericType.SINGLE, stored: true);

    /// <summary>A number.</summary>
    public SingleField(string name, float value, Store stored)
        : base(name, stored == Store.YES ? TYPE_STORED : TYPE_NOT_STORED) => FieldsData = value;

    /// <summary>A number with settings of one's own; the type's <see cref="Documents.FieldType.NumericType"/> must fit.</summary>
    public SingleField(string name, float value, FieldType type)
        : base(name, NumericFieldTypes.Check(type, NumericType.SINGLE)) => FieldsData = value;
}

/// <summary>A 64-bit floating point number as terms of falling precision, for range filters.</summary>
public sealed class DoubleField : Field
{
    /// <summary>Indexed, not stored.</summary>
    public static readonly FieldType TYPE_NOT_STORED = NumericFieldTypes.Create(NumericType.DOUBLE, stored: false);

    /// <summary>Indexed and stored.</summary>
    public static readonly FieldType TYPE_STORED = NumericFieldTypes.Create(NumericType.DOUBLE, stored: true);

    /// <summary>A number.</summary>
    public DoubleField(string name, double value, Store stored)
        : base(name, stored == Store.YES ? TYPE_STORED : TYPE_NOT_STORED) => FieldsData = value;

    /// <summary>A number with settings of one's own; the type's <see cref="Documents.FieldType.NumericType"/> must fit.</summary>
    public DoubleField(string name, double value, FieldType type)
        : base(name, NumericFieldTypes.Check(type, NumericType.DOUBLE)) => FieldsData = value;
}
