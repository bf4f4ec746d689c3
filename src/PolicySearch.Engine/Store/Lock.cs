using System.Diagnostics;
using System.IO;

namespace Lucene.Net.Store;

/// <summary>A lock between processes, named by a file. Obtained at most once; disposing releases it.</summary>
public abstract class Lock : IDisposable
{
    /// <summary>A wait without end.</summary>
    public const long LOCK_OBTAIN_WAIT_FOREVER = -1L;

    /// <summary>Milliseconds between two tries. Default 1000.</summary>
    public static long LOCK_POLL_INTERVAL = 1000;

    /// <summary>Why the last try failed, when something other than the lock's holder was the reason.</summary>
    protected internal Exception? FailureReason { get; set; }

    /// <summary>Releases the lock if it is held.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected abstract void Dispose(bool disposing);

    /// <summary>True when anybody holds the lock.</summary>
    public abstract bool IsLocked();

    /// <summary>Tries once; true when the lock is now held.</summary>
    public abstract bool Obtain();

    /// <summary>Tries until <paramref name="lockWaitTimeout"/> milliseconds are over; <see cref="LOCK_OBTAIN_WAIT_FOREVER"/> never gives up.</summary>
    /// <exception cref="LockObtainFailedException">The time is over.</exception>
    public bool Obtain(long lockWaitTimeout)
    {
        FailureReason = null;
        var watch = Stopwatch.StartNew();
        while (!Obtain())
        {
            long left = lockWaitTimeout == LOCK_OBTAIN_WAIT_FOREVER ? long.MaxValue : lockWaitTimeout - watch.ElapsedMilliseconds;
            if (left <= 0)
                throw new LockObtainFailedException($"{this} is held by another writer; waited {lockWaitTimeout} ms. Close that writer, or delete nothing and try again", FailureReason);
            Thread.Sleep((int)Math.Min(left, LOCK_POLL_INTERVAL));
        }
        return true;
    }
}

/// <summary>A lock could not be had in time.</summary>
public class LockObtainFailedException : IOException
{
    /// <summary>With a message.</summary>
    public LockObtainFailedException(string message) : base(message)
    {
    }

    /// <summary>With a message and the reason.</summary>
    public LockObtainFailedException(string message, Exception? ex) : base(message, ex)
    {
    }
}

/// <summary>Makes the locks of one directory.</summary>
public abstract class LockFactory
{
    /// <summary>What stands before the lock's name, or null.</summary>
    protected string? m_lockPrefix;

    /// <summary>What stands before the lock's name when several directories lock in one place; null for none.</summary>
    public virtual string? LockPrefix
    {
        get => m_lockPrefix;
        set => m_lockPrefix = value;
    }

    /// <summary>Removes a lock that nobody holds.</summary>
    public abstract void ClearLock(string lockName);

    /// <summary>A lock of that name, not yet obtained.</summary>
    public abstract Lock MakeLock(string lockName);
}

/// <summary>Locks inside one process, for directories in memory.</summary>
public class SingleInstanceLockFactory : LockFactory
{
    private readonly HashSet<string> held = [];

    /// <inheritdoc/>
    public override void ClearLock(string lockName)
    {
        lock (held)
            held.Remove(lockName);
    }

    /// <inheritdoc/>
    public override Lock MakeLock(string lockName) => new SingleInstanceLock(held, lockName);

    private sealed class SingleInstanceLock(HashSet<string> held, string name) : Lock
    {
        private bool mine;

        public override bool IsLocked()
        {
            lock (held)
                return held.Contains(name);
        }

        public override bool Obtain()
        {
            lock (held)
                return mine = held.Add(name);
        }

        public override string ToString() => name;

        protected override void Dispose(bool disposing)
        {
            lock (held)
            {
                if (mine)
                    held.Remove(name);
                mine = false;
            }
        }
    }
}
