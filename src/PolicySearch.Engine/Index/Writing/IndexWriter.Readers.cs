namespace Lucene.Net.Index;

public partial class IndexWriter
{
    /// <summary>A reader of the index as it is now, what is not committed included. Later changes do not show in it.</summary>
    /// <param name="applyAllDeletes">Whether deletions that wait are applied; without, deleted documents may show.</param>
    public virtual DirectoryReader GetReader(bool applyAllDeletes)
    {
        EnsureOpen();
        DirectoryReader reader = FullFlush(applyAllDeletes, () => OpenReader(applyAllDeletes));
        TryMerge(MergeTrigger.FULL_FLUSH);
        return reader;
    }

    /// <summary>True when a reader of these changes would show the same as one opened now.</summary>
    internal bool IsCurrent(long version)
    {
        EnsureOpen();
        lock (_sync)
            return version == _segments.Infos.Version && _buffers.DocCount == 0 && _deletes.IsEmpty;
    }

    private WriterReader OpenReader(bool applyAllDeletes)
    {
        EnsureOpen();
        var readers = new List<SegmentReader>();
        try
        {
            foreach (SegmentState state in _segments.States)
            {
                if (state.LiveCount > 0 || KeepFullyDeletedSegments)
                    readers.Add(state.OpenReader());
            }
            return new WriterReader(this, _directory, [.. readers], (SegmentInfos)_segments.Infos.Clone(), applyAllDeletes);
        }
        catch
        {
            readers.ForEach(reader => reader.DecRef());
            throw;
        }
    }
}
