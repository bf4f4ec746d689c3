namespace Lucene.Net.Index;

/// <summary>
/// The names of an index's files:
/// <code>
/// segments_N                     commit N (base 36)
/// segments.gen                   the last N, a second source of it
/// _S.EXT, _S_SUFFIX.EXT          part of segment S (base 36)
/// _S_G.del                       deletions of segment S, generation G (base 36)
/// </code>
/// </summary>
internal static class IndexFileNames
{
    public const string SEGMENTS = "segments";
    public const string SEGMENTS_GEN = "segments.gen";

    /// <summary><c>_0.fdt</c>, or <c>_0_Lucene41_0.doc</c> with a suffix.</summary>
    public static string SegmentFileName(string segment, string suffix, string extension) =>
        suffix.Length == 0 ? $"{segment}.{extension}" : $"{segment}_{suffix}.{extension}";

    /// <summary><c>segments_a</c>, <c>_0_3.del</c>; generation 0 leaves the number out, and −1 stands for no file: null.</summary>
    public static string? FileNameFromGeneration(string stem, string extension, long generation)
    {
        string end = extension.Length == 0 ? "" : "." + extension;
        return generation switch { -1 => null, 0 => stem + end, _ => $"{stem}_{ToBase36(generation)}{end}" };
    }

    /// <summary>The segment's name at the start of a file's name: <c>_0</c> of <c>_0_Lucene41_0.doc</c>.</summary>
    public static string ParseSegmentName(string fileName)
    {
        int end = fileName.IndexOfAny(['_', '.'], Math.Min(1, fileName.Length));
        return end < 0 ? fileName : fileName[..end];
    }

    /// <summary>True when the name is one that an index's file has, so that an index may delete it.</summary>
    public static bool IsIndexFile(string fileName) =>
        fileName.StartsWith(SEGMENTS, StringComparison.Ordinal) || (fileName.StartsWith('_') && fileName.Contains('.'));

    /// <summary>Digits 0-9 and a-z.</summary>
    public static string ToBase36(long value)
    {
        Span<char> digits = stackalloc char[13];
        int at = digits.Length;
        do
        {
            digits[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(value % 36)];
            value /= 36;
        }
        while (value > 0);
        return digits[at..].ToString();
    }

    /// <summary>The number that digits 0-9 and a-z stand for, or −1 when they do not.</summary>
    public static long ParseBase36(string digits)
    {
        long value = 0;
        foreach (char c in digits)
        {
            int digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetterLower(c) ? c - 'a' + 10 : -1;
            if (digit < 0 || value > (long.MaxValue - digit) / 36)
                return -1;
            value = value * 36 + digit;
        }
        return digits.Length == 0 ? -1 : value;
    }
}
