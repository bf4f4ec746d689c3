namespace PolicySearch.Search.Passages;

/// <summary>Characters that two wordings have in common: [<paramref name="First"/>, +Length) of one, [<paramref name="Second"/>, +Length) of the other.</summary>
internal readonly record struct SharedRun(int First, int Second, int Length);

/// <summary>Finds the runs that two wordings share word for word. Costs time in proportion to their lengths. Pure functions.</summary>
internal sealed class SharedRuns
{
    // Of a shingle that occurs again and again, the first places are enough to find the longest run.
    private const int MaxPlaces = 8;

    private readonly NormalizedText first;
    private readonly Dictionary<uint, List<int>> places = [];

    /// <summary>Prepares one wording to be compared with many.</summary>
    public SharedRuns(NormalizedText first)
    {
        this.first = first;
        uint[] hashes = Shingles.All(first.Characters);
        for (int i = 0; i < hashes.Length; i++)
        {
            if (!places.TryGetValue(hashes[i], out List<int>? at))
                places.Add(hashes[i], at = new(1));
            if (at.Count < MaxPlaces)
                at.Add(i);
        }
    }

    /// <summary>The wording that others are compared with.</summary>
    public NormalizedText First => first;

    /// <summary>The longest shared run at each place of another wording, from left to right, none overlapping there, each at least <paramref name="least"/> long.</summary>
    /// <param name="second">The other wording.</param>
    /// <param name="least">Shortest run that counts; at least <see cref="Shingles.Width"/>.</param>
    public List<SharedRun> With(NormalizedText second, int least)
    {
        var runs = new List<SharedRun>();
        uint[] hashes = Shingles.All(second.Characters);
        for (int i = 0; i < hashes.Length;)
        {
            SharedRun run = places.TryGetValue(hashes[i], out List<int>? at) ? Longest(at, second, i) : default;
            if (run.Length >= least)
                runs.Add(run);
            // A longer run may begin inside one that is too short to count.
            i += run.Length >= least ? run.Length : 1;
        }
        return runs;
    }

    private SharedRun Longest(List<int> at, NormalizedText second, int start)
    {
        SharedRun best = default;
        ReadOnlySpan<char> rest = second.Characters[start..];
        foreach (int place in at)
        {
            int length = WholeNumbers(first.Characters[place..], rest, first.Characters[place..].CommonPrefixLength(rest));
            if (length > best.Length)
                best = new(place, start, length);
        }
        return best;
    }

    /// <summary>Without the beginning of a number that goes on differently: 202 of 2021 and 2024 is nothing shared.</summary>
    private static int WholeNumbers(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int length)
    {
        bool cut = length < a.Length && char.IsDigit(a[length]) || length < b.Length && char.IsDigit(b[length]);
        while (cut && length > 0 && char.IsDigit(a[length - 1]))
            length--;
        return length;
    }
}
