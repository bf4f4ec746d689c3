using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lucene.Net.Store;

/// <summary>
/// The bytes of one file at a fixed address: mapped, or an array that the collector does not move.
/// <para>
/// Closing makes every later read throw, but takes the mapping away only when nothing refers to this object any more. So a
/// thread that is in the middle of a block when another one disposes the reader finishes its block instead of crashing the
/// process. The danger that remains: whoever reads through <see cref="Start"/> must keep this object alive until the read is
/// done (a field of an object that is used afterwards, or <see cref="GC.KeepAlive"/>).
/// </para>
/// </summary>
internal sealed unsafe class FileMemory
{
    // Mappings closed but not yet collected. A process may hold only some 65,000 of them, and a reader that allocates
    // nothing would never give the collector a reason to run.
    private const int ClosedMappingsLimit = 4096;
    private static int closedMappings;

    private readonly MemoryMappedViewAccessor? view;
    private readonly byte[]? array;
    private volatile bool closed;
    private int counted;

    private FileMemory(string name, MemoryMappedViewAccessor view, long length)
    {
        Name = name;
        Length = length;
        this.view = view;
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        Start = pointer + view.PointerOffset;
    }

    private FileMemory(string name, byte[] pinned, long length)
    {
        Name = name;
        Length = length;
        array = pinned;
        Start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));
        GC.SuppressFinalize(this);
    }

    ~FileMemory()
    {
        if (counted != 0)
            Interlocked.Decrement(ref closedMappings);
        view?.SafeMemoryMappedViewHandle.ReleasePointer();
        view?.Dispose();
    }

    /// <summary>The file's name, without its folder.</summary>
    public string Name { get; }

    public byte* Start { get; }

    /// <summary>Bytes from <see cref="Start"/> on.</summary>
    public long Length { get; }

    public bool Closed => closed;

    /// <summary>Maps a file for reading. What is appended to it later is not seen.</summary>
    public static FileMemory Map(string path)
    {
        string name = Path.GetFileName(path);
        using SafeFileHandle handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        long length = RandomAccess.GetLength(handle);
        if (length == 0)
            return FromPinned(name, GC.AllocateUninitializedArray<byte>(1, pinned: true), 0);
        using var file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new FileMemory(name, file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
    }

    /// <summary>Takes the first <paramref name="length"/> bytes of an array allocated as pinned.</summary>
    public static FileMemory FromPinned(string name, byte[] pinned, long length) => new(name, pinned, length);

    public void Close()
    {
        closed = true;
        if (view == null || Interlocked.Exchange(ref counted, 1) != 0)
            return;
        if (Interlocked.Increment(ref closedMappings) % ClosedMappingsLimit == 0)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EnsureOpen()
    {
        if (closed)
            ThrowClosed();
    }

    [DoesNotReturn]
    private void ThrowClosed() => throw new ObjectDisposedException(Name, "the index reader that this file belongs to has been disposed");
}
