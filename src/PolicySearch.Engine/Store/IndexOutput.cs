namespace Lucene.Net.Store;

/// <summary>A file of the index while it is written, from start to end; disposing it completes it. Not safe for several threads.</summary>
public abstract class IndexOutput : DataOutput, IDisposable
{
    /// <summary>CRC-32 (as in zip) of all bytes written so far.</summary>
    public abstract long Checksum { get; }

    /// <summary>Bytes written so far.</summary>
    public virtual long Length => Position;

    /// <summary>Where the next byte goes, from the start of the file.</summary>
    public abstract long Position { get; }

    /// <summary>Writes what is buffered and closes the file. It is not yet safe from a power cut: see <see cref="Directory.Sync"/>.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected abstract void Dispose(bool disposing);

    /// <summary>Hands what is buffered to the operating system.</summary>
    public abstract void Flush();
}
