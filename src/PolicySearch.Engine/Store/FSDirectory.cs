using System.IO;
using System.Runtime.InteropServices;

namespace Lucene.Net.Store;

/// <summary>An index in a folder of the file system.</summary>
public abstract partial class FSDirectory : BaseDirectory
{
    /// <summary>The folder.</summary>
    protected readonly DirectoryInfo m_directory;

    /// <summary>The folder, which need not exist yet, with locks of the operating system.</summary>
    protected FSDirectory(DirectoryInfo dir) : this(dir, null)
    {
    }

    /// <summary>The folder, which need not exist yet; null stands for <see cref="NativeFSLockFactory"/>.</summary>
    protected FSDirectory(DirectoryInfo path, LockFactory? lockFactory)
    {
        m_directory = new DirectoryInfo(path.FullName);
        if (File.Exists(m_directory.FullName))
            throw new DirectoryNotFoundException($"{m_directory.FullName} is a file; an index needs a folder");
        UseLocks(lockFactory ?? new NativeFSLockFactory());
    }

    /// <summary>The folder.</summary>
    public virtual DirectoryInfo Directory => m_directory;

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        EnsureOpen();
        EnsureCanWrite(name);
        return new FileOutput(FullPath(name), name);
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        EnsureOpen();
        if (!File.Exists(FullPath(name)))
            throw new FileNotFoundException($"no file {name} in {m_directory.FullName}", name);
        File.Delete(FullPath(name));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => IsOpen = false;

    /// <summary>Makes the folder if need be and takes away a file of that name.</summary>
    protected virtual void EnsureCanWrite(string name)
    {
        m_directory.Create();
        // Never written over in place: a reader may have the old file mapped, and would be killed if it became shorter.
        File.Delete(FullPath(name));
    }

    /// <inheritdoc/>
    public override long FileLength(string name)
    {
        EnsureOpen();
        return new FileInfo(FullPath(name)).Length;
    }

    /// <inheritdoc/>
    public override string GetLockID() => "lucene-" + m_directory.FullName;

    /// <inheritdoc/>
    public override string[] ListAll()
    {
        EnsureOpen();
        return ListAll(m_directory);
    }

    /// <summary>The names of all files in <paramref name="dir"/>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string[] ListAll(DirectoryInfo dir) => [.. System.IO.Directory.EnumerateFiles(dir.FullName).Select(path => Path.GetFileName(path))];

    /// <summary>The folder, with the fastest way to read it: <see cref="MMapDirectory"/>.</summary>
    public static FSDirectory Open(DirectoryInfo path) => new MMapDirectory(path);

    /// <inheritdoc cref="Open(DirectoryInfo)"/>
    public static FSDirectory Open(string path) => new MMapDirectory(path);

    /// <inheritdoc cref="Open(DirectoryInfo)"/>
    public static FSDirectory Open(DirectoryInfo path, LockFactory? lockFactory) => new MMapDirectory(path, lockFactory);

    /// <inheritdoc cref="Open(DirectoryInfo)"/>
    public static FSDirectory Open(string path, LockFactory? lockFactory) => new MMapDirectory(path, lockFactory);

    /// <inheritdoc/>
    public override void SetLockFactory(LockFactory lockFactory) => UseLocks(lockFactory);

    /// <inheritdoc/>
    public override void Sync(ICollection<string> names)
    {
        EnsureOpen();
        foreach (string name in names)
            Fsync(name);
        SyncFolder(m_directory.FullName);
    }

    /// <summary>Returns once the file's bytes would survive a power cut.</summary>
    protected virtual void Fsync(string name)
    {
        using var handle = File.OpenHandle(FullPath(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name}@{m_directory.FullName}";

    internal override bool HasFile(string name) => File.Exists(FullPath(name));

    private protected string FullPath(string name) => Path.Combine(m_directory.FullName, name);

    private void UseLocks(LockFactory lockFactory)
    {
        base.SetLockFactory(lockFactory);
        if (lockFactory is FSLockFactory { LockDir: null } inFolder)
            inFolder.SetLockDir(m_directory);
    }

    // A new file's name is in the folder, so the folder has to reach the disk too. .NET opens no folders; Windows needs none of this.
    private static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        int descriptor = OpenFolder(path, 0);
        if (descriptor < 0)
            throw new IOException($"cannot open folder {path}: error {Marshal.GetLastPInvokeError()}");
        int result = SyncDescriptor(descriptor);
        int error = Marshal.GetLastPInvokeError();
        _ = CloseDescriptor(descriptor);
        if (result != 0)
            throw new IOException($"cannot sync folder {path}: error {error}");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFolder(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int CloseDescriptor(int descriptor);

    private sealed class FileOutput(string path, string name) : BufferedOutput(name)
    {
        private readonly FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

        protected override void WriteOut(ReadOnlySpan<byte> bytes) => file.Write(bytes);

        protected override void Complete() => file.Dispose();
    }
}

/// <summary>An index in a folder, its files mapped into memory: reading costs no copy, and memory that the system can take back.</summary>
public class MMapDirectory : FSDirectory
{
    /// <inheritdoc cref="MMapDirectory(DirectoryInfo, LockFactory)"/>
    public MMapDirectory(DirectoryInfo path) : base(path)
    {
    }

    /// <inheritdoc cref="MMapDirectory(DirectoryInfo, LockFactory)"/>
    public MMapDirectory(string path) : base(new DirectoryInfo(path))
    {
    }

    /// <summary>The folder, which need not exist yet; null stands for <see cref="NativeFSLockFactory"/>.</summary>
    public MMapDirectory(DirectoryInfo path, LockFactory? lockFactory) : base(path, lockFactory)
    {
    }

    /// <inheritdoc cref="MMapDirectory(DirectoryInfo, LockFactory)"/>
    public MMapDirectory(string path, LockFactory? lockFactory) : base(new DirectoryInfo(path), lockFactory)
    {
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        return new MemoryInput(FileMemory.Map(FullPath(name)));
    }
}
