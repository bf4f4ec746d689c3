namespace Lucene.Net.Index;

/// <summary>
/// Keeps the commits that are held as snapshots, for a backup while the writer goes on, and leaves all others to another policy. Thread-safe.
/// Snapshots end with the process.
/// </summary>
public class SnapshotDeletionPolicy : IndexDeletionPolicy
{
    /// <summary>Commits held, by generation.</summary>
    protected IDictionary<long, IndexCommit> m_indexCommits = new Dictionary<long, IndexCommit>();

    /// <summary>The last commit; null before the first.</summary>
    protected IndexCommit? m_lastCommit;

    /// <summary>How often each generation is held.</summary>
    protected IDictionary<long, int> m_refCounts = new Dictionary<long, int>();

    private readonly Lock _sync = new();
    private IndexDeletionPolicy _primary;

    /// <summary>Leaves commits that nobody holds to <paramref name="primary"/>.</summary>
    public SnapshotDeletionPolicy(IndexDeletionPolicy primary) => _primary = primary;

    /// <summary>Snapshots taken and not released.</summary>
    public virtual int SnapshotCount
    {
        get
        {
            lock (_sync)
                return m_refCounts.Values.Sum();
        }
    }

    /// <summary>The held commit of a generation, or null.</summary>
    public virtual IndexCommit? GetIndexCommit(long gen)
    {
        lock (_sync)
            return m_indexCommits.TryGetValue(gen, out IndexCommit? commit) ? commit : null;
    }

    /// <summary>All held commits.</summary>
    public virtual IList<IndexCommit> GetSnapshots()
    {
        lock (_sync)
            return [.. m_indexCommits.Values];
    }

    /// <summary>Holds the last commit until <see cref="Release"/>; it may be held more than once.</summary>
    /// <exception cref="InvalidOperationException">There is no commit yet.</exception>
    public virtual IndexCommit Snapshot()
    {
        lock (_sync)
        {
            if (m_lastCommit is null)
                throw new InvalidOperationException("no commit to take a snapshot of; commit first");
            IncRef(m_lastCommit);
            return m_lastCommit;
        }
    }

    /// <summary>Ends one hold of a commit; its files go with the writer's next commit or <see cref="IndexWriter.DeleteUnusedFiles"/>.</summary>
    /// <exception cref="ArgumentException">It is not held.</exception>
    public virtual void Release(IndexCommit commit)
    {
        lock (_sync)
            ReleaseGen(commit.Generation);
    }

    /// <inheritdoc/>
    public override void OnInit<T>(IList<T> commits)
    {
        lock (_sync)
        {
            _primary.OnInit(Wrap(commits));
            Remember(commits);
        }
    }

    /// <inheritdoc/>
    public override void OnCommit<T>(IList<T> commits)
    {
        lock (_sync)
        {
            _primary.OnCommit(Wrap(commits));
            Remember(commits);
        }
    }

    /// <summary>A policy for another writer, without snapshots.</summary>
    public override object Clone() => new SnapshotDeletionPolicy((IndexDeletionPolicy)_primary.Clone());

    /// <summary>Holds a commit once more; the caller has locked.</summary>
    protected internal virtual void IncRef(IndexCommit ic)
    {
        m_refCounts[ic.Generation] = m_refCounts.TryGetValue(ic.Generation, out int count) ? count + 1 : 1;
        m_indexCommits[ic.Generation] = ic;
    }

    /// <summary>Ends one hold of a generation; the caller has locked.</summary>
    protected internal virtual void ReleaseGen(long gen)
    {
        if (!m_refCounts.TryGetValue(gen, out int count))
            throw new ArgumentException($"no snapshot of generation {gen}");
        if (count > 1)
        {
            m_refCounts[gen] = count - 1;
            return;
        }
        m_refCounts.Remove(gen);
        m_indexCommits.Remove(gen);
    }

    private void Remember<T>(IList<T> commits) where T : IndexCommit
    {
        if (commits.Count > 0)
            m_lastCommit = commits[^1];
    }

    private List<IndexCommit> Wrap<T>(IList<T> commits) where T : IndexCommit => [.. commits.Select(commit => new Guarded(this, commit))];

    /// <summary>A commit that is deleted only when no snapshot holds it.</summary>
    private sealed class Guarded(SnapshotDeletionPolicy owner, IndexCommit commit) : IndexCommit
    {
        public override Store.Directory Directory => commit.Directory;

        public override ICollection<string> FileNames => commit.FileNames;

        public override long Generation => commit.Generation;

        public override bool IsDeleted => commit.IsDeleted;

        public override int SegmentCount => commit.SegmentCount;

        public override string SegmentsFileName => commit.SegmentsFileName;

        public override IDictionary<string, string> UserData => commit.UserData;

        public override void Delete()
        {
            if (!owner.m_refCounts.ContainsKey(commit.Generation))
                commit.Delete();
        }
    }
}
