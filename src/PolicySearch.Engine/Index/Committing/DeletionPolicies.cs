namespace Lucene.Net.Index;

/// <summary>Decides which old commits go. Called with all commits, the oldest first, while the writer is locked: be quick.</summary>
public abstract class IndexDeletionPolicy
{
    /// <summary>For derived classes.</summary>
    protected IndexDeletionPolicy()
    {
    }

    /// <summary>When a writer opens; empty for a new index.</summary>
    public abstract void OnInit<T>(IList<T> commits) where T : IndexCommit;

    /// <summary>After each commit; the last one is new.</summary>
    public abstract void OnCommit<T>(IList<T> commits) where T : IndexCommit;

    /// <summary>A policy for another writer.</summary>
    public virtual object Clone() => MemberwiseClone();
}

/// <summary>Keeps the last commit alone. The default.</summary>
public sealed class KeepOnlyLastCommitDeletionPolicy : IndexDeletionPolicy
{
    /// <summary>A policy without settings.</summary>
    public KeepOnlyLastCommitDeletionPolicy()
    {
    }

    /// <inheritdoc/>
    public override void OnInit<T>(IList<T> commits) => OnCommit(commits);

    /// <inheritdoc/>
    public override void OnCommit<T>(IList<T> commits)
    {
        for (int i = 0; i < commits.Count - 1; i++)
            commits[i].Delete();
    }
}

/// <summary>Keeps every commit.</summary>
public sealed class NoDeletionPolicy : IndexDeletionPolicy
{
    /// <summary>The only instance.</summary>
    public static readonly IndexDeletionPolicy INSTANCE = new NoDeletionPolicy();

    private NoDeletionPolicy()
    {
    }

    /// <inheritdoc/>
    public override void OnInit<T>(IList<T> commits)
    {
    }

    /// <inheritdoc/>
    public override void OnCommit<T>(IList<T> commits)
    {
    }

    /// <inheritdoc/>
    public override object Clone() => this;
}
