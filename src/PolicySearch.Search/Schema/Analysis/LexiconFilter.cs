using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicySearch.Search.Schema.Analysis;

/// <summary>
/// Adds the lexicon's compounds: where adjacent tokens together are a term, it is added after the first of them at the same position
/// (increment 0) with the offsets of the whole. 医 共 体 becomes 医 医共体 共 体. Tokens that a gap parts are not adjacent, and a
/// compound begins and ends where tokens do: 中医 保健 holds no 医保.
/// </summary>
internal sealed class LexiconFilter : TokenFilter
{
    /// <summary>Type of the added tokens.</summary>
    public const string CompoundType = "compound";

    private readonly DomainLexicon lexicon;
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute increment;
    private readonly ITypeAttribute type;

    // Tokens read ahead, [0, count); the first is the next to be put out.
    private readonly List<Token> ahead = [];
    private readonly Stack<Token> spare = new();
    private readonly Queue<int> compounds = new();
    private Token? current;
    private bool ended;

    /// <summary>Filters a stream.</summary>
    public LexiconFilter(TokenStream input, DomainLexicon lexicon) : base(input)
    {
        this.lexicon = lexicon;
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        type = AddAttribute<ITypeAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        foreach (Token token in ahead)
            spare.Push(token);
        ahead.Clear();
        compounds.Clear();
        Recycle();
        ended = false;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (compounds.TryDequeue(out int pieces))
        {
            PutCompound(pieces);
            return true;
        }
        Recycle();
        if (!EnsureAhead(0))
            return false;
        FindCompounds();
        current = ahead[0];
        ahead.RemoveAt(0);
        PutToken(current);
        return true;
    }

    private void FindCompounds()
    {
        int node = lexicon.Step(0, ahead[0].Text);
        for (int i = 1; node >= 0 && EnsureAhead(i) && ahead[i].Follows(ahead[i - 1]); i++)
        {
            node = lexicon.Step(node, ahead[i].Text);
            if (node >= 0 && lexicon.EndsAt(node))
                compounds.Enqueue(i);
        }
    }

    /// <summary>Reads on until token <paramref name="index"/> is there; false when the stream ends before it.</summary>
    private bool EnsureAhead(int index)
    {
        while (ahead.Count <= index && !ended)
        {
            ended = !m_input.IncrementToken();
            if (ended)
                break;
            Token token = spare.TryPop(out Token? used) ? used : new Token();
            token.Set(term.Buffer.AsSpan(0, term.Length), offset.StartOffset, offset.EndOffset, increment.PositionIncrement, type.Type);
            ahead.Add(token);
        }
        return ahead.Count > index;
    }

    private void PutToken(Token token)
    {
        ClearAttributes();
        term.CopyBuffer(token.Buffer, 0, token.Length);
        offset.SetOffset(token.Start, token.End);
        increment.PositionIncrement = token.Increment;
        type.Type = token.Type;
    }

    /// <summary>Puts out the current token joined with the next <paramref name="pieces"/>.</summary>
    private void PutCompound(int pieces)
    {
        ClearAttributes();
        term.CopyBuffer(current!.Buffer, 0, current.Length);
        for (int i = 0; i < pieces; i++)
            term.Append(ahead[i].Buffer, 0, ahead[i].Length);
        offset.SetOffset(current.Start, ahead[pieces - 1].End);
        increment.PositionIncrement = 0;
        type.Type = CompoundType;
    }

    private void Recycle()
    {
        if (current != null)
            spare.Push(current);
        current = null;
    }

    private sealed class Token
    {
        public char[] Buffer { get; private set; } = new char[16];

        public int Length { get; private set; }

        public int Start { get; private set; }

        public int End { get; private set; }

        public int Increment { get; private set; }

        public string Type { get; private set; } = "";

        public ReadOnlySpan<char> Text => Buffer.AsSpan(0, Length);

        public bool Follows(Token previous) => Start == previous.End && Increment == 1;

        public void Set(ReadOnlySpan<char> text, int start, int end, int increment, string type)
        {
            if (text.Length > Buffer.Length)
                Buffer = new char[text.Length * 2];
            text.CopyTo(Buffer);
            (Length, Start, End, Increment, Type) = (text.Length, start, end, increment, type);
        }
    }
}
