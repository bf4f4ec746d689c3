using System.Text;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis.Core;

/// <summary>Changes letters to lower case, independent of culture.</summary>
public sealed class LowerCaseFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;

    /// <summary>Filters <paramref name="in"/>.</summary>
    public LowerCaseFilter(LuceneVersion matchVersion, TokenStream @in)
        : base(@in) => _term = AddAttribute<ICharTermAttribute>();

    /// <inheritdoc/>
    public sealed override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        Span<char> text = _term.Buffer.AsSpan(0, _term.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                Rune.ToLowerInvariant(new Rune(text[i], text[i + 1])).EncodeToUtf16(text[i..]);
                i++;
            }
            else
            {
                text[i] = char.ToLowerInvariant(text[i]);
            }
        }
        return true;
    }
}
