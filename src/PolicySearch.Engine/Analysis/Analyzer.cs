using System.IO;

namespace Lucene.Net.Analysis;

/// <summary>Builds token streams. Thread-safe: every thread has streams of its own, which are used again for the next text.</summary>
public abstract class Analyzer : IDisposable
{
    /// <summary>One chain for all fields.</summary>
    public static readonly ReuseStrategy GLOBAL_REUSE_STRATEGY = new GlobalReuse();

    /// <summary>One chain for each field name.</summary>
    public static readonly ReuseStrategy PER_FIELD_REUSE_STRATEGY = new PerFieldReuse();

    private readonly ThreadLocal<object?> _stored = new();
    private bool _disposed;

    /// <summary>Reuses one chain for all fields.</summary>
    protected Analyzer()
        : this(GLOBAL_REUSE_STRATEGY)
    {
    }

    /// <summary>Reuses chains as <paramref name="reuseStrategy"/> says.</summary>
    protected Analyzer(ReuseStrategy reuseStrategy) => Strategy = reuseStrategy;

    /// <summary>Which chains are reused.</summary>
    public ReuseStrategy Strategy { get; }

    internal object? StoredValue
    {
        get => CheckedStore().Value;
        set => CheckedStore().Value = value;
    }

    /// <summary>Builds a chain. Called once per thread (and per field, as <see cref="Strategy"/> says).</summary>
    protected internal abstract TokenStreamComponents CreateComponents(string fieldName, TextReader reader);

    /// <summary>A stream of the tokens of <paramref name="reader"/>, valid until this thread asks for the next one of the same chain.</summary>
    public TokenStream GetTokenStream(string fieldName, TextReader reader)
    {
        TokenStreamComponents? components = Strategy.GetReusableComponents(this, fieldName);
        return Prepare(fieldName, reader, components).TokenStream;
    }

    /// <summary>A stream of the tokens of <paramref name="text"/>, valid until this thread asks for the next one of the same chain.</summary>
    public TokenStream GetTokenStream(string fieldName, string text)
    {
        TokenStreamComponents? components = Strategy.GetReusableComponents(this, fieldName);
        ReusableStringReader reader = components?.StringReader ?? new ReusableStringReader();
        reader.SetValue(text);
        components = Prepare(fieldName, reader, components);
        components.StringReader = reader;
        return components.TokenStream;
    }

    /// <summary>Wraps the text before the tokenizer reads it; the default returns it unchanged.</summary>
    protected internal virtual TextReader InitReader(string fieldName, TextReader reader) => reader;

    /// <summary>Added to the offsets between two values of a field; default 1.</summary>
    public virtual int GetOffsetGap(string fieldName) => 1;

    /// <summary>Added to the positions between two values of a field; default 0.</summary>
    public virtual int GetPositionIncrementGap(string fieldName) => 0;

    /// <summary>An analyzer whose chain a delegate builds, reused for all fields.</summary>
    public static Analyzer NewAnonymous(Func<string, TextReader, TokenStreamComponents> createComponents) =>
        NewAnonymous(createComponents, GLOBAL_REUSE_STRATEGY);

    /// <summary>An analyzer whose chain a delegate builds.</summary>
    public static Analyzer NewAnonymous(Func<string, TextReader, TokenStreamComponents> createComponents, ReuseStrategy reuseStrategy) =>
        new AnonymousAnalyzer(createComponents, null, reuseStrategy);

    /// <summary>An analyzer whose chain and reader delegates build, reused for all fields.</summary>
    public static Analyzer NewAnonymous(Func<string, TextReader, TokenStreamComponents> createComponents, Func<string, TextReader, TextReader> initReader) =>
        NewAnonymous(createComponents, initReader, GLOBAL_REUSE_STRATEGY);

    /// <summary>An analyzer whose chain and reader delegates build.</summary>
    public static Analyzer NewAnonymous(
        Func<string, TextReader, TokenStreamComponents> createComponents, Func<string, TextReader, TextReader> initReader, ReuseStrategy reuseStrategy) =>
        new AnonymousAnalyzer(createComponents, initReader, reuseStrategy);

    /// <summary>Lets go of every thread's streams.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of every thread's streams. Overrides call the base.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _disposed)
            return;
        _disposed = true;
        _stored.Dispose();
    }

    private TokenStreamComponents Prepare(string fieldName, TextReader reader, TokenStreamComponents? components)
    {
        TextReader text = InitReader(fieldName, reader);
        if (components is null)
        {
            components = CreateComponents(fieldName, text);
            Strategy.SetReusableComponents(this, fieldName, components);
        }
        else
        {
            components.SetReader(text);
        }
        return components;
    }

    private ThreadLocal<object?> CheckedStore()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _stored;
    }

    private sealed class AnonymousAnalyzer(
        Func<string, TextReader, TokenStreamComponents> createComponents, Func<string, TextReader, TextReader>? initReader, ReuseStrategy strategy)
        : Analyzer(strategy)
    {
        protected internal override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) => createComponents(fieldName, reader);

        protected internal override TextReader InitReader(string fieldName, TextReader reader) => initReader?.Invoke(fieldName, reader) ?? reader;
    }
}
