using Lucene.Net.Store;

namespace Lucene.Net.Index;

public partial class IndexWriter
{
    // Segments of the next generation, written while a full flush makes its view. They become part of the index when that is done.
    private readonly List<(FlushedSegment? Segment, SegmentBuffer Buffer)> _deferred = [];

    // The last generation that a view may hold while a full flush runs; int.MaxValue while none does.
    private int _viewGeneration = int.MaxValue;

    /// <summary>Makes segments of the documents in memory.</summary>
    /// <param name="triggerMerge">Whether merges are looked for then.</param>
    /// <param name="applyAllDeletes">Whether deletions that wait are applied.</param>
    public void Flush(bool triggerMerge, bool applyAllDeletes)
    {
        EnsureOpen(false);
        FlushAll(applyAllDeletes);
        if (triggerMerge)
            TryMerge(MergeTrigger.FULL_FLUSH);
    }

    private void FlushAll(bool applyAllDeletes) => FullFlush(applyAllDeletes, () => true);

    /// <summary>
    /// Flushes all buffers that exist now, and makes a view of the index that holds just what was added and deleted before: nothing of what other threads
    /// do meanwhile. <paramref name="view"/> is called under the lock.
    /// </summary>
    private T FullFlush<T>(bool applyAllDeletes, Func<T> view)
    {
        lock (_flushLock)
        {
            lock (_sync)
                _viewGeneration = _deletes.Current;
            try
            {
                _buffers.Drain(FlushBuffer);
                lock (_sync)
                {
                    if (applyAllDeletes)
                        ApplyDeletes();
                    return view();
                }
            }
            catch (Exception e) when (e is not ObjectDisposedException)
            {
                Tragic(e);
                throw;
            }
            finally
            {
                EndFullFlush();
            }
        }
    }

    private void EndFullFlush()
    {
        lock (_sync)
        {
            _viewGeneration = int.MaxValue;
            foreach ((FlushedSegment? segment, SegmentBuffer buffer) in _deferred)
                Publish(segment, buffer);
            _deferred.Clear();
        }
    }

    /// <summary>Makes a segment of a buffer that this thread has to itself, and adds it to the index.</summary>
    private void FlushBuffer(SegmentBuffer buffer)
    {
        try
        {
            DoBeforeFlush();
            FlushedSegment? flushed = WriteSegment(buffer);
            lock (_sync)
            {
                EnsureOpen(false);
                if (buffer.Generation > _viewGeneration)
                    _deferred.Add((flushed, buffer));
                else
                    Publish(flushed, buffer);
            }
            DoAfterFlush();
        }
        catch (Exception e)
        {
            buffer.Abandon();
            Tragic(e);
            _buffers.Remove(buffer);
            throw;
        }
    }

    /// <summary>Null when no document is left.</summary>
    private FlushedSegment? WriteSegment(SegmentBuffer buffer)
    {
        if (buffer.DocCount == 0)
        {
            buffer.Abandon();
            return null;
        }
        FlushedSegment? flushed = SegmentFlusher.Flush(buffer, _deletes);
        if (flushed is not null)
            NewSegment.Complete(flushed.Info.Info, buffer.Directory, _config.UseCompoundFile, new IOContext(new FlushInfo(buffer.DocCount, 0)), () => { });
        return flushed;
    }

    private void Publish(FlushedSegment? flushed, SegmentBuffer buffer)
    {
        if (flushed is not null && !_closed && _tragedy is null)
        {
            var state = new SegmentState(flushed.Info, flushed.Live, flushed.DeletesUpTo);
            WriterSegments.ApplyQueries(flushed, state, _deletes);
            _segments.Add(state);
            Changed();
            Log("DW", $"flushed {flushed.Info}: {state.LiveCount} live documents");
        }
        _buffers.Remove(buffer);
    }

    private void ApplyDeletes()
    {
        lock (_sync)
        {
            if (_segments.Apply(_deletes, Math.Min(_viewGeneration, _deletes.Current), _buffers))
                Changed();
            if (!KeepFullyDeletedSegments && _segments.DropEmpty(MergingSegments.Contains))
                Changed();
        }
    }

    /// <summary>To be called under the lock, when the list of segments or their deletions have changed.</summary>
    private void Changed()
    {
        Interlocked.Increment(ref _changes);
        _segments.Infos.Changed();
        _deleter.Checkpoint(_segments.Infos);
    }
}
