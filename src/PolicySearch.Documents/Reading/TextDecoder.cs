using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PolicySearch.Documents.Reading;

/// <summary>Text, the encoding that it was found in, and what was odd about it.</summary>
internal readonly record struct DecodedText(string Text, string Encoding, string? Warning);

/// <summary>
/// Finds the encoding of a text file: a byte order mark decides; else bytes that are valid UTF-8 are UTF-8; else zero bytes on every other place are UTF-16 without a mark;
/// else of GB18030 and Big5 the one that gives more everyday Hanzi; else UTF-8 with single damaged bytes. What a page declares decides only between equals, since declared
/// charsets lie. Anything else is reported. Thread-safe.
/// </summary>
internal static class TextDecoder
{
    private const int SampleChars = 20_000, MaxPooledChars = 1 << 20;

    // The commonest Hanzi of either script: text read in the wrong double-byte encoding has next to none of them.
    private static readonly SearchValues<char> Everyday = SearchValues.Create(
        "的一是不了在人有我他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着去之过過家学學对對可里后後小么么心多天而能好都然没於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長政府局市县縣区區关關于意见工办辦理代表委员員建议議提案通知号號，。、：");

    private static readonly Encoding Gb18030 = CodePage(54936, DecoderFallback.ExceptionFallback);
    private static readonly Encoding Big5 = CodePage(950, new DecoderReplacementFallback("\uFFFD"));

    /// <summary>Decodes a whole file.</summary>
    /// <param name="path">For messages only.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="declared">The charset that the file says it has, lower-case, or null.</param>
    /// <exception cref="UnreadableDocumentException">Binary, not text in a known encoding, or text that was garbled before it came here.</exception>
    public static DecodedText Decode(string path, byte[] content, string? declared = null)
    {
        DecodedText decoded = FromMark(path, content) ?? FromBytes(path, content, declared);
        if (string.IsNullOrWhiteSpace(decoded.Text))
            throw new UnreadableDocumentException(path, "the file holds no text", "remove it or put the text in");
        Mojibake.ThrowIfGarbled(path, decoded.Text);
        return decoded;
    }

    private static Encoding CodePage(int number, DecoderFallback fallback) => CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, fallback)!;

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

    private static DecodedText FromBytes(string path, ReadOnlySpan<byte> content, string? declared)
    {
        if (content.Contains((byte)0))
        {
            return Utf16WithoutMark(content) ?? throw new UnreadableDocumentException(path, "the file is binary, no text", "save it as UTF-8 text, or give it the ending of its real format");
        }
        if (StrictUtf8(content) is string utf8)
            return new DecodedText(utf8, "UTF-8", null);
        string? gb = TryStrict(Gb18030, content), big5 = StrictBig5(content);
        if (big5 is not null && Share(big5) * (declared == "big5" ? 1.1 : 1) > Share(gb) && LooksChinese(big5))
            return new DecodedText(big5, "Big5", null);
        if (gb is not null && LooksChinese(gb))
            return new DecodedText(gb, "GB18030", null);
        return FromUtf8(content) ?? FromGb18030(content) ?? throw new UnreadableDocumentException(path,
            "the text is neither UTF-8, GB18030 nor Big5", "save it as UTF-8");
    }

    /// <summary>Line ends and digits of UTF-16 have a zero byte before or behind them; the order with more everyday Hanzi is the right one.</summary>
    private static DecodedText? Utf16WithoutMark(ReadOnlySpan<byte> content)
    {
        if (content.Length % 2 != 0 || content.Length < 4)
            return null;
        string little = Encoding.Unicode.GetString(content), big = Encoding.BigEndianUnicode.GetString(content);
        (string text, string name) = Share(little) >= Share(big) ? (little, "UTF-16LE") : (big, "UTF-16BE");
        return Share(text) > 0.1 && LooksChinese(text) && !text.Contains('\0') ? Tolerant(text, name) : null;
    }

    // What GB18030 has and Big5 has not stands in nearly every text in GB18030: told by the sign in its place, since an exception costs more than the decoding.
    private static string? StrictBig5(ReadOnlySpan<byte> content)
    {
        string text = Big5.GetString(content);
        return text.Contains('\uFFFD') ? null : text;
    }

    // In one pass, without an exception for the many files that are something else. A byte gives one character at most.
    private static string? StrictUtf8(ReadOnlySpan<byte> content)
    {
        if (content.Length > MaxPooledChars)
            return Utf8.IsValid(content) ? Encoding.UTF8.GetString(content) : null;
        char[] buffer = ArrayPool<char>.Shared.Rent(content.Length);
        OperationStatus status = Utf8.ToUtf16(content, buffer, out _, out int length, replaceInvalidSequences: false);
        string? text = status == OperationStatus.Done ? new string(buffer, 0, length) : null;
        ArrayPool<char>.Shared.Return(buffer);
        return text;
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

    private static double Share(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return 0;
        ReadOnlySpan<char> sample = text.AsSpan(0, Math.Min(text.Length, SampleChars));
        int everyday = 0, wide = 0;
        foreach (char c in sample)
        {
            wide += c > '\u007F' ? 1 : 0;
            everyday += Everyday.Contains(c) ? 1 : 0;
        }
        return (double)everyday / Math.Max(1, wide);
    }

    // A byte lost here and there (a file cut off in the middle of a character) must not lose the document.
    private static DecodedText? FromUtf8(ReadOnlySpan<byte> content) => Tolerant(Encoding.UTF8.GetString(content), "UTF-8");

    private static DecodedText? FromGb18030(ReadOnlySpan<byte> content)
    {
        string text = CodePage(54936, DecoderFallback.ReplacementFallback).GetString(content);
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
