namespace Lucene.Net.Index;

/// <summary>Merges neighbours of about equal size, <see cref="MergeFactor"/> at a time, so documents keep their order.</summary>
public abstract class LogMergePolicy : MergePolicy
{
    /// <summary>Default of <see cref="MergeFactor"/>.</summary>
    public static readonly int DEFAULT_MERGE_FACTOR = 10;

    /// <summary>Default of <see cref="MaxMergeDocs"/>: no limit.</summary>
    public static readonly int DEFAULT_MAX_MERGE_DOCS = int.MaxValue;

    /// <summary>Segments whose sizes' logarithms (to the base of the merge factor) differ by less are on one level.</summary>
    public static readonly double LEVEL_LOG_SPAN = 0.75;

    /// <summary>Default of <see cref="MergePolicy.NoCFSRatio"/> here.</summary>
    public static new readonly double DEFAULT_NO_CFS_RATIO = 0.1;

    /// <summary>See <see cref="MergeFactor"/>.</summary>
    protected int m_mergeFactor = DEFAULT_MERGE_FACTOR;

    /// <summary>Smaller segments count as this large.</summary>
    protected long m_minMergeSize;

    /// <summary>Larger segments are not merged.</summary>
    protected long m_maxMergeSize = long.MaxValue;

    /// <summary>Larger segments are not merged even when forced.</summary>
    protected long m_maxMergeSizeForForcedMerge = long.MaxValue;

    /// <summary>See <see cref="MaxMergeDocs"/>.</summary>
    protected int m_maxMergeDocs = DEFAULT_MAX_MERGE_DOCS;

    /// <summary>See <see cref="CalibrateSizeByDeletes"/>.</summary>
    protected bool m_calibrateSizeByDeletes = true;

    /// <summary>Default settings.</summary>
    protected LogMergePolicy()
        : base(DEFAULT_NO_CFS_RATIO, DEFAULT_MAX_CFS_SEGMENT_SIZE)
    {
    }

