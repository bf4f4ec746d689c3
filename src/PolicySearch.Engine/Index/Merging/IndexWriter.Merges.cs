using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

public partial class IndexWriter
{
    private readonly HashSet<SegmentCommitInfo> _merging = [];
    private readonly Queue<MergePolicy.OneMerge> _waitingMerges = new();
    private readonly HashSet<MergePolicy.OneMerge> _runningMerges = [];
    private readonly Dictionary<SegmentCommitInfo, bool> _segmentsToMerge = [];
    private int _forcedSegments = -1;
    private Exception? _mergeFailure;
    private bool _mergesStopped;

    /// <summary>Segments that are being merged, or wait for it; for merge policies, which are called under the lock.</summary>
    public virtual ICollection<SegmentCommitInfo> MergingSegments => _merging;

    /// <summary>Merges that nobody has begun.</summary>
    internal int WaitingMerges
    {
        get
        {
            lock (_sync)
                return _waitingMerges.Count;
        }
    }

    /// <summary>Asks the policy for merges, and has them done.</summary>
    public void MaybeMerge() => MaybeMerge(MergeTrigger.EXPLICIT);

    /// <summary>Merges until there are at most so many segments, and waits for it.</summary>
    public virtual void ForceMerge(int maxNumSegments) => ForceMerge(maxNumSegments, true);

