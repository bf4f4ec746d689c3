using System.Buffers.Binary;
using System.Text;

namespace Lucene.Net.Store;

/// <summary>Writes the primitive types that <see cref="DataInput"/> describes.</summary>
public abstract class DataOutput
{
    /// <summary>Copies the next <paramref name="numBytes"/> bytes of <paramref name="input"/>.</summary>
    public virtual void CopyBytes(DataInput input, long numBytes)
    {
        var buffer = new byte[(int)Math.Min(numBytes, 16384)];
        for (; numBytes > 0; numBytes -= buffer.Length)
        {
            int count = (int)Math.Min(numBytes, buffer.Length);
            input.ReadBytes(buffer, 0, count);
            WriteBytes(buffer, 0, count);
        }
    }

    /// <summary>One byte.</summary>
    public abstract void WriteByte(byte b);

    /// <summary>The first <paramref name="length"/> bytes of <paramref name="b"/>.</summary>
    public virtual void WriteBytes(byte[] b, int length) => WriteBytes(b, 0, length);

    /// <summary><paramref name="length"/> bytes of <paramref name="b"/> from <paramref name="offset"/>.</summary>
    public abstract void WriteBytes(byte[] b, int offset, int length);

    /// <summary>Two bytes.</summary>
    public virtual void WriteInt16(short i)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteInt16BigEndian(bytes, i);
        Write(bytes);
    }

    /// <summary>Four bytes.</summary>
    public virtual void WriteInt32(int i)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, i);
        Write(bytes);
    }

    /// <summary>Eight bytes.</summary>
    public virtual void WriteInt64(long i)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, i);
        Write(bytes);
    }

    /// <summary>A length and the UTF-8 form of <paramref name="s"/>.</summary>
    public virtual void WriteString(string s)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(s);
        WriteVInt32(utf8.Length);
        Write(utf8);
    }

    /// <summary>A count and the strings, in the set's order; null is an empty set.</summary>
    public virtual void WriteStringSet(ISet<string>? set)
    {
        WriteInt32(set?.Count ?? 0);
        foreach (string s in set ?? (IEnumerable<string>)[])
            WriteString(s);
    }

    /// <summary>A count and the pairs, in the map's order; null is an empty map.</summary>
    public virtual void WriteStringStringMap(IDictionary<string, string>? map)
    {
        WriteInt32(map?.Count ?? 0);
        foreach ((string key, string value) in map ?? (IEnumerable<KeyValuePair<string, string>>)[])
        {
            WriteString(key);
            WriteString(value);
        }
    }

    /// <summary>An Int32 in one to five bytes; a negative one takes five.</summary>
    public void WriteVInt32(int i)
    {
        Span<byte> bytes = stackalloc byte[5];
        int count = 0;
        uint rest = (uint)i;
        for (; rest > 0x7f; rest >>= 7)
            bytes[count++] = (byte)(rest | 0x80);
        bytes[count++] = (byte)rest;
        Write(bytes[..count]);
    }

    /// <summary>An Int64 in one to nine bytes; not negative.</summary>
    public void WriteVInt64(long i)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(i);
        Span<byte> bytes = stackalloc byte[9];
        int count = 0;
        for (; i > 0x7f; i >>= 7)
            bytes[count++] = (byte)(i | 0x80);
        bytes[count++] = (byte)i;
        Write(bytes[..count]);
    }

    /// <summary>All of <paramref name="bytes"/>. What the other methods end in, so override it where it can be faster.</summary>
    internal virtual void Write(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
            WriteByte(b);
    }
}
