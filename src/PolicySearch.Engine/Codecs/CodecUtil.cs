using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// How every file of the index begins and ends:
/// <code>
/// Header := Magic:Int32 = 0x3FD76C17, Codec:String, Version:Int32
/// Footer := Magic:Int32 = 0xC02893E8, Algorithm:Int32 = 0, Checksum:Int64   (16 bytes)
/// </code>
/// The checksum is the CRC-32 of all bytes before it, the footer's first eight included.
/// </summary>
internal static class CodecUtil
{
    public const int CODEC_MAGIC = 0x3FD76C17;
    public const int FOOTER_MAGIC = ~CODEC_MAGIC;
    public const int FooterLength = 16;

    public static void WriteHeader(DataOutput output, string codec, int version)
    {
        output.WriteInt32(CODEC_MAGIC);
        output.WriteString(codec);
        output.WriteInt32(version);
    }

    /// <summary>Bytes of the header of <paramref name="codec"/>, whose name is ASCII and shorter than 128.</summary>
    public static int HeaderLength(string codec) => 9 + codec.Length;

    public static void WriteFooter(IndexOutput output)
    {
        output.WriteInt32(FOOTER_MAGIC);
        output.WriteInt32(0);
        output.WriteInt64(output.Checksum);
    }

    /// <summary>Reads a header, and returns its version.</summary>
    /// <exception cref="CorruptIndexException">It is not this codec's, or its version is outside [<paramref name="minVersion"/>, <paramref name="maxVersion"/>].</exception>
    public static int CheckHeader(MemoryInput input, string codec, int minVersion, int maxVersion)
    {
        long at = input.Position;
        int magic = input.ReadInt32();
        if (magic != CODEC_MAGIC)
            input.ThrowCorrupt(at, $"header magic 0x{CODEC_MAGIC:x8}", $"0x{magic:x8}");
        string found = input.ReadString();
        if (found != codec)
            input.ThrowCorrupt(at + 4, $"codec {codec}", found);
        int version = input.ReadInt32();
        if (version < minVersion)
            throw new IndexFormatTooOldException(input, version, minVersion, maxVersion);
        if (version > maxVersion)
            throw new IndexFormatTooNewException(input, version, minVersion, maxVersion);
        return version;
    }

    /// <summary>Looks at the footer's form without reading the file; returns where it begins.</summary>
    public static long CheckFooter(MemoryInput input)
    {
        long at = input.Length - FooterLength;
        if (at < 0)
            input.ThrowCorrupt(0, $"a footer of {FooterLength} bytes", $"a file of {input.Length} bytes");
        MemoryInput footer = input.Slice(input.Name, at, FooterLength);
        int magic = footer.ReadInt32();
        if (magic != FOOTER_MAGIC)
            input.ThrowCorrupt(at, $"footer magic 0x{FOOTER_MAGIC:x8}", $"0x{magic:x8}");
        int algorithm = footer.ReadInt32();
        if (algorithm != 0)
            input.ThrowCorrupt(at + 4, "checksum algorithm 0", $"{algorithm}");
        return at;
    }

    /// <summary>Reads the whole file and compares its checksum; returns where the footer begins.</summary>
    public static long CheckChecksum(MemoryInput input)
    {
        long at = CheckFooter(input);
        MemoryInput all = input.Slice(input.Name, 0, input.Length);
        uint checksum = 0;
        for (long left = input.Length - 8; left > 0;)
        {
            int count = (int)Math.Min(left, 1 << 20);
            checksum = Crc32.Append(checksum, all.ReadSpan(count));
            left -= count;
        }
        long stored = all.ReadInt64();
        if (stored != checksum)
            input.ThrowCorrupt(input.Length - 8, $"checksum 0x{checksum:x8} of the bytes that are there", $"0x{stored:x}");
        return at;
    }

    /// <summary>Checks that what should end here does: the input stands at the footer.</summary>
    public static void CheckEnd(MemoryInput input, long footerAt)
    {
        if (input.Position != footerAt)
            input.ThrowCorrupt(input.Position, $"the footer, which begins at {footerAt}", "something between");
    }
}
