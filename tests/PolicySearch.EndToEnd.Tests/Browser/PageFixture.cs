namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>A server and a browser for the tests of one class.</summary>
public sealed class PageFixture : IAsyncLifetime, IDisposable
{
    private readonly Chromium chromium = new();
    private FakeServer? server;

    /// <summary>Asks the same server without a browser.</summary>
    public HttpClient Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await chromium.InitializeAsync();
        server = new FakeServer();
        Api = new HttpClient { BaseAddress = server.Address };
    }

    public Task DisposeAsync() => chromium.DisposeAsync();

    public void Dispose()
    {
        Api?.Dispose();
        server?.Dispose();
    }

    /// <summary>A page 1280 wide unless told otherwise.</summary>
    public Task<BrowserPage> OpenAsync(int width = 1280, int height = 900, Microsoft.Playwright.ColorScheme colors = Microsoft.Playwright.ColorScheme.Light) =>
        chromium.OpenAsync(server!.Address, width, height, colors);
}