    /// <summary>Merges until there are at most so many segments. Costs as much as writing the index anew.</summary>
    /// <param name="maxNumSegments">At least 1.</param>
    /// <param name="doWait">Whether to wait until it is done.</param>
    /// <exception cref="MergePolicy.MergeException">A merge failed.</exception>
    public virtual void ForceMerge(int maxNumSegments, bool doWait)
    {
        EnsureOpen();
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNumSegments, 1);
        FlushAll(applyAllDeletes: true);
        lock (_sync)
        {
            _mergeFailure = null;
            _forcedSegments = maxNumSegments;
            _segmentsToMerge.Clear();
            foreach (SegmentCommitInfo info in _segments.Infos)
                _segmentsToMerge[info] = true;
            foreach (MergePolicy.OneMerge merge in _waitingMerges.Concat(_runningMerges))
                merge.MaxNumSegments = maxNumSegments;
        }
        try
        {
            TryMerge(MergeTrigger.EXPLICIT);
            if (doWait)
                WaitForMerges();
        }
        finally
        {
            if (doWait)
                _forcedSegments = -1;
        }
        ThrowMergeFailure();
    }

    /// <summary>Merges the segments that have many deleted documents, and waits for it.</summary>
    public virtual void ForceMergeDeletes() => ForceMergeDeletes(true);

    /// <summary>Merges the segments that have many deleted documents.</summary>
    public virtual void ForceMergeDeletes(bool doWait)
    {
        EnsureOpen();
        FlushAll(applyAllDeletes: true);
        lock (_sync)
        {
            _mergeFailure = null;
            Register(_config.MergePolicy.FindForcedDeletesMerges(_segments.Infos));
        }
        TryMerge(MergeTrigger.EXPLICIT);
        if (doWait)
            WaitForMerges();
        ThrowMergeFailure();
    }

    /// <summary>Waits until no merge runs or waits.</summary>
    public virtual void WaitForMerges()
    {
        EnsureOpen(false);
        while (true)
        {
            RunMerges(MergeTrigger.CLOSING, false);
            lock (_sync)
            {
                if (_runningMerges.Count == 0 && _waitingMerges.Count == 0)
                    return;
                if (_runningMerges.Count == 0 && _config.MergeScheduler is NoMergeScheduler)
                    return;
                Monitor.Wait(_sync, TimeSpan.FromMilliseconds(100));
            }
        }
    }

    /// <summary>True when a merge waits for a thread.</summary>
    public virtual bool HasPendingMerges() => WaitingMerges > 0;

    /// <summary>For merge schedulers: a merge to do, or null.</summary>
    public virtual MergePolicy.OneMerge? GetNextMerge()
    {
        lock (_sync)
        {
            if (_mergesStopped || !_waitingMerges.TryDequeue(out MergePolicy.OneMerge? merge))
                return null;
            _runningMerges.Add(merge);
            return merge;
        }
    }

    /// <summary>For merge schedulers: does a merge, in this thread.</summary>
    public virtual void Merge(MergePolicy.OneMerge merge)
    {
        bool done = false;
        try
        {
            MergeSegments(merge);
            done = true;
        }
        catch (Exception e)
        {
            Log("IW", $"merge {merge.SegString(_directory)} failed: {e.Message}");
            if (e is not MergePolicy.MergeAbortedException)
                MergeFailed(e);
            throw;
        }
        finally
        {
            // In one step, so that nobody who waits for merges sees a moment without any.
            lock (_sync)
            {
                MergeFinish(merge);
                if (done)
                    FindMerges(MergeTrigger.MERGE_FINISHED);
            }
        }
    }

    /// <summary>For merge schedulers: a merge is over, whether it was done or not.</summary>
    public void MergeFinish(MergePolicy.OneMerge merge)
    {
        lock (_sync)
        {
            _runningMerges.Remove(merge);
            if (merge.IsRegistered)
                _merging.ExceptWith(merge.Segments);
            merge.IsRegistered = false;
            Monitor.PulseAll(_sync);
        }
    }

    /// <summary>For merge schedulers: a merge failed in a thread of its own.</summary>
    internal void MergeFailed(Exception error)
    {
        lock (_sync)
        {
            _mergeFailure ??= error;
            Monitor.PulseAll(_sync);
        }
    }

    private void ThrowMergeFailure()
    {
        lock (_sync)
        {
            if (_mergeFailure is not { } failure)
                return;
            _mergeFailure = null;
            throw new MergePolicy.MergeException(failure, _directory);
        }
    }

    private void MaybeMerge(MergeTrigger trigger)
    {
        EnsureOpen(false);
        bool found = FindMerges(trigger);
        _config.MergeScheduler.Merge(this, trigger, found);
    }

    /// <summary>As <see cref="MaybeMerge(MergeTrigger)"/> behind an operation that is done: a merge that fails is not the operation's failure. It changes nothing and is tried again.</summary>
    private void TryMerge(MergeTrigger trigger) => RunMerges(trigger, FindMerges(trigger));

    private void RunMerges(MergeTrigger trigger, bool found)
    {
        try
        {
            _config.MergeScheduler.Merge(this, trigger, found);
        }
        catch (Exception e) when (e is not MergePolicy.MergeAbortedException)
        {
            MergeFailed(e);
        }
        catch (MergePolicy.MergeAbortedException)
        {
            // Whoever gave it up knows.
        }
    }

    private bool FindMerges(MergeTrigger trigger)
    {
        lock (_sync)
        {
            if (_mergesStopped || _closed || _tragedy is not null)
                return false;
            return Register(_forcedSegments == -1
                ? _config.MergePolicy.FindMerges(trigger, _segments.Infos)
                : _config.MergePolicy.FindForcedMerges(_segments.Infos, _forcedSegments, _segmentsToMerge));
        }
    }

    private bool Register(MergePolicy.MergeSpecification? specification)
    {
        bool any = false;
        foreach (MergePolicy.OneMerge merge in specification?.Merges ?? [])
        {
            if (merge.Segments.Any(segment => _merging.Contains(segment) || _segments.Find(segment) is null))
                continue;
            merge.MaxNumSegments = _forcedSegments;
            merge.EstimatedMergeBytes = merge.TotalBytesSize;
            merge.IsRegistered = true;
            _merging.UnionWith(merge.Segments);
            _waitingMerges.Enqueue(merge);
            any = true;
        }
        return any;
    }

    private void MergeSegments(MergePolicy.OneMerge merge)
    {
        merge.CheckAborted(_directory);
        List<MergeSource> sources = [];
        try
        {
            OpenSources(merge, sources);
            SegmentState? merged = WriteMerged(merge, sources, out TrackingDirectoryWrapper directory);
            CommitMerge(merge, sources, merged, directory);
        }
        finally
        {
            foreach (MergeSource source in sources)
                source.Reader.DecRef();
        }
    }

    private void OpenSources(MergePolicy.OneMerge merge, List<MergeSource> sources)
    {
        lock (_sync)
        {
            // All deletions of before are in all sources alike, so that those of later can be told apart.
            ApplyDeletes();
            int docBase = 0;
            foreach (SegmentCommitInfo info in merge.Segments)
            {
                SegmentState state = _segments.Find(info) ?? throw new MergePolicy.MergeAbortedException($"segment {info} is gone");
                FixedBitSet? live = state.FreezeLive();
                state.Base.IncRef();
                var source = new MergeSource(state.Base, live, docBase);
                sources.Add(source);
                docBase += source.LiveCount;
            }
        }
        if (_config.CheckIntegrityAtMerge)
            sources.ForEach(source => source.Reader.CheckIntegrity());
    }

    /// <summary>Writes the new segment; null when no live document is left.</summary>
    private SegmentState? WriteMerged(MergePolicy.OneMerge merge, List<MergeSource> sources, out TrackingDirectoryWrapper directory)
    {
        directory = new TrackingDirectoryWrapper(_directory);
        string name = NewSegmentName();
        var context = new IOContext(merge.MergeInfo);
        void CheckAborted() => merge.CheckAborted(_directory);
        try
        {
            var merger = new SegmentMerger(directory, name, sources, _fieldNumbers, context, CheckAborted);
            if (merger.DocCount == 0)
                return null;
            merger.Merge();
            var info = new SegmentInfo(_directory, name, merger.DocCount)
            {
                Diagnostics = SegmentDiagnostics.Create(SOURCE_MERGE, sources.Count),
                Files = directory.CreatedFiles,
            };
            var commit = new SegmentCommitInfo(info, 0, -1, -1);
            NewSegment.Complete(info, directory, WantsCompound(commit), context, CheckAborted);
            merge.Info = commit;
            return new SegmentState(commit, null, 0);
        }
        catch
        {
            DirectoryFiles.TryDelete(directory, directory.CreatedFiles);
            throw;
        }
    }

    private bool WantsCompound(SegmentCommitInfo info)
    {
        lock (_sync)
            return _config.MergePolicy.UseCompoundFile(_segments.Infos, info);
    }

    private void CommitMerge(MergePolicy.OneMerge merge, List<MergeSource> sources, SegmentState? merged, TrackingDirectoryWrapper directory)
    {
        try
        {
            if (merged is not null && _config.MergedSegmentWarmer is { } warmer)
                warmer.Warm(merged.Base);
            lock (_sync)
            {
                merge.CheckAborted(_directory);
                EnsureOpen(false);
                if (merged is not null)
                    CarryDeletions(merge, sources, merged);
                bool forced = merge.Segments.Any(_segmentsToMerge.ContainsKey);
                if (merged is { LiveCount: 0 } && !KeepFullyDeletedSegments)
                {
                    merged.Dispose();
                    merged = null;
                }
                _segments.Replace(merge.Segments, merged);
                if (merged is null)
                    _deleter.DeleteUnneeded(directory.CreatedFiles);
                else if (forced)
                    _segmentsToMerge[merged.Info] = false;
                Changed();
            }
        }
        catch
        {
            merged?.Dispose();
            DirectoryFiles.TryDelete(directory, directory.CreatedFiles);
            throw;
        }
    }

    /// <summary>Deletes in the new segment what was deleted in its sources while they were merged.</summary>
    private void CarryDeletions(MergePolicy.OneMerge merge, List<MergeSource> sources, SegmentState merged)
    {
        merged.DeletesUpTo = long.MaxValue;
        for (int i = 0; i < sources.Count; i++)
        {
            SegmentState state = _segments.Find(merge.Segments[i]) ?? throw new MergePolicy.MergeAbortedException($"segment {merge.Segments[i]} is gone");
            merged.DeletesUpTo = Math.Min(merged.DeletesUpTo, state.DeletesUpTo);
            FixedBitSet? now = state.Live;
            if (now is null || ReferenceEquals(now, sources[i].Live))
                continue;
            for (int doc = 0; doc < now.Length; doc++)
            {
                if (!now.Get(doc) && sources[i].Map(doc) is >= 0 and var to)
                    merged.Delete(to);
            }
        }
    }

    private void CloseMerges(bool waitForMerges)
    {
        if (waitForMerges)
        {
            TryMerge(MergeTrigger.CLOSING);
            WaitForMerges();
        }
        AbortMerges();
        _config.MergeScheduler.Dispose();
    }

    /// <summary>Gives up all merges and waits until none runs; no other begins before <see cref="ResumeMerges"/>.</summary>
    private void AbortMerges()
    {
        lock (_sync)
        {
            _mergesStopped = true;
            foreach (MergePolicy.OneMerge merge in _runningMerges)
                merge.Abort();
            while (_waitingMerges.TryDequeue(out MergePolicy.OneMerge? waiting))
                MergeFinish(waiting);
        }
    }

    private void ResumeMerges()
    {
        lock (_sync)
            _mergesStopped = false;
    }

    /// <summary>Prepares a reader of a merged segment for its first search.</summary>
    public abstract class IndexReaderWarmer
    {
        /// <summary>For derived classes.</summary>
        protected IndexReaderWarmer()
        {
        }

        /// <summary>Uses the reader as searches will.</summary>
        public abstract void Warm(AtomicReader reader);
    }
}
