using PolicySearch.Search.Indexing;

namespace PolicySearch.Api.Indexing;

/// <summary>Where the service stands with its index.</summary>
internal enum IndexingPhase
{
    /// <summary>It has not been looked at yet.</summary>
    Starting,
    /// <summary>It is being built.</summary>
    Building,
    /// <summary>It is there, and is being opened and read so that the first user need not wait.</summary>
    WarmingUp,
    /// <summary>It was there, or has been built.</summary>
    Done,
    /// <summary>It could not be built or read.</summary>
    Failed,
}

/// <summary>A moment of the first indexing.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Done">Files dealt with.</param>
/// <param name="Total">Files found; 0 while they are being counted.</param>
/// <param name="Problem">What went wrong, in English for the operator; null otherwise.</param>
internal sealed record IndexingProgressState(IndexingPhase Phase, int Done = 0, int Total = 0, string? Problem = null)
{
    /// <summary>The moment in one Chinese sentence.</summary>
    public string Message => Phase switch
    {
        IndexingPhase.Starting => "服务正在启动，请稍候。",
        IndexingPhase.Building when Total == 0 => "正在建立索引，请稍候。",
        IndexingPhase.Building => $"正在建立索引 {Done}/{Total}，请稍候。",
        IndexingPhase.WarmingUp => "正在打开索引，请稍候。",
        IndexingPhase.Done => "索引可用。",
        _ => "索引没有建成，请联系管理员。",
    };
}

/// <summary>Shared between the indexing thread, which writes, and requests, which read. Thread-safe.</summary>
internal sealed class IndexingState : IProgress<IndexingProgress>
{
    private volatile IndexingProgressState current = new(IndexingPhase.Starting);

    /// <summary>The latest moment.</summary>
    public IndexingProgressState Current => current;

    /// <summary>Enters a phase.</summary>
    public void Enter(IndexingPhase phase, string? problem = null) => current = new(phase, current.Done, current.Total, problem);

    /// <inheritdoc/>
    public void Report(IndexingProgress value) => current = new(IndexingPhase.Building, value.Done, value.Total);
}
