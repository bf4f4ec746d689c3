using System.IO;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>Why a policy is asked.</summary>
public enum MergeTrigger
{
    /// <summary>No reason given.</summary>
    NONE = 0,

    /// <summary>One buffer became a segment.</summary>
    SEGMENT_FLUSH = 1,

    /// <summary>All buffers became segments: a commit, or a near-real-time reader.</summary>
    FULL_FLUSH = 2,

    /// <summary>The application asked.</summary>
    EXPLICIT = 3,

    /// <summary>A merge ended.</summary>
    MERGE_FINISHED = 4,

    /// <summary>The writer closes.</summary>
    CLOSING = 5,
}

/// <summary>Decides which segments are merged into one. Called under the writer's lock: be quick. A policy serves one writer.</summary>
public abstract class MergePolicy : IDisposable
{
    /// <summary>Default of <see cref="NoCFSRatio"/>: merged segments are compound whatever their size.</summary>
    protected static readonly double DEFAULT_NO_CFS_RATIO = 1.0;

    /// <summary>Default of <see cref="MaxCFSSegmentSizeMB"/>: no limit.</summary>
    protected static readonly long DEFAULT_MAX_CFS_SEGMENT_SIZE = long.MaxValue;

    /// <summary>The writer served.</summary>
    protected SetOnce<IndexWriter> m_writer = new();

    /// <summary>See <see cref="NoCFSRatio"/>.</summary>
    protected double m_noCFSRatio;

    /// <summary>See <see cref="MaxCFSSegmentSizeMB"/>, in bytes.</summary>
    protected long m_maxCFSSegmentSize;

    /// <summary>Default limits for compound files.</summary>
    protected MergePolicy()
        : this(DEFAULT_NO_CFS_RATIO, DEFAULT_MAX_CFS_SEGMENT_SIZE)
    {
    }

    /// <summary>Given limits for compound files.</summary>
    protected MergePolicy(double defaultNoCFSRatio, long defaultMaxCFSSegmentSize)
    {
        m_noCFSRatio = defaultNoCFSRatio;
        m_maxCFSSegmentSize = defaultMaxCFSSegmentSize;
    }

    /// <summary>Share of the index, in [0, 1], above which a merged segment is not compound.</summary>
    public double NoCFSRatio
    {
        get => m_noCFSRatio;
        set
        {
            if (value is not (>= 0 and <= 1))
                throw new ArgumentException($"NoCFSRatio must be in [0, 1], got {value}");
            m_noCFSRatio = value;
        }
    }

