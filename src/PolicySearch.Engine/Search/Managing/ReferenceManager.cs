namespace Lucene.Net.Search;

/// <summary>
/// Shares one object among threads and replaces it by a newer one while some still use the old one. What <see cref="Acquire"/> gives is
/// to be given back with <see cref="Release"/>. Thread-safe.
/// </summary>
public abstract class ReferenceManager<G> : IDisposable
    where G : class
{
    private readonly Lock refreshing = new();
    private readonly List<ReferenceManager.IRefreshListener> listeners = [];
    private volatile G? current;

    /// <summary>For the subclasses, which set <see cref="Current"/>.</summary>
    protected ReferenceManager()
    {
    }

    /// <summary>The object that is shared now; null when disposed.</summary>
    protected G? Current
    {
        get => current;
        set => current = value;
    }

    /// <summary>The object that is shared now, with a reference of the caller's own.</summary>
    /// <exception cref="ObjectDisposedException">The manager is disposed.</exception>
    public G Acquire()
    {
        while (true)
        {
            G reference = current ?? throw Disposed();
            if (TryIncRef(reference))
                return reference;
            // Replaced and closed between the two lines above: take the new one. If it is still the same,
            // somebody has given back more than was taken.
            if (GetRefCount(reference) == 0 && ReferenceEquals(current, reference))
                throw new InvalidOperationException("the managed reference was closed from outside: it was released more often than acquired");
        }
    }

    /// <summary>Gives back what <see cref="Acquire"/> gave.</summary>
    public void Release(G reference) => DecRef(reference);

    /// <summary>Replaces the object by a newer one if there is any, unless another thread is doing so.</summary>
    /// <returns>False when another thread is doing so.</returns>
    /// <exception cref="ObjectDisposedException">The manager is disposed.</exception>
    public bool MaybeRefresh()
    {
        EnsureOpen();
        if (!refreshing.TryEnter())
            return false;
        try
        {
            Refresh();
        }
        finally
        {
            refreshing.Exit();
        }
        return true;
    }

    /// <summary>Replaces the object by a newer one if there is any, after waiting for another thread that is doing so.</summary>
    /// <exception cref="ObjectDisposedException">The manager is disposed.</exception>
    public void MaybeRefreshBlocking()
    {
        EnsureOpen();
        lock (refreshing)
            Refresh();
    }

    /// <summary>Tells somebody about refreshes from now on.</summary>
    public virtual void AddListener(ReferenceManager.IRefreshListener listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        lock (listeners)
            listeners.Add(listener);
    }

    /// <summary>Tells somebody no longer.</summary>
    public virtual void RemoveListener(ReferenceManager.IRefreshListener listener)
    {
        lock (listeners)
            listeners.Remove(listener);
    }

    /// <summary>Gives up the manager's own reference; those acquired stay usable until they are released.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        lock (refreshing)
            Swap(null);
    }

    /// <summary>Called after each refresh that was tried.</summary>
    protected virtual void AfterMaybeRefresh()
    {
    }

    /// <summary>Gives one reference back.</summary>
    protected abstract void DecRef(G reference);

    /// <summary>References to an object.</summary>
    protected abstract int GetRefCount(G reference);

    /// <summary>A newer object, with one reference; null when there is none.</summary>
    protected abstract G? RefreshIfNeeded(G referenceToRefresh);

    /// <summary>Takes a reference; false when the object is closed already.</summary>
    protected abstract bool TryIncRef(G reference);

    private void Refresh()
    {
        G reference = Acquire();
        bool refreshed = false;
        try
        {
            Notify(l => l.BeforeRefresh());
            if (RefreshIfNeeded(reference) is { } newer)
            {
                Swap(newer);
                refreshed = true;
            }
        }
        finally
        {
            Release(reference);
            Notify(l => l.AfterRefresh(refreshed));
        }
        AfterMaybeRefresh();
    }

    private void Swap(G? newer)
    {
        G? old = current;
        current = newer;
        if (old != null)
            Release(old);
    }

    private void Notify(Action<ReferenceManager.IRefreshListener> call)
    {
        ReferenceManager.IRefreshListener[] all;
        lock (listeners)
            all = listeners.ToArray();
        foreach (ReferenceManager.IRefreshListener listener in all)
            call(listener);
    }

    private void EnsureOpen()
    {
        if (current == null)
            throw Disposed();
    }

    private ObjectDisposedException Disposed() => new(GetType().Name, "this ReferenceManager is closed");
}

/// <summary>What all managers of references have in common.</summary>
public static class ReferenceManager
{
    /// <summary>Is told about refreshes, in the thread that does them.</summary>
    public interface IRefreshListener
    {
        /// <summary>A refresh was tried.</summary>
        /// <param name="didRefresh">Whether there was something newer.</param>
        void AfterRefresh(bool didRefresh);

        /// <summary>A refresh begins.</summary>
        void BeforeRefresh();
    }
}
