using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>Bytes in memory, for parts of a file that are written before their length is known. Reset and use it again.</summary>
internal sealed class GrowableOutput(int capacity = 256) : DataOutput
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public byte[] Bytes => _bytes;

    public void Reset() => Length = 0;

    public void Truncate(int length) => Length = length;

    public override void WriteByte(byte b)
    {
        if (Length == _bytes.Length)
            Array.Resize(ref _bytes, Length * 2);
        _bytes[Length++] = b;
    }

    public override void WriteBytes(byte[] b, int offset, int length) => Write(b.AsSpan(offset, length));

    public void WriteTo(DataOutput output) => output.WriteBytes(_bytes, 0, Length);

    /// <summary>Room for <paramref name="count"/> more bytes, counted as written.</summary>
    public Span<byte> Append(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(checked(Length + count), (int)Math.Min(Array.MaxLength, _bytes.Length * 2L)));
        Span<byte> room = _bytes.AsSpan(Length, count);
        Length += count;
        return room;
    }

    internal override void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));
}