    /// <summary>Size in MiB above which a merged segment is not compound.</summary>
    public double MaxCFSSegmentSizeMB
    {
        get => m_maxCFSSegmentSize / 1024.0 / 1024.0;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            m_maxCFSSegmentSize = (long)Math.Min(value * 1024 * 1024, long.MaxValue);
        }
    }

    /// <summary>Merges to do now, or null.</summary>
    public abstract MergeSpecification? FindMerges(MergeTrigger mergeTrigger, SegmentInfos segmentInfos);

    /// <summary>Merges that bring the index down to <paramref name="maxSegmentCount"/> segments, or null when it is there.</summary>
    /// <param name="segmentInfos">All segments.</param>
    /// <param name="maxSegmentCount">At least 1.</param>
    /// <param name="segmentsToMerge">Segments that may be merged: those there were when the application asked (true), and what came of them (false).</param>
    public abstract MergeSpecification? FindForcedMerges(SegmentInfos segmentInfos, int maxSegmentCount, IDictionary<SegmentCommitInfo, bool> segmentsToMerge);

    /// <summary>Merges that get rid of deleted documents, or null.</summary>
    public abstract MergeSpecification? FindForcedDeletesMerges(SegmentInfos segmentInfos);

    /// <summary>Tells which writer is served; once.</summary>
    public virtual void SetIndexWriter(IndexWriter writer) => m_writer.Set(writer);

    /// <summary>Whether a new segment is to be compound.</summary>
    public virtual bool UseCompoundFile(SegmentInfos infos, SegmentCommitInfo mergedInfo)
    {
        if (m_noCFSRatio == 0)
            return false;
        long size = Size(mergedInfo);
        if (size > m_maxCFSSegmentSize)
            return false;
        return m_noCFSRatio >= 1 || size <= m_noCFSRatio * infos.Sum(Size);
    }

    /// <summary>A policy for another writer.</summary>
    public virtual object Clone()
    {
        var clone = (MergePolicy)MemberwiseClone();
        clone.m_writer = new SetOnce<IndexWriter>();
        return clone;
    }

    /// <summary>Ends the policy.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the policy.</summary>
    protected abstract void Dispose(bool disposing);

    /// <summary>Bytes of a segment, less the share of its deleted documents.</summary>
    protected virtual long Size(SegmentCommitInfo info)
    {
        long bytes = info.GetSizeInBytes();
        int deleted = Writer.NumDeletedDocs(info);
        double share = info.Info.DocCount <= 0 ? 0 : (double)deleted / info.Info.DocCount;
        return info.Info.DocCount <= 0 ? bytes : (long)(bytes * (1.0 - share));
    }

    /// <summary>True when merging this segment alone would change nothing.</summary>
    protected bool IsMerged(SegmentInfos infos, SegmentCommitInfo info) =>
        Writer.NumDeletedDocs(info) == 0 && UseCompoundFile(infos, info) == info.Info.UseCompoundFile;

    internal IndexWriter Writer => m_writer.Get() ?? throw new InvalidOperationException("this merge policy serves no writer yet");

    /// <summary>New document numbers by old ones.</summary>
    public abstract class DocMap
    {
        /// <summary>For derived classes.</summary>
        protected DocMap()
        {
        }

        /// <summary>The new number of a document.</summary>
        public abstract int Map(int old);
    }

    /// <summary>A merge was given up because the writer closes.</summary>
    public class MergeAbortedException : IOException
    {
        /// <summary>The usual message.</summary>
        public MergeAbortedException()
            : base("merge is aborted")
        {
        }

        /// <summary>A given message.</summary>
        public MergeAbortedException(string message)
            : base(message)
        {
        }
    }

    /// <summary>A merge failed in a thread of its own.</summary>
    public class MergeException : Exception
    {
        /// <summary>A message.</summary>
        public MergeException(string message, Directory dir)
            : base(message) => Directory = dir;

        /// <summary>The cause.</summary>
        public MergeException(Exception exc, Directory dir)
            : base(exc.Message, exc) => Directory = dir;

        /// <summary>Where the index is.</summary>
        public virtual Directory Directory { get; }
    }

    /// <summary>Merges to do.</summary>
    public class MergeSpecification
    {
        /// <summary>None yet.</summary>
        public MergeSpecification()
        {
        }

        /// <summary>The merges.</summary>
        public IList<OneMerge> Merges { get; } = [];

        /// <summary>Adds a merge.</summary>
        public virtual void Add(OneMerge merge) => Merges.Add(merge);

        /// <summary>For logs.</summary>
        public virtual string SegString(Directory dir) => string.Join("; ", Merges.Select(merge => merge.SegString(dir)));
    }

    /// <summary>Segments that become one.</summary>
    public class OneMerge
    {
        private volatile bool _aborted;

        /// <summary>Merges these segments, at least one.</summary>
        public OneMerge(IList<SegmentCommitInfo> segments)
        {
            if (segments.Count == 0)
                throw new ArgumentException("a merge needs at least one segment");
            Segments = [.. segments];
            TotalDocCount = Segments.Sum(segment => segment.Info.DocCount);
        }

        /// <summary>The segments, in order.</summary>
        public IList<SegmentCommitInfo> Segments { get; }

        /// <summary>The new segment, once it is begun.</summary>
        public virtual SegmentCommitInfo? Info { get; set; }

        /// <summary>The goal of a forced merge; -1 for others.</summary>
        public int MaxNumSegments { get; set; } = -1;

        /// <summary>Bytes of the segments, less deleted documents.</summary>
        public long EstimatedMergeBytes { get; internal set; }

        /// <summary>Bytes of the segments.</summary>
        public virtual long TotalBytesSize => Segments.Sum(segment => segment.GetSizeInBytes());

        /// <summary>Documents, deleted ones too.</summary>
        public int TotalDocCount { get; }

        /// <summary>Documents, deleted ones not.</summary>
        public virtual int TotalNumDocs => Segments.Sum(segment => segment.Info.DocCount - segment.DelCount);

        /// <summary>For the directory, which may treat large files in another way.</summary>
        public virtual MergeInfo MergeInfo => new(TotalDocCount, EstimatedMergeBytes, false, MaxNumSegments);

        internal bool IsAborted => _aborted;

        internal bool IsRegistered { get; set; }

        internal void Abort() => _aborted = true;

        /// <summary>To be called now and then while merging.</summary>
        /// <exception cref="MergeAbortedException">The merge is not wanted any more.</exception>
        public virtual void CheckAborted(Directory dir)
        {
            if (_aborted)
                throw new MergeAbortedException($"merge is aborted: {SegString(dir)}");
        }

        /// <summary>For logs.</summary>
        public virtual string SegString(Directory dir) =>
            string.Join(' ', Segments) + (Info is null ? "" : $" into {Info.Info.Name}") + (MaxNumSegments == -1 ? "" : $" [maxNumSegments={MaxNumSegments}]");
    }
}
