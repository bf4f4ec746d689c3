using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using PolicySearch.Api.Hosting;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Service;

/// <summary>The whole service as it is shipped, behind a real port, over a corpus of the test's choice and an index folder of its own.</summary>
internal sealed class RealService : WebApplicationFactory<ApiSettings>
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> settings;

    private HttpClient? client;

    private RealService(IEnumerable<string> corpora, (string Name, string Value)[] settings)
    {
        this.settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        this.settings.TryAdd("Corpus", string.Join(';', corpora));
        this.settings.TryAdd("Index", folder.Combine("index"));
        this.settings.TryAdd("Logs", folder.Combine("logs"));
        this.settings.TryAdd("Limits:RequestsPerSecond", "10000");
        UseKestrel(0);
    }

    /// <summary>Asks the service over its port.</summary>
    public HttpClient Client => client ??= new HttpClient { BaseAddress = ClientOptions.BaseAddress };

    /// <summary>Where the service listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>The folder of the index.</summary>
    public string IndexFolder => settings["Index"];

    /// <summary>Starts a service and waits until it searches.</summary>
    /// <param name="corpora">Folders that its first start indexes.</param>
    /// <param name="settings">Override <c>appsettings.json</c>.</param>
    public static Task<RealService> StartAsync(IEnumerable<string> corpora, params (string Name, string Value)[] settings) =>
        ServerStart.Start(() => new RealService(corpora, settings), service => service.StartServer()).ReadyAsync();

    private async Task<RealService> ReadyAsync()
    {
        for (int i = 0; i < 600; i++)
        {
            using HttpResponseMessage response = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (response.IsSuccessStatusCode)
                return this;
            await Task.Delay(100);
        }
        throw new TimeoutException("the service did not become ready: " + await Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach ((string name, string value) in settings)
            builder.UseSetting(name, value);
    }

    protected override void Dispose(bool disposing)
    {
        client?.Dispose();
        base.Dispose(disposing);
        // The base class calls this more than once.
        if (disposing && Directory.Exists(folder.Path))
            folder.Dispose();
    }
}
