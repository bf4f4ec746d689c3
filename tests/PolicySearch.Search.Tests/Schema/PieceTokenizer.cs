using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicySearch.Search.Tests.Schema;

/// <summary>Tokens written down: pieces parted by '|', offsets as if the strokes were not there; a piece is skipped, leaving its characters, when it is '~'.</summary>
internal sealed class PieceTokenizer : Tokenizer
{
    private readonly ICharTermAttribute term;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute increment;
    private Queue<string> pieces = new();
    private int end;

    public PieceTokenizer(TextReader input) : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        AddAttribute<ITypeAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        pieces = new(m_input.ReadToEnd().Split('|', StringSplitOptions.RemoveEmptyEntries));
        end = 0;
    }

    public override bool IncrementToken()
    {
        if (!pieces.TryDequeue(out string? piece))
            return false;
        ClearAttributes();
        if (piece == "~")
        {
            end++;
            return IncrementToken();
        }
        term.SetEmpty().Append(piece);
        offset.SetOffset(end, end += piece.Length);
        increment.PositionIncrement = 1;
        return true;
    }
}
