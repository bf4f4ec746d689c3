using System.Buffers.Binary;
using System.IO;
using Lucene.Net.Codecs;
using Lucene.Net.Store;

namespace PolicySearch.Engine.Tests.Damage;

/// <summary>The files of an index as byte arrays, read in place, of which any can be exchanged for a damaged one.</summary>
internal sealed class FilesInMemory : BaseDirectory
{
    private readonly Dictionary<string, byte[]> files;

    private FilesInMemory(Dictionary<string, byte[]> files) => this.files = files;

    /// <summary>A copy of the files in a folder.</summary>
    public static FilesInMemory Of(string folder) => new(System.IO.Directory.EnumerateFiles(folder).Where(path => !path.EndsWith("write.lock", StringComparison.Ordinal))
        .ToDictionary(path => Path.GetFileName(path), path => Pinned(File.ReadAllBytes(path)), StringComparer.Ordinal));

    /// <summary>The same files but for one.</summary>
    public FilesInMemory With(string name, ReadOnlySpan<byte> bytes) => new(new Dictionary<string, byte[]>(files, StringComparer.Ordinal) { [name] = Pinned(bytes) });

    /// <summary>The same files but for one, whose last eight bytes become the right checksum of the others.</summary>
    public FilesInMemory WithSealed(string name, ReadOnlySpan<byte> bytes)
    {
        FilesInMemory result = With(name, bytes);
        Span<byte> own = result.files[name];
        if (own.Length >= CodecUtil.FooterLength)
            BinaryPrimitives.WriteInt64BigEndian(own[^8..], Crc32.Append(0, own[..^8]));
        return result;
    }

    /// <summary>The same files without one.</summary>
    public FilesInMemory Without(string name) => new(files.Where(file => file.Key != name).ToDictionary(StringComparer.Ordinal));

    /// <summary>The bytes of a file.</summary>
    public ReadOnlySpan<byte> Bytes(string name) => files[name];

    public override string[] ListAll() => [.. files.Keys.Order(StringComparer.Ordinal)];

    public override long FileLength(string name) => Find(name).Length;

    public override IndexInput OpenInput(string name, IOContext context)
    {
        byte[] bytes = Find(name);
        // Behind an empty array nothing is read; it only needs an address.
        return new MemoryInput(FileMemory.FromPinned(name, bytes.Length == 0 ? Pinned([0]) : bytes, bytes.Length));
    }

    public override IndexOutput CreateOutput(string name, IOContext context) => throw new NotSupportedException("read only");

    public override void DeleteFile(string name) => throw new NotSupportedException("read only");

    public override void Sync(ICollection<string> names) => throw new NotSupportedException("read only");

    protected override void Dispose(bool disposing)
    {
    }

    private byte[] Find(string name) => files.TryGetValue(name, out byte[]? bytes) ? bytes : throw new FileNotFoundException($"no file {name}", name);

    private static byte[] Pinned(ReadOnlySpan<byte> bytes)
    {
        byte[] copy = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(copy);
        return copy;
    }
}
