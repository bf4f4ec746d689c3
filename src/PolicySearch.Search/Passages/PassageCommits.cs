using Lucene.Net.Index;

namespace PolicySearch.Search.Passages;

/// <summary>
/// Keeps the commit of the passages that the documents' commit names, until the documents name the next. The documents' commit is thereby the one
/// moment at which both change: whatever a crash leaves, the commit that is named is whole, and later ones are as if they had not been.
/// For one writer; called under its lock.
/// </summary>
internal sealed class PassageCommits(long named) : IndexDeletionPolicy
{
    /// <summary>Generation that the documents' last commit names; −1 when it names none.</summary>
    public long Named { get; set; } = named;

    /// <summary>Generation of the passages' last commit; −1 before the first.</summary>
    public long Last { get; private set; } = named;

    /// <inheritdoc/>
    public override void OnInit<T>(IList<T> commits) => Keep(commits, last: -1);

    /// <inheritdoc/>
    public override void OnCommit<T>(IList<T> commits)
    {
        Last = commits[^1].Generation;
        Keep(commits, Last);
    }

    private void Keep<T>(IList<T> commits, long last) where T : IndexCommit
    {
        foreach (T commit in commits)
        {
            if (commit.Generation != Named && commit.Generation != last)
                commit.Delete();
        }
    }
}
