using System.IO;
using System.Text;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis.Core;

/// <summary>Cuts text at white space.</summary>
public sealed class WhitespaceAnalyzer : Analyzer
{
    private readonly LuceneVersion _matchVersion;

    /// <summary>Behaves as release <paramref name="matchVersion"/> did.</summary>
    public WhitespaceAnalyzer(LuceneVersion matchVersion) => _matchVersion = matchVersion;

    /// <inheritdoc/>
    protected internal override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(new WhitespaceTokenizer(_matchVersion, reader));
}

/// <summary>Cuts text at white space.</summary>
public sealed class WhitespaceTokenizer : CharTokenizer
{
    /// <summary>Reads <paramref name="in"/>.</summary>
    public WhitespaceTokenizer(LuceneVersion matchVersion, TextReader @in)
        : base(matchVersion, @in)
    {
    }

    /// <summary>Reads <paramref name="in"/> with attributes made by <paramref name="factory"/>.</summary>
    public WhitespaceTokenizer(LuceneVersion matchVersion, AttributeFactory factory, TextReader @in)
        : base(matchVersion, factory, @in)
    {
    }

    /// <summary>Everything but white space; spaces that do not break count as letters, as in Java.</summary>
    protected override bool IsTokenChar(int c) =>
        c is 0xA0 or 0x2007 or 0x202F or 0x85 || (c is < 0x1C or > 0x1F && !(c < 0x10000 && char.IsWhiteSpace((char)c)));
}
