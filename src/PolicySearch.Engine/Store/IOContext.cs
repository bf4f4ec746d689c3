namespace Lucene.Net.Store;

/// <summary>What a file is opened for.</summary>
public class IOContext
{
    /// <summary>No particular use.</summary>
    public static readonly IOContext DEFAULT = new(UsageContext.DEFAULT);

    /// <summary>Reading at random, for searches.</summary>
    public static readonly IOContext READ = new(UsageContext.READ);

    /// <summary>Reading from start to end, once.</summary>
    public static readonly IOContext READ_ONCE = new(READ, readOnce: true);

    /// <summary>As <see cref="DEFAULT"/>.</summary>
    public IOContext() : this(UsageContext.DEFAULT)
    {
    }

    /// <summary>A flush, whose size is known.</summary>
    public IOContext(FlushInfo flushInfo)
    {
        Context = UsageContext.FLUSH;
        FlushInfo = flushInfo;
    }

    /// <summary>A use without particulars.</summary>
    public IOContext(UsageContext context) => Context = context;

    /// <summary>A merge, whose size is known.</summary>
    public IOContext(MergeInfo mergeInfo)
    {
        Context = UsageContext.MERGE;
        MergeInfo = mergeInfo;
    }

    /// <summary>As <paramref name="ctxt"/>, but for <see cref="ReadOnce"/>.</summary>
    public IOContext(IOContext ctxt, bool readOnce)
    {
        Context = ctxt.Context;
        FlushInfo = ctxt.FlushInfo;
        MergeInfo = ctxt.MergeInfo;
        ReadOnce = readOnce;
    }

    /// <summary>The use.</summary>
    public UsageContext Context { get; }

    /// <summary>The flush, or null.</summary>
    public FlushInfo? FlushInfo { get; }

    /// <summary>The merge, or null.</summary>
    public MergeInfo? MergeInfo { get; }

    /// <summary>True when the file is read from start to end, once.</summary>
    public bool ReadOnce { get; }

    /// <summary>Uses of a file.</summary>
    public enum UsageContext
    {
        /// <summary>None in particular.</summary>
        DEFAULT = 0,

        /// <summary>Merging segments.</summary>
        MERGE = 1,

        /// <summary>Searching.</summary>
        READ = 2,

        /// <summary>Writing a new segment.</summary>
        FLUSH = 3,
    }
}

/// <summary>The segment that a flush writes.</summary>
public class FlushInfo
{
    /// <summary>Documents, and bytes as estimated.</summary>
    public FlushInfo(int numDocs, long estimatedSegmentSize)
    {
        NumDocs = numDocs;
        EstimatedSegmentSize = estimatedSegmentSize;
    }

    /// <summary>Bytes, as estimated.</summary>
    public long EstimatedSegmentSize { get; }

    /// <summary>Documents.</summary>
    public int NumDocs { get; }
}

/// <summary>The segment that a merge writes.</summary>
public class MergeInfo
{
    /// <summary>Documents, bytes as estimated, whether it came from outside, and into how many segments at most (−1: any).</summary>
    public MergeInfo(int totalDocCount, long estimatedMergeBytes, bool isExternal, int mergeMaxNumSegments)
    {
        TotalDocCount = totalDocCount;
        EstimatedMergeBytes = estimatedMergeBytes;
        IsExternal = isExternal;
        MergeMaxNumSegments = mergeMaxNumSegments;
    }

    /// <summary>Bytes, as estimated.</summary>
    public long EstimatedMergeBytes { get; }

    /// <summary>True when the segments come from another index.</summary>
    public bool IsExternal { get; }

    /// <summary>Into how many segments at most; −1 when any number will do.</summary>
    public int MergeMaxNumSegments { get; }

    /// <summary>Documents.</summary>
    public int TotalDocCount { get; }
}
