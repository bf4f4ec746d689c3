using PolicySearch.Api.Tests.Fakes;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>The API over the fakes behind a real port.</summary>
internal sealed class FakeServer : IDisposable
{
    private const int MaxAttempts = 3;

    public FakeServer(Action<ApiHost>? prepare = null, params (string Name, string Value)[] settings)
    {
        for (int attempt = 1; ; attempt++)
        {
            Host = new ApiHost(settings);
            prepare?.Invoke(Host);
            Host.UseKestrel(0);
            try
            {
                Host.StartServer();
                return;
            }
            catch (InvalidOperationException) when (attempt < MaxAttempts)
            {
                // The factory sets the port beside the program that is starting already; on a busy machine it may come too late.
                Host.Dispose();
            }
        }
    }

    public ApiHost Host { get; }

    public Uri Address => Host.ClientOptions.BaseAddress;

    public void Dispose() => Host.Dispose();
}
