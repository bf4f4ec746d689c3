namespace Lucene.Net.Index;

/// <summary>A commit in two steps, so that it can go together with another resource's.</summary>
public interface ITwoPhaseCommit
{
    /// <summary>Does all that may fail; then call <see cref="Commit"/> or <see cref="Rollback"/>.</summary>
    void PrepareCommit();

    /// <summary>Completes the commit.</summary>
    void Commit();

    /// <summary>Gives up what was not committed.</summary>
    void Rollback();
}
