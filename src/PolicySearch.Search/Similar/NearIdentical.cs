namespace PolicySearch.Search.Similar;

/// <summary>Tells whether two documents have the same wording but for a few words: most of the hashes of their running text are the same. Pure functions.</summary>
internal static class NearIdentical
{
    /// <summary>Part of all hashes of both that both must have.</summary>
    private const double LeastOverlap = 0.55;

    /// <summary>Whether two sets of hashes are those of nearly the same wording. Texts too short to tell are not.</summary>
    public static bool Are(HashSet<uint> first, HashSet<uint> second)
    {
        const int fewest = 4;
        if (Math.Min(first.Count, second.Count) < Math.Max(fewest, Math.Max(first.Count, second.Count) * LeastOverlap))
            return false;
        int common = first.Count(second.Contains);
        return common >= LeastOverlap * (first.Count + second.Count - common);
    }

    /// <summary>Documents in order, each with those later ones that are nearly the same and are not listed on their own.</summary>
    public static List<(Candidate Leader, List<Candidate> Copies)> Group(IEnumerable<Candidate> ranked)
    {
        var groups = new List<(Candidate Leader, List<Candidate> Copies)>();
        foreach (Candidate candidate in ranked)
        {
            int group = groups.FindIndex(known => Are(known.Leader.Hashes, candidate.Hashes));
            if (group >= 0)
                groups[group].Copies.Add(candidate);
            else
                groups.Add((candidate, []));
        }
        return groups;
    }
}
