namespace Lucene.Net.Analysis.Miscellaneous;

/// <summary>Analyzes chosen fields with analyzers of their own, all others with a default.</summary>
public sealed class PerFieldAnalyzerWrapper : AnalyzerWrapper
{
    private readonly Analyzer _default;
    private readonly IDictionary<string, Analyzer> _byField;

    /// <summary>The default for every field.</summary>
    public PerFieldAnalyzerWrapper(Analyzer defaultAnalyzer)
        : this(defaultAnalyzer, null)
    {
    }

    /// <summary>Analyzers by field name; null for none.</summary>
    public PerFieldAnalyzerWrapper(Analyzer defaultAnalyzer, IDictionary<string, Analyzer>? fieldAnalyzers)
        : base(PER_FIELD_REUSE_STRATEGY)
    {
        _default = defaultAnalyzer;
        _byField = fieldAnalyzers ?? new Dictionary<string, Analyzer>();
    }

    /// <inheritdoc/>
    protected override Analyzer GetWrappedAnalyzer(string fieldName) =>
        _byField.TryGetValue(fieldName, out Analyzer? analyzer) ? analyzer : _default;

    /// <inheritdoc/>
    public override string ToString() => $"PerFieldAnalyzerWrapper({string.Join(", ", _byField.Keys)}, default={_default})";
}
