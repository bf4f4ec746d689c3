using System.IO;
using System.Text;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis.Util;

/// <summary>Makes tokens of runs of characters that belong together; a run is cut at 255 units.</summary>
public abstract class CharTokenizer : Tokenizer
{
    private const int MaxWordLength = 255;

    private readonly char[] _buffer = new char[4096];
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private int _next;
    private int _filled;
    private int _consumed;

    /// <summary>Reads <paramref name="input"/>.</summary>
    protected CharTokenizer(LuceneVersion matchVersion, TextReader input)
        : this(matchVersion, AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, input)
    {
    }

    /// <summary>Reads <paramref name="input"/> with attributes made by <paramref name="factory"/>.</summary>
    protected CharTokenizer(LuceneVersion matchVersion, AttributeFactory factory, TextReader input)
        : base(factory, input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    /// <summary>Whether a code point belongs into a token.</summary>
    protected abstract bool IsTokenChar(int c);

    /// <summary>Changes a code point of a token; the default keeps it.</summary>
    protected virtual int Normalize(int c) => c;

    /// <inheritdoc/>
    public sealed override bool IncrementToken()
    {
        ClearAttributes();
        int start = -1, end = _consumed;
        while (_term.Length < MaxWordLength)
        {
            int before = _consumed;
            int c = ReadCodePoint();
            if (c < 0)
                break;
            if (!IsTokenChar(c))
            {
                if (start >= 0)
                    break;
                continue;
            }
            if (start < 0)
                start = before;
            end = _consumed;
            Append(Normalize(c));
        }
        if (start < 0)
            return false;
        _offset.SetOffset(CorrectOffset(start), CorrectOffset(end));
        return true;
    }

    /// <inheritdoc/>
    public sealed override void End()
    {
        base.End();
        int final = CorrectOffset(_consumed);
        _offset.SetOffset(final, final);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _next = _filled = _consumed = 0;
    }

    private void Append(int c)
    {
        if (c < 0x10000)
        {
            _term.Append((char)c);
            return;
        }
        _term.Append((char)(0xD7C0 + (c >> 10)));
        _term.Append((char)(0xDC00 + (c & 0x3FF)));
    }

    private int ReadCodePoint()
    {
        int unit = ReadUnit();
        if (unit < 0 || !char.IsHighSurrogate((char)unit) || !Refill() || !char.IsLowSurrogate(_buffer[_next]))
            return unit;
        return char.ConvertToUtf32((char)unit, (char)ReadUnit());
    }

    private int ReadUnit()
    {
        if (!Refill())
            return -1;
        _consumed++;
        return _buffer[_next++];
    }

    private bool Refill()
    {
        if (_next < _filled)
            return true;
        _next = 0;
        _filled = m_input.Read(_buffer, 0, _buffer.Length);
        return _filled > 0;
    }
}
