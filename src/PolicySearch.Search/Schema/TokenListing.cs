using System.Globalization;
using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicySearch.Search.Schema;

/// <summary>
/// Prints the tokens of a text, one a line, <c>term⇥start⇥end⇥posInc⇥type</c>, with an empty line behind them. Offsets count UTF-16 units.
/// For one thread; owns its analyzer.
/// </summary>
public sealed class TokenListing : IDisposable
{
    private readonly Analyzer analyzer;
    private readonly string field;
    private readonly StringBuilder lines = new();

    private TokenListing(Analyzer analyzer, string field) => (this.analyzer, this.field) = (analyzer, field);

    /// <summary>The segmenter alone.</summary>
    public static TokenListing OfSmartCn() => new(Analyzer.NewAnonymous((_, reader) => new TokenStreamComponents(new HMMChineseTokenizer(reader))), PolicySchema.Body);

    /// <summary>What the index holds of a field.</summary>
    public static TokenListing OfPolicy(DomainLexicon lexicon, string field) => new(new PolicyAnalyzer(lexicon), field);

    /// <summary>Prints the tokens of a text.</summary>
    public void Write(TextWriter output, string text)
    {
        using TokenStream stream = analyzer.GetTokenStream(field, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        var type = stream.AddAttribute<ITypeAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            lines.Append(term.Buffer, 0, term.Length).Append('\t')
                .Append(CultureInfo.InvariantCulture, $"{offset.StartOffset}\t{offset.EndOffset}\t{increment.PositionIncrement}\t")
                .Append(type.Type).Append('\n');
        }
        stream.End();
        output.Write(lines.Append('\n'));
        lines.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => analyzer.Dispose();
}
