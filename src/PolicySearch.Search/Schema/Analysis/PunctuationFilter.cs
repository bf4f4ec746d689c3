using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicySearch.Search.Schema.Analysis;

/// <summary>Leaves out tokens without a letter or digit. Their positions stay as gaps, so that nothing is adjacent across a comma.</summary>
internal sealed class PunctuationFilter : TokenFilter
{
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute increment;

    /// <summary>Filters a stream.</summary>
    public PunctuationFilter(TokenStream input) : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        int gap = 0;
        while (m_input.IncrementToken())
        {
            if (HasLetterOrDigit(term.Buffer.AsSpan(0, term.Length)))
            {
                increment.PositionIncrement += gap;
                return true;
            }
            gap += increment.PositionIncrement;
        }
        return false;
    }

    private static bool HasLetterOrDigit(ReadOnlySpan<char> characters)
    {
        foreach (char c in characters)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                return true;
        }
        return false;
    }
}
