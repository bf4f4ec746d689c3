using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis.Miscellaneous;

/// <summary>Drops tokens that are too short or too long.</summary>
public sealed class LengthFilter : FilteringTokenFilter
{
    private readonly ICharTermAttribute _term;
    private readonly int _min;
    private readonly int _max;

    /// <summary>Keeps tokens of <paramref name="min"/> to <paramref name="max"/> UTF-16 units, both included.</summary>
    public LengthFilter(LuceneVersion version, TokenStream @in, int min, int max)
        : base(version, @in)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(min);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        _term = AddAttribute<ICharTermAttribute>();
        _min = min;
        _max = max;
    }

    /// <inheritdoc/>
    protected override bool Accept() => _term.Length >= _min && _term.Length <= _max;
}
