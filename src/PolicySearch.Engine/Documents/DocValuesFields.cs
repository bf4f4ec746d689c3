using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Documents;

/// <summary>A 64-bit number per document, for sorting and counting.</summary>
public class NumericDocValuesField : Field
{
    /// <summary>Numeric doc values.</summary>
    public static readonly FieldType TYPE = new FieldType { DocValueType = DocValuesType.NUMERIC }.Freeze();

    /// <summary>A number.</summary>
    public NumericDocValuesField(string name, long value)
        : base(name, TYPE) => FieldsData = value;
}

/// <summary>A 32-bit floating point number per document, kept as its bits.</summary>
public class SingleDocValuesField : NumericDocValuesField
{
    /// <summary>A number.</summary>
    public SingleDocValuesField(string name, float value)
        : base(name, BitConverter.SingleToInt32Bits(value))
    {
    }

    /// <inheritdoc/>
    public override void SetSingleValue(float value) => base.SetInt64Value(BitConverter.SingleToInt32Bits(value));

    /// <summary>Not allowed: it would set the bits.</summary>
    public override void SetInt64Value(long value) => throw new ArgumentException("cannot change value type from Single to Int64");
}

/// <summary>A 64-bit floating point number per document, kept as its bits.</summary>
public class DoubleDocValuesField : NumericDocValuesField
{
    /// <summary>A number.</summary>
    public DoubleDocValuesField(string name, double value)
        : base(name, BitConverter.DoubleToInt64Bits(value))
    {
    }

    /// <inheritdoc/>
    public override void SetDoubleValue(double value) => base.SetInt64Value(BitConverter.DoubleToInt64Bits(value));

    /// <summary>Not allowed: it would set the bits.</summary>
    public override void SetInt64Value(long value) => throw new ArgumentException("cannot change value type from Double to Int64");
}

/// <summary>One value per document out of a sorted dictionary, for sorting and faceting.</summary>
public class SortedDocValuesField : Field
{
    /// <summary>Sorted doc values.</summary>
    public static readonly FieldType TYPE = new FieldType { DocValueType = DocValuesType.SORTED }.Freeze();

    /// <summary>A value of at most 32,766 bytes.</summary>
    public SortedDocValuesField(string name, BytesRef bytes)
        : base(name, TYPE) => FieldsData = bytes;
}

/// <summary>Several values per document out of a sorted dictionary; add one field for each value.</summary>
public class SortedSetDocValuesField : Field
{
    /// <summary>Sorted-set doc values.</summary>
    public static readonly FieldType TYPE = new FieldType { DocValueType = DocValuesType.SORTED_SET }.Freeze();

    /// <summary>A value of at most 32,766 bytes.</summary>
    public SortedSetDocValuesField(string name, BytesRef bytes)
        : base(name, TYPE) => FieldsData = bytes;
}

/// <summary>Bytes per document, without a dictionary.</summary>
public class BinaryDocValuesField : Field
{
    /// <summary>Binary doc values.</summary>
    public static readonly FieldType TYPE = new FieldType { DocValueType = DocValuesType.BINARY }.Freeze();

    /// <summary>A value of at most 32,766 bytes.</summary>
    public BinaryDocValuesField(string name, BytesRef value)
        : base(name, TYPE) => FieldsData = value;
}
