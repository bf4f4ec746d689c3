namespace PolicySearch.Search.Querying;

/// <summary>
/// A synonym file as it is edited: read when it changes, looked at no more often than every <see cref="LookInterval"/>. A file that cannot be read, or is
/// gone, leaves the names as they were. Thread-safe.
/// </summary>
/// <param name="path">The file; null for the built-in names alone.</param>
/// <param name="report">Told of every reading: the names, or what went wrong. Called from whichever thread looked.</param>
public sealed class SynonymFile(string? path, Action<SynonymList?, Exception?>? report = null)
{
    private readonly Lock gate = new();
    private volatile SynonymList current = SynonymList.BuiltIn;
    private (DateTime Written, long Length) read;
    private long nextLook;

    /// <summary>How long an edit may go unnoticed. 2 s.</summary>
    public static TimeSpan LookInterval { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The names of now.</summary>
    public SynonymList Current
    {
        get
        {
            if (path != null && Environment.TickCount64 >= Interlocked.Read(ref nextLook) && gate.TryEnter())
            {
                try
                {
                    Look(path);
                }
                finally
                {
                    gate.Exit();
                }
            }
            return current;
        }
    }

    private void Look(string file)
    {
        Interlocked.Exchange(ref nextLook, Environment.TickCount64 + (long)LookInterval.TotalMilliseconds);
        (DateTime, long) now = (default, -1);
        try
        {
            var info = new FileInfo(file);
            now = (info.LastWriteTimeUtc, info.Exists ? info.Length : -1);
            if (now == read)
                return;
            SynonymList list = SynonymList.Load(file);
            current = list;
            report?.Invoke(list, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            if (now != read)
                report?.Invoke(null, error);
        }
        read = now;
    }
}
