using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis.Util;

/// <summary>Drops tokens; the position increment of the next kept token grows by those of the dropped ones.</summary>
public abstract class FilteringTokenFilter : TokenFilter
{
    /// <summary>The release whose behaviour is asked for.</summary>
    protected readonly LuceneVersion m_version;

    private readonly IPositionIncrementAttribute _increment;
    private int _skipped;

    /// <summary>Filters <paramref name="in"/>.</summary>
    public FilteringTokenFilter(LuceneVersion version, TokenStream @in)
        : base(@in)
    {
        m_version = version;
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Whether to keep the current token.</summary>
    protected abstract bool Accept();

    /// <inheritdoc/>
    public sealed override bool IncrementToken()
    {
        _skipped = 0;
        while (m_input.IncrementToken())
        {
            if (Accept())
            {
                if (_skipped != 0)
                    _increment.PositionIncrement += _skipped;
                return true;
            }
            _skipped += _increment.PositionIncrement;
        }
        return false;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _skipped = 0;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        _increment.PositionIncrement += _skipped;
    }
}
