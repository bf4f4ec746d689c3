namespace Lucene.Net.Index;

/// <summary>
/// Merges segments of about equal size, not necessarily neighbours, once there are more than <see cref="SegmentsPerTier"/> of a size; of several
/// choices the one that is most balanced and frees most deleted documents. The default.
/// </summary>
public class TieredMergePolicy : MergePolicy
{
    /// <summary>Default of <see cref="MergePolicy.NoCFSRatio"/> here: segments above a tenth of the index are not compound.</summary>
    public static new readonly double DEFAULT_NO_CFS_RATIO = 0.1;

    private int _maxMergeAtOnce = 10;
    private int _maxMergeAtOnceExplicit = 30;
    private double _segmentsPerTier = 10;
    private double _maxMergedMB = 5 * 1024;
    private double _floorMB = 2;
    private double _forceMergeDeletesPct = 10;
    private double _reclaimWeight = 2;

    /// <summary>Default settings.</summary>
    public TieredMergePolicy()
        : base(DEFAULT_NO_CFS_RATIO, DEFAULT_MAX_CFS_SEGMENT_SIZE)
    {
    }

    /// <summary>Segments merged at once; at least 2, default 10.</summary>
    public virtual int MaxMergeAtOnce
    {
        get => _maxMergeAtOnce;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            _maxMergeAtOnce = value;
        }
    }

    /// <summary>Segments merged at once when the application forces it; at least 2, default 30.</summary>
    public virtual int MaxMergeAtOnceExplicit
    {
        get => _maxMergeAtOnceExplicit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            _maxMergeAtOnceExplicit = value;
        }
    }

    /// <summary>Segments of a size that are left alone; at least 2, default 10.</summary>
    public virtual double SegmentsPerTier
    {
        get => _segmentsPerTier;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            _segmentsPerTier = value;
        }
    }

    /// <summary>Size in MiB that a merge does not exceed, roughly; default 5120. Forced merges ignore it.</summary>
    public virtual double MaxMergedSegmentMB
    {
        get => _maxMergedMB;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _maxMergedMB = value;
        }
    }

    /// <summary>Smaller segments count as this large, in MiB, so that tiny ones go together; above 0, default 2.</summary>
    public virtual double FloorSegmentMB
    {
        get => _floorMB;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            _floorMB = value;
        }
    }

    /// <summary>Percentage of deleted documents above which ForceMergeDeletes merges a segment; in [0, 100], default 10.</summary>
    public virtual double ForceMergeDeletesPctAllowed
    {
        get => _forceMergeDeletesPct;
        set
        {
            if (value is not (>= 0 and <= 100))
                throw new ArgumentException($"ForceMergeDeletesPctAllowed must be in [0, 100], got {value}");
            _forceMergeDeletesPct = value;
        }
    }

    /// <summary>How much a merge is preferred that frees deleted documents; at least 0, default 2.</summary>
    public virtual double ReclaimDeletesWeight
    {
        get => _reclaimWeight;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _reclaimWeight = value;
        }
    }

    /// <inheritdoc/>
    public override MergeSpecification? FindMerges(MergeTrigger mergeTrigger, SegmentInfos infos)
    {
        if (infos.Count == 0)
            return null;
        ICollection<SegmentCommitInfo> merging = Writer.MergingSegments;
        List<Sized> segments = Sort(infos);
        // Segments so large that a merge with another of the kind is over the limit are not for merging.
        int tooLarge = segments.FindIndex(segment => segment.Bytes < MaxMergedBytes / 2);
        List<Sized> small = tooLarge < 0 ? [] : segments[tooLarge..];
        int allowed = Allowed(small);
        List<Sized> eligible = small.FindAll(segment => !merging.Contains(segment.Info));
        long mergingBytes = segments.Where(segment => merging.Contains(segment.Info)).Sum(segment => segment.Bytes);
        MergeSpecification? specification = null;
        while (eligible.Count > allowed && BestOf(eligible, mergingBytes) is { } best)
        {
            (specification ??= new MergeSpecification()).Add(new OneMerge([.. best.Select(segment => segment.Info)]));
            eligible.RemoveAll(best.Contains);
        }
        return specification;
    }

    /// <inheritdoc/>
    public override MergeSpecification? FindForcedMerges(SegmentInfos infos, int maxSegmentCount, IDictionary<SegmentCommitInfo, bool> segmentsToMerge)
    {
        ICollection<SegmentCommitInfo> merging = Writer.MergingSegments;
        List<Sized> segments = Sort(infos.Where(segmentsToMerge.ContainsKey));
        bool running = segments.Exists(segment => merging.Contains(segment.Info));
        List<Sized> eligible = segments.FindAll(segment => !merging.Contains(segment.Info));
        if (eligible.Count == 0 || IsDone(infos, eligible, maxSegmentCount, segmentsToMerge))
            return null;
        var specification = new MergeSpecification();
        int end = eligible.Count;
        for (; end >= _maxMergeAtOnceExplicit + maxSegmentCount - 1; end -= _maxMergeAtOnceExplicit)
            specification.Add(Merge(eligible[(end - _maxMergeAtOnceExplicit)..end]));
        // The last step waits for running merges, whose results belong into it.
        if (specification.Merges.Count == 0 && !running)
            specification.Add(Merge(eligible[Math.Min(end - 1, maxSegmentCount - 1)..end]));
        return specification.Merges.Count == 0 ? null : specification;
    }

    /// <inheritdoc/>
    public override MergeSpecification? FindForcedDeletesMerges(SegmentInfos infos)
    {
        ICollection<SegmentCommitInfo> merging = Writer.MergingSegments;
        List<Sized> eligible = Sort(infos.Where(segment => !merging.Contains(segment) && PercentDeleted(segment) > _forceMergeDeletesPct));
        if (eligible.Count == 0)
            return null;
        var specification = new MergeSpecification();
        for (int start = 0; start < eligible.Count; start += _maxMergeAtOnceExplicit)
            specification.Add(Merge(eligible[start..Math.Min(start + _maxMergeAtOnceExplicit, eligible.Count)]));
        return specification;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"TieredMergePolicy(maxMergeAtOnce={_maxMergeAtOnce}, maxMergeAtOnceExplicit={_maxMergeAtOnceExplicit}, maxMergedSegmentMB={_maxMergedMB}, "
        + $"floorSegmentMB={_floorMB}, forceMergeDeletesPctAllowed={_forceMergeDeletesPct}, segmentsPerTier={_segmentsPerTier})";

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }

    private long MaxMergedBytes => (long)Math.Min(_maxMergedMB * 1024 * 1024, long.MaxValue);

    private long FloorBytes => (long)(_floorMB * 1024 * 1024);

    private static OneMerge Merge(List<Sized> segments) => new([.. segments.Select(segment => segment.Info)]);

    private double PercentDeleted(SegmentCommitInfo info) => 100.0 * Writer.NumDeletedDocs(info) / Math.Max(1, info.Info.DocCount);

    private bool IsDone(SegmentInfos infos, List<Sized> eligible, int maxSegmentCount, IDictionary<SegmentCommitInfo, bool> segmentsToMerge)
    {
        if (maxSegmentCount > 1)
            return eligible.Count <= maxSegmentCount;
        return eligible.Count == 1 && (!segmentsToMerge[eligible[0].Info] || IsMerged(infos, eligible[0].Info));
    }

    /// <summary>Segments with their sizes, the largest first.</summary>
    private List<Sized> Sort(IEnumerable<SegmentCommitInfo> infos) =>
        [.. infos.Select(info => new Sized(info, Size(info))).OrderByDescending(segment => segment.Bytes).ThenBy(segment => segment.Info.Info.Name, StringComparer.Ordinal)];

    /// <summary>How many segments there may be: per tier, each tier's segments being larger by the merge factor.</summary>
    private int Allowed(List<Sized> segments)
    {
        if (segments.Count == 0)
            return 0;
        double level = Math.Max(FloorBytes, segments[^1].Bytes), left = segments.Sum(segment => segment.Bytes), allowed = 0;
        while (true)
        {
            double onLevel = left / level;
            if (onLevel < _segmentsPerTier)
                return (int)(allowed + Math.Ceiling(onLevel));
            allowed += _segmentsPerTier;
            left -= _segmentsPerTier * level;
            level *= _maxMergeAtOnce;
        }
    }

    private List<Sized>? BestOf(List<Sized> eligible, long mergingBytes)
    {
        List<Sized>? best = null;
        double bestScore = double.MaxValue;
        for (int start = 0; start <= eligible.Count - _maxMergeAtOnce; start++)
        {
            (List<Sized> candidate, bool hitLimit) = Candidate(eligible, start);
            if (candidate.Count < 2)
                continue;
            double score = Score(candidate, hitLimit);
            // Of merges near the limit one at a time is enough: they are expensive.
            if (score >= bestScore || (hitLimit && mergingBytes >= MaxMergedBytes))
                continue;
            best = candidate;
            bestScore = score;
        }
        return best;
    }

    private (List<Sized> Segments, bool HitLimit) Candidate(List<Sized> eligible, int start)
    {
        var candidate = new List<Sized>();
        long total = 0;
        bool hitLimit = false;
        for (int i = start; i < eligible.Count && candidate.Count < _maxMergeAtOnce; i++)
        {
            if (total + eligible[i].Bytes > MaxMergedBytes)
            {
                hitLimit = true;
                continue;
            }
            candidate.Add(eligible[i]);
            total += eligible[i].Bytes;
        }
        return (candidate, hitLimit);
    }

    /// <summary>Small is good: balanced sizes, small totals, many deleted documents.</summary>
    private double Score(List<Sized> candidate, bool hitLimit)
    {
        double after = candidate.Sum(segment => segment.Bytes), floored = candidate.Sum(segment => (double)Math.Max(FloorBytes, segment.Bytes));
        double before = candidate.Sum(segment => (double)segment.Info.GetSizeInBytes());
        double skew = hitLimit ? 1.0 / _maxMergeAtOnce : Math.Max(FloorBytes, candidate[0].Bytes) / floored;
        double live = before == 0 ? 1 : after / before;
        return skew * Math.Pow(Math.Max(1, after), 0.05) * Math.Pow(live, _reclaimWeight);
    }

    private readonly record struct Sized(SegmentCommitInfo Info, long Bytes);
}
