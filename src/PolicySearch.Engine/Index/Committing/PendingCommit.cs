using Lucene.Net.Codecs;

namespace Lucene.Net.Index;

/// <summary>A commit that is prepared: its files are safe on disk, its segments_N lacks only the footer.</summary>
/// <param name="Infos">What is committed.</param>
/// <param name="Writer">Its segments_N.</param>
/// <param name="Changes">The writer's count of changes when it was prepared.</param>
/// <param name="Files">Held in the deleter until the commit is complete or given up.</param>
internal sealed record PendingCommit(SegmentInfos Infos, SegmentInfosWriter Writer, long Changes, List<string> Files);
