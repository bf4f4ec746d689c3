using System.IO;

namespace Lucene.Net.Analysis;

/// <summary>A tokenizer and the last stream of the chain behind it.</summary>
public class TokenStreamComponents
{
    /// <summary>The chain's end, which consumers read.</summary>
    protected readonly TokenStream m_sink;

    /// <summary>The chain's start, which receives the text.</summary>
    protected readonly Tokenizer m_source;

    /// <summary>A chain of one.</summary>
    public TokenStreamComponents(Tokenizer source)
        : this(source, source)
    {
    }

    /// <summary>A chain from <paramref name="source"/> to <paramref name="result"/>.</summary>
    public TokenStreamComponents(Tokenizer source, TokenStream result)
    {
        m_source = source;
        m_sink = result;
    }

    /// <summary>The chain's end.</summary>
    public virtual TokenStream TokenStream => m_sink;

    /// <summary>The chain's start.</summary>
    public virtual Tokenizer Tokenizer => m_source;

    /// <summary>Gives the chain other text.</summary>
    protected internal virtual void SetReader(TextReader reader) => m_source.SetReader(reader);

    /// <summary>Serves <c>Analyzer.GetTokenStream(field, string)</c> without a reader per call.</summary>
    internal ReusableStringReader? StringReader { get; set; }
}
