using System.Text;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis.TokenAttributes;

/// <summary>The token's text, as a growable buffer of UTF-16 units.</summary>
public interface ICharTermAttribute : IAttribute
{
    /// <summary>The buffer; only the first <see cref="Length"/> units belong to the token. Replaced when it grows.</summary>
    char[] Buffer { get; }

    /// <summary>A unit of the token, 0 ≤ index &lt; <see cref="Length"/>.</summary>
    char this[int index] { get; set; }

    /// <summary>Units in the token. Setting a larger value keeps the content and exposes what the buffer held before.</summary>
    int Length { get; set; }

    /// <summary>Appends one unit.</summary>
    ICharTermAttribute Append(char value);

    /// <summary>Appends all of an array.</summary>
    ICharTermAttribute Append(char[] value);

    /// <summary>Appends a string.</summary>
    ICharTermAttribute Append(string value);

    /// <summary>Appends a builder's content.</summary>
    ICharTermAttribute Append(StringBuilder value);

    /// <summary>Appends another token's text.</summary>
    ICharTermAttribute Append(ICharTermAttribute value);

    /// <summary>Appends <paramref name="count"/> units from <paramref name="startIndex"/>.</summary>
    ICharTermAttribute Append(char[] value, int startIndex, int count);

    /// <summary>Appends <paramref name="count"/> units from <paramref name="startIndex"/>.</summary>
    ICharTermAttribute Append(string value, int startIndex, int count);

    /// <summary>Appends <paramref name="count"/> units from <paramref name="startIndex"/>.</summary>
    ICharTermAttribute Append(StringBuilder value, int startIndex, int count);

    /// <summary>Replaces the token's text.</summary>
    void CopyBuffer(char[] buffer, int offset, int length);

    /// <summary>Makes room for <paramref name="newSize"/> units, keeping the content, and returns the buffer.</summary>
    char[] ResizeBuffer(int newSize);

    /// <summary>Sets the length to 0.</summary>
    ICharTermAttribute SetEmpty();

    /// <summary>Sets the length.</summary>
    ICharTermAttribute SetLength(int length);
}

/// <summary>Bits for an application's own use; the index does not store them.</summary>
public interface IFlagsAttribute : IAttribute
{
    /// <summary>Default 0.</summary>
    int Flags { get; set; }
}

/// <summary>Marks tokens that later filters, such as stemmers, must leave alone.</summary>
public interface IKeywordAttribute : IAttribute
{
    /// <summary>Default false.</summary>
    bool IsKeyword { get; set; }
}

/// <summary>Where the token's text lies in the field's text, in UTF-16 units, half open.</summary>
public interface IOffsetAttribute : IAttribute
{
    /// <summary>Behind the token's last unit.</summary>
    int EndOffset { get; }

    /// <summary>The token's first unit.</summary>
    int StartOffset { get; }

    /// <summary>Sets both ends; 0 ≤ start ≤ end.</summary>
    /// <exception cref="ArgumentException">The ends are in the wrong order or negative.</exception>
    void SetOffset(int startOffset, int endOffset);
}

/// <summary>Bytes stored with this position in the index.</summary>
public interface IPayloadAttribute : IAttribute
{
    /// <summary>Default null: none.</summary>
    BytesRef? Payload { get; set; }
}

/// <summary>How many positions this token lies after the one before.</summary>
public interface IPositionIncrementAttribute : IAttribute
{
    /// <summary>Default 1; 0 puts a token on the position of the one before; more leaves a gap.</summary>
    int PositionIncrement { get; set; }
}

/// <summary>How many positions this token spans. The index does not store it.</summary>
public interface IPositionLengthAttribute : IAttribute
{
    /// <summary>Default 1; at least 1.</summary>
    int PositionLength { get; set; }
}

/// <summary>What indexing consumes: the token's text as bytes.</summary>
public interface ITermToBytesRefAttribute : IAttribute
{
    /// <summary>Always the same instance, filled by <see cref="FillBytesRef"/>.</summary>
    BytesRef BytesRef { get; }

    /// <summary>Converts the current token into <see cref="BytesRef"/>.</summary>
    void FillBytesRef();
}

/// <summary>The token's lexical type.</summary>
public interface ITypeAttribute : IAttribute
{
    /// <summary>Default <c>word</c>.</summary>
    string Type { get; set; }
}
