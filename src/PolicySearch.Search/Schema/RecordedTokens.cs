using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicySearch.Search.Schema;

/// <summary>
/// The tokens of a text, kept so that several fields may be made of them: segmenting costs far more than replaying. Immutable once recorded.
/// </summary>
internal sealed class RecordedTokens
{
    private readonly List<Token> tokens = [];
    private readonly List<string> types = [];
    private char[] characters = new char[1 << 10];
    private int used;
    private int finalOffset;

    private RecordedTokens() { }

    private readonly record struct Token(int Text, int Length, int Start, int End, int Increment, int Type);

    /// <summary>Analyses a text.</summary>
    public static RecordedTokens Of(Analyzer analyzer, string field, string text)
    {
        var recorded = new RecordedTokens();
        using TokenStream stream = analyzer.GetTokenStream(field, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        var type = stream.AddAttribute<ITypeAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            recorded.Add(term.Buffer.AsSpan(0, term.Length), offset, increment.PositionIncrement, type.Type);
        stream.End();
        recorded.finalOffset = offset.EndOffset;
        return recorded;
    }

    /// <summary>All tokens once more.</summary>
    public TokenStream Replay() => new Stream(this, 0, tokens.Count, finalOffset);

    /// <summary>The tokens that begin in [<paramref name="start"/>, <paramref name="end"/>) of the text, with their offsets in the whole text.</summary>
    public TokenStream Replay(int start, int end) => new Stream(this, FirstFrom(start), FirstFrom(end), end);

    private void Add(ReadOnlySpan<char> text, IOffsetAttribute offset, int increment, string type)
    {
        if (used + text.Length > characters.Length)
            Array.Resize(ref characters, Math.Max(used + text.Length, 2 * characters.Length));
        text.CopyTo(characters.AsSpan(used));
        int typeIndex = types.IndexOf(type);
        if (typeIndex < 0)
        {
            typeIndex = types.Count;
            types.Add(type);
        }
        tokens.Add(new(used, text.Length, offset.StartOffset, offset.EndOffset, increment, typeIndex));
        used += text.Length;
    }

    private int FirstFrom(int offset)
    {
        int low = 0, high = tokens.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private sealed class Stream : TokenStream
    {
        private readonly RecordedTokens recorded;
        private readonly int first, end, finalOffset;
        private readonly ICharTermAttribute term;
        private readonly IOffsetAttribute offset;
        private readonly IPositionIncrementAttribute increment;
        private readonly ITypeAttribute type;
        private int next;

        public Stream(RecordedTokens recorded, int first, int end, int finalOffset)
        {
            (this.recorded, this.first, this.end, this.finalOffset, next) = (recorded, first, end, finalOffset, first);
            term = AddAttribute<ICharTermAttribute>();
            offset = AddAttribute<IOffsetAttribute>();
            increment = AddAttribute<IPositionIncrementAttribute>();
            type = AddAttribute<ITypeAttribute>();
        }

        public override void Reset()
        {
            base.Reset();
            next = first;
        }

        public override bool IncrementToken()
        {
            if (next >= end)
                return false;
            ClearAttributes();
            Token token = recorded.tokens[next];
            term.CopyBuffer(recorded.characters, token.Text, token.Length);
            offset.SetOffset(token.Start, token.End);
            increment.PositionIncrement = next == first && token.Increment == 0 ? 1 : token.Increment;
            type.Type = recorded.types[token.Type];
            next++;
            return true;
        }

        public override void End()
        {
            base.End();
            offset.SetOffset(finalOffset, finalOffset);
        }
    }
}
