using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>A commit as the deletion policy sees it. <see cref="Delete"/> only marks it; the deleter removes what is marked.</summary>
internal sealed class CommitPoint(Directory directory, SegmentInfos infos) : IndexCommit
{
    private bool _deleted;

    public override Directory Directory { get; } = directory;

    public override ICollection<string> FileNames { get; } = [.. infos.GetFiles(directory, includeSegmentsFile: true)];

    public override long Generation { get; } = infos.LastGeneration;

    public override bool IsDeleted => _deleted;

    public override int SegmentCount { get; } = infos.Count;

    public override string SegmentsFileName { get; } = infos.GetSegmentsFileName();

    public override IDictionary<string, string> UserData { get; } = new Dictionary<string, string>(infos.UserData);

    public override void Delete() => _deleted = true;

    public override string ToString() => $"{SegmentsFileName} ({SegmentCount} segments)";
}
