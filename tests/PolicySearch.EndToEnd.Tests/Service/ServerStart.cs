namespace PolicySearch.EndToEnd.Tests.Service;

/// <summary>Starts a service of the test factory behind a real port.</summary>
internal static class ServerStart
{
    private const int MaxAttempts = 3;

    /// <summary>
    /// Makes and starts a service, again when its port was not taken: the factory sets the port beside the program that is starting already, and on a busy
    /// machine it may come too late.
    /// </summary>
    /// <exception cref="InvalidOperationException">It did not start in three attempts.</exception>
    public static T Start<T>(Func<T> make, Action<T> start) where T : IDisposable
    {
        for (int attempt = 1; ; attempt++)
        {
            T server = make();
            try
            {
                start(server);
                return server;
            }
            catch (InvalidOperationException) when (attempt < MaxAttempts)
            {
                server.Dispose();
            }
        }
    }
}
