namespace Lucene.Net.Util;

/// <summary>Where a writer says what it does. Implementations must be thread-safe.</summary>
public abstract class InfoStream : IDisposable
{
    /// <summary>Says nothing.</summary>
    public static readonly InfoStream NO_OUTPUT = new Silent();

    /// <summary>For derived classes.</summary>
    protected InfoStream()
    {
    }

    /// <summary>What new configurations get; default <see cref="NO_OUTPUT"/>.</summary>
    public static InfoStream Default { get; set; } = NO_OUTPUT;

    /// <summary>A line from a component (IW, DW, IFD …).</summary>
    public abstract void Message(string component, string message);

    /// <summary>Whether a component's lines are wanted; ask before building a long one.</summary>
    public abstract bool IsEnabled(string component);

    /// <summary>The same stream: it is shared.</summary>
    public virtual object Clone() => this;

    /// <summary>Ends the stream.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the stream. Overrides call the base.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private sealed class Silent : InfoStream
    {
        public override void Message(string component, string message)
        {
        }

        public override bool IsEnabled(string component) => false;
    }
}

/// <summary>Writes lines of time, thread, component and message.</summary>
internal sealed class TextInfoStream(System.IO.TextWriter writer) : InfoStream
{
    private readonly Lock _sync = new();

    public override void Message(string component, string message)
    {
        lock (_sync)
            writer.WriteLine($"{component} [{DateTime.UtcNow:O}; {Environment.CurrentManagedThreadId}]: {message}");
    }

    public override bool IsEnabled(string component) => true;
}
