using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace Lucene.Net.Search;

/// <summary>
/// Documents with all places of a phrase within a slop of where they belong. A window slides over the places: always the place that
/// is furthest back moves on, and the narrowest window that it passes on the way counts 1 / (width + 1). Places that share a term
/// never stand on the same word.
/// </summary>
internal sealed class SloppyPhraseScorer : PhraseConjunction
{
    private readonly int slop;
    private readonly Similarity.SimScorer similarity;
    private readonly SloppyPlace[] places;
    private readonly SloppyPlace[][] groups;
    private readonly bool choicesRepeat;
    private readonly SloppyQueue queue;
    private readonly List<SloppyPlace> taken = [];
    private int end, matches;
    private float freq;

    public SloppyPhraseScorer(Weight weight, PhrasePlace[] places, int slop, Similarity.SimScorer similarity)
        : base(weight, places, similarity)
    {
        this.slop = slop;
        this.similarity = similarity;
        this.places = places.Select((p, i) => new SloppyPlace(p, i)).ToArray();
        groups = SloppyPlace.GroupRepeats(this.places);
        choicesRepeat = groups.Any(g => g.Any(p => p.Terms.Length > 1));
        queue = new SloppyQueue(places.Length);
    }

    public override int Freq => matches;

    public override float PhraseFreq => freq;

    protected override bool Match()
    {
        freq = 0f;
        matches = 0;
        if (!Start())
            return false;
        SloppyPlace last = queue.Pop();
        int width = end - last.Position, next = queue.Top.Position;
        while (Advance(last) && (groups.Length == 0 || Separate(last)))
        {
            if (last.Position > next)
            {
                Count(width);
                queue.Add(last);
                last = queue.Pop();
                next = queue.Top.Position;
                width = end - last.Position;
            }
            else
            {
                width = Math.Min(width, end - last.Position);
            }
        }
        Count(width);
        return matches > 0;
    }

    private void Count(int width)
    {
        if (width > slop)
            return;
        freq += similarity.ComputeSlopFactor(width);
        matches++;
    }

    private bool Start()
    {
        end = int.MinValue;
        foreach (SloppyPlace place in places)
            place.Start();
        if (!SeparateGroups())
            return false;
        queue.Clear();
        foreach (SloppyPlace place in places)
        {
            end = Math.Max(end, place.Position);
            queue.Add(place);
        }
        return true;
    }

    private bool Advance(SloppyPlace place)
    {
        if (!place.Next())
            return false;
        end = Math.Max(end, place.Position);
        return true;
    }

    // Before the window starts, the n-th place of a repeated term stands on the term's n-th occurrence.
    private bool SeparateGroups()
    {
        foreach (SloppyPlace[] group in groups)
        {
            if (!(choicesRepeat ? SeparateChoices(group) : SeparateEqual(group)))
                return false;
        }
        return true;
    }

    private static bool SeparateEqual(SloppyPlace[] group)
    {
        for (int i = 1; i < group.Length; i++)
        {
            for (int k = 0; k < i; k++)
            {
                if (!group[i].Next())
                    return false;
            }
        }
        return true;
    }

    private bool SeparateChoices(SloppyPlace[] group)
    {
        for (int i = 0; i < group.Length;)
        {
            bool restart = false;
            while (!restart && Collision(group[i]) is { } other)
            {
                SloppyPlace back = FurtherBack(group[i], other);
                if (!Advance(back))
                    return false;
                restart = back.IndexInGroup < i;
            }
            i += restart ? 0 : 1;
        }
        return true;
    }

    /// <summary>Moves places of the group on until none stand on the same word; false when there is no word left to stand on.</summary>
    private bool Separate(SloppyPlace moved)
    {
        if (moved.Group < 0)
            return true;
        var outdated = new HashSet<SloppyPlace>();
        int movedIndex = moved.IndexInGroup;
        while (Collision(moved) is { } other)
        {
            int otherIndex = other.IndexInGroup;
            moved = FurtherBack(moved, other);
            if (!Advance(moved))
                return false;
            if (otherIndex != movedIndex)
                outdated.Add(other);
        }
        Requeue(outdated);
        return true;
    }

    // Places in the queue whose position changed: taken out down to the last of them, then put back.
    private void Requeue(HashSet<SloppyPlace> outdated)
    {
        taken.Clear();
        while (outdated.Count > 0)
        {
            SloppyPlace place = queue.Pop();
            taken.Add(place);
            outdated.Remove(place);
        }
        for (int i = taken.Count - 1; i >= 0; i--)
            queue.Add(taken[i]);
    }

    private SloppyPlace? Collision(SloppyPlace place)
    {
        foreach (SloppyPlace other in groups[place.Group])
        {
            if (other != place && other.WordPosition == place.WordPosition)
                return other;
        }
        return null;
    }

    private static SloppyPlace FurtherBack(SloppyPlace a, SloppyPlace b) =>
        a.Position < b.Position || a.Position == b.Position && a.Offset < b.Offset ? a : b;
}
