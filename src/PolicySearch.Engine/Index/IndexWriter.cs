using System.IO;
using Lucene.Net.Analysis;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;
using Lock = System.Threading.Lock;

namespace Lucene.Net.Index;

/// <summary>
/// Adds, updates and deletes documents of one index. Nothing of that is seen by readers of the directory before <see cref="Commit"/>; what a
/// returned commit holds survives a crash. Any number of threads may use a writer at the same time; a lock in the directory keeps other writers out.
/// </summary>
/// <remarks>
/// <para>Every adding thread fills a buffer of its own. The largest becomes a segment when all together reach <see cref="LiveIndexWriterConfig.RAMBufferSizeMB"/>,
/// and each that reaches <see cref="LiveIndexWriterConfig.MaxBufferedDocs"/>. Segments are merged as <see cref="MergePolicy"/> says, in the threads of <see cref="IMergeScheduler"/>.</para>
/// <para>A document that cannot be added (its analyzer throws, a term is too long) leaves everything else as it was. When the directory fails, the writer rolls back and
/// closes: the last commit stays, and a new writer may go on from there.</para>
/// <para>Parts: <c>Writing/</c> buffers, inverts and flushes; <c>Merging/</c> chooses and merges; <c>Committing/</c> writes commits and deletes files.</para>
/// </remarks>
public partial class IndexWriter : IDisposable, ITwoPhaseCommit
{
    // Lock order: _commitLock, _flushLock, _sync, and below that the locks of the parts. Never wait for a thread while holding _sync but with Monitor.Wait on it.
    private readonly object _sync = new();
    private readonly object _commitLock = new();
    private readonly Lock _flushLock = new();
    private readonly Lock _nameLock = new();

    private readonly Directory _directory;
    private readonly LiveIndexWriterConfig _config;
    private readonly Store.Lock _writeLock;
    private readonly InfoStream _info;
    private readonly FieldNumbers _fieldNumbers = new();
    private readonly BlockStock _blocks = new();
    private readonly DeleteLog _deletes = new();
    private readonly BufferPool _buffers;
    private readonly WriterSegments _segments;
    private readonly IndexFileDeleter _deleter;

    private long _changes;
    private long _committedChanges;
    private PendingCommit? _pendingCommit;
    private Exception? _tragedy;
    private volatile bool _closing;
    private volatile bool _closed;

    /// <summary>Opens or makes an index, as <see cref="LiveIndexWriterConfig.OpenMode"/> says.</summary>
    /// <exception cref="LockObtainFailedException">Another writer has it open.</exception>
    /// <exception cref="IndexNotFoundException">There is none, and <see cref="OpenMode.APPEND"/> was asked for.</exception>
    /// <exception cref="CorruptIndexException">The last commit cannot be read.</exception>
    public IndexWriter(Directory d, IndexWriterConfig conf)
    {
        conf.Use();
        _directory = d;
        _config = conf;
        _info = conf.InfoStream;
        _writeLock = d.MakeLock(WRITE_LOCK_NAME);
        if (!_writeLock.Obtain(conf.WriteLockTimeout))
            throw new LockObtainFailedException($"index locked for write: {_writeLock}");
        try
        {
            SegmentInfos infos = OpenInfos(d, conf);
            infos.Counter = Math.Max(infos.Counter, FirstFreeName(d));
            foreach (SegmentCommitInfo segment in infos)
                _fieldNumbers.Add(ReadFields(segment));
            _segments = new WriterSegments(d, infos);
            _deleter = new IndexFileDeleter(d, conf.IndexDeletionPolicy, infos);
            _buffers = new BufferPool(_deletes, CreateBuffer);
            conf.MergePolicy.SetIndexWriter(this);
            _userData = new Dictionary<string, string>(infos.UserData);
        }
        catch
        {
            _writeLock.Dispose();
            throw;
        }
    }

    /// <summary>Analyzes documents that come without an analyzer of their own.</summary>
    public virtual Analyzer Analyzer
    {
        get
        {
            EnsureOpen();
            return _config.Analyzer;
        }
    }

