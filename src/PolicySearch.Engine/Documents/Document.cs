using System.Collections;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Documents;

/// <summary>Fields to index, or the stored fields of a hit. A name may repeat. Not thread-safe.</summary>
public sealed class Document : IEnumerable<IIndexableField>, IFormattable
{
    private readonly List<IIndexableField> _fields = [];

    /// <summary>A document without fields.</summary>
    public Document()
    {
    }

    /// <summary>All fields, in the order in which they were added; changes are seen by the document.</summary>
    public IList<IIndexableField> Fields => _fields;

    /// <summary>Adds a field.</summary>
    public void Add(IIndexableField field) => _fields.Add(field);

    /// <summary>The first field of this name, or null.</summary>
    public IIndexableField? GetField(string name)
    {
        foreach (IIndexableField field in _fields)
        {
            if (field.Name == name)
                return field;
        }
        return null;
    }

    /// <summary>All fields of this name.</summary>
    public IIndexableField[] GetFields(string name) => [.. _fields.Where(field => field.Name == name)];

    /// <summary>The text of the first field of this name that has one (a number's too), or null.</summary>
    public string? Get(string name) => Get(name, null, null);

    /// <inheritdoc cref="Get(string)"/>
    public string? Get(string name, string? format) => Get(name, format, null);

    /// <inheritdoc cref="Get(string)"/>
    public string? Get(string name, IFormatProvider? provider) => Get(name, null, provider);

    /// <inheritdoc cref="Get(string)"/>
    public string? Get(string name, string? format, IFormatProvider? provider)
    {
        foreach (IIndexableField field in _fields)
        {
            if (field.Name == name && field.GetStringValue(format!, provider!) is { } text)
                return text;
        }
        return null;
    }

    /// <summary>The texts of all fields of this name that have one.</summary>
    public string[] GetValues(string name) => GetValues(name, null, null);

    /// <inheritdoc cref="GetValues(string)"/>
    public string[] GetValues(string name, string? format) => GetValues(name, format, null);

    /// <inheritdoc cref="GetValues(string)"/>
    public string[] GetValues(string name, IFormatProvider? provider) => GetValues(name, null, provider);

    /// <inheritdoc cref="GetValues(string)"/>
    public string[] GetValues(string name, string? format, IFormatProvider? provider) =>
        [.. _fields.Where(field => field.Name == name).Select(field => field.GetStringValue(format!, provider!)).OfType<string>()];

    /// <summary>The bytes of the first field of this name that has bytes, or null.</summary>
    public BytesRef? GetBinaryValue(string name) => GetBinaryValues(name).FirstOrDefault();

    /// <summary>The bytes of all fields of this name that have bytes.</summary>
    public BytesRef[] GetBinaryValues(string name) =>
        [.. _fields.Where(field => field.Name == name).Select(field => field.GetBinaryValue()).OfType<BytesRef>()];

    /// <summary>Removes the first field of this name.</summary>
    public void RemoveField(string name)
    {
        if (GetField(name) is { } field)
            _fields.Remove(field);
    }

    /// <summary>Removes all fields of this name.</summary>
    public void RemoveFields(string name) => _fields.RemoveAll(field => field.Name == name);

    /// <inheritdoc/>
    public IEnumerator<IIndexableField> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="ToString()"/>
    public string ToString(IFormatProvider? provider) =>
        $"Document<{string.Join(' ', _fields.Select(field => field is IFormattable formattable ? formattable.ToString(null, provider) : field.ToString()))}>";

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(formatProvider);
}