    /// <summary>Segments merged at once, and how many of a level may stay; at least 2, default 10.</summary>
    public virtual int MergeFactor
    {
        get => m_mergeFactor;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            m_mergeFactor = value;
        }
    }

    /// <summary>Segments with more documents are not merged; default no limit.</summary>
    public virtual int MaxMergeDocs
    {
        get => m_maxMergeDocs;
        set => m_maxMergeDocs = value;
    }

    /// <summary>Whether deleted documents do not count in sizes; default true.</summary>
    public virtual bool CalibrateSizeByDeletes
    {
        get => m_calibrateSizeByDeletes;
        set => m_calibrateSizeByDeletes = value;
    }

    /// <inheritdoc/>
    public override MergeSpecification? FindMerges(MergeTrigger mergeTrigger, SegmentInfos infos)
    {
        ICollection<SegmentCommitInfo> merging = Writer.MergingSegments;
        double[] levels = [.. infos.Select(info => Math.Log(Math.Max(1, Math.Max(m_minMergeSize, Size(info)))) / Math.Log(m_mergeFactor))];
        var specification = new MergeSpecification();
        for (int start = 0; start < infos.Count;)
        {
            // A level reaches to the last segment that is not much smaller than the largest from here on.
            double top = levels[start..].Max() - LEVEL_LOG_SPAN;
            int end = Array.FindLastIndex(levels, level => level >= top) + 1;
            for (; start + m_mergeFactor <= end; start += m_mergeFactor)
            {
                SegmentCommitInfo[] group = [.. infos.Skip(start).Take(m_mergeFactor)];
                if (!Array.Exists(group, info => merging.Contains(info) || Size(info) >= m_maxMergeSize || SizeDocs(info) >= m_maxMergeDocs))
                    specification.Add(new OneMerge(group));
            }
            start = end;
        }
        return specification.Merges.Count == 0 ? null : specification;
    }

    /// <inheritdoc/>
    public override MergeSpecification? FindForcedMerges(SegmentInfos infos, int maxNumSegments, IDictionary<SegmentCommitInfo, bool> segmentsToMerge)
    {
        ICollection<SegmentCommitInfo> merging = Writer.MergingSegments;
        SegmentCommitInfo[] eligible = [.. infos.Where(info => segmentsToMerge.ContainsKey(info) && Size(info) <= m_maxMergeSizeForForcedMerge)];
        if (eligible.Length == 0 || Array.Exists(eligible, merging.Contains) || IsMerged(infos, maxNumSegments, segmentsToMerge))
            return null;
        var specification = new MergeSpecification();
        int end = eligible.Length;
        for (; end - maxNumSegments + 1 >= m_mergeFactor; end -= m_mergeFactor)
            specification.Add(new OneMerge(eligible[(end - m_mergeFactor)..end]));
        if (specification.Merges.Count > 0)
            return specification;
        if (maxNumSegments > 1 && end <= maxNumSegments)
            return null;
        int start = maxNumSegments == 1 ? 0 : Cheapest(eligible, end - maxNumSegments + 1);
        int count = maxNumSegments == 1 ? end : end - maxNumSegments + 1;
        specification.Add(new OneMerge(eligible[start..(start + count)]));
        return specification;
    }

    /// <inheritdoc/>
    public override MergeSpecification? FindForcedDeletesMerges(SegmentInfos segmentInfos)
    {
        var specification = new MergeSpecification();
        var run = new List<SegmentCommitInfo>();
        foreach (SegmentCommitInfo info in segmentInfos.Append(null!))
        {
            if (info is not null && Writer.NumDeletedDocs(info) > 0 && run.Count < m_mergeFactor)
            {
                run.Add(info);
                continue;
            }
            if (run.Count > 0)
                specification.Add(new OneMerge(run));
            run.Clear();
            if (info is not null && Writer.NumDeletedDocs(info) > 0)
                run.Add(info);
        }
        return specification.Merges.Count == 0 ? null : specification;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name}(mergeFactor={m_mergeFactor}, minMergeSize={m_minMergeSize}, maxMergeSize={m_maxMergeSize}, maxMergeDocs={m_maxMergeDocs})";

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }

    /// <summary>Documents of a segment, deleted ones left out when <see cref="CalibrateSizeByDeletes"/> says so.</summary>
    protected virtual long SizeDocs(SegmentCommitInfo info) => info.Info.DocCount - (m_calibrateSizeByDeletes ? Writer.NumDeletedDocs(info) : 0);

    /// <summary>Bytes of a segment, the share of deleted documents left out when <see cref="CalibrateSizeByDeletes"/> says so.</summary>
    protected virtual long SizeBytes(SegmentCommitInfo info) => m_calibrateSizeByDeletes ? base.Size(info) : info.GetSizeInBytes();

    /// <summary>True when a forced merge has nothing to do.</summary>
    protected virtual bool IsMerged(SegmentInfos infos, int maxNumSegments, IDictionary<SegmentCommitInfo, bool> segmentsToMerge)
    {
        SegmentCommitInfo[] wanted = [.. infos.Where(segmentsToMerge.ContainsKey)];
        return wanted.Length <= maxNumSegments && (wanted.Length != 1 || !segmentsToMerge[wanted[0]] || IsMerged(infos, wanted[0]));
    }

    private int Cheapest(SegmentCommitInfo[] segments, int count)
    {
        int best = 0;
        long bestSize = long.MaxValue;
        for (int start = 0; start + count <= segments.Length; start++)
        {
            long size = segments[start..(start + count)].Sum(Size);
            if (size < bestSize)
                (best, bestSize) = (start, size);
        }
        return best;
    }
}

/// <summary>Levels by size in bytes.</summary>
public class LogByteSizeMergePolicy : LogMergePolicy
{
    /// <summary>Default of <see cref="MinMergeMB"/>.</summary>
    public static readonly double DEFAULT_MIN_MERGE_MB = 1.6;

    /// <summary>Default of <see cref="MaxMergeMB"/>.</summary>
    public static readonly double DEFAULT_MAX_MERGE_MB = 2048;

