namespace Lucene.Net.Index;

/// <summary>Runs the merges that a writer has found: <see cref="IndexWriter.GetNextMerge"/> until null, each with <see cref="IndexWriter.Merge"/>.</summary>
public interface IMergeScheduler : IDisposable
{
    /// <summary>Runs, or starts, the merges that wait.</summary>
    void Merge(IndexWriter writer, MergeTrigger trigger, bool newMergesFound);

    /// <summary>A scheduler for another writer.</summary>
    object Clone();
}

/// <summary>Base of the schedulers here.</summary>
public abstract class MergeScheduler : IMergeScheduler
{
    /// <summary>For derived classes.</summary>
    protected MergeScheduler()
    {
    }

    /// <inheritdoc/>
    public abstract void Merge(IndexWriter writer, MergeTrigger trigger, bool newMergesFound);

    /// <inheritdoc/>
    public virtual object Clone() => MemberwiseClone();

    /// <summary>Waits for the merges that run.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Waits for the merges that run.</summary>
    protected abstract void Dispose(bool disposing);
}

/// <summary>Merges in the thread that found the merge, one at a time.</summary>
public class SerialMergeScheduler : MergeScheduler
{
    private readonly Lock _sync = new();

    /// <summary>A scheduler without settings.</summary>
    public SerialMergeScheduler()
    {
    }

    /// <inheritdoc/>
    public override void Merge(IndexWriter writer, MergeTrigger trigger, bool newMergesFound)
    {
        lock (_sync)
        {
            while (writer.GetNextMerge() is { } merge)
                writer.Merge(merge);
        }
    }

    /// <inheritdoc/>
    public override object Clone() => new SerialMergeScheduler();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}

/// <summary>Never merges.</summary>
public sealed class NoMergeScheduler : MergeScheduler
{
    /// <summary>The only instance.</summary>
    public static readonly MergeScheduler INSTANCE = new NoMergeScheduler();

    private NoMergeScheduler()
    {
    }

    /// <inheritdoc/>
    public override void Merge(IndexWriter writer, MergeTrigger trigger, bool newMergesFound)
    {
    }

    /// <inheritdoc/>
    public override object Clone() => this;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
