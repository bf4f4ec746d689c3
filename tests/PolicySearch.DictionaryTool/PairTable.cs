using System.Collections.Concurrent;

namespace PolicySearch.DictionaryTool;

/// <summary>How often one unit follows another; <paramref name="First"/> and <paramref name="Second"/> are positions in the lexicon.</summary>
internal readonly record struct Pair(int First, int Second, int Frequency);

/// <summary>
/// bigramdict.mem: 64-bit FNV-1a hashes of "first@second" (low byte, then high byte of each UTF-16 unit) beside frequencies. The words themselves are
/// not in the file, so they are found again by hashing every pair of the lexicon. A pair that no lexicon holds can never be asked for and is left out.
/// </summary>
internal sealed class PairTable
{
    private const ulong Offset = 0xcbf29ce484222325, Prime = 1099511628211;
    private const int FilterBits = 23;

    private readonly Dictionary<ulong, int> frequencies = [];
    private readonly ulong[] filter = new ulong[1 << (FilterBits - 6)];

    /// <summary>Takes the table from the file: the hashes, then the frequencies, 0 meaning an empty slot.</summary>
    public static PairTable Read(byte[] file)
    {
        var arrays = new SerializedArrays(file);
        var hashes = (long[])arrays.Next()!;
        var counts = (int[])arrays.Next()!;
        var table = new PairTable();
        for (int i = 0; i < hashes.Length; i++)
        {
            if (hashes[i] != 0)
                table.Add((ulong)hashes[i], counts[i]);
        }
        return table;
    }

    /// <summary>Every pair of entries that the table knows, ordered by first, then second.</summary>
    public List<Pair> Recover(List<LexiconEntry> entries)
    {
        Suffix[] seconds = Suffixes(entries);
        var found = new ConcurrentBag<Pair>();
        Parallel.For(0, entries.Count, first => Match(first, Hash(Hash(Offset, entries[first].Text), "@"), seconds, found));
        return [.. found.OrderBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }

    /// <summary>An entry as what it adds to the entry before it, since 10^10 pairs are hashed.</summary>
    private readonly record struct Suffix(int Shared, string Rest);

    private static Suffix[] Suffixes(List<LexiconEntry> entries)
    {
        var result = new Suffix[entries.Count];
        string previous = "";
        for (int i = 0; i < result.Length; i++)
        {
            int shared = previous.AsSpan().CommonPrefixLength(entries[i].Text);
            result[i] = new Suffix(shared, entries[i].Text[shared..]);
            previous = entries[i].Text;
        }
        return result;
    }

    private void Match(int first, ulong start, Suffix[] seconds, ConcurrentBag<Pair> found)
    {
        Span<ulong> states = stackalloc ulong[64];
        states[0] = start;
        for (int second = 0; second < seconds.Length; second++)
        {
            int depth = seconds[second].Shared;
            ulong hash = states[depth];
            foreach (char c in seconds[second].Rest)
                states[++depth] = hash = Hash(hash, c);
            ulong bit = hash >> (64 - FilterBits);
            if ((filter[bit >> 6] >> (int)(bit & 63) & 1) != 0 && frequencies.TryGetValue(hash, out int frequency))
                found.Add(new Pair(first, second, frequency));
        }
    }

    private void Add(ulong hash, int frequency)
    {
        frequencies.Add(hash, frequency);
        ulong bit = hash >> (64 - FilterBits);
        filter[bit >> 6] |= 1UL << (int)(bit & 63);
    }

    private static ulong Hash(ulong hash, string text)
    {
        foreach (char c in text)
            hash = Hash(hash, c);
        return hash;
    }

    private static ulong Hash(ulong hash, char c) => ((((hash ^ (c & 0xFFu)) * Prime) ^ (uint)(c >> 8)) * Prime);
}
