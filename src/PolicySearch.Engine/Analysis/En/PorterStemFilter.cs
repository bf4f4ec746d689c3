using Lucene.Net.Analysis.TokenAttributes;

namespace Lucene.Net.Analysis.En;

/// <summary>Cuts English endings off (Porter's algorithm). Terms must be in lower case; keywords and other scripts pass unchanged.</summary>
internal sealed class PorterStemFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;
    private readonly IKeywordAttribute _keyword;

    /// <summary>Stems the terms of <paramref name="in"/>.</summary>
    public PorterStemFilter(TokenStream @in)
        : base(@in)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _keyword = AddAttribute<IKeywordAttribute>();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        if (!_keyword.IsKeyword)
            _term.Length = PorterStemmer.Stem(_term.Buffer.AsSpan(0, _term.Length));
        return true;
    }
}
