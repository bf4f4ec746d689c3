using PolicySearch.Api.Tests.Fakes;
using PolicySearch.EndToEnd.Tests.Service;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>The API over the fakes behind a real port.</summary>
internal sealed class FakeServer(Action<ApiHost>? prepare = null, params (string Name, string Value)[] settings) : IDisposable
{
    public ApiHost Host { get; } = ServerStart.Start(() => Prepared(prepare, settings), host => host.StartServer());

    public Uri Address => Host.ClientOptions.BaseAddress;

    public void Dispose() => Host.Dispose();

    private static ApiHost Prepared(Action<ApiHost>? prepare, (string Name, string Value)[] settings)
    {
        var host = new ApiHost(settings);
        prepare?.Invoke(host);
        host.UseKestrel(0);
        return host;
    }
}
