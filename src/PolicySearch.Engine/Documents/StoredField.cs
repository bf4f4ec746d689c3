using Lucene.Net.Util;

namespace Lucene.Net.Documents;

/// <summary>A value that comes back with the document and cannot be searched.</summary>
public sealed class StoredField : Field
{
    /// <summary>Stored only.</summary>
    public static readonly FieldType TYPE = new FieldType { IsStored = true }.Freeze();

    /// <summary>Bytes.</summary>
    public StoredField(string name, byte[] value)
        : base(name, value, TYPE)
    {
    }

    /// <summary>A range of bytes.</summary>
    public StoredField(string name, byte[] value, int offset, int length)
        : base(name, value, offset, length, TYPE)
    {
    }

    /// <summary>Bytes.</summary>
    public StoredField(string name, BytesRef value)
        : base(name, value, TYPE)
    {
    }

    /// <summary>Text.</summary>
    public StoredField(string name, string value)
        : base(name, value, TYPE)
    {
    }

    /// <summary>A number.</summary>
    public StoredField(string name, int value)
        : base(name, TYPE) => FieldsData = value;

    /// <summary>A number.</summary>
    public StoredField(string name, float value)
        : base(name, TYPE) => FieldsData = value;

    /// <summary>A number.</summary>
    public StoredField(string name, long value)
        : base(name, TYPE) => FieldsData = value;

    /// <summary>A number.</summary>
    public StoredField(string name, double value)
        : base(name, TYPE) => FieldsData = value;
}
