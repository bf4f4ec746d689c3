using System.IO;
using Lucene.Net.Analysis.TokenAttributes;

namespace Lucene.Net.Analysis.Util;

/// <summary>
/// A tokenizer that works sentence by sentence. Text is taken in chunks of <see cref="BUFFERMAX"/> units, each cut behind its last line end
/// (see <see cref="IsSafeEnd"/>) when it has one; what lies behind the cut begins the next chunk. No sentence spans two chunks.
/// </summary>
public abstract class SegmentingTokenizerBase : Tokenizer
{
    /// <summary>UTF-16 units in a chunk.</summary>
    protected const int BUFFERMAX = 1024;

    /// <summary>The chunk; sentences are ranges of it.</summary>
    protected readonly char[] m_buffer = new char[BUFFERMAX];

    /// <summary>Where the chunk begins in the text.</summary>
    protected int m_offset;

    private readonly IOffsetAttribute _offsets;
    private int _filled;
    private int _usable;
    private int _sentenceEnd;

    /// <summary>Reads <paramref name="reader"/>.</summary>
    internal SegmentingTokenizerBase(TextReader reader)
        : this(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, reader)
    {
    }

    /// <summary>Reads <paramref name="reader"/> with attributes made by <paramref name="factory"/>.</summary>
    internal SegmentingTokenizerBase(AttributeFactory factory, TextReader reader)
        : base(factory, reader) => _offsets = AddAttribute<IOffsetAttribute>();

    /// <summary>Length of the sentence that <paramref name="text"/> starts with; at least 1.</summary>
    internal abstract int SentenceLength(ReadOnlySpan<char> text);

    /// <summary>Takes the sentence [<paramref name="sentenceStart"/>, <paramref name="sentenceEnd"/>) of <see cref="m_buffer"/> to pieces.</summary>
    protected abstract void SetNextSentence(int sentenceStart, int sentenceEnd);

    /// <summary>Moves to the sentence's next word and fills the attributes; false behind the last one.</summary>
    protected abstract bool IncrementWord();

    /// <summary>Whether a chunk may be cut behind a character; by default behind line ends: CR, LF, U+0085, U+2028 and U+2029.</summary>
    protected virtual bool IsSafeEnd(char ch) => ch is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    /// <inheritdoc/>
    public sealed override bool IncrementToken()
    {
        if (_filled > 0 && IncrementWord())
            return true;
        while (!IncrementSentence())
        {
            Refill();
            if (_filled == 0)
                return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        m_offset = _filled = _usable = _sentenceEnd = 0;
    }

    /// <inheritdoc/>
    public sealed override void End()
    {
        base.End();
        int end = CorrectOffset(m_offset + _filled);
        _offsets.SetOffset(end, end);
    }

    private bool IncrementSentence()
    {
        while (_sentenceEnd < _usable)
        {
            int start = _sentenceEnd;
            _sentenceEnd += SentenceLength(m_buffer.AsSpan(start, _usable - start));
            SetNextSentence(start, _sentenceEnd);
            if (IncrementWord())
                return true;
        }
        return false;
    }

    private void Refill()
    {
        m_offset += _usable;
        int rest = _filled - _usable;
        Array.Copy(m_buffer, _usable, m_buffer, 0, rest);
        _filled = rest + m_input.ReadBlock(m_buffer, rest, BUFFERMAX - rest);
        _usable = _filled < BUFFERMAX ? _filled : SafeEnd();
        _sentenceEnd = 0;
    }

    private int SafeEnd()
    {
        for (int end = BUFFERMAX; end > 0; end--)
        {
            if (IsSafeEnd(m_buffer[end - 1]))
                return end;
        }
        return BUFFERMAX;
    }
}
