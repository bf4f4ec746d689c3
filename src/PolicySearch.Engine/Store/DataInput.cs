using System.IO;
using System.Text;

namespace Lucene.Net.Store;

/// <summary>
/// Reads the index format's primitive types, all big-endian:
/// <code>
/// VInt32, VInt64  := seven bits a byte, lowest first; the high bit says that more follow (at most 5 and 9 bytes)
/// String          := Length:VInt32 (bytes), UTF-8 bytes
/// StringSet       := Count:Int32, String^Count
/// StringStringMap := Count:Int32, (Key:String, Value:String)^Count
/// </code>
/// </summary>
public abstract class DataInput
{
    /// <summary>Another input at the same place, moving on its own.</summary>
    public virtual object Clone() => MemberwiseClone();

    /// <summary>The next byte.</summary>
    public abstract byte ReadByte();

    /// <summary>The next <paramref name="len"/> bytes, into <paramref name="b"/> from <paramref name="offset"/>.</summary>
    public abstract void ReadBytes(byte[] b, int offset, int len);

    /// <summary>The next two bytes.</summary>
    public virtual short ReadInt16() => (short)(ReadByte() << 8 | ReadByte());

    /// <summary>The next four bytes.</summary>
    public virtual int ReadInt32() => (ushort)ReadInt16() << 16 | (ushort)ReadInt16();

    /// <summary>The next eight bytes.</summary>
    public virtual long ReadInt64() => (long)(uint)ReadInt32() << 32 | (uint)ReadInt32();

    /// <summary>An Int32 in one to five bytes.</summary>
    public virtual int ReadVInt32()
    {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte b = ReadByte();
            value |= (b & 0x7f) << shift;
            if (b < 0x80)
                return value;
        }
        throw Corrupt("a VInt32 of at most 5 bytes", "a sixth byte");
    }

    /// <summary>An Int64 in one to nine bytes; never negative.</summary>
    public virtual long ReadVInt64()
    {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7)
        {
            byte b = ReadByte();
            value |= (b & 0x7fL) << shift;
            if (b < 0x80)
                return value;
        }
        throw Corrupt("a VInt64 of at most 9 bytes", "a tenth byte");
    }

    /// <summary>A length and that many bytes of UTF-8.</summary>
    public virtual string ReadString()
    {
        var bytes = new byte[CheckLength(ReadVInt32(), 1)];
        ReadBytes(bytes, 0, bytes.Length);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>A count and that many strings.</summary>
    public virtual ISet<string> ReadStringSet()
    {
        int count = CheckLength(ReadInt32(), 1);
        var set = new HashSet<string>();
        for (int i = 0; i < count; i++)
            set.Add(ReadString());
        return set;
    }

    /// <summary>A count and that many pairs of strings.</summary>
    public virtual IDictionary<string, string> ReadStringStringMap()
    {
        int count = CheckLength(ReadInt32(), 2);
        var map = new Dictionary<string, string>();
        for (int i = 0; i < count; i++)
        {
            string key = ReadString();
            map[key] = ReadString();
        }
        return map;
    }

    /// <summary>Moves on by <paramref name="numBytes"/>.</summary>
    public virtual void SkipBytes(long numBytes)
    {
        for (; numBytes > 0; numBytes--)
            ReadByte();
    }

    /// <summary>A count as read, once it is certain that so many items of at least <paramref name="itemBytes"/> can follow; so no damaged count allocates.</summary>
    internal virtual int CheckLength(int count, int itemBytes) => count >= 0 ? count : throw Corrupt("a count", $"{count}");

    internal virtual IOException Corrupt(string expected, string found) => new Index.CorruptIndexException($"{this}: expected {expected}, found {found}");
}
