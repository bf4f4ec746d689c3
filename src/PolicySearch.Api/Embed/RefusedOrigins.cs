namespace PolicySearch.Api.Embed;

/// <summary>
/// Tells the log which origins were refused: each once in an hour, and no more than so many, since anybody can send any origin. Thread-safe.
/// </summary>
internal sealed class RefusedOrigins(ILogger<RefusedOrigins> logger, TimeProvider clock)
{
    /// <summary>Most origins that are remembered; when there are more, the rest of the hour is silent about new ones.</summary>
    public const int MaxOrigins = 256;

    private const int MaxLength = 200;

    /// <summary>How long one origin is not told again. 1 hour.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly HashSet<string> told = new(StringComparer.OrdinalIgnoreCase);
    private long since = clock.GetTimestamp();

    /// <summary>Tells that a request of this origin was refused, unless that was told already.</summary>
    public void Tell(string origin)
    {
        string text = Hosting.RequestLog.OneLine(origin.Length > MaxLength ? origin[..MaxLength] : origin);
        bool last;
        lock (gate)
        {
            if (clock.GetElapsedTime(since) >= Interval)
            {
                told.Clear();
                since = clock.GetTimestamp();
            }
            if (told.Count >= MaxOrigins || !told.Add(text))
                return;
            last = told.Count == MaxOrigins;
        }
        logger.LogWarning("A page of {Origin} may not use the search box; to allow it, add it to the setting Embed:Origins{More}",
            text, last ? " (further origins are not told within this hour)" : "");
    }
}
