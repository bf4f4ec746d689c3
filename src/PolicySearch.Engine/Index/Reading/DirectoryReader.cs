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

    /// <summary>A reader of the last commit.</summary>
    /// <exception cref="IndexNotFoundException">There is none.</exception>
    /// <exception cref="CorruptIndexException">Its files are damaged.</exception>
    public static DirectoryReader Open(Directory directory) => StandardDirectoryReader.Open(directory);

    /// <summary>All commits in the directory, the oldest first.</summary>
    public static IList<IndexCommit> ListCommits(Directory dir)
    {
        var commits = new List<IndexCommit>();
        foreach (string name in dir.ListAll().Where(name => SegmentInfos.GetLastCommitGeneration([name]) >= 0))
        {
            var infos = new SegmentInfos();
            infos.Read(dir, name);
            commits.Add(new ReaderCommit(dir, infos));
        }
        if (commits.Count == 0)
            throw new IndexNotFoundException($"no index (segments_N) in {dir}");
        commits.Sort();
        return commits;
    }

    /// <summary>A reader of the given commit.</summary>
    public static DirectoryReader Open(IndexCommit commit) => StandardDirectoryReader.Open(commit.Directory, commit.SegmentsFileName);

    /// <summary>
    /// A new reader of the last commit, or null when <paramref name="oldReader"/> reads it already. Segments that both have
    /// are shared. The old reader stays open; dispose it when its searches are done.
    /// </summary>
    public static DirectoryReader? OpenIfChanged(DirectoryReader oldReader) => oldReader.DoOpenIfChanged();

    /// <summary>As <see cref="OpenIfChanged(DirectoryReader)"/>, for a given commit; null stands for the last.</summary>
    public static DirectoryReader? OpenIfChanged(DirectoryReader oldReader, IndexCommit? commit) => oldReader.DoOpenIfChanged(commit);
}
