using System.IO;

namespace Lucene.Net.Analysis;

/// <summary>Reads strings, one after the other, without a new reader for each. Not thread-safe.</summary>
public sealed class ReusableStringReader : TextReader
{
    private string? _text;
    private int _position;

    /// <summary>An empty reader.</summary>
    public ReusableStringReader()
    {
    }

    internal void SetValue(string text)
    {
        _text = text;
        _position = 0;
    }

    /// <inheritdoc/>
    public override int Peek() => _text is not null && _position < _text.Length ? _text[_position] : -1;

    /// <inheritdoc/>
    public override int Read() => _text is not null && _position < _text.Length ? _text[_position++] : -1;

    /// <summary>Reads up to <paramref name="len"/> units; 0 at the end.</summary>
    public override int Read(char[] c, int off, int len) => Read(c.AsSpan(off, len));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (_text is null)
            return 0;
        int count = Math.Min(buffer.Length, _text.Length - _position);
        _text.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override string ReadToEnd()
    {
        string rest = _text?[_position..] ?? "";
        _position = _text?.Length ?? 0;
        return rest;
    }

    /// <summary>Lets go of the text; <c>SetValue</c> gives another.</summary>
    protected override void Dispose(bool disposing)
    {
        _text = null;
        _position = 0;
        base.Dispose(disposing);
    }
}
