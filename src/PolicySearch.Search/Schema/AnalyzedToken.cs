using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PolicySearch.Search.Schema;

/// <summary>One token as a chain puts it out.</summary>
/// <param name="Term">Its text.</param>
/// <param name="Start">First UTF-16 unit in the analysed text.</param>
/// <param name="End">One past the last unit.</param>
/// <param name="Increment">Positions after the token before it.</param>
/// <param name="Type">The tokenizer's name for its kind.</param>
public readonly record struct AnalyzedToken(string Term, int Start, int End, int Increment, string Type)
{
    /// <summary>All tokens of a text.</summary>
    public static List<AnalyzedToken> Read(Analyzer analyzer, string field, string text)
    {
        using TokenStream stream = analyzer.GetTokenStream(field, text);
        return Read(stream);
    }

    /// <summary>All tokens of a stream; the stream is read to its end.</summary>
    public static List<AnalyzedToken> Read(TokenStream stream)
    {
        var tokens = new List<AnalyzedToken>();
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offset = stream.AddAttribute<IOffsetAttribute>();
        var increment = stream.AddAttribute<IPositionIncrementAttribute>();
        var type = stream.AddAttribute<ITypeAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            string text = new(term.Buffer, 0, term.Length);
            tokens.Add(new(text, offset.StartOffset, offset.EndOffset, increment.PositionIncrement, type.Type));
        }
        stream.End();
        return tokens;
    }
}
