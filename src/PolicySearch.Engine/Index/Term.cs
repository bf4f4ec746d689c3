using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>A field and a value in it: what can be looked up. Ordered by field (ordinal), then by bytes.</summary>
public sealed class Term : IComparable<Term>, IEquatable<Term>
{
    /// <summary>The empty value.</summary>
    public Term(string fld) : this(fld, new BytesRef())
    {
    }

    /// <summary>A value as bytes, which are not copied.</summary>
    public Term(string fld, BytesRef bytes)
    {
        ArgumentNullException.ThrowIfNull(fld);
        ArgumentNullException.ThrowIfNull(bytes);
        Field = fld;
        Bytes = bytes;
    }

    /// <summary>A value as text.</summary>
    public Term(string fld, string text) : this(fld, new BytesRef(text))
    {
    }

    /// <summary>The value.</summary>
    public BytesRef Bytes { get; }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The value as text; bytes that are not UTF-8 become U+FFFD.</summary>
    public string Text => Bytes.Utf8ToString();

    /// <inheritdoc/>
    public int CompareTo(Term? other)
    {
        if (other == null)
            return 1;
        int byField = string.CompareOrdinal(Field, other.Field);
        return byField != 0 ? byField : Bytes.CompareTo(other.Bytes);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Term);

    /// <inheritdoc/>
    public bool Equals(Term? other) => other != null && Field == other.Field && Bytes.BytesEquals(other.Bytes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Bytes);

    /// <summary><c>field:text</c>.</summary>
    public override string ToString() => Field + ":" + Text;

    /// <summary>The text of a value; bytes that are not UTF-8 become U+FFFD.</summary>
    public static string ToString(BytesRef termText) => termText.Utf8ToString();
}
