using System.Buffers;

namespace PolicySearch.Documents.Reading;

/// <summary>Recognises text that was decoded with the wrong encoding before it was saved: no reader can use it, so it must not be indexed.</summary>
internal static class Mojibake
{
    // What UTF-8 bytes of the commonest Hanzi and marks (的 是 在 中 国 ， 。) look like when read as GBK.
    private static readonly SearchValues<char> Utf8ReadAsGbk = SearchValues.Create("鐨鏄鍦涓锛銆鍥浜涔鍏鏈鎴戠殑鍜屼簡");
    // The same bytes read as Latin-1 or Windows-1252, and the traces of U+FFFD read as GBK (锟斤拷).
    private static readonly SearchValues<char> Utf8ReadAsLatin = SearchValues.Create("ÃÂÄÅÆÇÈÉäåæçèéïð¤¥¦§¨©ª«¬®¯°±²³´µ¶¸¹º»¼½¾¿");
    private const int SampleChars = 20_000;

    /// <summary>Looks at the first characters of a text.</summary>
    /// <exception cref="UnreadableDocumentException">Most of them are the traces of a wrong encoding.</exception>
    public static void ThrowIfGarbled(string path, string text)
    {
        ReadOnlySpan<char> sample = text.AsSpan(0, Math.Min(text.Length, SampleChars));
        bool garbled = Share(sample, Utf8ReadAsGbk) > 0.06 || Share(sample, Utf8ReadAsLatin) > 0.25 || Share(sample, Replacement) > 0.05;
        if (garbled)
            throw new UnreadableDocumentException(path, "the text is garbled (decoded with a wrong encoding before it was saved)", "fetch or export it again as UTF-8");
    }

    private static readonly SearchValues<char> Replacement = SearchValues.Create("锟斤拷\uFFFD");

    private static double Share(ReadOnlySpan<char> text, SearchValues<char> signs)
    {
        int count = 0, at = 0;
        while (text[at..].IndexOfAny(signs) is int step and >= 0)
        {
            count++;
            at += step + 1;
        }
        return text.Length < 8 ? 0 : (double)count / text.Length;
    }
}
