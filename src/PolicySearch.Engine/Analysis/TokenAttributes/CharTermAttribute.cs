using System.Text;
using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Lucene.Net.Analysis.TokenAttributes;

/// <summary>Default implementation of <see cref="ICharTermAttribute"/>. The buffer only grows, so a stream settles to no allocation per token.</summary>
public class CharTermAttribute : Attribute, ICharTermAttribute, ITermToBytesRefAttribute
{
    private const int MinBufferSize = 16;

    private readonly BytesRef _bytes = new(MinBufferSize);
    private char[] _buffer = new char[MinBufferSize];
    private int _length;

    /// <summary>An empty term.</summary>
    public CharTermAttribute()
    {
    }

    /// <inheritdoc/>
    public char[] Buffer => _buffer;

    /// <inheritdoc/>
    public virtual BytesRef BytesRef => _bytes;

    /// <summary>The token's units.</summary>
    internal ReadOnlySpan<char> Span => _buffer.AsSpan(0, _length);

    /// <inheritdoc/>
    public char this[int index]
    {
        get => Span[index];
        set => _buffer.AsSpan(0, _length)[index] = value;
    }

    /// <inheritdoc/>
    public int Length
    {
        get => _length;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (value > _buffer.Length)
                ResizeBuffer(value);
            _length = value;
        }
    }

    /// <inheritdoc cref="ICharTermAttribute.Append(char)"/>
    public CharTermAttribute Append(char value)
    {
        if (_length == _buffer.Length)
            ResizeBuffer(_length + 1);
        _buffer[_length++] = value;
        return this;
    }

    /// <inheritdoc cref="ICharTermAttribute.Append(char[])"/>
    public CharTermAttribute Append(char[]? value) => Append(value.AsSpan());

    /// <summary>Appends a string; null appends <c>null</c>.</summary>
    public CharTermAttribute Append(string? value) => Append((value ?? "null").AsSpan());

    /// <summary>Appends a builder's content; null appends <c>null</c>.</summary>
    public CharTermAttribute Append(StringBuilder? value) => value is null ? Append("null") : Append(value, 0, value.Length);

    /// <inheritdoc cref="ICharTermAttribute.Append(ICharTermAttribute)"/>
    public CharTermAttribute Append(ICharTermAttribute? value) =>
        value is null ? Append("null") : Append(value.Buffer.AsSpan(0, value.Length));

    /// <inheritdoc cref="ICharTermAttribute.Append(string,int,int)"/>
    public CharTermAttribute Append(string? value, int startIndex, int charCount) => Append((value ?? "null").AsSpan(startIndex, charCount));

    /// <inheritdoc cref="ICharTermAttribute.Append(char[],int,int)"/>
    public CharTermAttribute Append(char[]? value, int startIndex, int charCount) => Append(value.AsSpan(startIndex, charCount));

    /// <inheritdoc cref="ICharTermAttribute.Append(StringBuilder,int,int)"/>
    public CharTermAttribute Append(StringBuilder? value, int startIndex, int charCount)
    {
        if (value is null)
            return Append("null", startIndex, charCount);
        ResizeBuffer(_length + charCount);
        value.CopyTo(startIndex, _buffer, _length, charCount);
        _length += charCount;
        return this;
    }

    /// <inheritdoc/>
    public override void Clear() => _length = 0;

    /// <inheritdoc/>
    public override object Clone() => new CharTermAttribute().Append(Span);

    /// <inheritdoc/>
    public void CopyBuffer(char[] buffer, int offset, int length) => CopyBuffer(buffer.AsSpan(offset, length));

    /// <summary>Replaces the token's text.</summary>
    internal void CopyBuffer(ReadOnlySpan<char> text)
    {
        if (text.Length > _buffer.Length)
            _buffer = new char[GrownSize(text.Length)];
        text.CopyTo(_buffer);
        _length = text.Length;
    }

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target)
    {
        if (target is CharTermAttribute same)
        {
            same.CopyBuffer(Span);
            return;
        }
        ((ICharTermAttribute)target).CopyBuffer(_buffer, 0, _length);
    }

    /// <summary>Terms are equal when their units are.</summary>
    public override bool Equals(object? other) => other is CharTermAttribute term && Span.SequenceEqual(term.Span);

    /// <inheritdoc/>
    public virtual void FillBytesRef() => UnicodeUtil.UTF16toUTF8(_buffer, 0, _length, _bytes);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Span, StringComparison.Ordinal);

    /// <inheritdoc/>
    public char[] ResizeBuffer(int newSize)
    {
        if (newSize > _buffer.Length)
            Array.Resize(ref _buffer, GrownSize(newSize));
        return _buffer;
    }

    /// <inheritdoc cref="ICharTermAttribute.SetEmpty"/>
    public CharTermAttribute SetEmpty()
    {
        _length = 0;
        return this;
    }

    /// <inheritdoc cref="ICharTermAttribute.SetLength"/>
    public CharTermAttribute SetLength(int length)
    {
        Length = length;
        return this;
    }

    /// <summary>The token's text.</summary>
    public override string ToString() => new(Span);

    internal CharTermAttribute Append(ReadOnlySpan<char> value)
    {
        ResizeBuffer(_length + value.Length);
        value.CopyTo(_buffer.AsSpan(_length));
        _length += value.Length;
        return this;
    }

    private static int GrownSize(int needed) => needed + (needed >> 1);

    ICharTermAttribute ICharTermAttribute.Append(char value) => Append(value);

    ICharTermAttribute ICharTermAttribute.Append(char[] value) => Append(value);

    ICharTermAttribute ICharTermAttribute.Append(string value) => Append(value);

    ICharTermAttribute ICharTermAttribute.Append(StringBuilder value) => Append(value);

    ICharTermAttribute ICharTermAttribute.Append(ICharTermAttribute value) => Append(value);

    ICharTermAttribute ICharTermAttribute.Append(char[] value, int startIndex, int count) => Append(value, startIndex, count);

    ICharTermAttribute ICharTermAttribute.Append(string value, int startIndex, int count) => Append(value, startIndex, count);

    ICharTermAttribute ICharTermAttribute.Append(StringBuilder value, int startIndex, int count) => Append(value, startIndex, count);

    ICharTermAttribute ICharTermAttribute.SetEmpty() => SetEmpty();

    ICharTermAttribute ICharTermAttribute.SetLength(int length) => SetLength(length);
}
