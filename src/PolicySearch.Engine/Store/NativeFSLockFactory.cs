using System.IO;

namespace Lucene.Net.Store;

/// <summary>Locks that are files in a folder.</summary>
public abstract class FSLockFactory : LockFactory
{
    /// <summary>The folder; null until a directory or the constructor gives it.</summary>
    protected internal DirectoryInfo? m_lockDir;

    /// <summary>The folder.</summary>
    public DirectoryInfo? LockDir => m_lockDir;

    /// <summary>Sets the folder, once.</summary>
    protected internal void SetLockDir(DirectoryInfo lockDir)
    {
        if (m_lockDir != null)
            throw new InvalidOperationException($"the lock folder is already {m_lockDir}");
        m_lockDir = lockDir;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name}@{m_lockDir}";
}

/// <summary>
/// Locks that the operating system holds: it releases them when the process ends, however it ends. The lock file stays where
/// it is, since deleting it would let two processes hold "the same" lock on two files.
/// </summary>
public class NativeFSLockFactory : FSLockFactory
{
    /// <summary>Locks in the folder of the directory that uses this factory.</summary>
    public NativeFSLockFactory()
    {
    }

    /// <summary>Locks in the given folder.</summary>
    public NativeFSLockFactory(string lockDirName) : this(new DirectoryInfo(lockDirName))
    {
    }

    /// <inheritdoc cref="NativeFSLockFactory(string)"/>
    public NativeFSLockFactory(DirectoryInfo lockDir) => SetLockDir(lockDir);

    /// <inheritdoc/>
    public override void ClearLock(string lockName)
    {
        using Lock l = MakeLock(lockName);
        if (l.Obtain())
            File.Delete(LockPath(lockName));
    }

    /// <inheritdoc/>
    public override Lock MakeLock(string lockName) => new NativeFSLock(LockPath(lockName));

    private string LockPath(string lockName)
    {
        string folder = (m_lockDir ?? throw new InvalidOperationException("the lock factory has no folder yet")).FullName;
        return Path.Combine(folder, m_lockPrefix == null ? lockName : $"{m_lockPrefix}-{lockName}");
    }

    private sealed class NativeFSLock(string path) : Lock
    {
        private FileStream? stream;

        public override bool IsLocked()
        {
            if (stream != null)
                return true;
            if (!File.Exists(path))
                return false;
            bool obtained = Obtain();
            Dispose();
            return !obtained;
        }

        public override bool Obtain()
        {
            if (stream != null)
                return false;
            try
            {
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                stream = OpenExclusive();
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                FailureReason = e;
                return false;
            }
        }

        public override string ToString() => $"lock {path}";

        protected override void Dispose(bool disposing)
        {
            stream?.Dispose();
            stream = null;
        }

        // Two kinds of lock on Linux: FileShare.None is flock, which .NET programs see; Lock is fcntl, which Java's see.
        private FileStream OpenExclusive()
        {
            var opened = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            try
            {
                if (OperatingSystem.IsLinux())
                    opened.Lock(0, long.MaxValue);
                return opened;
            }
            catch
            {
                opened.Dispose();
                throw;
            }
        }
    }
}