    /// <summary>The settings, some of which may be changed while the writer runs.</summary>
    public virtual LiveIndexWriterConfig Config
    {
        get
        {
            EnsureOpen(false);
            return _config;
        }
    }

    /// <summary>Where the index is.</summary>
    public virtual Directory Directory => _directory;

    /// <summary>True once the writer is closed.</summary>
    public virtual bool IsClosed => _closed;

    /// <summary>Documents, deleted ones and those in memory too.</summary>
    public virtual int MaxDoc
    {
        get
        {
            EnsureOpen();
            lock (_sync)
                return _segments.Infos.TotalDocCount + _buffers.DocCount;
        }
    }

    /// <summary>Documents, those in memory too, less deletions that are applied already.</summary>
    public virtual int NumDocs
    {
        get
        {
            EnsureOpen();
            lock (_sync)
                return _segments.States.Sum(state => state.LiveCount) + _buffers.DocCount;
        }
    }

    /// <summary>Whether segments without a live document stay, for tests; default false.</summary>
    public virtual bool KeepFullyDeletedSegments { get; set; }

    /// <summary>Documents in memory.</summary>
    public int NumRamDocs()
    {
        EnsureOpen();
        return _buffers.DocCount;
    }

    /// <summary>Memory of documents and deletions, roughly.</summary>
    public long RamSizeInBytes()
    {
        EnsureOpen();
        return _buffers.RamBytes + _deletes.RamBytes;
    }

    /// <summary>Whether documents are deleted, or are about to be.</summary>
    public virtual bool HasDeletions()
    {
        EnsureOpen();
        lock (_sync)
            return !_deletes.IsEmpty || _segments.States.Any(state => state.Info.HasDeletions || state.PendingDeletes > 0);
    }

    /// <summary>Deleted documents of one of this writer's segments.</summary>
    public virtual int NumDeletedDocs(SegmentCommitInfo info)
    {
        EnsureOpen(false);
        lock (_sync)
            return info.DelCount + (_segments.Find(info)?.PendingDeletes ?? 0);
    }

    /// <summary>The segments, for logs.</summary>
    public virtual string SegString()
    {
        lock (_sync)
            return SegString(_segments.Infos);
    }

    /// <summary>Segments, for logs.</summary>
    public virtual string SegString(IEnumerable<SegmentCommitInfo> infos) => string.Join(' ', infos.Select(SegString));

    /// <summary>A segment, for logs.</summary>
    public virtual string SegString(SegmentCommitInfo info)
    {
        lock (_sync)
            return info.ToString(_directory, _segments.Find(info)?.PendingDeletes ?? 0);
    }

    /// <summary>True when a writer has the index open.</summary>
    public static bool IsLocked(Directory directory)
    {
        using Store.Lock @lock = directory.MakeLock(WRITE_LOCK_NAME);
        return @lock.IsLocked();
    }

    /// <summary>Breaks a writer's lock; only when that writer is known to be gone.</summary>
    public static void Unlock(Directory directory)
    {
        directory.MakeLock(WRITE_LOCK_NAME).Dispose();
        directory.ClearLock(WRITE_LOCK_NAME);
    }

