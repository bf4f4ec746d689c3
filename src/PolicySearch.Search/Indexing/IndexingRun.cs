using System.Diagnostics;
using PolicySearch.Documents;
using PolicySearch.Documents.Regions;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// One run: files are hashed, read and added side by side, gone ones deleted; then what the documents teach about the letters of their numbers is learned, and those whose place it
/// changes are read again; then all is committed. A file that fails leaves what the index holds of it.
/// Used once.
/// </summary>
internal sealed class IndexingRun(
    PolicyIndexWriter writer, IDocumentReader reader, CorpusFiles files, IReadOnlyDictionary<string, string> indexed, NumberLessons numbers, IndexingOptions options, IProgress<IndexingProgress>? progress)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly IReadOnlyList<CorpusFile> all = files.Files;

    // Counted and reported under this lock, by any of the reading threads.
    private readonly Lock gate = new();
    private readonly List<RejectedFile> rejected = [.. files.Rejected];
    private readonly List<(string Source, string Warning)> warnings = [];
    private readonly SortedDictionary<string, int> formats = new(StringComparer.Ordinal);
    private readonly FieldCoverage fields = new();

    // Sources that were read a second time, and what there is to say about them now.
    private readonly HashSet<string> reread = new(StringComparer.Ordinal);
    private readonly List<(string Source, string Warning)> newWarnings = [];
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
        PlaceByNumber(cancellation);
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

    private void ReadAll(CancellationToken cancellation) => SideBySide(all, file =>
    {
        Take(file, cancellation);
        CommitNowAndThen();
    }, cancellation);

    private void SideBySide(IEnumerable<CorpusFile> some, Action<CorpusFile> take, CancellationToken cancellation)
    {
        int threads = options.Parallelism > 0 ? options.Parallelism : Environment.ProcessorCount;
        try
        {
            Parallel.ForEach(some, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, take);
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
            numbers.Add(document);
            warnings.AddRange(document.Warnings.Select(warning => (file.Source, warning)));
        });
    }

    // Documents that leave their place open get the one that their number's letters stand for elsewhere. Only files of this run can be read again; the others change when their
    // folder is indexed again.
    private void PlaceByNumber(CancellationToken cancellation)
    {
        DocumentNumberPrefixes table = numbers.Learn();
        var changed = new Dictionary<CorpusFile, NumberRecord>();
        foreach (CorpusFile file in all)
        {
            if (numbers.Changed(file.Source, table) is { } record)
                changed.Add(file, record);
        }
        if (changed.Count == 0)
            return;
        IDocumentReader taught = reader.Taught(table);
        SideBySide(changed.Keys, file =>
        {
            if (TryReadAgain(taught, file, cancellation) is not { } document)
                return;
            writer.Update(document, changed[file]);
            lock (gate)
                CountAgain(document);
        }, cancellation);
        warnings.RemoveAll(warning => reread.Contains(warning.Source));
        warnings.AddRange(newWarnings);
    }

    private void CountAgain(PolicyDocument document)
    {
        // What was indexed in an earlier run is not in this run's counts.
        if (numbers.FirstReading(document.Source) is not { } first)
            return;
        fields.Replace(first.Fields, document);
        reread.Add(document.Source);
        newWarnings.AddRange(document.Warnings.Select(warning => (document.Source, warning)));
    }

    // It was read a moment ago, or is as it was when it was indexed: when it is gone or another by now, the next run sees to it.
    private PolicyDocument? TryReadAgain(IDocumentReader taught, CorpusFile file, CancellationToken cancellation)
    {
        try
        {
            PolicyDocument document = taught.Read(file.Path, file.Source, cancellation);
            string? hash = numbers.FirstReading(file.Source)?.ContentHash ?? indexed.GetValueOrDefault(file.Source);
            return document.ContentHash == hash ? document : null;
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            return null;
        }
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
        {
            writer.Delete(source);
            numbers.Remove(source);
        }
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
