namespace Lucene.Net.Analysis;

/// <summary>Decides which token streams an analyzer reuses in a thread.</summary>
public abstract class ReuseStrategy
{
    /// <summary>For derived classes.</summary>
    protected ReuseStrategy()
    {
    }

    /// <summary>Components to reuse for a field, or null when new ones are needed.</summary>
    public abstract TokenStreamComponents? GetReusableComponents(Analyzer analyzer, string fieldName);

    /// <summary>Keeps components for the next call in this thread.</summary>
    public abstract void SetReusableComponents(Analyzer analyzer, string fieldName, TokenStreamComponents components);

    /// <summary>What this thread stored for the analyzer, or null.</summary>
    /// <exception cref="ObjectDisposedException">The analyzer was disposed.</exception>
    protected internal static object? GetStoredValue(Analyzer analyzer) => analyzer.StoredValue;

    /// <summary>Stores a value for the analyzer in this thread.</summary>
    /// <exception cref="ObjectDisposedException">The analyzer was disposed.</exception>
    protected internal static void SetStoredValue(Analyzer analyzer, object? storedValue) => analyzer.StoredValue = storedValue;
}

/// <summary>One chain for all fields.</summary>
internal sealed class GlobalReuse : ReuseStrategy
{
    public override TokenStreamComponents? GetReusableComponents(Analyzer analyzer, string fieldName) =>
        (TokenStreamComponents?)GetStoredValue(analyzer);

    public override void SetReusableComponents(Analyzer analyzer, string fieldName, TokenStreamComponents components) =>
        SetStoredValue(analyzer, components);
}

/// <summary>One chain for each field name.</summary>
internal sealed class PerFieldReuse : ReuseStrategy
{
    public override TokenStreamComponents? GetReusableComponents(Analyzer analyzer, string fieldName) =>
        ((Dictionary<string, TokenStreamComponents>?)GetStoredValue(analyzer))?.GetValueOrDefault(fieldName);

    public override void SetReusableComponents(Analyzer analyzer, string fieldName, TokenStreamComponents components)
    {
        var byField = (Dictionary<string, TokenStreamComponents>?)GetStoredValue(analyzer);
        if (byField is null)
            SetStoredValue(analyzer, byField = []);
        byField[fieldName] = components;
    }
}
