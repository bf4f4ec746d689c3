namespace PolicySearch.Testing.Generator;

/// <summary>
/// SplitMix64: the same numbers for the same seed on every machine and runtime, which <see cref="Random"/> does not promise.
/// Streams are made from (seed, document, channel), so that any document, or one part of it, can be made without the ones before. Not thread-safe.
/// </summary>
internal sealed class SeededRandom
{
    private ulong state;

    private SeededRandom(ulong state) => this.state = state;

    /// <summary>The stream of one part (<paramref name="channel"/>) of one document.</summary>
    public static SeededRandom For(ulong seed, long document, int channel) =>
        new(Mix(Mix(Mix(seed) ^ (ulong)document) ^ (ulong)channel));

    /// <summary>A number that depends on the text alone; the same in every run, unlike <see cref="string.GetHashCode()"/>.</summary>
    public static ulong Hash(ulong seed, string text)
    {
        ulong hash = Mix(seed);
        foreach (char c in text)
            hash = Mix(hash ^ c);
        return hash;
    }

    /// <summary>A number in [0, <paramref name="limit"/>).</summary>
    public int Next(int limit) => (int)(Draw() % (ulong)limit);

    /// <summary>A number in [<paramref name="low"/>, <paramref name="high"/>], both included.</summary>
    public int Between(int low, int high) => low + Next(high - low + 1);

    /// <summary>True in so many cases out of a hundred.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    /// <summary>One of the items.</summary>
    public T PickFrom<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>One of the items.</summary>
    public T Pick<T>(params ReadOnlySpan<T> items) => items[Next(items.Length)];

    /// <summary>So many different numbers in [0, <paramref name="limit"/>), in random order; all of them when there are not enough.</summary>
    public int[] Choose(int count, int limit)
    {
        int[] all = new int[limit];
        for (int i = 0; i < limit; i++)
            all[i] = i;
        count = Math.Min(count, limit);
        for (int i = 0; i < count; i++)
        {
            int other = Between(i, limit - 1);
            (all[i], all[other]) = (all[other], all[i]);
        }
        return all[..count];
    }

    private ulong Draw() => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
