namespace Lucene.Net.Index;

/// <summary>
/// Merges in threads of its own, so that adding goes on. With more merges waiting than <see cref="MaxMergeCount"/>, the thread that adds the
/// next one waits. A merge that fails is reported by the writer's next call that waits for merges. The default.
/// </summary>
public class ConcurrentMergeScheduler : MergeScheduler, IConcurrentMergeScheduler
{
    /// <summary>Merges that may run and wait before adding threads are held up.</summary>
    public const int DEFAULT_MAX_MERGE_COUNT = 2;

    /// <summary>Merges that run at the same time.</summary>
    public const int DEFAULT_MAX_THREAD_COUNT = 1;

    private readonly object _sync = new();
    private readonly HashSet<Thread> _threads = [];
    private bool _suppressExceptions;

    /// <summary>Default settings.</summary>
    public ConcurrentMergeScheduler()
    {
    }

    /// <inheritdoc/>
    public virtual int MaxMergeCount { get; private set; } = DEFAULT_MAX_MERGE_COUNT;

    /// <inheritdoc/>
    public virtual int MaxThreadCount { get; private set; } = DEFAULT_MAX_THREAD_COUNT;

    /// <inheritdoc/>
    public virtual int MergeThreadPriority { get; private set; } = (int)ThreadPriority.BelowNormal;

    /// <inheritdoc/>
    public virtual void SetMaxMergesAndThreads(int maxMergeCount, int maxThreadCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxThreadCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMergeCount, maxThreadCount);
        MaxMergeCount = maxMergeCount;
        MaxThreadCount = maxThreadCount;
    }

    /// <inheritdoc/>
    public virtual void SetMergeThreadPriority(int priority)
    {
        if (!Enum.IsDefined((ThreadPriority)priority))
            throw new ArgumentException($"a thread priority is in [0, 4], got {priority}");
        MergeThreadPriority = priority;
    }

    /// <inheritdoc/>
    public virtual void SetSuppressExceptions() => _suppressExceptions = true;

    /// <inheritdoc/>
    public virtual void ClearSuppressExceptions() => _suppressExceptions = false;

    /// <inheritdoc/>
    public virtual void Sync()
    {
        while (true)
        {
            Thread[] running;
            lock (_sync)
                running = [.. _threads.Where(thread => thread != Thread.CurrentThread)];
            if (running.Length == 0)
                return;
            foreach (Thread thread in running)
                thread.Join();
        }
    }

    /// <inheritdoc/>
    public override void Merge(IndexWriter writer, MergeTrigger trigger, bool newMergesFound)
    {
        lock (_sync)
        {
            // A merge thread takes what its own merge has led to; it never waits.
            while (!_threads.Contains(Thread.CurrentThread))
            {
                while (_threads.Count < MaxThreadCount && writer.GetNextMerge() is { } merge)
                    Start(writer, merge);
                if (_threads.Count < MaxThreadCount || writer.WaitingMerges + _threads.Count <= MaxMergeCount)
                    return;
                Monitor.Wait(_sync, TimeSpan.FromMilliseconds(250));
            }
        }
    }

    /// <inheritdoc/>
    public override object Clone()
    {
        var clone = new ConcurrentMergeScheduler();
        clone.SetMaxMergesAndThreads(MaxMergeCount, MaxThreadCount);
        clone.SetMergeThreadPriority(MergeThreadPriority);
        return clone;
    }

    /// <inheritdoc/>
    public override string ToString() => $"ConcurrentMergeScheduler(maxThreadCount={MaxThreadCount}, maxMergeCount={MaxMergeCount})";

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Sync();
    }

    private void Start(IndexWriter writer, MergePolicy.OneMerge merge)
    {
        var thread = new Thread(() => Run(writer, merge)) { IsBackground = true, Name = $"Lucene merge {merge.Segments.Count}", Priority = (ThreadPriority)MergeThreadPriority };
        _threads.Add(thread);
        thread.Start();
    }

    private void Run(IndexWriter writer, MergePolicy.OneMerge? merge)
    {
        try
        {
            for (; merge is not null; merge = writer.GetNextMerge())
                writer.Merge(merge);
        }
        catch (MergePolicy.MergeAbortedException)
        {
            // The writer closes and wants it so.
        }
        catch (Exception e)
        {
            if (!_suppressExceptions)
                writer.MergeFailed(e);
        }
        finally
        {
            lock (_sync)
            {
                _threads.Remove(Thread.CurrentThread);
                Monitor.PulseAll(_sync);
            }
        }
    }
}

/// <summary>A scheduler with threads of its own.</summary>
public interface IConcurrentMergeScheduler : IMergeScheduler
{
    /// <summary>Merges that may run and wait before adding threads are held up; default 2.</summary>
    int MaxMergeCount { get; }

    /// <summary>Merges that run at the same time; default 1.</summary>
    int MaxThreadCount { get; }

    /// <summary>Priority of merge threads, as the numbers of <see cref="ThreadPriority"/>.</summary>
    int MergeThreadPriority { get; }

    /// <summary>Sets both limits; 1 ≤ threads ≤ merges.</summary>
    void SetMaxMergesAndThreads(int maxMergeCount, int maxThreadCount);

    /// <summary>Sets the priority of threads started from now on.</summary>
    void SetMergeThreadPriority(int priority);

    /// <summary>Failed merges are not reported.</summary>
    void SetSuppressExceptions();

    /// <summary>Failed merges are reported; the default.</summary>
    void ClearSuppressExceptions();

    /// <summary>Waits for all merges that run.</summary>
    void Sync();
}
