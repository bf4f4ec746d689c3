using System.Buffers;

namespace PolicySearch.Documents.Reading;

/// <summary>Recognises text that was decoded with the wrong encoding before it was saved: no reader can use it, so it must not be indexed.</summary>
internal static class Mojibake
{
    // What UTF-8 bytes of the commonest Hanzi and marks (的 是 在 中 国 ， 。) look like when read as GBK.
    private const string Utf8ReadAsGbk = "鐨鏄鍦涓锛銆鍥浜涔鍏鏈鎴戠殑鍜屼簡";

    // The same bytes read as Latin-1 or Windows-1252.
    private const string Utf8ReadAsLatin = "ÃÂÄÅÆÇÈÉäåæçèéïð¤¥¦§¨©ª«¬®¯°±²³´µ¶¸¹º»¼½¾¿";

    // The traces of U+FFFD read as GBK, and U+FFFD itself.
    private const string Replacement = "锟斤拷\uFFFD";

    private static readonly SearchValues<char> Gbk = SearchValues.Create(Utf8ReadAsGbk), Latin = SearchValues.Create(Utf8ReadAsLatin);
    private static readonly SearchValues<char> Signs = SearchValues.Create(Utf8ReadAsGbk + Utf8ReadAsLatin + Replacement);
    private const int SampleChars = 20_000, LeastChars = 8;

    /// <summary>Looks at the first characters of a text.</summary>
    /// <exception cref="UnreadableDocumentException">Most of them are the traces of a wrong encoding.</exception>
    public static void ThrowIfGarbled(string path, string text)
    {
        ReadOnlySpan<char> sample = text.AsSpan(0, Math.Min(text.Length, SampleChars));
        if (sample.Length < LeastChars)
            return;
        int gbk = 0, latin = 0, replaced = 0;
        for (int at = 0; sample[at..].IndexOfAny(Signs) is int step and >= 0; at += step + 1)
        {
            char sign = sample[at + step];
            if (Gbk.Contains(sign))
                gbk++;
            else if (Latin.Contains(sign))
                latin++;
            else
                replaced++;
        }
        bool garbled = Share(gbk) > 0.06 || Share(latin) > 0.25 || Share(replaced) > 0.05;
        if (garbled)
            throw new UnreadableDocumentException(path, "the text is garbled (decoded with a wrong encoding before it was saved)", "fetch or export it again as UTF-8");

        double Share(int count) => (double)count / Math.Min(text.Length, SampleChars);
    }
}
