namespace PolicySearch.Search.Passages;

/// <summary>A hash of <see cref="Shingles.Width"/> characters and where they begin in the wording.</summary>
internal readonly record struct Shingle(uint Hash, int Position);

/// <summary>
/// Hashes of neighbouring characters, thinned out by winnowing: of every <see cref="Window"/> neighbouring hashes the smallest is kept, the
/// rightmost of equal ones. Two texts that share a run of <see cref="Guarantee"/> characters or more therefore keep a hash of it in common, whatever
/// stands around; of shorter runs some are found too. Pure functions.
/// </summary>
/// <remarks>Winnowing: Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003.</remarks>
internal static class Shingles
{
    /// <summary>Characters in a shingle.</summary>
    public const int Width = 8;

    /// <summary>Shared runs of so many characters are always found.</summary>
    public const int Guarantee = 18;

    /// <summary>Neighbouring hashes of which one is kept.</summary>
    public const int Window = Guarantee - Width + 1;

    private const uint Factor = 0x01000193;

    /// <summary>Factor to the power of Width − 1: takes the first character out of a rolling hash.</summary>
    private static readonly uint LeadingFactor = Power(Factor, Width - 1);

    /// <summary>Hash of every shingle, in order; none when the text is shorter than one.</summary>
    public static uint[] All(ReadOnlySpan<char> characters)
    {
        int count = characters.Length - Width + 1;
        if (count <= 0)
            return [];
        var hashes = new uint[count];
        uint rolling = 0;
        for (int i = 0; i < Width; i++)
            rolling = rolling * Factor + characters[i];
        hashes[0] = Mix(rolling);
        for (int i = 1; i < count; i++)
        {
            rolling = (rolling - characters[i - 1] * LeadingFactor) * Factor + characters[i + Width - 1];
            hashes[i] = Mix(rolling);
        }
        return hashes;
    }

    /// <summary>The winnowed shingles, in order. A text with fewer shingles than a window keeps one, if it has any.</summary>
    public static List<Shingle> Winnow(ReadOnlySpan<char> characters)
    {
        uint[] hashes = All(characters);
        var kept = new List<Shingle>();
        int least = -1;
        for (int end = Math.Min(Window, hashes.Length); end <= hashes.Length && end > 0; end++)
        {
            int start = Math.Max(0, end - Window);
            if (least < start)
                least = SmallestIn(hashes, start, end);
            else if (hashes[end - 1] <= hashes[least])
                least = end - 1;
            if (kept.Count == 0 || kept[^1].Position != least)
                kept.Add(new(hashes[least], least));
        }
        return kept;
    }

    /// <summary>A hash as a term: five characters of six bits. 30 of the 32 bits are kept; what meets by chance is told apart by the text.</summary>
    public static string Term(uint hash) => string.Create(5, hash, static (term, bits) =>
    {
        for (int i = 0; i < term.Length; i++, bits >>= 6)
            term[i] = (char)('0' + (bits & 63));
    });

    private static int SmallestIn(uint[] hashes, int start, int end)
    {
        int least = start;
        for (int i = start + 1; i < end; i++)
        {
            if (hashes[i] <= hashes[least])
                least = i;
        }
        return least;
    }

    // The rolling hash orders texts by their last characters; the order that winnowing goes by must look random.
    private static uint Mix(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    private static uint Power(uint factor, int exponent)
    {
        uint power = 1;
        for (int i = 0; i < exponent; i++)
            power *= factor;
        return power;
    }
}
