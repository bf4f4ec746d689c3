using Lucene.Net.Codecs;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>A reader of one commit: a <see cref="SegmentReader"/> for each of its segments.</summary>
internal sealed class StandardDirectoryReader : DirectoryReader
{
    private readonly SegmentInfos infos;
    private readonly SegmentReader[] segments;

    // Takes over a reference of each reader.
    private StandardDirectoryReader(Directory directory, SegmentReader[] segments, SegmentInfos infos) : base(directory, segments)
    {
        this.infos = infos;
        this.segments = segments;
    }

    /// <summary>The segments as they were when this was opened.</summary>
    public SegmentInfos SegmentInfos => infos;

    public override IndexCommit IndexCommit
    {
        get
        {
            EnsureOpen();
            return new ReaderCommit(m_directory, infos);
        }
    }

    public override long Version
    {
        get
        {
            EnsureOpen();
            return infos.Version;
        }
    }

    /// <summary>Opens the last commit that can be opened.</summary>
    public static new StandardDirectoryReader Open(Directory directory) => SegmentInfosReader.ReadLast(directory, name => Open(directory, name));

    /// <summary>Opens one commit.</summary>
    public static StandardDirectoryReader Open(Directory directory, string segmentsFileName, StandardDirectoryReader? older = null)
    {
        var infos = new SegmentInfos();
        infos.Read(directory, segmentsFileName);
        return Open(directory, infos, older);
    }

    /// <summary>Opens segments, sharing those that <paramref name="older"/> has.</summary>
    public static StandardDirectoryReader Open(Directory directory, SegmentInfos infos, StandardDirectoryReader? older)
    {
        var known = older == null ? [] : older.segments.ToDictionary(reader => reader.SegmentInfo.Info.Name);
        var readers = new List<SegmentReader>();
        try
        {
            foreach (SegmentCommitInfo info in infos)
                readers.Add(OpenSegment(info, known.GetValueOrDefault(info.Info.Name)));
            return new StandardDirectoryReader(directory, [.. readers], infos);
        }
        catch
        {
            readers.ForEach(reader => reader.DecRef());
            throw;
        }
    }

    /// <summary>A reader of segments that are already open; takes over a reference of each.</summary>
    public static StandardDirectoryReader Wrap(Directory directory, SegmentReader[] segments, SegmentInfos infos) => new(directory, segments, infos);

    public override bool IsCurrent()
    {
        EnsureOpen();
        var last = new SegmentInfos();
        last.Read(m_directory);
        return last.Version == infos.Version;
    }

    protected internal override DirectoryReader? DoOpenIfChanged() => DoOpenIfChanged((IndexCommit?)null);

    protected internal override DirectoryReader? DoOpenIfChanged(IndexCommit? commit)
    {
        EnsureOpen();
        if (commit != null)
        {
            if (commit.Directory != m_directory)
                throw new ArgumentException("the commit lies in another directory", nameof(commit));
            return commit.SegmentsFileName == infos.GetSegmentsFileName() ? null : Open(m_directory, commit.SegmentsFileName, this);
        }
        return SegmentInfosReader.ReadLast(m_directory, OpenIfChanged);
    }

    protected internal override void DoClose()
    {
        foreach (SegmentReader segment in segments)
            segment.DecRef();
    }

    private StandardDirectoryReader? OpenIfChanged(string segmentsFileName)
    {
        var last = new SegmentInfos();
        last.Read(m_directory, segmentsFileName);
        return last.Version == infos.Version && last.LastGeneration == infos.LastGeneration ? null : Open(m_directory, last, this);
    }

    private static SegmentReader OpenSegment(SegmentCommitInfo info, SegmentReader? older)
    {
        // The name alone does not do: an index that was built anew uses names again.
        if (older == null || !IsSameSegment(info, older.SegmentInfo))
            return new SegmentReader(info);
        if (older.SegmentInfo.DelGen != info.DelGen || older.SegmentInfo.FieldInfosGen != info.FieldInfosGen || older.NumDocs != info.Info.DocCount - info.DelCount)
            return new SegmentReader(info, older);
        older.IncRef();
        return older;
    }

    private static bool IsSameSegment(SegmentCommitInfo now, SegmentCommitInfo before) =>
        now.Info.DocCount == before.Info.DocCount && now.Info.UseCompoundFile == before.Info.UseCompoundFile
        && now.DelGen >= before.DelGen && now.Info.Files.SetEquals(before.Info.Files)
        && now.Info.Diagnostics.Count == before.Info.Diagnostics.Count && !now.Info.Diagnostics.Except(before.Info.Diagnostics).Any();
}

/// <summary>A commit as a reader sees it; it cannot be deleted through it.</summary>
internal sealed class ReaderCommit(Directory directory, SegmentInfos infos) : IndexCommit
{
    public override Directory Directory => directory;

    public override ICollection<string> FileNames => infos.GetFiles(directory, true);

    public override long Generation => infos.Generation;

    public override bool IsDeleted => false;

    public override int SegmentCount => infos.Count;

    public override string SegmentsFileName => infos.GetSegmentsFileName();

    public override IDictionary<string, string> UserData => infos.UserData;

    public override void Delete() => throw new NotSupportedException("a commit is deleted by its writer's deletion policy");
}
