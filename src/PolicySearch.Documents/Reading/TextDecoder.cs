using System.Text;

namespace PolicySearch.Documents.Reading;

/// <summary>Text, the encoding that it was found in, and what was odd about it.</summary>
internal readonly record struct DecodedText(string Text, string Encoding, string? Warning);

/// <summary>
/// Finds the encoding of a text file: a byte order mark decides; else bytes that are valid UTF-8 are UTF-8; else bytes that are valid
/// GB18030 and give mostly everyday Hanzi are GB18030; else UTF-8 with single damaged bytes. Anything else is reported.
/// Thread-safe.
/// </summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Decodes a whole file.</summary>
    /// <exception cref="UnreadableDocumentException">Binary, not text in a known encoding, or text that was garbled before it came here.</exception>
    public static DecodedText Decode(string path, byte[] content)
    {
        DecodedText decoded = FromMark(path, content) ?? FromBytes(path, content);
        if (string.IsNullOrWhiteSpace(decoded.Text))
            throw new UnreadableDocumentException(path, "the file holds no text", "remove it or put the text in");
        Mojibake.ThrowIfGarbled(path, decoded.Text);
        return decoded;
    }

    private static DecodedText? FromMark(string path, ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return FromUtf8(content[3..]) ?? throw NotInItsEncoding(path, "UTF-8");
        if (content.StartsWith((ReadOnlySpan<byte>)[0x84, 0x31, 0x95, 0x33]))
            return FromGb18030(content[4..]) ?? throw NotInItsEncoding(path, "GB18030");
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return FromUtf16(path, content[2..], Encoding.Unicode, "UTF-16LE");
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return FromUtf16(path, content[2..], Encoding.BigEndianUnicode, "UTF-16BE");
        return null;
    }

    private static DecodedText FromBytes(string path, ReadOnlySpan<byte> content)
    {
        if (content.Contains((byte)0))
        {
            throw new UnreadableDocumentException(path, "the file is binary or UTF-16 without a byte order mark",
                "save it as UTF-8 text, or give it the ending of its real format");
        }
        if (TryStrict(Utf8, content) is string utf8)
            return new DecodedText(utf8, "UTF-8", null);
        if (TryStrict(Gb18030, content) is string gb && LooksChinese(gb))
            return new DecodedText(gb, "GB18030", null);
        return FromUtf8(content) ?? FromGb18030(content) ?? throw new UnreadableDocumentException(path,
            "the text is neither UTF-8 nor GB18030", "save it as UTF-8");
    }

    private static string? TryStrict(Encoding encoding, ReadOnlySpan<byte> content)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // A byte lost here and there (a file cut off in the middle of a character) must not lose the document.
    private static DecodedText? FromUtf8(ReadOnlySpan<byte> content) => Tolerant(Encoding.UTF8.GetString(content), "UTF-8");

    private static DecodedText? FromGb18030(ReadOnlySpan<byte> content)
    {
        string text = CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetString(content);
        return LooksChinese(text) ? Tolerant(text, "GB18030") : null;
    }

    private static DecodedText? Tolerant(string text, string encoding)
    {
        int damaged = text.AsSpan().Count('\uFFFD');
        if (damaged * 200L > text.Length + 400L)
            return null;
        return new DecodedText(text, encoding, damaged == 0 ? null : $"{damaged} characters are damaged in the file and were read as U+FFFD");
    }

    private static DecodedText FromUtf16(string path, ReadOnlySpan<byte> content, Encoding encoding, string name) =>
        Tolerant(encoding.GetString(content), name) ?? throw NotInItsEncoding(path, name);

    private static UnreadableDocumentException NotInItsEncoding(string path, string name) =>
        new(path, $"the byte order mark says {name} but the bytes are not", "save it as UTF-8");

    /// <summary>GB18030 gives some character to nearly all bytes; real Chinese is mostly level-1 Hanzi and ASCII, binary noise is not.</summary>
    private static bool LooksChinese(string text)
    {
        int hanzi = 0, odd = 0;
        foreach (char c in text)
        {
            if (c is >= '\u4E00' and <= '\u9FA5')
                hanzi++;
            else if (c is (< ' ' and not '\t' and not '\n' and not '\r' and not '\f') or (>= '\uE000' and <= '\uF8FF') or (>= '\u3400' and <= '\u4DBF') or '\uFFFD')
                odd++;
        }
        return hanzi > 0 && odd * 50L <= hanzi;
    }
}