    /// <summary>Default of <see cref="MaxMergeMBForForcedMerge"/>: no limit.</summary>
    public static readonly double DEFAULT_MAX_MERGE_MB_FOR_FORCED_MERGE = long.MaxValue;

    /// <summary>Default settings.</summary>
    public LogByteSizeMergePolicy()
    {
        MinMergeMB = DEFAULT_MIN_MERGE_MB;
        MaxMergeMB = DEFAULT_MAX_MERGE_MB;
        MaxMergeMBForForcedMerge = DEFAULT_MAX_MERGE_MB_FOR_FORCED_MERGE;
    }

    /// <summary>Larger segments, in MiB, are not merged.</summary>
    public virtual double MaxMergeMB
    {
        get => ToMB(m_maxMergeSize);
        set => m_maxMergeSize = ToBytes(value);
    }

    /// <summary>Larger segments, in MiB, are not merged even when forced.</summary>
    public virtual double MaxMergeMBForForcedMerge
    {
        get => ToMB(m_maxMergeSizeForForcedMerge);
        set => m_maxMergeSizeForForcedMerge = ToBytes(value);
    }

    /// <summary>Smaller segments count as this large, in MiB.</summary>
    public virtual double MinMergeMB
    {
        get => ToMB(m_minMergeSize);
        set => m_minMergeSize = ToBytes(value);
    }

    /// <inheritdoc/>
    protected override long Size(SegmentCommitInfo info) => SizeBytes(info);

    private static double ToMB(long bytes) => bytes / 1024.0 / 1024.0;

    private static long ToBytes(double megabytes) => megabytes * 1024 * 1024 >= long.MaxValue ? long.MaxValue : (long)(megabytes * 1024 * 1024);
}

/// <summary>Levels by number of documents.</summary>
public class LogDocMergePolicy : LogMergePolicy
{
    /// <summary>Default of <see cref="MinMergeDocs"/>.</summary>
    public static readonly int DEFAULT_MIN_MERGE_DOCS = 1000;

    /// <summary>Default settings.</summary>
    public LogDocMergePolicy() => m_minMergeSize = DEFAULT_MIN_MERGE_DOCS;

    /// <summary>Segments with fewer documents count as having this many.</summary>
    public virtual int MinMergeDocs
    {
        get => (int)m_minMergeSize;
        set => m_minMergeSize = value;
    }

    /// <inheritdoc/>
    protected override long Size(SegmentCommitInfo info) => SizeDocs(info);
}

/// <summary>Never merges.</summary>
public sealed class NoMergePolicy : MergePolicy
{
    /// <summary>New segments are compound.</summary>
    public static readonly MergePolicy COMPOUND_FILES = new NoMergePolicy(true);

    /// <summary>New segments are not compound.</summary>
    public static readonly MergePolicy NO_COMPOUND_FILES = new NoMergePolicy(false);

    private readonly bool _compound;

    private NoMergePolicy(bool compound) => _compound = compound;

    /// <inheritdoc/>
    public override MergeSpecification? FindMerges(MergeTrigger mergeTrigger, SegmentInfos segmentInfos) => null;

    /// <inheritdoc/>
    public override MergeSpecification? FindForcedMerges(SegmentInfos segmentInfos, int maxSegmentCount, IDictionary<SegmentCommitInfo, bool> segmentsToMerge) => null;

    /// <inheritdoc/>
    public override MergeSpecification? FindForcedDeletesMerges(SegmentInfos segmentInfos) => null;

    /// <inheritdoc/>
    public override bool UseCompoundFile(SegmentInfos segments, SegmentCommitInfo newSegment) => _compound;

    /// <summary>Does nothing: the instances serve any number of writers.</summary>
    public override void SetIndexWriter(IndexWriter writer)
    {
    }

    /// <summary>The instances are shared.</summary>
    public override object Clone() => this;

    /// <inheritdoc/>
    public override string ToString() => "NoMergePolicy";

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }

    /// <inheritdoc/>
    protected override long Size(SegmentCommitInfo info) => throw new NotSupportedException("NoMergePolicy needs no sizes");
}
