using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>A reader of what a writer holds, committed or not ("near real time"). Reopening asks the writer.</summary>
internal sealed class WriterReader : DirectoryReader
{
    private readonly IndexWriter _writer;
    private readonly SegmentReader[] _segments;
    private readonly SegmentInfos _infos;
    private readonly bool _applyAllDeletes;

    /// <summary>Takes over a reference of each segment.</summary>
    public WriterReader(IndexWriter writer, Directory directory, SegmentReader[] segments, SegmentInfos infos, bool applyAllDeletes)
        : base(directory, segments)
    {
        _writer = writer;
        _segments = segments;
        _infos = infos;
        _applyAllDeletes = applyAllDeletes;
    }

    public override IndexCommit IndexCommit
    {
        get
        {
            EnsureOpen();
            return new ReaderCommit(m_directory, _infos);
        }
    }

    public override long Version
    {
        get
        {
            EnsureOpen();
            return _infos.Version;
        }
    }

    public override bool IsCurrent()
    {
        EnsureOpen();
        return !_writer.IsClosed && _writer.IsCurrent(_infos.Version);
    }

    protected internal override DirectoryReader? DoOpenIfChanged() => DoOpenIfChanged(_writer, _applyAllDeletes);

    protected internal override DirectoryReader? DoOpenIfChanged(IndexCommit? commit) =>
        commit is null ? DoOpenIfChanged() : Open(commit);

    protected internal override DirectoryReader? DoOpenIfChanged(IndexWriter writer, bool applyAllDeletes)
    {
        EnsureOpen();
        if (ReferenceEquals(writer, _writer) && writer.IsCurrent(_infos.Version))
            return null;
        DirectoryReader reader = writer.GetReader(applyAllDeletes);
        if (reader.Version != _infos.Version)
            return reader;
        reader.DecRef();
        return null;
    }

    protected internal override void DoClose()
    {
        foreach (SegmentReader segment in _segments)
            segment.DecRef();
    }
}

public abstract partial class DirectoryReader
{
    /// <summary>A reader of a writer's index as it is now, what is not committed included.</summary>
    /// <param name="writer">An open writer.</param>
    /// <param name="applyAllDeletes">Whether deletions that wait are applied; without, deleted documents may show.</param>
    public static DirectoryReader Open(IndexWriter writer, bool applyAllDeletes) => writer.GetReader(applyAllDeletes);

    /// <summary>A new reader of a writer's index as it is now, or null when <paramref name="oldReader"/> shows the same.</summary>
    public static DirectoryReader? OpenIfChanged(DirectoryReader oldReader, IndexWriter writer, bool applyAllDeletes) =>
        oldReader.DoOpenIfChanged(writer, applyAllDeletes);

    /// <summary>As <see cref="OpenIfChanged(DirectoryReader, IndexWriter, bool)"/>.</summary>
    protected internal virtual DirectoryReader? DoOpenIfChanged(IndexWriter writer, bool applyAllDeletes) => writer.GetReader(applyAllDeletes);
}
