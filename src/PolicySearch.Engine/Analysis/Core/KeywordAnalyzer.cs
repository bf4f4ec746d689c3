using System.IO;

namespace Lucene.Net.Analysis.Core;

/// <summary>Makes one token of all the text.</summary>
public sealed class KeywordAnalyzer : Analyzer
{
    /// <summary>An analyzer without settings.</summary>
    public KeywordAnalyzer()
    {
    }

    /// <inheritdoc/>
    protected internal override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => new(new KeywordTokenizer(reader));
}
