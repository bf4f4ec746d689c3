using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PolicySearch.Api.Hosting;
using PolicySearch.Search;
using PolicySearch.Search.Indexing;
using PolicySearch.Search.Suggesting;
using PolicySearch.Testing;

namespace PolicySearch.Api.Tests.Fakes;

/// <summary>The API over the fakes, with an index folder of its own and its log lines in memory.</summary>
internal sealed class ApiHost : WebApplicationFactory<ApiSettings>
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> settings;

    /// <summary>A host; <paramref name="settings"/> override <c>appsettings.json</c>.</summary>
    public ApiHost(params (string Name, string Value)[] settings) => this.settings = settings.ToDictionary(s => s.Name, s => s.Value);

    public FakePolicySearch Search { get; } = new();

    public FakeSuggester Suggester { get; } = new();

    public FakeCorpusIndexer Indexer { get; } = new();

    public LogLines Log { get; } = new();

    /// <summary>Where the host writes its log file.</summary>
    public string LogFolder => folder.Combine("logs");

    /// <summary>The index's folder.</summary>
    public string IndexFolder => folder.Combine("index");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Index", IndexFolder);
        builder.UseSetting("Limits:RequestsPerSecond", "10000");
        builder.UseSetting("Logs", LogFolder);
        foreach ((string name, string value) in settings)
            builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IPolicySearch>(Search));
            services.Replace(ServiceDescriptor.Singleton<ISuggester>(Suggester));
            services.Replace(ServiceDescriptor.Singleton<ICorpusIndexer>(Indexer));
            services.AddSingleton<ILoggerProvider>(Log);
        });
    }

    protected override void Dispose(bool disposing)
    {
        Indexer.Finish();
        base.Dispose(disposing);
        // The base class calls this more than once.
        if (disposing && Directory.Exists(folder.Path))
            folder.Dispose();
    }
}
