using Microsoft.Playwright;
using PolicySearch.EndToEnd.Tests.Service;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>A browser, and the whole service over documents of the test's choice, for the tests of one class.</summary>
public abstract class ServicePages : IAsyncLifetime, IDisposable
{
    private readonly Chromium chromium = new();
    private RealService? service;

    public async Task InitializeAsync()
    {
        await chromium.InitializeAsync();
        service = await StartAsync();
    }

    public Task DisposeAsync() => chromium.DisposeAsync();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A page of the service, 1280 wide unless told otherwise.</summary>
    public Task<BrowserPage> OpenAsync(int width = 1280, ColorScheme colors = ColorScheme.Light) => chromium.OpenAsync(service!.Address, width, 900, colors);

    private protected abstract Task<RealService> StartAsync();

    protected virtual void Dispose(bool disposing) => service?.Dispose();
}
