using System.IO;
using Lucene.Net.Analysis;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>Settings of one writer. Set them before the writer is made; a configuration serves one writer.</summary>
public sealed class IndexWriterConfig : LiveIndexWriterConfig
{
    /// <summary>Turns a limit off.</summary>
    public static readonly int DISABLE_AUTO_FLUSH = -1;

    /// <summary>Default of <see cref="LiveIndexWriterConfig.MaxBufferedDeleteTerms"/>: off.</summary>
    public static readonly int DEFAULT_MAX_BUFFERED_DELETE_TERMS = -1;

    /// <summary>Default of <see cref="LiveIndexWriterConfig.MaxBufferedDocs"/>: off.</summary>
    public static readonly int DEFAULT_MAX_BUFFERED_DOCS = -1;

    /// <summary>Default of <see cref="LiveIndexWriterConfig.RAMBufferSizeMB"/>.</summary>
    public static readonly double DEFAULT_RAM_BUFFER_SIZE_MB = 16.0;

    /// <summary>Default of <see cref="RAMPerThreadHardLimitMB"/>.</summary>
    public static readonly int DEFAULT_RAM_PER_THREAD_HARD_LIMIT_MB = 1945;

    /// <summary>Default of <see cref="MaxThreadStates"/>.</summary>
    public static readonly int DEFAULT_MAX_THREAD_STATES = 8;

    /// <summary>Default of <see cref="LiveIndexWriterConfig.UseCompoundFile"/>.</summary>
    public static readonly bool DEFAULT_USE_COMPOUND_FILE_SYSTEM = true;

    /// <summary>Default of <see cref="LiveIndexWriterConfig.CheckIntegrityAtMerge"/>.</summary>
    public static readonly bool DEFAULT_CHECK_INTEGRITY_AT_MERGE;

    /// <summary>Default of <see cref="WriteLockTimeout"/>, in milliseconds.</summary>
    public static long WRITE_LOCK_TIMEOUT = 1000;

    private bool _used;

    /// <summary>Default settings.</summary>
    /// <param name="matchVersion">The release whose behaviour is asked for.</param>
    /// <param name="analyzer">Analyzes documents that come without an analyzer of their own.</param>
    public IndexWriterConfig(LuceneVersion matchVersion, Analyzer analyzer)
        : base(analyzer)
    {
    }

    /// <summary>Default of <see cref="WriteLockTimeout"/>, in milliseconds.</summary>
    public static long DefaultWriteLockTimeout
    {
        get => WRITE_LOCK_TIMEOUT;
        set => WRITE_LOCK_TIMEOUT = value;
    }

    /// <inheritdoc cref="LiveIndexWriterConfig.IndexCommit"/>
    public new IndexCommit? IndexCommit
    {
        get => IndexCommitSetting;
        set => IndexCommitSetting = value;
    }

    /// <inheritdoc cref="LiveIndexWriterConfig.IndexDeletionPolicy"/>
    public new IndexDeletionPolicy IndexDeletionPolicy
    {
        get => DeletionPolicySetting;
        set => DeletionPolicySetting = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <inheritdoc cref="LiveIndexWriterConfig.MaxThreadStates"/>
    public new int MaxThreadStates
    {
        get => MaxThreadStatesSetting;
        set => MaxThreadStatesSetting = Math.Max(1, value);
    }

    /// <inheritdoc cref="LiveIndexWriterConfig.MergePolicy"/>
    public new MergePolicy MergePolicy
    {
        get => MergePolicySetting;
        set => MergePolicySetting = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <inheritdoc cref="LiveIndexWriterConfig.MergeScheduler"/>
    public new IMergeScheduler MergeScheduler
    {
        get => MergeSchedulerSetting;
        set => MergeSchedulerSetting = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <inheritdoc cref="LiveIndexWriterConfig.OpenMode"/>
    public new OpenMode OpenMode
    {
        get => OpenModeSetting;
        set => OpenModeSetting = value;
    }

    /// <inheritdoc cref="LiveIndexWriterConfig.RAMPerThreadHardLimitMB"/>
    public new int RAMPerThreadHardLimitMB
    {
        get => RamHardLimitSetting;
        set => RamHardLimitSetting = value is > 0 and < 2048
            ? value : throw new ArgumentException($"RAMPerThreadHardLimitMB must be above 0 and below 2048, got {value}");
    }

    /// <inheritdoc cref="LiveIndexWriterConfig.Similarity"/>
    public new Similarity Similarity
    {
        get => SimilaritySetting;
        set => SimilaritySetting = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <inheritdoc cref="LiveIndexWriterConfig.WriteLockTimeout"/>
    public new long WriteLockTimeout
    {
        get => WriteLockTimeoutSetting;
        set => WriteLockTimeoutSetting = value;
    }

    /// <summary>The same settings for another writer; policies and schedulers are cloned.</summary>
    public object Clone()
    {
        var clone = (IndexWriterConfig)MemberwiseClone();
        clone._used = false;
        clone.DeletionPolicySetting = (IndexDeletionPolicy)IndexDeletionPolicy.Clone();
        clone.MergePolicySetting = (MergePolicy)MergePolicy.Clone();
        clone.MergeSchedulerSetting = (IMergeScheduler)MergeScheduler.Clone();
        return clone;
    }

    /// <summary>Where the writer says what it does.</summary>
    public IndexWriterConfig SetInfoStream(InfoStream infoStream)
    {
        InfoStreamSetting = infoStream ?? throw new ArgumentNullException(nameof(infoStream));
        return this;
    }

    /// <summary>Where the writer says what it does.</summary>
    public IndexWriterConfig SetInfoStream(TextWriter printStream) => SetInfoStream(new TextInfoStream(printStream));

    /// <inheritdoc/>
    public override string ToString() => base.ToString();

    /// <summary>A configuration serves one writer: policies and schedulers keep state of it.</summary>
    internal void Use()
    {
        if (_used)
            throw new InvalidOperationException("this IndexWriterConfig serves a writer already; clone it before that for another one");
        _used = true;
    }
}
