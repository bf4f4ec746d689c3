using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis.Core;

/// <summary>Drops tokens that are in a set of words; a gap of positions remains.</summary>
public sealed class StopFilter : FilteringTokenFilter
{
    private readonly CharArraySet _stopWords;
    private readonly ICharTermAttribute _term;

    /// <summary>Drops the tokens of <paramref name="in"/> that <paramref name="stopWords"/> holds.</summary>
    public StopFilter(LuceneVersion matchVersion, TokenStream @in, CharArraySet stopWords)
        : base(matchVersion, @in)
    {
        _stopWords = stopWords;
        _term = AddAttribute<ICharTermAttribute>();
    }

    /// <inheritdoc/>
    protected override bool Accept() => !_stopWords.Contains(_term.Buffer, 0, _term.Length);

    /// <summary>A set of stop words; case counts.</summary>
    public static CharArraySet MakeStopSet(LuceneVersion matchVersion, params string[] stopWords) => MakeStopSet(matchVersion, stopWords, false);

    /// <summary>A set of stop words.</summary>
    public static CharArraySet MakeStopSet(LuceneVersion matchVersion, string[] stopWords, bool ignoreCase) =>
        new(matchVersion, stopWords, ignoreCase);

    /// <summary>A set of stop words.</summary>
    public static CharArraySet MakeStopSet(LuceneVersion matchVersion, IList<string> stopWords, bool ignoreCase) =>
        new(matchVersion, stopWords, ignoreCase);
}
