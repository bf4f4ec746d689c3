using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis;

/// <summary>
/// A sequence of tokens, seen through attributes. The consumer fetches its attributes once, then calls
/// <see cref="Reset"/>, <see cref="IncrementToken"/> until it returns false, <see cref="End"/> and <see cref="Dispose()"/>;
/// the stream may then be used again for other text. Not thread-safe.
/// </summary>
public abstract class TokenStream : AttributeSource, IDisposable
{
    /// <summary>Attributes of its own.</summary>
    protected TokenStream()
    {
    }

    /// <summary>Shares the attributes of <paramref name="input"/>.</summary>
    protected TokenStream(AttributeSource input)
        : base(input)
    {
    }

    /// <summary>Attributes made by <paramref name="factory"/>.</summary>
    protected TokenStream(AttributeFactory factory)
        : base(factory)
    {
    }

    /// <summary>Moves to the next token and fills its attributes; false behind the last one.</summary>
    public abstract bool IncrementToken();

    /// <summary>Called once behind the last token; sets the offset attribute to the end of the text.</summary>
    public virtual void End()
    {
        ClearAttributes();
        if (HasAttribute<IPositionIncrementAttribute>())
            GetAttribute<IPositionIncrementAttribute>().PositionIncrement = 0;
    }

    /// <summary>Called once before the first token. Overrides call the base.</summary>
    public virtual void Reset()
    {
    }

    /// <summary>Lets go of the text; the stream may be used again.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the text. Overrides call the base.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
