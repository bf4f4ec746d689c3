using Lucene.Net.Store;

namespace Lucene.Net.Index;

/// <summary>A reader of all segments of one commit.</summary>
public abstract partial class DirectoryReader : BaseCompositeReader<AtomicReader>
{
    /// <summary>Where the index lies.</summary>
    protected readonly Directory m_directory;

    /// <summary>For derived readers.</summary>
    protected DirectoryReader(Directory directory, AtomicReader[] segmentReaders) : base(segmentReaders) => m_directory = directory;

    /// <summary>Where the index lies.</summary>
    public Directory Directory => m_directory;

    /// <summary>The commit that is read.</summary>
    public abstract IndexCommit IndexCommit { get; }

    /// <summary>A number that grows with every change of the index.</summary>
    public abstract long Version { get; }

    /// <summary>As <see cref="OpenIfChanged(DirectoryReader)"/>.</summary>
    protected internal abstract DirectoryReader? DoOpenIfChanged();

    /// <summary>As <see cref="OpenIfChanged(DirectoryReader, IndexCommit)"/>.</summary>
    protected internal abstract DirectoryReader? DoOpenIfChanged(IndexCommit? commit);

    /// <summary>True when a commit lies in the directory.</summary>
    public static bool IndexExists(Directory directory) => SegmentInfos.GetLastCommitGeneration(directory) >= 0;

    /// <summary>True when the index has not changed since this reader was opened.</summary>
    public abstract bool IsCurrent();
}
