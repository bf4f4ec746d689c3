using System.Collections.Concurrent;
using System.IO;

namespace Lucene.Net.Store;

/// <summary>An index in memory, for tests and small indexes that need not last.</summary>
public class RAMDirectory : BaseDirectory
{
    private readonly ConcurrentDictionary<string, MemoryFile> files = new(StringComparer.Ordinal);

    /// <summary>Empty.</summary>
    public RAMDirectory() => m_lockFactory = new SingleInstanceLockFactory();

    /// <summary>A copy of all files of <paramref name="dir"/>.</summary>
    public RAMDirectory(Directory dir, IOContext context) : this()
    {
        foreach (string name in dir.ListAll())
            dir.Copy(this, name, name, context);
    }

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        EnsureOpen();
        return new MemoryOutput(name, files[name] = new MemoryFile());
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        EnsureOpen();
        if (!files.TryRemove(name, out _))
            throw new FileNotFoundException($"no file {name} in memory", name);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        IsOpen = false;
        files.Clear();
    }

    /// <inheritdoc/>
    public sealed override long FileLength(string name) => Find(name).Length;

    /// <inheritdoc/>
    public override string GetLockID() => $"lucene-{GetHashCode():x}";

    /// <summary>Bytes in all files together.</summary>
    public long GetSizeInBytes() => files.Values.Sum(file => (long)file.Length);

    /// <inheritdoc/>
    public sealed override string[] ListAll()
    {
        EnsureOpen();
        return [.. files.Keys];
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        MemoryFile file = Find(name);
        return new MemoryInput(FileMemory.FromPinned(name, file.Bytes, file.Length));
    }

    /// <summary>Nothing: memory survives no power cut.</summary>
    public override void Sync(ICollection<string> names)
    {
    }

    private MemoryFile Find(string name)
    {
        EnsureOpen();
        return files.TryGetValue(name, out MemoryFile? file) ? file : throw new FileNotFoundException($"no file {name} in memory", name);
    }

    private sealed class MemoryFile
    {
        public byte[] Bytes { get; private set; } = NewArray(1024);

        public int Length { get; private set; }

        public void Append(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length > Bytes.Length - Length)
            {
                byte[] grown = NewArray(checked(Math.Max(Length + bytes.Length, Length * 2)));
                Bytes.AsSpan(0, Length).CopyTo(grown);
                Bytes = grown;
            }
            bytes.CopyTo(Bytes.AsSpan(Length));
            Length += bytes.Length;
        }

        private static byte[] NewArray(int length) => GC.AllocateUninitializedArray<byte>(length, pinned: true);
    }

    private sealed class MemoryOutput(string name, MemoryFile file) : BufferedOutput(name)
    {
        protected override void WriteOut(ReadOnlySpan<byte> bytes) => file.Append(bytes);

        protected override void Complete()
        {
        }
    }
}