    /// <summary>Commits, waits for merges, and closes.</summary>
    public void Dispose()
    {
        Dispose(true, waitForMerges: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Commits and closes; merges that run are waited for, or given up.</summary>
    public void Dispose(bool waitForMerges) => Dispose(true, waitForMerges);

    /// <summary>Commits and closes. When committing fails the writer is rolled back and closed all the same.</summary>
    protected virtual void Dispose(bool disposing, bool waitForMerges)
    {
        if (!disposing || _closed)
            return;
        lock (_commitLock)
        {
            if (_closed)
                return;
            if (_tragedy is not null)
            {
                RollbackInternal();
                return;
            }
            try
            {
                _closing = true;
                Flush(waitForMerges, true);
                CloseMerges(waitForMerges);
                CommitInternal();
            }
            catch
            {
                RollbackInternal();
                throw;
            }
            Close();
        }
    }

    /// <summary>Called before documents in memory become segments.</summary>
    protected virtual void DoBeforeFlush()
    {
    }

    /// <summary>Called after documents in memory have become segments.</summary>
    protected virtual void DoAfterFlush()
    {
    }

    /// <summary>Throws when the writer is closed, or closing.</summary>
    protected internal void EnsureOpen() => EnsureOpen(true);

    /// <summary>Throws when the writer is closed, or, on demand, closing.</summary>
    /// <exception cref="ObjectDisposedException">It is; the inner exception says why, when the directory failed.</exception>
    protected internal void EnsureOpen(bool failIfDisposing)
    {
        if (!_closed && _tragedy is null && !(failIfDisposing && _closing))
            return;
        throw _tragedy is null
            ? new ObjectDisposedException(nameof(IndexWriter), "this IndexWriter is closed")
            : new ObjectDisposedException($"this IndexWriter closed itself because of an error: {_tragedy.Message}", _tragedy);
    }

    private static SegmentInfos OpenInfos(Directory directory, IndexWriterConfig config)
    {
        var infos = new SegmentInfos();
        bool exists = DirectoryReader.IndexExists(directory);
        if (config.OpenMode == OpenMode.APPEND && !exists)
            throw new IndexNotFoundException($"no index in {directory}; OpenMode.APPEND needs one");
        if (!exists)
            return infos;
        if (config.OpenMode != OpenMode.CREATE)
        {
            if (config.IndexCommit is { } commit)
                OpenCommit(infos, directory, commit);
            else
                infos.Read(directory);
            return infos;
        }
        try
        {
            infos.Read(directory);
            infos.Clear();
        }
        catch (IOException)
        {
            // Whatever is there is damaged, and to be replaced; its names are not used again.
            infos.Clear();
        }
        infos.Generation = infos.LastGeneration = SegmentInfos.GetLastCommitGeneration(directory);
        infos.UserData = new Dictionary<string, string>();
        return infos;
    }

    private static void OpenCommit(SegmentInfos infos, Directory directory, IndexCommit commit)
    {
        if (commit.Directory != directory)
            throw new ArgumentException("IndexCommit must be one of the writer's directory");
        infos.Read(directory, commit.SegmentsFileName);
        // The next commit comes after all that are there.
        infos.Generation = SegmentInfos.GetLastCommitGeneration(directory);
    }

    /// <summary>Behind all names in the directory: what a crash left, or a commit that cannot be read, is never written over.</summary>
    private static int FirstFreeName(Directory directory)
    {
        string[] files;
        try
        {
            files = directory.ListAll();
        }
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
        return 1 + (int)files.Where(file => file.StartsWith('_'))
            .Select(file => IndexFileNames.ParseBase36(IndexFileNames.ParseSegmentName(file)[1..])).Where(number => number < int.MaxValue).Append(-1).Max();
    }

    private static FieldInfos ReadFields(SegmentCommitInfo segment)
    {
        using var reader = new SegmentReader(segment);
        return reader.FieldInfos;
    }

    private SegmentBuffer CreateBuffer(int generation) => new(_directory, NewSegmentName(), generation, _fieldNumbers, _config.Similarity, _blocks);

    private string NewSegmentName()
    {
        lock (_nameLock)
            return "_" + IndexFileNames.ToBase36(_segments.Infos.Counter++);
    }

    private void Log(string component, string message)
    {
        if (_info.IsEnabled(component))
            _info.Message(component, message);
    }

    /// <summary>
    /// The directory failed, and what is in memory cannot be trusted to reach it: everything ends here but <see cref="Dispose()"/> and <see cref="Rollback"/>,
    /// which release the lock. The last commit stays.
    /// </summary>
    private void Tragic(Exception cause)
    {
        Interlocked.CompareExchange(ref _tragedy, cause, null);
        Log("IW", $"hit an error, closing: {cause.Message}");
        _buffers.Close();
        AbortMerges();
    }

    private void Close()
    {
        lock (_sync)
        {
            _closed = true;
            _buffers.Close();
            _segments.Dispose();
            Monitor.PulseAll(_sync);
        }
        _writeLock.Dispose();
    }
}
