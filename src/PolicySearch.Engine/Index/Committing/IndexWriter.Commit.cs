using Lucene.Net.Codecs;

namespace Lucene.Net.Index;

public partial class IndexWriter
{
    private Dictionary<string, string> _userData;

    /// <summary>What the last commit, or <see cref="SetCommitData"/> since, holds of the application's own.</summary>
    public IDictionary<string, string> CommitData
    {
        get
        {
            lock (_sync)
                return new Dictionary<string, string>(_userData);
        }
    }

    /// <summary>What the next commit holds of the application's own: names and values. Counts as a change.</summary>
    public void SetCommitData(IDictionary<string, string> commitUserData)
    {
        EnsureOpen();
        lock (_sync)
        {
            _userData = new Dictionary<string, string>(commitUserData);
            Interlocked.Increment(ref _changes);
        }
    }

    /// <summary>True when a commit would have something to write.</summary>
    public bool HasUncommittedChanges() => Interlocked.Read(ref _changes) != Interlocked.Read(ref _committedChanges) || _buffers.DocCount > 0 || !_deletes.IsEmpty;

    /// <summary>Makes all changes so far safe on disk and visible to new readers. When it throws, the commit before is still the last.</summary>
    public void Commit()
    {
        EnsureOpen();
        lock (_commitLock)
            CommitInternal();
        TryMerge(MergeTrigger.FULL_FLUSH);
    }

    /// <summary>Does all of a commit that may fail but the last step; <see cref="Commit"/> completes it, <see cref="Rollback"/> gives it up.</summary>
    /// <exception cref="InvalidOperationException">One is prepared already.</exception>
    public void PrepareCommit()
    {
        EnsureOpen();
        lock (_commitLock)
        {
            if (_pendingCommit is not null)
                throw new InvalidOperationException("PrepareCommit was already called with no corresponding call to Commit");
            Prepare();
        }
    }

    /// <summary>Gives up everything since the last commit, and closes.</summary>
    public virtual void Rollback()
    {
        if (_closed)
            return;
        lock (_commitLock)
        {
            if (!_closed)
                RollbackInternal();
        }
    }

    /// <summary>Deletes files that nothing needs any more: those of snapshots that were released, and those that could not be deleted before.</summary>
    public virtual void DeleteUnusedFiles()
    {
        EnsureOpen(false);
        lock (_sync)
            _deleter.RevisitPolicy();
    }

    private void CommitInternal()
    {
        if (_pendingCommit is null)
            Prepare();
        FinishCommit();
    }

    private void Prepare()
    {
        if (FullFlush(applyAllDeletes: true, TakeSnapshot) is not var (infos, changes, files))
            return;
        try
        {
            _directory.Sync(files);
            SegmentInfosWriter writer;
            try
            {
                writer = SegmentInfosWriter.Prepare(_directory, infos);
            }
            finally
            {
                // Even after a failure: the next commit must not write the same file.
                _segments.Infos.Generation = infos.Generation;
            }
            _pendingCommit = new PendingCommit(infos, writer, changes, files);
        }
        catch
        {
            lock (_sync)
                _deleter.DecRef(files);
            throw;
        }
    }

    /// <summary>What a commit of now would hold, with its files held in the deleter; null when nothing has changed since the last.</summary>
    private (SegmentInfos Infos, long Changes, List<string> Files)? TakeSnapshot()
    {
        long changes = Interlocked.Read(ref _changes);
        if (changes == _committedChanges && _segments.Infos.LastGeneration != -1)
            return null;
        WriteDeletions();
        var infos = (SegmentInfos)_segments.Infos.Clone();
        infos.UserData = new Dictionary<string, string>(_userData);
        List<string> files = [.. infos.GetFiles(_directory, includeSegmentsFile: false)];
        _deleter.IncRef(files);
        return (infos, changes, files);
    }

    private void WriteDeletions()
    {
        try
        {
            _segments.WriteDeletions();
            _deleter.Checkpoint(_segments.Infos);
        }
        catch (Exception e)
        {
            Tragic(e);
            throw;
        }
    }

    private void FinishCommit()
    {
        if (_pendingCommit is not { } pending)
            return;
        _pendingCommit = null;
        try
        {
            pending.Writer.Finish();
        }
        catch
        {
            pending.Writer.Dispose();
            lock (_sync)
                _deleter.DecRef(pending.Files);
            throw;
        }
        lock (_sync)
        {
            _committedChanges = pending.Changes;
            _segments.Infos.LastGeneration = pending.Infos.LastGeneration;
            _deleter.Committed(pending.Infos);
            _deleter.DecRef(pending.Files);
            Log("IW", $"committed {pending.Writer.FileName}: {pending.Infos.Count} segments");
        }
    }

    private void RollbackInternal()
    {
        _closing = true;
        AbortMerges();
        _config.MergeScheduler.Dispose();
        _buffers.Close();
        lock (_sync)
        {
            _deletes.Clear();
            if (_pendingCommit is { } pending)
            {
                _pendingCommit = null;
                pending.Writer.Dispose();
                _deleter.DecRef(pending.Files);
            }
            // Nothing but commits needs files now.
            _deleter.Checkpoint(new SegmentInfos());
        }
        Close();
    }
}
