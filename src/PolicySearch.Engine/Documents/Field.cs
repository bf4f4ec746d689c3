using System.Globalization;
using System.IO;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Documents;

/// <summary>
/// A named value of a document, and what to do with it. One instance may be used for many documents: set another value
/// with <c>Set…Value</c>. Not thread-safe.
/// </summary>
public class Field : IIndexableField, IFormattable
{
    /// <summary>Weight of this value in its field's norm.</summary>
    protected float m_boost = 1f;

    /// <summary>The field's name.</summary>
    protected readonly string m_name;

    /// <summary>Tokens that replace the analyzer's; null for none.</summary>
    protected TokenStream? m_tokenStream;

    /// <summary>What to do with the value.</summary>
    protected readonly FieldType m_type;

    private TokenStream? _ownStream;

    /// <summary>A field whose value is set later.</summary>
    protected internal Field(string name, FieldType type)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(type);
        m_name = name;
        m_type = type;
    }

    /// <summary>Text from a reader; indexed, never stored.</summary>
    /// <exception cref="ArgumentException">The type asks to store the value or not to tokenize it.</exception>
    public Field(string name, TextReader reader, FieldType type)
        : this(name, type)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (type.IsStored)
            throw new ArgumentException($"field '{name}': a reader's text cannot be stored");
        if (type.IsIndexed && !type.IsTokenized)
            throw new ArgumentException($"field '{name}': a reader's text must be tokenized");
        FieldsData = reader;
    }

    /// <summary>Tokens made elsewhere; indexed, never stored.</summary>
    /// <exception cref="ArgumentException">The type asks to store the value, or not to index and tokenize it.</exception>
    public Field(string name, TokenStream tokenStream, FieldType type)
        : this(name, type)
    {
        ArgumentNullException.ThrowIfNull(tokenStream);
        if (!type.IsIndexed || !type.IsTokenized)
            throw new ArgumentException($"field '{name}': tokens must be indexed and tokenized");
        if (type.IsStored)
            throw new ArgumentException($"field '{name}': tokens cannot be stored");
        m_tokenStream = tokenStream;
    }

    /// <summary>Bytes, copied by nobody: do not change them before the document is added.</summary>
    public Field(string name, byte[] value, FieldType type)
        : this(name, value, 0, value.Length, type)
    {
    }

    /// <summary>A range of bytes.</summary>
    public Field(string name, byte[] value, int offset, int length, FieldType type)
        : this(name, new BytesRef(value, offset, length), type)
    {
    }

    /// <summary>Bytes; stored or doc values, not indexed.</summary>
    /// <exception cref="ArgumentException">The type asks to index the value.</exception>
    public Field(string name, BytesRef bytes, FieldType type)
        : this(name, type)
    {
        if (type.IsIndexed)
            throw new ArgumentException($"field '{name}': bytes cannot be indexed");
        FieldsData = bytes;
    }

    /// <summary>Text.</summary>
    /// <exception cref="ArgumentException">The type neither stores nor indexes the value.</exception>
    public Field(string name, string value, FieldType type)
        : this(name, type)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!type.IsStored && !type.IsIndexed)
            throw new ArgumentException($"field '{name}': it makes no sense to have a field that is neither indexed nor stored");
        FieldsData = value;
    }

    /// <summary>Weight of this value in its field's norm; default 1. Only indexed fields with norms may have another.</summary>
    public virtual float Boost
    {
        get => m_boost;
        set
        {
            if (value != 1f && (!m_type.IsIndexed || m_type.OmitNorms))
                throw new ArgumentException($"field '{m_name}': an index-time boost needs an indexed field with norms");
            m_boost = value;
        }
    }

    /// <summary>What to do with the value.</summary>
    public virtual FieldType FieldType => m_type;

    /// <inheritdoc/>
    public virtual IIndexableFieldType IndexableFieldType => m_type;

    /// <inheritdoc/>
    public virtual string Name => m_name;

    /// <summary>The value: a string, <see cref="TextReader"/>, <see cref="BytesRef"/> or boxed number.</summary>
    protected internal object? FieldsData { get; set; }

    /// <inheritdoc/>
    public virtual BytesRef? GetBinaryValue() => FieldsData as BytesRef;

    /// <inheritdoc/>
    public virtual TextReader? GetReaderValue() => FieldsData as TextReader;

    /// <summary>The tokens given to the constructor or <see cref="SetTokenStream"/>, or null.</summary>
    public virtual TokenStream? GetTokenStreamValue() => m_tokenStream;

    /// <summary>The text, or a number in the invariant culture; null for bytes and readers.</summary>
    public virtual string? GetStringValue() => GetStringValue(null, null);

    /// <inheritdoc cref="GetStringValue()"/>
    public virtual string? GetStringValue(IFormatProvider? provider) => GetStringValue(null, provider);

    /// <inheritdoc cref="GetStringValue()"/>
    public virtual string? GetStringValue(string? format) => GetStringValue(format, null);

    /// <inheritdoc cref="GetStringValue()"/>
    public virtual string? GetStringValue(string? format, IFormatProvider? provider) => FieldsData switch
    {
        string text => text,
        IFormattable number => number.ToString(format, provider ?? CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The number, or null when the value is not one.</summary>
    public virtual byte? GetByteValue() => Number() is { } number ? unchecked((byte)number.ToInt64(null)) : null;

    /// <inheritdoc cref="GetByteValue"/>
    public virtual short? GetInt16Value() => Number() is { } number ? unchecked((short)number.ToInt64(null)) : null;

    /// <inheritdoc cref="GetByteValue"/>
    public virtual int? GetInt32Value() => Number() is { } number ? unchecked((int)number.ToInt64(null)) : null;

    /// <inheritdoc cref="GetByteValue"/>
    public virtual long? GetInt64Value() => Number()?.ToInt64(null);

    /// <inheritdoc cref="GetByteValue"/>
    public virtual float? GetSingleValue() => Number()?.ToSingle(null);

    /// <inheritdoc cref="GetByteValue"/>
    public virtual double? GetDoubleValue() => Number()?.ToDouble(null);

    /// <inheritdoc/>
    [Obsolete("Use the typed methods, which do not box.")]
    public virtual object? GetNumericValue() => Number();

    /// <summary>Sets a number; the field must hold one of this kind.</summary>
    public virtual void SetByteValue(byte value) => SetNumber(value);

    /// <inheritdoc cref="SetByteValue"/>
    public virtual void SetInt16Value(short value) => SetNumber(value);

    /// <inheritdoc cref="SetByteValue"/>
    public virtual void SetInt32Value(int value) => SetNumber(value);

    /// <inheritdoc cref="SetByteValue"/>
    public virtual void SetInt64Value(long value) => SetNumber(value);

    /// <inheritdoc cref="SetByteValue"/>
    public virtual void SetSingleValue(float value) => SetNumber(value);

    /// <inheritdoc cref="SetByteValue"/>
    public virtual void SetDoubleValue(double value) => SetNumber(value);

    /// <summary>Sets bytes; the field must hold bytes.</summary>
    public virtual void SetBytesValue(byte[] value) => SetBytesValue(new BytesRef(value));

    /// <summary>Sets bytes; the field must hold bytes and not be indexed.</summary>
    public virtual void SetBytesValue(BytesRef value) => Replace<BytesRef>(value);

    /// <summary>Sets text; the field must hold text.</summary>
    public virtual void SetStringValue(string value) => Replace<string>(value);

    /// <summary>Sets a reader; the field must hold one.</summary>
    public virtual void SetReaderValue(TextReader value) => Replace<TextReader>(value);

    /// <summary>Tokens that replace the analyzer's for this value; the field must be indexed and tokenized, and not numeric.</summary>
    public virtual void SetTokenStream(TokenStream tokenStream)
    {
        if (!m_type.IsIndexed || !m_type.IsTokenized || m_type.NumericType != NumericType.NONE)
            throw new ArgumentException($"field '{m_name}': tokens need an indexed and tokenized field without a number");
        m_tokenStream = tokenStream;
    }

    /// <summary>The tokens to index, or null when the field is not indexed.</summary>
    public virtual TokenStream? GetTokenStream(Analyzer analyzer)
    {
        if (!m_type.IsIndexed)
            return null;
        if (m_type.NumericType != NumericType.NONE)
            return NumericTokens();
        if (!m_type.IsTokenized)
        {
            string text = GetStringValue() ?? throw new ArgumentException($"field '{m_name}': a field that is not tokenized needs text or a number");
            var single = _ownStream as SingleTokenStream ?? new SingleTokenStream();
            single.SetValue(text);
            return _ownStream = single;
        }
        if (m_tokenStream is not null)
            return m_tokenStream;
        return FieldsData switch
        {
            TextReader reader => analyzer.GetTokenStream(m_name, reader),
            string text => analyzer.GetTokenStream(m_name, text),
            _ => throw new ArgumentException($"field '{m_name}': a tokenized field needs text, a reader, tokens or a number"),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc cref="ToString()"/>
    public virtual string ToString(string? format) => ToString(format, null);

    /// <inheritdoc cref="ToString()"/>
    public virtual string ToString(IFormatProvider? provider) => ToString(null, provider);

    /// <inheritdoc cref="ToString()"/>
    public virtual string ToString(string? format, IFormatProvider? formatProvider) =>
        $"{m_type}<{m_name}:{GetStringValue(format, formatProvider) ?? FieldsData?.ToString()}>";

    private IConvertible? Number() => FieldsData is string ? null : FieldsData as IConvertible;

    private NumericTokenStream NumericTokens()
    {
        NumericTokenStream stream = _ownStream as NumericTokenStream ?? new NumericTokenStream(m_type.NumericPrecisionStep);
        _ownStream = stream;
        return m_type.NumericType switch
        {
            NumericType.INT32 => stream.SetInt32Value(GetInt32Value() ?? throw NotANumber()),
            NumericType.INT64 => stream.SetInt64Value(GetInt64Value() ?? throw NotANumber()),
            NumericType.SINGLE => stream.SetSingleValue(GetSingleValue() ?? throw NotANumber()),
            _ => stream.SetDoubleValue(GetDoubleValue() ?? throw NotANumber()),
        };
    }

    private ArgumentException NotANumber() => new($"field '{m_name}': its type is numeric, its value is not");

    private void SetNumber<T>(T value) where T : struct
    {
        if (FieldsData is not T)
            throw new ArgumentException($"field '{m_name}': cannot change a value of type {FieldsData?.GetType().Name ?? "null"} to {typeof(T).Name}");
        FieldsData = value;
    }

    private void Replace<T>(T value) where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        if (FieldsData is not T)
            throw new ArgumentException($"field '{m_name}': cannot change a value of type {FieldsData?.GetType().Name ?? "null"} to {typeof(T).Name}");
        FieldsData = value;
    }

    /// <summary>Whether a value comes back with the document.</summary>
    public enum Store
    {
        /// <summary>Keep the value.</summary>
        YES = 0,

        /// <summary>Do not.</summary>
        NO = 1,
    }
}
