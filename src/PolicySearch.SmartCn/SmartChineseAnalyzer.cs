using System.IO;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis.Cn.Smart;

/// <summary>Chinese words (<see cref="HMMChineseTokenizer"/>), English words stemmed, stop words dropped. Thread-safe.</summary>
public sealed class SmartChineseAnalyzer : Analyzer
{
    private const string Punctuation = ",.`-_=?'|\"(){}[]<>*#&^$@!~:;+/\\《》—－，。、：；！·？“”）（【】［］●\u3000";

    private readonly LuceneVersion matchVersion;
    private readonly CharArraySet stopWords;

    /// <summary>Drops <see cref="DefaultStopSet"/>.</summary>
    public SmartChineseAnalyzer(LuceneVersion matchVersion)
        : this(matchVersion, useDefaultStopWords: true)
    {
    }

    /// <summary>Drops <see cref="DefaultStopSet"/>, or nothing.</summary>
    public SmartChineseAnalyzer(LuceneVersion matchVersion, bool useDefaultStopWords)
        : this(matchVersion, useDefaultStopWords ? DefaultStopSet : CharArraySet.Empty)
    {
    }

    /// <summary>Drops <paramref name="stopWords"/>; null or an empty set drops nothing, not even punctuation.</summary>
    public SmartChineseAnalyzer(LuceneVersion matchVersion, CharArraySet? stopWords)
    {
        this.matchVersion = matchVersion;
        this.stopWords = stopWords ?? CharArraySet.Empty;
    }

    /// <summary>Punctuation marks and the empty word, read-only. As the tokenizer turns all marks into a comma, it is the comma that counts.</summary>
    public static CharArraySet DefaultStopSet { get; } =
        new CharArraySet(LuceneVersion.LUCENE_48, Punctuation.Select(mark => mark.ToString()).Append(""), ignoreCase: false).AsReadOnly();

    /// <inheritdoc/>
    protected internal override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new HMMChineseTokenizer(reader);
        TokenStream result = new PorterStemFilter(tokenizer);
        if (stopWords.Count > 0)
            result = new StopFilter(matchVersion, result, stopWords);
        return new TokenStreamComponents(tokenizer, result);
    }
}
