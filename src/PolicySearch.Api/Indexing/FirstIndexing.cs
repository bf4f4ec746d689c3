using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PolicySearch.Api.Hosting;
using PolicySearch.Search;
using PolicySearch.Search.Indexing;

namespace PolicySearch.Api.Indexing;

/// <summary>
/// Builds an absent index from the corpus while the service already answers; an index that is there is never touched. Then warms the searches up.
/// Failures are logged and shown by <c>/health/ready</c>; they do not end the service.
/// </summary>
internal sealed class FirstIndexing(
    ApiSettings settings, IndexingState state, IPolicySearch search, ICorpusIndexer indexer,
    IServer server, IHostApplicationLifetime lifetime, ILogger<FirstIndexing> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Started(stoppingToken);
            if (IndexIsAbsent())
                await Task.Factory.StartNew(() => Build(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await WarmUp(stoppingToken);
            await Announce(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service is being stopped; what was not committed is built at the next start.
        }
        catch (Exception e)
        {
            state.Enter(IndexingPhase.Failed, e.Message);
            logger.LogError(e, "The index in {Index} could not be built from {Corpus}; correct the cause and start again", settings.IndexFolder, settings.Corpora);
        }
    }

    private async Task Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration ready = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    private bool IndexIsAbsent() => !Directory.Exists(settings.IndexFolder) || !Directory.EnumerateFiles(settings.IndexFolder, "segments_*").Any();

    private void Build(CancellationToken stopping)
    {
        state.Enter(IndexingPhase.Building);
        logger.LogInformation("First start: indexing {Corpus} into {Index}; the page at {Address} shows the progress", settings.Corpora, settings.IndexFolder, Address());
        IndexingReport report = indexer.Run(settings.Corpora, new IndexingOptions(), new ProgressLines(state, logger), stopping);
        foreach (RejectedFile file in report.Rejected)
            logger.LogWarning("Not indexed: {Path}: {Reason}", file.Path, file.Reason);
        logger.LogInformation("Indexed {Added} documents in {Seconds:0.0} s; {Rejected} could not be read, {Skipped} were skipped",
            report.Added + report.Updated, report.Elapsed.TotalSeconds, report.Rejected.Count, report.Skipped);
    }

    /// <summary>What is not warm in time becomes so with the first searches.</summary>
    private async Task WarmUp(CancellationToken stopping)
    {
        state.Enter(IndexingPhase.WarmingUp);
        long begin = Stopwatch.GetTimestamp();
        try
        {
            await search.WarmUpAsync(stopping).WaitAsync(LongestWarmUp, stopping);
            logger.LogInformation("Warmed up in {Seconds:0.0} s", Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning("Not warmed up, so the first searches will take longer: {Problem}", e.Message);
        }
    }

    private async Task Announce(CancellationToken stopping)
    {
        IndexStatus status = await search.StatusAsync(stopping);
        state.Enter(status.Ready ? IndexingPhase.Done : IndexingPhase.Failed, status.Problem);
        if (status.Ready)
            logger.LogInformation("PolicySearch is ready with {Documents} documents: open {Address}", status.Documents, Address());
        else
            logger.LogError("The index in {Index} cannot be searched: {Problem}", settings.IndexFolder, status.Problem);
    }

    private string Address() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "the configured address";

    /// <summary>Passes every report on to the state, and one a second to the log.</summary>
    private sealed class ProgressLines(IndexingState state, ILogger logger) : IProgress<IndexingProgress>
    {
        private long lastLine = Stopwatch.GetTimestamp();

        public void Report(IndexingProgress value)
        {
            state.Report(value);
            if (Stopwatch.GetElapsedTime(lastLine) < BetweenLines)
                return;
            lastLine = Stopwatch.GetTimestamp();
            logger.LogInformation("Indexing {Done}/{Total}", value.Done, value.Total);
        }
    }
}

/// <summary>Registers the first indexing.</summary>
internal static class FirstIndexingExtensions
{
    public static void AddFirstIndexing(this IServiceCollection services)
    {
        services.AddSingleton<IndexingState>();
        services.AddHostedService<FirstIndexing>();
    }
}
