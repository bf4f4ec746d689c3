namespace Lucene.Net.Index;

/// <summary>One commit of an index. Ordered by generation; equal when directory and generation are.</summary>
public abstract class IndexCommit : IComparable<IndexCommit>
{
    /// <summary>Where the commit lies.</summary>
    public abstract Store.Directory Directory { get; }

    /// <summary>All files that the commit needs.</summary>
    public abstract ICollection<string> FileNames { get; }

    /// <summary>The N of its segments_N.</summary>
    public abstract long Generation { get; }

    /// <summary>True once a deletion policy has deleted it.</summary>
    public abstract bool IsDeleted { get; }

    /// <summary>How many segments it has.</summary>
    public abstract int SegmentCount { get; }

    /// <summary>The name of its segments_N.</summary>
    public abstract string SegmentsFileName { get; }

    /// <summary>What the application committed with it: name and value.</summary>
    public abstract IDictionary<string, string> UserData { get; }

    /// <inheritdoc/>
    public virtual int CompareTo(IndexCommit? commit)
    {
        if (commit == null)
            return 1;
        if (!ReferenceEquals(Directory, commit.Directory))
            throw new NotSupportedException("commits of different directories have no order");
        return Generation.CompareTo(commit.Generation);
    }

    /// <summary>Deletes the commit; for deletion policies alone.</summary>
    public abstract void Delete();

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is IndexCommit commit && ReferenceEquals(commit.Directory, Directory) && commit.Generation == Generation;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Directory, Generation);
}
