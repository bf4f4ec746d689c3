using System.IO;

namespace Lucene.Net.Store;

/// <summary>
/// A flat folder of files, each written once from start to end and then only read. Safe for several threads.
/// </summary>
public abstract class Directory : IDisposable
{
    /// <summary>Makes this directory's locks.</summary>
    public abstract LockFactory LockFactory { get; }

    /// <summary>Removes a lock that nobody holds.</summary>
    public abstract void ClearLock(string name);

    /// <summary>Copies a file into another directory.</summary>
    public virtual void Copy(Directory to, string src, string dest, IOContext context)
    {
        using IndexInput input = OpenInput(src, context);
        using IndexOutput output = to.CreateOutput(dest, context);
        output.CopyBytes(input, input.Length);
    }

    /// <summary>A new, empty file; one of that name is replaced.</summary>
    public abstract IndexOutput CreateOutput(string name, IOContext context);

    /// <summary>Deletes a file. Whoever has it open can read on.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public abstract void DeleteFile(string name);

    /// <summary>Closes the directory; its files stay.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected abstract void Dispose(bool disposing);

    /// <summary>Throws <see cref="ObjectDisposedException"/> after disposal.</summary>
    protected internal virtual void EnsureOpen()
    {
    }

    /// <summary>Bytes in a file.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public abstract long FileLength(string name);

    /// <summary>A name for this directory that is the same in every process.</summary>
    public virtual string GetLockID() => ToString();

    /// <summary>The names of all files, in no order.</summary>
    public abstract string[] ListAll();

    /// <summary>A lock of that name, not yet obtained.</summary>
    public abstract Lock MakeLock(string name);

    /// <summary>An existing file, for reading.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public abstract IndexInput OpenInput(string name, IOContext context);

    /// <summary>Replaces <see cref="LockFactory"/>.</summary>
    public abstract void SetLockFactory(LockFactory lockFactory);

    /// <summary>Returns once the named files, and their names, would survive a power cut.</summary>
    public abstract void Sync(ICollection<string> names);

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name}@{GetHashCode():x} lockFactory={LockFactory}";

    /// <summary>True when a file of that name exists.</summary>
    internal virtual bool HasFile(string name) => Array.IndexOf(ListAll(), name) >= 0;
}

/// <summary>A <see cref="Directory"/> that keeps its lock factory and knows whether it is open.</summary>
public abstract class BaseDirectory : Directory
{
    /// <summary>Makes this directory's locks.</summary>
    protected internal LockFactory? m_lockFactory;

    private int open = 1;

    /// <summary>False once disposed.</summary>
    protected internal virtual bool IsOpen
    {
        get => Volatile.Read(ref open) != 0;
        set => Volatile.Write(ref open, value ? 1 : 0);
    }

    /// <inheritdoc/>
    public override LockFactory LockFactory => m_lockFactory!;

    /// <inheritdoc/>
    public override void ClearLock(string name) => m_lockFactory?.ClearLock(name);

    /// <inheritdoc/>
    protected internal sealed override void EnsureOpen() => ObjectDisposedException.ThrowIf(!IsOpen, this);

    /// <inheritdoc/>
    public override Lock MakeLock(string name) => LockFactory.MakeLock(name);

    /// <inheritdoc/>
    public override void SetLockFactory(LockFactory lockFactory)
    {
        ArgumentNullException.ThrowIfNull(lockFactory);
        m_lockFactory = lockFactory;
    }
}
