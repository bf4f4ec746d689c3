using System.IO;

namespace Lucene.Net.Analysis;

/// <summary>An analyzer that chooses another one for each field and may change its chain.</summary>
public abstract class AnalyzerWrapper : Analyzer
{
    /// <summary>Reuses chains as <paramref name="reuseStrategy"/> says, usually the wrapped analyzer's own.</summary>
    protected AnalyzerWrapper(ReuseStrategy reuseStrategy)
        : base(reuseStrategy)
    {
    }

    /// <summary>The analyzer of a field; never null.</summary>
    protected abstract Analyzer GetWrappedAnalyzer(string fieldName);

    /// <summary>Changes the wrapped analyzer's chain; the default keeps it.</summary>
    protected virtual TokenStreamComponents WrapComponents(string fieldName, TokenStreamComponents components) => components;

    /// <summary>Changes the text before the wrapped analyzer sees it; the default keeps it.</summary>
    protected virtual TextReader WrapReader(string fieldName, TextReader reader) => reader;

    /// <inheritdoc/>
    protected internal sealed override TokenStreamComponents CreateComponents(string fieldName, TextReader aReader) =>
        WrapComponents(fieldName, GetWrappedAnalyzer(fieldName).CreateComponents(fieldName, aReader));

    /// <inheritdoc/>
    public override int GetOffsetGap(string fieldName) => GetWrappedAnalyzer(fieldName).GetOffsetGap(fieldName);

    /// <inheritdoc/>
    public override int GetPositionIncrementGap(string fieldName) => GetWrappedAnalyzer(fieldName).GetPositionIncrementGap(fieldName);

    /// <inheritdoc/>
    protected internal override TextReader InitReader(string fieldName, TextReader reader) =>
        GetWrappedAnalyzer(fieldName).InitReader(fieldName, WrapReader(fieldName, reader));
}
