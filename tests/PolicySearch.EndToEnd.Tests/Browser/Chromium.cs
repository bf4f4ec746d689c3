using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>One headless Chromium for all tests of a class. Started only when a test asks for it, so a machine without one can skip.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (Requirement.Program("chromium") is not { } program)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Headless = true, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        if (browser != null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A new page in a browser profile of its own; what goes wrong in its scripts is collected.</summary>
    public async Task<BrowserPage> OpenAsync(Uri server, int width = 1280, int height = 900, ColorScheme colors = ColorScheme.Light)
    {
        IBrowser started = browser ?? throw new InvalidOperationException("chromium is not on PATH: apt-get install chromium fonts-noto-cjk");
        IBrowserContext context = await started.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "zh-CN",
            ColorScheme = colors,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new BrowserPage(context, await context.NewPageAsync());
    }
}

/// <summary>A page with the errors its scripts raised. Owns its browser context.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    internal BrowserPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => Errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Errors.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Uncaught exceptions, and errors on the console (such as a refused inline script); failed requests are not among them.</summary>
    public IList<string> Errors { get; } = [];

    /// <summary>Asserts that axe finds nothing serious, and that nothing sticks out sideways.</summary>
    public async Task AssertCleanAsync()
    {
        AxeResult result = await Page.RunAxe();
        Assert.NotEmpty(result.Passes);
        string serious = string.Join('\n', result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.True(serious.Length == 0, serious);
        Assert.Equal(0, await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
