using System.IO;

namespace Lucene.Net.Analysis;

/// <summary>A token stream that reads characters.</summary>
public abstract class Tokenizer : TokenStream
{
    /// <summary>The text being read; set by <see cref="Reset"/>.</summary>
    protected TextReader m_input = ClosedReader.Instance;

    private TextReader _pending;

    /// <summary>Reads <paramref name="input"/> after the first <see cref="Reset"/>.</summary>
    protected Tokenizer(TextReader input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _pending = input;
    }

    /// <summary>As <see cref="Tokenizer(TextReader)"/>, with attributes made by <paramref name="factory"/>.</summary>
    protected Tokenizer(AttributeFactory factory, TextReader input)
        : base(factory)
    {
        ArgumentNullException.ThrowIfNull(input);
        _pending = input;
    }

    /// <summary>Gives the stream other text, to be read after the next <see cref="Reset"/>.</summary>
    /// <exception cref="InvalidOperationException">The stream was not disposed after its last use.</exception>
    public void SetReader(TextReader input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!ReferenceEquals(m_input, ClosedReader.Instance))
            throw new InvalidOperationException("TokenStream contract violation: Dispose() call missing before SetReader()");
        _pending = input;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        m_input = _pending;
        _pending = ClosedReader.Instance;
    }

    /// <summary>Maps an offset in what was read to an offset in the original text.</summary>
    protected internal int CorrectOffset(int currentOff) =>
        m_input is CharFilter filter ? filter.CorrectOffset(currentOff) : currentOff;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            m_input.Dispose();
            m_input = _pending = ClosedReader.Instance;
        }
        base.Dispose(disposing);
    }

    /// <summary>Stands where no text may be read.</summary>
    private sealed class ClosedReader : TextReader
    {
        public static readonly ClosedReader Instance = new();

        public override int Read() => throw Violation();

        public override int Read(char[] buffer, int index, int count) => throw Violation();

        public override int Peek() => throw Violation();

        private static InvalidOperationException Violation() =>
            new("TokenStream contract violation: Reset() call missing, or Reset() called more than once, or the stream was disposed");
    }
}
