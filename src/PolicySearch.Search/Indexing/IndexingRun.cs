using System.Diagnostics;
using PolicySearch.Documents;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// One run: files are hashed, read and added side by side, gone ones deleted, then all is committed. A file that fails leaves what the index holds of it.
/// Used once.
/// </summary>
internal sealed class IndexingRun(
    PolicyIndexWriter writer, IDocumentReader reader, CorpusFiles files, IReadOnlyDictionary<string, string> indexed, IndexingOptions options, IProgress<IndexingProgress>? progress)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly IReadOnlyList<CorpusFile> all = files.Files;

    // Counted and reported under this lock, by any of the reading threads.
    private readonly Lock gate = new();
    private readonly List<RejectedFile> rejected = [.. files.Rejected];
    private readonly List<(string Source, string Warning)> warnings = [];
    private readonly SortedDictionary<string, int> formats = new(StringComparer.Ordinal);
    private readonly FieldCoverage fields = new();
    private int added, updated, unchanged, done;
    private long bytes, doneBytes;

    private TimeSpan nextCommit = options.CommitInterval;

    /// <summary>Runs.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is committed by this method then.</exception>
    /// <exception cref="IOException">The index could not be written.</exception>
    public IndexingReport Execute(CancellationToken cancellation)
    {
        ReadAll(cancellation);
        int deleted = options.Prune ? DeleteGone() : 0;
        cancellation.ThrowIfCancellationRequested();
        writer.WaitForMerges();
        writer.Commit();
        progress?.Report(new(all.Count, all.Count, doneBytes, null));
        return new()
        {
            Added = added,
            Updated = updated,
            Unchanged = unchanged,
            Deleted = deleted,
            Skipped = files.Skipped,
            Rejected = [.. rejected.OrderBy(file => file.Path, StringComparer.Ordinal)],
            Warnings = [.. warnings.OrderBy(warning => warning.Source, StringComparer.Ordinal)],
            Formats = formats,
            Fields = fields.Counts,
            Bytes = bytes,
            Elapsed = clock.Elapsed,
        };
    }

    private void ReadAll(CancellationToken cancellation)
    {
        int threads = options.Parallelism > 0 ? options.Parallelism : Environment.ProcessorCount;
        try
        {
            Parallel.ForEach(all, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, file =>
            {
                Take(file, cancellation);
                CommitNowAndThen();
            });
        }
        catch (AggregateException error)
        {
            // One thread's failure is the run's; that others failed likewise adds nothing.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.InnerExceptions.FirstOrDefault(inner => inner is OperationCanceledException) ?? error.InnerExceptions[0]);
        }
    }

    private void Take(CorpusFile file, CancellationToken cancellation)
    {
        string? before = indexed.GetValueOrDefault(file.Source);
        if (before != null && before == HashOf(file.Path))
        {
            Count(file, () => unchanged++);
            return;
        }
        if (TryRead(file, cancellation) is not { } document)
            return;
        writer.Update(document);
        Count(file, () =>
        {
            _ = before == null ? added++ : updated++;
            bytes += file.Bytes;
            string format = Path.GetExtension(file.Path).ToLowerInvariant();
            formats[format] = formats.GetValueOrDefault(format) + 1;
            fields.Add(document);
            warnings.AddRange(document.Warnings.Select(warning => (file.Source, warning)));
        });
    }

    private PolicyDocument? TryRead(CorpusFile file, CancellationToken cancellation)
    {
        try
        {
            return reader.Read(file.Path, file.Source, cancellation);
        }
        catch (UnreadableDocumentException error)
        {
            Reject(file, $"{error.Reason}; {error.Remedy}");
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // A fault of a reader or of a library below it is one file's misfortune, not the run's.
            Reject(file, $"it could not be understood ({error.GetType().Name}: {error.Message}); report the file to the maintainers");
        }
        return null;
    }

    private void Reject(CorpusFile file, string reason) => Count(file, () => rejected.Add(new(file.Path, reason)));

    private void Count(CorpusFile file, Action change)
    {
        lock (gate)
        {
            change();
            done++;
            doneBytes += file.Bytes;
            progress?.Report(new(done, all.Count, doneBytes, file.Source));
        }
    }

    private void CommitNowAndThen()
    {
        if (options.Rebuild)
            return;
        lock (gate)
        {
            if (clock.Elapsed < nextCommit)
                return;
            nextCommit = clock.Elapsed + options.CommitInterval;
        }
        writer.Commit();
    }

    private int DeleteGone()
    {
        var present = all.Select(file => file.Source).ToHashSet(StringComparer.Ordinal);
        string[] gone = [.. indexed.Keys.Where(source => !present.Contains(source) && files.Prefixes.Exists(prefix => source.StartsWith(prefix, StringComparison.Ordinal)))];
        foreach (string source in gone)
            writer.Delete(source);
        return gone.Length;
    }

    /// <summary>Null when the file cannot be read: reading it will say why.</summary>
    private static string? HashOf(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return DocumentReader.HashOf(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
