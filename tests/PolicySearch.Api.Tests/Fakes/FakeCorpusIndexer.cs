using PolicySearch.Search.Indexing;

namespace PolicySearch.Api.Tests.Fakes;

/// <summary>Reports progress as far as it is let, then waits.</summary>
internal sealed class FakeCorpusIndexer : ICorpusIndexer
{
    private TaskCompletionSource? finish;

    /// <summary>How often it was asked to run.</summary>
    public int Runs { get; private set; }

    /// <summary>Thrown by a run when set.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Makes a run wait after its last report until <see cref="Finish"/>.</summary>
    public void Hold() => finish = new TaskCompletionSource();

    /// <summary>Lets a run end.</summary>
    public void Finish() => finish?.TrySetResult();

    /// <inheritdoc/>
    public IndexingReport Run(IReadOnlyList<string> corpora, IndexingOptions options, IProgress<IndexingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Runs++;
        progress?.Report(new IndexingProgress(120, 450, 1, "corpus/120.txt"));
        if (Failure != null)
            throw Failure;
        finish?.Task.Wait(cancellationToken);
        return new IndexingReport { Added = 450, Rejected = [new RejectedFile("corpus/bad.txt", "no text in it")], Elapsed = TimeSpan.FromSeconds(2) };
    }
}
