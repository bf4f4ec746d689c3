namespace PolicySearch.Search.Indexing;

/// <summary>Brings an index up to date with folders of files.</summary>
public interface ICorpusIndexer
{
    /// <summary>
    /// Adds what is new, updates what changed (by content hash), with <see cref="IndexingOptions.Prune"/> deletes what is gone, then commits.
    /// A file that cannot be read is reported and never stops the run; a crash leaves the last commit.
    /// </summary>
    /// <param name="corpora">Folders or single files. Two folders of the same name cannot be told apart later and are refused.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told from time to time, from one thread at a time; may be null.</param>
    /// <param name="cancellationToken">Stops the run; what was not committed is dropped.</param>
    /// <exception cref="ArgumentException">A corpus does not exist, or two have one name.</exception>
    /// <exception cref="IndexUnavailableException">
    /// The index is being written by another process, is damaged, or was built with another schema or lexicon (<see cref="IndexingOptions.Rebuild"/> is the way out).
    /// </exception>
    /// <exception cref="IOException">The index cannot be written, say because the disk is full; the last commit stays.</exception>
    IndexingReport Run(IReadOnlyList<string> corpora, IndexingOptions options, IProgress<IndexingProgress>? progress = null, CancellationToken cancellationToken = default);
}

/// <summary>How to index.</summary>
public sealed record IndexingOptions
{
    /// <summary>Start from an empty index. The old one stays searchable until the new one is committed. Default false.</summary>
    public bool Rebuild { get; init; }

    /// <summary>Delete documents of the named folders whose files are gone. Default false.</summary>
    public bool Prune { get; init; }

    /// <summary>Documents read side by side; 0 (default) means one per core.</summary>
    public int Parallelism { get; init; }

    /// <summary>
    /// How often a long run commits what it has: so much work at most is lost with the power. Default 5 minutes. A rebuild commits once, at its end,
    /// since the old index is to stay until the new one is whole.
    /// </summary>
    public TimeSpan CommitInterval { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>How far a run has come.</summary>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Files found.</param>
/// <param name="Bytes">Bytes of the files dealt with.</param>
/// <param name="Current">The file at hand; null in the last report.</param>
public readonly record struct IndexingProgress(int Done, int Total, long Bytes, string? Current);

/// <summary>What a run did.</summary>
public sealed record IndexingReport
{
    /// <summary>New documents.</summary>
    public int Added { get; init; }

    /// <summary>Changed documents.</summary>
    public int Updated { get; init; }

    /// <summary>Documents whose file has not changed.</summary>
    public int Unchanged { get; init; }

    /// <summary>Documents removed because their file is gone.</summary>
    public int Deleted { get; init; }

    /// <summary>Files passed over because nothing reads their format.</summary>
    public int Skipped { get; init; }

    /// <summary>Files that could not be read.</summary>
    public IReadOnlyList<RejectedFile> Rejected { get; init; } = [];

    /// <summary>Warnings by document source.</summary>
    public IReadOnlyList<(string Source, string Warning)> Warnings { get; init; } = [];

    /// <summary>Documents added or updated by file ending (<c>.txt</c>), in order of the ending.</summary>
    public IReadOnlyDictionary<string, int> Formats { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How many of the documents added or updated carry each field, named as in <c>extract --json</c>, in the record's order.</summary>
    public IReadOnlyList<(string Field, int Documents)> Fields { get; init; } = [];

    /// <summary>Bytes of the files added or updated.</summary>
    public long Bytes { get; init; }

    /// <summary>Time from the first file to the commit.</summary>
    public TimeSpan Elapsed { get; init; }
}

/// <summary>A file that could not be read.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">What is wrong, and what to do.</param>
public sealed record RejectedFile(string Path, string Reason);
