using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>A place of a sloppy phrase, moving over its occurrences in one document.</summary>
internal sealed class SloppyPlace(PhrasePlace place, int order)
{
    private int left;

    /// <summary>Where the phrase would begin for the current occurrence.</summary>
    public int Position { get; private set; }

    /// <summary>The current occurrence.</summary>
    public int WordPosition => Position + Offset;

    public int Offset => place.Offset;

    public int Order => order;

    public Term[] Terms => place.Terms;

    /// <summary>Which group of places that share terms; −1 when it shares none.</summary>
    public int Group { get; private set; } = -1;

    public int IndexInGroup { get; private set; }

    public void Start()
    {
        left = place.Postings.Freq;
        Next();
    }

    public bool Next()
    {
        if (left-- <= 0)
            return false;
        Position = place.Postings.NextPosition() - Offset;
        return true;
    }

    /// <summary>Places that share a term, directly or through others, in the order of the phrase.</summary>
    public static SloppyPlace[][] GroupRepeats(SloppyPlace[] places)
    {
        var groups = new List<List<SloppyPlace>>();
        foreach (SloppyPlace place in places)
        {
            var touching = groups.Where(g => g.Any(p => p.Terms.Intersect(place.Terms).Any())).ToList();
            groups.RemoveAll(touching.Contains);
            groups.Add([.. touching.SelectMany(g => g), place]);
        }
        SloppyPlace[][] repeated = groups.Where(g => g.Count > 1).Select(g => g.OrderBy(p => p.Offset).ToArray()).ToArray();
        for (int g = 0; g < repeated.Length; g++)
        {
            for (int i = 0; i < repeated[g].Length; i++)
                (repeated[g][i].Group, repeated[g][i].IndexInGroup) = (g, i);
        }
        return repeated;
    }
}

/// <summary>Places by position, then offset, then order; the one furthest back on top.</summary>
internal sealed class SloppyQueue(int capacity)
{
    // Phrases are short: a sorted array beats a heap, and keeps the order exact while positions outside it change.
    private readonly SloppyPlace[] sorted = new SloppyPlace[capacity];
    private int count;

    public SloppyPlace Top => sorted[count - 1];

    public void Clear() => count = 0;

    public SloppyPlace Pop() => sorted[--count];

    public void Add(SloppyPlace place)
    {
        int at = count++;
        for (; at > 0 && Before(sorted[at - 1], place); at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = place;
    }

    private static bool Before(SloppyPlace a, SloppyPlace b) =>
        a.Position != b.Position ? a.Position < b.Position : a.Offset != b.Offset ? a.Offset < b.Offset : a.Order < b.Order;
}
