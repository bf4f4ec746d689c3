namespace Lucene.Net.Store;

/// <summary>A buffer and a running checksum in front of wherever the bytes go.</summary>
internal abstract class BufferedOutput(string name) : IndexOutput
{
    private readonly byte[] buffer = new byte[1 << 16];
    private int used;
    private long flushed;
    private uint checksum;
    private int summed;
    private bool closed;

    public override long Checksum
    {
        get
        {
            SumBuffer();
            return checksum;
        }
    }

    public override long Position => flushed + used;

    public sealed override void WriteByte(byte b)
    {
        if (used == buffer.Length)
            Flush();
        buffer[used++] = b;
    }

    public sealed override void WriteBytes(byte[] b, int offset, int length) => Write(b.AsSpan(offset, length));

    public sealed override void Flush()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        SumBuffer();
        if (used > 0)
            WriteOut(buffer.AsSpan(0, used));
        flushed += used;
        used = summed = 0;
    }

    public override string ToString() => name;

    internal sealed override void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > buffer.Length - used)
        {
            int count = buffer.Length - used;
            bytes[..count].CopyTo(buffer.AsSpan(used));
            bytes = bytes[count..];
            used += count;
            Flush();
        }
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    protected override void Dispose(bool disposing)
    {
        if (closed)
            return;
        try
        {
            Flush();
        }
        finally
        {
            closed = true;
            Complete();
        }
    }

    /// <summary>Appends to the file.</summary>
    protected abstract void WriteOut(ReadOnlySpan<byte> bytes);

    /// <summary>Closes the file; called once.</summary>
    protected abstract void Complete();

    private void SumBuffer()
    {
        checksum = Crc32.Append(checksum, buffer.AsSpan(summed, used - summed));
        summed = used;
    }
}
