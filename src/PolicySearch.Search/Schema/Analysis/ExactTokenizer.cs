using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicySearch.Search.Schema.Analysis;

/// <summary>
/// Every character of a text, so that a phrase of these tokens occurs exactly where its characters do:
/// <code>
/// Text  := (Hanzi+ | Run | Blanks | Sign)*
/// Hanzi a b c  →  ab/1 a/0  bc/1  c/1      pairs at the position of their first character; the first and the last character once more alone
/// Run          →  letters that are no Hanzi, or digits, as one token (at most 64 characters)
/// Blanks       →  one token of one blank
/// Sign         →  any other character
/// </code>
/// The number behind the stroke is the position increment. A lone character in the middle of a run is found through the pairs that begin with it.
/// </summary>
internal sealed class ExactTokenizer : Tokenizer
{
    /// <summary>Type of a single Hanzi.</summary>
    public const string SingleType = "single";

    /// <summary>Type of two Hanzi.</summary>
    public const string PairType = "pair";

    /// <summary>Type of everything else.</summary>
    public const string RunType = "run";

    private const int MaxRun = 64;
    private const int KeptBuffer = 1 << 16;

    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute increment;
    private readonly ITypeAttribute type;

    private char[] text = [];
    private int length = -1;
    private int position;
    private int singleEnd;

    /// <summary>Reads a text.</summary>
    public ExactTokenizer(TextReader input) : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        type = AddAttribute<ITypeAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        length = -1;
        position = 0;
        singleEnd = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (length < 0)
            ReadAll();
        ClearAttributes();
        if (singleEnd > 0)
        {
            Put(PreviousStart(), singleEnd, 0, SingleType);
            singleEnd = 0;
            return true;
        }
        if (position >= length)
            return false;
        ReadToken();
        return true;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        int end = CorrectOffset(Math.Max(0, length));
        offset.SetOffset(end, end);
        if (text.Length > KeptBuffer)
            text = [];
    }

    /// <summary>Whether pairs are made of this character: ideographs, kana, hangul, and everything beyond the first plane.</summary>
    internal static bool IsHanzi(char c) =>
        c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\u3005' and <= '\u3007' or >= '\u3021' and <= '\u3029'
            or >= '\u3041' and <= '\u30FF' or >= '\uF900' and <= '\uFAFF' or >= '\u2E80' and <= '\u2FDF' or >= '\uAC00' and <= '\uD7A3'
        || char.IsSurrogate(c);

    /// <summary>Whether two neighbours belong to one run: both letters that are no Hanzi, or both digits.</summary>
    internal static bool SameRun(char a, char b) =>
        char.IsDigit(a) ? char.IsDigit(b) : char.IsLetter(a) && char.IsLetter(b) && !IsHanzi(a) && !IsHanzi(b);

    private void ReadToken()
    {
        char c = text[position];
        int start = position;
        if (IsHanzi(c))
        {
            ReadHanzi();
            return;
        }
        if (char.IsWhiteSpace(c))
        {
            while (position < length && char.IsWhiteSpace(text[position]))
                position++;
            text[position - 1] = ' ';
            Put(position - 1, position, 1, RunType);
            offset.SetOffset(CorrectOffset(start), CorrectOffset(position));
            return;
        }
        position++;
        while (position < length && position - start < MaxRun && SameRun(c, text[position]))
            position++;
        Put(start, position, 1, RunType);
    }

    private void ReadHanzi()
    {
        int start = position;
        int next = start + UnitLength(start);
        bool first = start == 0 || !IsHanzi(text[start - 1]);
        bool last = next >= length || !IsHanzi(text[next]);
        position = next;
        if (last)
        {
            Put(start, next, 1, SingleType);
            return;
        }
        Put(start, next + UnitLength(next), 1, PairType);
        singleEnd = first ? next : 0;
    }

    private int UnitLength(int i) => char.IsHighSurrogate(text[i]) && i + 1 < length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;

    private int PreviousStart() => singleEnd - (singleEnd >= 2 && char.IsLowSurrogate(text[singleEnd - 1]) ? 2 : 1);

    private void Put(int start, int end, int positionIncrement, string tokenType)
    {
        term.CopyBuffer(text, start, end - start);
        offset.SetOffset(CorrectOffset(start), CorrectOffset(end));
        increment.PositionIncrement = positionIncrement;
        type.Type = tokenType;
    }

    private void ReadAll()
    {
        length = 0;
        if (text.Length == 0)
            text = new char[4096];
        int read;
        while ((read = m_input.Read(text, length, text.Length - length)) > 0)
        {
            length += read;
            if (length == text.Length)
                Array.Resize(ref text, text.Length * 2);
        }
        ReplaceLoneSurrogates();
    }

    // A lone surrogate is no character and has no bytes; it must not make two texts equal or a term invalid.
    private void ReplaceLoneSurrogates()
    {
        for (int i = 0; i < length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (UnitLength(i) == 2)
                i++;
            else
                text[i] = '\uFFFD';
        }
    }
}
