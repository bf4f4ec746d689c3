using System.Globalization;
using System.IO;

namespace Lucene.Net.Analysis.Cn.Smart;

/// <summary>What a character means for the end of a sentence.</summary>
internal enum SentenceClass : byte
{
    Other,
    Space,
    Terminator,
    Quote,
    Close,
    Digit,
    Dot,
    Letter,
    Lowercase,
    Ignored,
    Danda,
    Paragraph,
}

/// <summary>
/// The class of every code point (embedded resource sentence-classes.txt). Immutable and shared by all threads; read on first use.
/// <code>
/// File := Line*
/// Line := ClassName (' ' First ('-' Last)?)* '\n'   (hexadecimal code points, ascending within a class; what is not listed is Other)
/// </code>
/// </summary>
internal static class SentenceClasses
{
    private static readonly byte[] Basic = new byte[char.MaxValue + 1];
    private static readonly List<(int First, int Last, SentenceClass Class)> Supplementary = [];

    static SentenceClasses()
    {
        using Stream stream = typeof(SentenceClasses).Assembly.GetManifestResourceStream("sentence-classes.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            AddLine(line.Split(' '));
        Supplementary.Sort();
    }

    /// <summary>The class of a code point or of a lone surrogate.</summary>
    public static SentenceClass Of(int codePoint) => codePoint <= char.MaxValue ? (SentenceClass)Basic[codePoint] : OfSupplementary(codePoint);

    private static SentenceClass OfSupplementary(int codePoint)
    {
        int low = 0, high = Supplementary.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            (int first, int last, SentenceClass found) = Supplementary[middle];
            if (codePoint < first)
                high = middle - 1;
            else if (codePoint > last)
                low = middle + 1;
            else
                return found;
        }
        return SentenceClass.Other;
    }

    private static void AddLine(string[] parts)
    {
        var found = Enum.Parse<SentenceClass>(parts[0], ignoreCase: true);
        foreach (string range in parts.AsSpan(1))
        {
            int dash = range.IndexOf('-', StringComparison.Ordinal);
            int first = int.Parse(dash < 0 ? range : range.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            int last = dash < 0 ? first : int.Parse(range.AsSpan(dash + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (first > char.MaxValue)
                Supplementary.Add((first, last, found));
            else
                Basic.AsSpan(first, last - first + 1).Fill((byte)found);
        }
    }
}
