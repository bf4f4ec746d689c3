using System.Diagnostics.CodeAnalysis;

namespace Lucene.Net.Store;

/// <summary>
/// A file of the index, read at random. Clones move on their own and need no disposal; after the original is disposed,
/// reading from it or from a clone throws <see cref="ObjectDisposedException"/>. Not safe for several threads: each takes a clone.
/// </summary>
public abstract class IndexInput : DataInput, IDisposable
{
    private readonly string description;

    /// <param name="resourceDescription">What is read, for error messages.</param>
    protected IndexInput(string resourceDescription) => description = resourceDescription;

    /// <summary>Bytes in the file.</summary>
    public abstract long Length { get; }

    /// <summary>Where the next byte is read, from the start of the file.</summary>
    public abstract long Position { get; }

    /// <inheritdoc/>
    public override object Clone() => MemberwiseClone();

    /// <summary>Closes the file for this input and its clones.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected abstract void Dispose(bool disposing);

    /// <summary>Moves to <paramref name="pos"/> bytes from the start of the file.</summary>
    public abstract void Seek(long pos);

    /// <inheritdoc/>
    public override string ToString() => description;

    [DoesNotReturn]
    internal void ThrowCorrupt(long position, string expected, string found) =>
        throw new Index.CorruptIndexException(ErrorFile, ErrorOffset(position), expected, found);

    internal override System.IO.IOException Corrupt(string expected, string found) =>
        new Index.CorruptIndexException(ErrorFile, ErrorOffset(Position), expected, found);

    // The file on disk and the offset in it, for a slice of a compound file too.
    private protected virtual string ErrorFile => description;

    private protected virtual long ErrorOffset(long position) => position;
}
