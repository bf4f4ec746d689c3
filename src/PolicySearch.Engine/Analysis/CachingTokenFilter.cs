using Lucene.Net.Util;

namespace Lucene.Net.Analysis;

/// <summary>Keeps all tokens of its input, so that they can be read more than once: <see cref="Reset"/> starts again from the first.</summary>
public sealed class CachingTokenFilter : TokenFilter
{
    private List<AttributeSource.State>? _cache;
    private AttributeSource.State? _final;
    private int _next;

    /// <summary>Caches <paramref name="input"/>, which the caller has reset.</summary>
    public CachingTokenFilter(TokenStream input)
        : base(input)
    {
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_cache is null)
            Fill(_cache = []);
        if (_next >= _cache.Count)
            return false;
        RestoreState(_cache[_next++]);
        return true;
    }

    /// <inheritdoc/>
    public override void End() => RestoreState(_final);

    /// <summary>Starts again from the first token; the input is not reset.</summary>
    public override void Reset() => _next = 0;

    private void Fill(List<AttributeSource.State> cache)
    {
        while (m_input.IncrementToken())
        {
            if (CaptureState() is { } state)
                cache.Add(state);
        }
        m_input.End();
        _final = CaptureState();
    }
}
