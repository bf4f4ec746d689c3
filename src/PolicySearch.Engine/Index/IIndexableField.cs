using System.IO;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>One field of a document that is to be indexed, stored, or both.</summary>
public partial interface IIndexableField
{
    /// <summary>Factor on the field's score, kept in its norm. Default 1.</summary>
    float Boost { get; }

    /// <summary>What happens to the field.</summary>
    IIndexableFieldType IndexableFieldType { get; }

    /// <summary>The field's name.</summary>
    string Name { get; }

    /// <summary>The value as bytes, or null.</summary>
    BytesRef? GetBinaryValue();

    /// <summary>The value as a number, or null.</summary>
    byte? GetByteValue();

    /// <inheritdoc cref="GetByteValue"/>
    double? GetDoubleValue();

    /// <inheritdoc cref="GetByteValue"/>
    short? GetInt16Value();

    /// <inheritdoc cref="GetByteValue"/>
    int? GetInt32Value();

    /// <inheritdoc cref="GetByteValue"/>
    long? GetInt64Value();

    /// <summary>The value as a reader, or null.</summary>
    TextReader? GetReaderValue();

    /// <inheritdoc cref="GetByteValue"/>
    float? GetSingleValue();

    /// <summary>The value as text, numbers too; null for bytes and readers.</summary>
    string? GetStringValue();
}

/// <summary>What happens to a field.</summary>
public interface IIndexableFieldType
{
    /// <summary>The kind of doc values; NONE for none.</summary>
    DocValuesType DocValueType { get; }

    /// <summary>What the postings hold.</summary>
    IndexOptions IndexOptions { get; }

    /// <summary>True when the field can be searched.</summary>
    bool IsIndexed { get; }

    /// <summary>True when the value is kept.</summary>
    bool IsStored { get; }

    /// <summary>True when the analyzer splits the value; false when it is one term.</summary>
    bool IsTokenized { get; }

    /// <summary>True when the field's length does not count in scores.</summary>
    bool OmitNorms { get; }

    /// <summary>True when term vectors hold offsets.</summary>
    bool StoreTermVectorOffsets { get; }

    /// <summary>True when term vectors hold payloads.</summary>
    bool StoreTermVectorPayloads { get; }

    /// <summary>True when term vectors hold positions.</summary>
    bool StoreTermVectorPositions { get; }

    /// <summary>True when the document keeps a vector of its terms.</summary>
    bool StoreTermVectors { get; }
}
