using PolicySearch.Api.Tests.Fakes;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>The API over the fakes behind a real port.</summary>
internal sealed class FakeServer : IDisposable
{
    public FakeServer(Action<ApiHost>? prepare = null, params (string Name, string Value)[] settings)
    {
        Host = new ApiHost(settings);
        prepare?.Invoke(Host);
        Host.UseKestrel(0);
        Host.StartServer();
    }

    public ApiHost Host { get; }

    public Uri Address => Host.ClientOptions.BaseAddress;

    public void Dispose() => Host.Dispose();
}
