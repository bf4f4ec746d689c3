using Microsoft.Playwright;
using PolicySearch.Search;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>Pictures of every state for the eye, into the folder that POLICYSEARCH_SCREENSHOTS names; without it nothing is drawn.</summary>
public sealed class Screenshots(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly (string Name, string Url)[] Views =
    [
        ("start", "/"),
        ("search", "/?q=家庭医生签约"),
        ("filtered", "/?q=服务&province=河南省&year=2020&year=2021&sort=-date"),
        ("paged", "/?q=建议&page=3"),
        ("nothing", "/?q=家庭医生 外星文明&city=厦门市"),
        ("invalid", "/?size=1000&year=abcd"),
        ("document", "/?q=家庭医生签约&doc=0000000000000007"),
        ("document-plain", "/?doc=000000000000000a"),
        ("missing-document", "/?doc=ffffffffffffffff"),
        ("hostile", "/?q=破坏测试"),
    ];

    [NeedsFact(Requirement.Chromium)]
    public async Task Every_state_can_be_drawn_wide_and_narrow()
    {
        if (Environment.GetEnvironmentVariable("POLICYSEARCH_SCREENSHOTS") is not { Length: > 0 } folder)
            return;
        using var server = new FakeServer();
        foreach ((string size, int width, int height) in new[] { ("wide", 1280, 900), ("narrow", 360, 740) })
        {
            await using BrowserPage opened = await chromium.OpenAsync(server.Address, width, height);
            foreach ((string name, string url) in Views)
                await Draw(opened.Page, url, Path.Combine(folder, $"{size}-{name}.png"));
        }
        await DrawSpecial(server, folder);
        await DrawSuggestions(server, folder);
    }

    private async Task DrawSpecial(FakeServer server, string folder)
    {
        await using (BrowserPage dark = await chromium.OpenAsync(server.Address, colors: ColorScheme.Dark))
        {
            await Draw(dark.Page, "/?q=家庭医生签约&year=2020", Path.Combine(folder, "dark-search.png"));
            await Draw(dark.Page, "/?q=家庭医生签约&doc=0000000000000007", Path.Combine(folder, "dark-document.png"));
        }
        await using BrowserPage phone = await chromium.OpenAsync(server.Address, 360, 740);
        await phone.Page.GotoAsync("/?q=服务&year=2020");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "筛选（1）" }).ClickAsync();
        await phone.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "narrow-drawer.png") });
        await using BrowserPage wide = await chromium.OpenAsync(server.Address);
        await wide.Page.GotoAsync("/?q=家庭医生签约&doc=0000000000000007");
        await wide.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await wide.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "print-document.png"), FullPage = true });
        server.Host.Search.Failure = new IndexUnavailableException("broken");
        await wide.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await Draw(wide.Page, "/?q=服务", Path.Combine(folder, "wide-unavailable.png"));
        using var building = new FakeServer(host =>
        {
            host.Indexer.Hold();
            host.Search.Failure = new IndexUnavailableException("not yet");
        });
        await using BrowserPage waiting = await chromium.OpenAsync(building.Address);
        await Draw(waiting.Page, "/", Path.Combine(folder, "wide-building.png"));
    }

    private async Task DrawSuggestions(FakeServer server, string folder)
    {
        server.Host.Search.Failure = null;
        server.Host.Search.Adjust = response => response with
        {
            Expansions = [new("医共体", ["县域医疗卫生共同体", "紧密型县域医共体"])],
            DidYouMean = new("家庭医生签约", 17),
            NothingFound = new([new("家庭医声", 0), new("签约", 17)], [new("家庭医声", "签约", null, 17), new(null, null, Search.Querying.FacetField.City, 3)]),
        };
        foreach ((string size, int width, int height) in new[] { ("wide", 1280, 800), ("narrow", 390, 740) })
        {
            await using BrowserPage opened = await chromium.OpenAsync(server.Address, width, height);
            await opened.Page.GotoAsync("/");
            await opened.Page.Locator("#q").PressSequentiallyAsync("家庭");
            await opened.Page.Locator("#suggestions").WaitForAsync();
            await opened.Page.Keyboard.PressAsync("ArrowDown");
            await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{size}-suggestions.png") });
            await Draw(opened.Page, "/?q=家庭医声 签约", Path.Combine(folder, $"{size}-advice.png"));
            await Draw(opened.Page, "/?q=外星&city=岳阳市", Path.Combine(folder, $"{size}-dropping.png"));
            await opened.Page.GotoAsync("/embed.html");
            await opened.Page.Locator("policy-search input").First.FillAsync("家庭医生");
            await opened.Page.Keyboard.PressAsync("Enter");
            await opened.Page.Locator("policy-search .results li").First.WaitForAsync();
            await opened.Page.Locator("policy-search input").Nth(2).PressSequentiallyAsync("家庭");
            await opened.Page.Locator("policy-search [role=option]").First.WaitForAsync();
            await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{size}-embed.png"), FullPage = true });
        }
    }

    private static async Task Draw(IPage page, string url, string file)
    {
        await page.GotoAsync(url);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.ScreenshotAsync(new() { Path = file, FullPage = true });
    }
}
