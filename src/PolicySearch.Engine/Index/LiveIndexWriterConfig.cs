using Lucene.Net.Analysis;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>Settings of a writer; those that can be set here may be changed while it runs.</summary>
public class LiveIndexWriterConfig
{
    private double _ramBufferSizeMB = IndexWriterConfig.DEFAULT_RAM_BUFFER_SIZE_MB;
    private int _maxBufferedDocs = IndexWriterConfig.DEFAULT_MAX_BUFFERED_DOCS;
    private int _maxBufferedDeleteTerms = IndexWriterConfig.DEFAULT_MAX_BUFFERED_DELETE_TERMS;

    internal LiveIndexWriterConfig(Analyzer analyzer) => Analyzer = analyzer;

    /// <summary>Analyzes documents that come without an analyzer of their own.</summary>
    public virtual Analyzer Analyzer { get; }

    /// <summary>Whether every file is verified against its checksum before it is merged; default false.</summary>
    public virtual bool CheckIntegrityAtMerge { get; set; } = IndexWriterConfig.DEFAULT_CHECK_INTEGRITY_AT_MERGE;

    /// <summary>The commit to open; null for the last.</summary>
    public virtual IndexCommit? IndexCommit => IndexCommitSetting;

    /// <summary>Which old commits go; default: all but the last.</summary>
    public virtual IndexDeletionPolicy IndexDeletionPolicy => DeletionPolicySetting;

    /// <summary>Where the writer says what it does.</summary>
    public virtual InfoStream InfoStream => InfoStreamSetting;

    /// <summary>Deletions by term in memory that make the writer apply them; default <see cref="IndexWriterConfig.DISABLE_AUTO_FLUSH"/>: memory alone decides.</summary>
    public virtual int MaxBufferedDeleteTerms
    {
        get => _maxBufferedDeleteTerms;
        set => _maxBufferedDeleteTerms = value == IndexWriterConfig.DISABLE_AUTO_FLUSH || value >= 1
            ? value : throw new ArgumentException($"MaxBufferedDeleteTerms must be at least 1 or DISABLE_AUTO_FLUSH, got {value}");
    }

    /// <summary>Documents in one thread's buffer that make it a segment; at least 2; default <see cref="IndexWriterConfig.DISABLE_AUTO_FLUSH"/>: memory alone decides.</summary>
    public virtual int MaxBufferedDocs
    {
        get => _maxBufferedDocs;
        set
        {
            if (value != IndexWriterConfig.DISABLE_AUTO_FLUSH && value < 2)
                throw new ArgumentException($"MaxBufferedDocs must be at least 2 or DISABLE_AUTO_FLUSH, got {value}");
            if (value == IndexWriterConfig.DISABLE_AUTO_FLUSH && _ramBufferSizeMB == IndexWriterConfig.DISABLE_AUTO_FLUSH)
                throw new ArgumentException("at least one of RAMBufferSizeMB and MaxBufferedDocs must be enabled");
            _maxBufferedDocs = value;
        }
    }

    /// <summary>Most buffers that are filled at the same time, one per adding thread; default 8. More threads wait for none: they share memory.</summary>
    public virtual int MaxThreadStates => MaxThreadStatesSetting;

    /// <summary>Which segments are merged; default <see cref="TieredMergePolicy"/>.</summary>
    public virtual MergePolicy MergePolicy => MergePolicySetting;

    /// <summary>Which thread merges; default <see cref="ConcurrentMergeScheduler"/>.</summary>
    public virtual IMergeScheduler MergeScheduler => MergeSchedulerSetting;

    /// <summary>Called with a reader of each merged segment before it is used; null for nothing.</summary>
    public virtual IndexWriter.IndexReaderWarmer? MergedSegmentWarmer { get; set; }

    /// <summary>Whether an index is made anew; default: only when there is none.</summary>
    public virtual OpenMode OpenMode => OpenModeSetting;

    /// <summary>Memory of all buffers, in MiB, at which the largest becomes a segment; default 16; above 0, below 2048 for one thread, or <see cref="IndexWriterConfig.DISABLE_AUTO_FLUSH"/>.</summary>
    public virtual double RAMBufferSizeMB
    {
        get => _ramBufferSizeMB;
        set
        {
            if (value != IndexWriterConfig.DISABLE_AUTO_FLUSH && value <= 0)
                throw new ArgumentException($"RAMBufferSizeMB must be above 0 or DISABLE_AUTO_FLUSH, got {value}");
            if (value == IndexWriterConfig.DISABLE_AUTO_FLUSH && _maxBufferedDocs == IndexWriterConfig.DISABLE_AUTO_FLUSH)
                throw new ArgumentException("at least one of RAMBufferSizeMB and MaxBufferedDocs must be enabled");
            _ramBufferSizeMB = value;
        }
    }

    /// <summary>Memory of one thread's buffer, in MiB, at which it becomes a segment in any case; default 1945.</summary>
    public virtual int RAMPerThreadHardLimitMB => RamHardLimitSetting;

    /// <summary>Computes norms; must be the one that searches use.</summary>
    public virtual Similarity Similarity => SimilaritySetting;

    /// <summary>Whether new segments are compound files; default true.</summary>
    public virtual bool UseCompoundFile { get; set; } = IndexWriterConfig.DEFAULT_USE_COMPOUND_FILE_SYSTEM;

    /// <summary>How long to wait for the write lock, in milliseconds; default 1000.</summary>
    public virtual long WriteLockTimeout => WriteLockTimeoutSetting;

    internal IndexCommit? IndexCommitSetting { get; set; }

    internal IndexDeletionPolicy DeletionPolicySetting { get; set; } = new KeepOnlyLastCommitDeletionPolicy();

    internal InfoStream InfoStreamSetting { get; set; } = InfoStream.Default;

    internal int MaxThreadStatesSetting { get; set; } = IndexWriterConfig.DEFAULT_MAX_THREAD_STATES;

    internal MergePolicy MergePolicySetting { get; set; } = new TieredMergePolicy();

    internal IMergeScheduler MergeSchedulerSetting { get; set; } = new ConcurrentMergeScheduler();

    internal OpenMode OpenModeSetting { get; set; } = OpenMode.CREATE_OR_APPEND;

    internal int RamHardLimitSetting { get; set; } = IndexWriterConfig.DEFAULT_RAM_PER_THREAD_HARD_LIMIT_MB;

    internal Similarity SimilaritySetting { get; set; } = IndexSearcher.DefaultSimilarity;

    internal long WriteLockTimeoutSetting { get; set; } = IndexWriterConfig.DefaultWriteLockTimeout;

    /// <inheritdoc/>
    public override string ToString() =>
        $"ramBufferSizeMB={RAMBufferSizeMB} maxBufferedDocs={MaxBufferedDocs} openMode={OpenMode} similarity={Similarity.GetType().Name} "
        + $"mergePolicy={MergePolicy} mergeScheduler={MergeScheduler} useCompoundFile={UseCompoundFile} writeLockTimeout={WriteLockTimeout}";
}

/// <summary>Whether an index is made anew.</summary>
public enum OpenMode
{
    /// <summary>Make a new index; what is there goes with the first commit.</summary>
    CREATE = 0,

    /// <summary>Open what is there; fail when there is nothing.</summary>
    APPEND = 1,

    /// <summary>Open what is there, or make a new index.</summary>
    CREATE_OR_APPEND = 2,
}
