namespace Lucene.Net.Analysis;

/// <summary>A token stream that changes the tokens of another; both share their attributes.</summary>
public abstract class TokenFilter : TokenStream
{
    /// <summary>The stream that feeds this one.</summary>
    protected readonly TokenStream m_input;

    /// <summary>Filters <paramref name="input"/> and owns it from now on.</summary>
    protected TokenFilter(TokenStream input)
        : base(input) => m_input = input;

    /// <inheritdoc/>
    public override void End() => m_input.End();

    /// <inheritdoc/>
    public override void Reset() => m_input.Reset();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            m_input.Dispose();
        base.Dispose(disposing);
    }
}
