using System.IO;
using Lucene.Net.Analysis.TokenAttributes;

namespace Lucene.Net.Analysis.Core;

/// <summary>Makes one token of all the text.</summary>
public sealed class KeywordTokenizer : Tokenizer
{
    /// <summary>The first size of the term buffer, in UTF-16 units; it grows as needed.</summary>
    public const int DEFAULT_BUFFER_SIZE = 256;

    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private int _finalOffset;
    private bool _done;

    /// <summary>Reads <paramref name="input"/>.</summary>
    public KeywordTokenizer(TextReader input)
        : this(input, DEFAULT_BUFFER_SIZE)
    {
    }

    /// <summary>Reads <paramref name="input"/>; the term buffer starts with <paramref name="bufferSize"/> units.</summary>
    public KeywordTokenizer(TextReader input, int bufferSize)
        : this(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, input, bufferSize)
    {
    }

    /// <summary>As above, with attributes made by <paramref name="factory"/>.</summary>
    public KeywordTokenizer(AttributeFactory factory, TextReader input, int bufferSize)
        : base(factory, input)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bufferSize, 1);
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _term.ResizeBuffer(bufferSize);
    }

    /// <inheritdoc/>
    public sealed override bool IncrementToken()
    {
        if (_done)
            return false;
        _done = true;
        ClearAttributes();
        int length = 0;
        for (char[] buffer = _term.Buffer; ; buffer = _term.ResizeBuffer(buffer.Length + 1))
        {
            int read;
            while ((read = m_input.Read(buffer, length, buffer.Length - length)) > 0)
                length += read;
            if (length < buffer.Length)
                break;
        }
        _term.Length = length;
        _finalOffset = CorrectOffset(length);
        _offset.SetOffset(CorrectOffset(0), _finalOffset);
        return true;
    }

    /// <inheritdoc/>
    public sealed override void End()
    {
        base.End();
        _offset.SetOffset(_finalOffset, _finalOffset);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _done = false;
    }
}
