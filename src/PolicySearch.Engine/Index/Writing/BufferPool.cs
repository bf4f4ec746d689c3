namespace Lucene.Net.Index;

/// <summary>
/// Hands each adding thread a buffer of its own. A buffer that is full leaves the pool for good when its segment is part of the
/// index; until then it counts as "live". Thread-safe.
/// </summary>
internal sealed class BufferPool(DeleteLog deletes, Func<int, SegmentBuffer> create)
{
    private readonly object _sync = new();
    private readonly List<SegmentBuffer> _live = [];
    private readonly Stack<SegmentBuffer> _idle = new();
    private readonly HashSet<SegmentBuffer> _wanted = [];
    private readonly Queue<SegmentBuffer> _handedOver = new();
    private bool _closed;

    /// <summary>Memory of all buffers, roughly.</summary>
    public long RamBytes
    {
        get
        {
            lock (_sync)
                return _live.Sum(buffer => buffer.RamBytes);
        }
    }

    /// <summary>Documents in all buffers.</summary>
    public int DocCount
    {
        get
        {
            lock (_sync)
                return _live.Sum(buffer => buffer.DocCount);
        }
    }

    /// <summary>The moment of the oldest document that is not in the index yet.</summary>
    private long FirstSequence => _live.Count == 0 ? long.MaxValue : _live.Min(buffer => buffer.FirstSequence);

    /// <summary>Makes the log forget deletions up to <paramref name="moment"/>, but for those that a buffer waits for.</summary>
    public void PruneDeletes(long moment)
    {
        // The pool's lock before the log's, as everywhere.
        lock (_sync)
            deletes.Prune(moment, () => FirstSequence);
    }

    /// <summary>A buffer for this thread alone, until it is returned or removed.</summary>
    public SegmentBuffer Take()
    {
        lock (_sync)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(IndexWriter));
            if (_idle.TryPop(out SegmentBuffer? buffer))
                return buffer;
            buffer = create(deletes.Current);
            _live.Add(buffer);
            return buffer;
        }
    }

    /// <summary>Gives a buffer back.</summary>
    public void Return(SegmentBuffer buffer)
    {
        lock (_sync)
        {
            if (_wanted.Contains(buffer))
            {
                _handedOver.Enqueue(buffer);
                Monitor.PulseAll(_sync);
            }
            else if (_closed)
            {
                buffer.Abandon();
            }
            else
            {
                _idle.Push(buffer);
            }
        }
    }

    /// <summary>The idle buffer that takes the most memory, if that is more than <paramref name="own"/> takes; else <paramref name="own"/>, and nothing is taken.</summary>
    public SegmentBuffer TakeLargest(SegmentBuffer own)
    {
        lock (_sync)
        {
            SegmentBuffer? largest = _idle.MaxBy(buffer => buffer.RamBytes);
            if (largest is null || largest.RamBytes <= own.RamBytes)
                return own;
            SegmentBuffer[] others = [.. _idle.Where(buffer => buffer != largest).Reverse()];
            _idle.Clear();
            foreach (SegmentBuffer other in others)
                _idle.Push(other);
            return largest;
        }
    }

    /// <summary>Forgets a buffer whose documents are in the index.</summary>
    public void Remove(SegmentBuffer buffer)
    {
        lock (_sync)
        {
            _live.Remove(buffer);
            Monitor.PulseAll(_sync);
        }
    }

    /// <summary>
    /// Flushes every buffer that exists now, also those that threads are adding to, as soon as they are done with their document. Threads
    /// may go on adding to new buffers, which belong to the next generation. One caller at a time.
    /// </summary>
    public void Drain(Action<SegmentBuffer> flush)
    {
        List<SegmentBuffer> pending;
        lock (_sync)
        {
            pending = [.. _live];
            deletes.Advance();
            _wanted.UnionWith(pending);
            while (_idle.TryPop(out SegmentBuffer? buffer))
                _handedOver.Enqueue(buffer);
        }
        try
        {
            while (NextHandedOver(pending) is { } buffer)
                flush(buffer);
        }
        finally
        {
            lock (_sync)
            {
                _wanted.Clear();
                while (_handedOver.TryDequeue(out SegmentBuffer? buffer))
                    _idle.Push(buffer);
            }
        }
    }

    /// <summary>Throws all buffers away. Those in use go when they are returned.</summary>
    public void Close()
    {
        lock (_sync)
        {
            _closed = true;
            while (_idle.TryPop(out SegmentBuffer? buffer))
                Drop(buffer);
            while (_handedOver.TryDequeue(out SegmentBuffer? buffer))
                Drop(buffer);
            Monitor.PulseAll(_sync);
        }
    }

    private void Drop(SegmentBuffer buffer)
    {
        _live.Remove(buffer);
        buffer.Abandon();
    }

    private SegmentBuffer? NextHandedOver(List<SegmentBuffer> pending)
    {
        lock (_sync)
        {
            while (true)
            {
                ObjectDisposedException.ThrowIf(_closed, typeof(IndexWriter));
                if (_handedOver.TryDequeue(out SegmentBuffer? buffer))
                    return buffer;
                if (!pending.Exists(_live.Contains))
                    return null;
                Monitor.Wait(_sync);
            }
        }
    }
}
