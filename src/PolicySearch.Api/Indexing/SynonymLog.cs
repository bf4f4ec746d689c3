using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Indexing;

/// <summary>Tells the log what was read of the synonym file, line by line where it is wrong.</summary>
internal static class SynonymLog
{
    // A file of another kind would have a fault on every line.
    private const int MaxFaults = 20;

    /// <summary>The names of the configured file, read anew when it is edited.</summary>
    public static SynonymFile Watch(string? path, ILogger logger) => new(path, (list, error) => Tell(path!, list, error, logger));

    private static void Tell(string path, SynonymList? list, Exception? error, ILogger logger)
    {
        if (list == null)
        {
            logger.LogError("The synonyms in {Path} cannot be read ({Problem}); those read before stay in force", path, error?.Message);
            return;
        }
        logger.LogInformation("Read {Path}: {Count} names have other names", path, list.Count);
        foreach (SynonymFault fault in list.Faults.Take(MaxFaults))
            logger.LogWarning("{Path}, line {Line}: {Reason}; the line is left out: {Text}", path, fault.Line, fault.Reason, fault.Text);
        if (list.Faults.Count > MaxFaults)
            logger.LogWarning("{Path}: {Count} further lines are left out", path, list.Faults.Count - MaxFaults);
    }
}
