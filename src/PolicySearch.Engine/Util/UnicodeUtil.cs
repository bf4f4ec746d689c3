using System.Text;

namespace Lucene.Net.Util;

/// <summary>Between UTF-16, as strings have it, and UTF-8, as the index has it.</summary>
public static class UnicodeUtil
{
    /// <summary>Ten bytes 0xFF: sorts after every term that is UTF-8.</summary>
    public static readonly BytesRef BIG_TERM = new([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);

    /// <summary>Replaces <paramref name="result"/> by the UTF-8 form of part of <paramref name="source"/>; a lone surrogate becomes U+FFFD.</summary>
    public static void UTF16toUTF8(string source, int offset, int length, BytesRef result) => Utf16ToUtf8(source.AsSpan(offset, length), result);

    /// <inheritdoc cref="UTF16toUTF8(string, int, int, BytesRef)"/>
    public static void UTF16toUTF8(char[] source, int offset, int length, BytesRef result) => Utf16ToUtf8(source.AsSpan(offset, length), result);

    internal static void Utf16ToUtf8(ReadOnlySpan<char> source, BytesRef result)
    {
        result.Offset = 0;
        if (result.Bytes.Length < source.Length * 3L)
            result.Bytes = new byte[checked(source.Length * 3)];
        result.Length = Encoding.UTF8.GetBytes(source, result.Bytes);
    }
}
