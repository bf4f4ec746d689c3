using Lucene.Net.Codecs;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// A segment of the writer's index: what is written of it, and the deletions that are not written yet. Its reader opens when it
/// is first needed. The writer's lock protects it.
/// </summary>
internal sealed class SegmentState(SegmentCommitInfo info, FixedBitSet? live, long deletesUpTo) : IDisposable
{
    private SegmentReader? _reader;
    private FixedBitSet? _live = live;
    private bool _liveIsShared;
    private bool _dirty = live is not null;

    /// <summary>The segment as last written.</summary>
    public SegmentCommitInfo Info { get; } = info;

    /// <summary>Deletions up to this moment are in <see cref="Live"/>.</summary>
    public long DeletesUpTo { get; set; } = deletesUpTo;

    /// <summary>Deleted documents that are not written yet.</summary>
    public int PendingDeletes { get; private set; } = live is null ? 0 : live.Length - live.Cardinality;

    public int LiveCount => Info.Info.DocCount - Info.DelCount - PendingDeletes;

    /// <summary>The live documents, not to be changed; null when all are.</summary>
    public FixedBitSet? Live => _live ?? (Info.HasDeletions ? Base.DeletionBits : null);

    /// <summary>A reader without the deletions that wait.</summary>
    public SegmentReader Base => _reader ??= new SegmentReader(Info);

    /// <summary>Deletes a document; false when it was deleted.</summary>
    public bool Delete(int doc)
    {
        if (Live is { } live && !live.Get(doc))
            return false;
        Own().Clear(doc);
        PendingDeletes++;
        return _dirty = true;
    }

    /// <summary>A reader with all deletions; the caller gets a reference.</summary>
    public SegmentReader OpenReader()
    {
        if (_live is null)
        {
            Base.IncRef();
            return Base;
        }
        _liveIsShared = true;
        return new SegmentReader(Info, Base, _live, LiveCount);
    }

    /// <summary>The live documents as they are now, which later deletions do not change.</summary>
    public FixedBitSet? FreezeLive()
    {
        _liveIsShared = true;
        return Live;
    }

    /// <summary>Writes the deletions that wait, as a new generation.</summary>
    public void WriteDeletions(Directory directory)
    {
        if (!_dirty)
            return;
        long generation = Info.NextDelGen;
        // A generation is never used twice: after a failure its file may be there.
        Info.NextDelGen = generation + 1;
        string name = IndexFileNames.FileNameFromGeneration(Info.Info.Name, "del", generation)!;
        try
        {
            LiveDocsWriter.Write(directory, name, _live!, IOContext.DEFAULT);
        }
        catch
        {
            DirectoryFiles.TryDelete(directory, name);
            throw;
        }
        Info.DelGen = generation;
        Info.DelCount += PendingDeletes;
        PendingDeletes = 0;
        _dirty = false;
    }

    public void Dispose()
    {
        _reader?.DecRef();
        _reader = null;
    }

    private FixedBitSet Own()
    {
        if (_live is null)
        {
            FixedBitSet? written = Live;
            _live = written?.Clone() ?? AllLive();
        }
        else if (_liveIsShared)
        {
            _live = _live.Clone();
        }
        _liveIsShared = false;
        return _live;
    }

    private FixedBitSet AllLive()
    {
        var all = new FixedBitSet(Info.Info.DocCount);
        all.Set(0, all.Length);
        return all;
    }
}
