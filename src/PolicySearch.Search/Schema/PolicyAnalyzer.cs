using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using PolicySearch.Search.Schema.Analysis;

namespace PolicySearch.Search.Schema;

/// <summary>
/// The token chain, the same for texts and queries. Text fields: fold → SmartCn words → no punctuation → the lexicon's compounds.
/// Fields that end in <c>.exact</c>: fold → characters and pairs of characters. Offsets point into the text that was given.
/// Thread-safe.
/// </summary>
public sealed class PolicyAnalyzer : Analyzer
{
    private readonly DomainLexicon lexicon;

    /// <summary>An analyzer with the lexicon that comes with the application.</summary>
    public PolicyAnalyzer() : this(DomainLexicon.BuiltIn) { }

    /// <summary>An analyzer with a lexicon of its own.</summary>
    public PolicyAnalyzer(DomainLexicon lexicon) : base(PER_FIELD_REUSE_STRATEGY) => this.lexicon = lexicon;

    /// <summary>Values of one field are far apart, so that no phrase reaches from one into the next.</summary>
    public override int GetPositionIncrementGap(string fieldName) => 100;

    /// <inheritdoc/>
    protected override TextReader InitReader(string fieldName, TextReader reader) => new FoldingReader(reader);

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        if (PolicySchema.IsExact(fieldName))
            return new TokenStreamComponents(new ExactTokenizer(reader));
        var words = new HMMChineseTokenizer(reader);
        return new TokenStreamComponents(words, new LexiconFilter(new PunctuationFilter(words), lexicon));
    }
}
