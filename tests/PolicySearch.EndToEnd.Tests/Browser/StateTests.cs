using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicySearch.Api.Tests.Fakes;
using PolicySearch.Search;
using PolicySearch.Testing;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>States that the real stack cannot be brought into at will: slow, broken, half built, hostile. The page runs over the fakes.</summary>
public sealed class StateTests(Chromium chromium) : IClassFixture<Chromium>
{
    [NeedsFact(Requirement.Chromium)]
    public async Task While_the_index_is_built_the_page_shows_the_progress_and_then_the_list_by_itself()
    {
        using var server = new FakeServer(host =>
        {
            host.Indexer.Hold();
            host.Search.Failure = new IndexUnavailableException("not yet");
        });
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        await opened.Page.GotoAsync("/?q=答复");
        await Expect(opened.Page.Locator(".state")).ToContainTextAsync("正在建立索引 120/450");
        await Expect(opened.Page.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("max", "450");
        server.Host.Search.Failure = null;
        server.Host.Indexer.Finish();
        await Expect(opened.Page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_broken_index_is_told_and_Retry_works_once_it_is_mended()
    {
        using var server = new FakeServer(host => host.Search.Failure = new IndexUnavailableException("broken"));
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        await opened.Page.GotoAsync("/?q=答复");
        await Expect(opened.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("索引暂不可用");
        server.Host.Search.Failure = null;
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Expect(opened.Page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_server_that_cannot_be_reached_is_told()
    {
        using var server = new FakeServer();
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        await opened.Page.GotoAsync("/");
        await Expect(opened.Page.Locator(".hit").First).ToBeVisibleAsync();
        await opened.Page.Context.SetOfflineAsync(true);
        await Search(opened.Page, "答复");
        await Expect(opened.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("连接不上服务器");
        await opened.Page.Context.SetOfflineAsync(false);
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Expect(opened.Page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_slow_server_shows_that_work_goes_on_and_only_the_latest_search_is_shown()
    {
        using var server = new FakeServer();
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        await opened.Page.GotoAsync("/");
        await Expect(opened.Page.Locator(".hit").First).ToBeVisibleAsync();
        server.Host.Search.Delay = TimeSpan.FromSeconds(3);
        await Search(opened.Page, "加装电梯");
        await Expect(opened.Page.Locator("#busy")).ToBeVisibleAsync();
        await Expect(opened.Page.Locator("#main")).ToHaveAttributeAsync("aria-busy", "true");
        server.Host.Search.Delay = TimeSpan.Zero;
        await Search(opened.Page, "破坏测试");
        await Expect(opened.Page.Locator("#summary")).ToContainTextAsync("找到 1 份文件");
        await Task.Delay(TimeSpan.FromSeconds(3.5));
        await Expect(opened.Page.Locator("#summary")).ToContainTextAsync("找到 1 份文件");
        await Expect(opened.Page.Locator("#busy")).ToBeHiddenAsync();
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Markup_in_documents_and_queries_stays_text()
    {
        using var server = new FakeServer();
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        IPage page = opened.Page;
        bool dialog = false;
        page.Dialog += (_, shown) => { dialog = true; _ = shown.DismissAsync(); };
        await page.GotoAsync("/?q=" + Uri.EscapeDataString("<img src=x onerror=alert(1)>"));
        await Expect(page.Locator(".hit, .state").First).ToBeVisibleAsync();
        await page.GotoAsync("/?q=破坏测试&issuer=" + Uri.EscapeDataString("<b>某</b>局\" onmouseover=\"alert(1)"));
        await Expect(page.Locator(".hit h2 a")).ToHaveTextAsync("关于<script>alert('题')</script>的答复");
        await page.Locator(".chip").HoverAsync();
        await page.Locator(".hit h2 a").ClickAsync();
        await Expect(page.Locator(".paper")).ToContainTextAsync("<img src=x onerror=alert(1)>");
        await Expect(page.Locator(".warnings")).ToContainTextAsync("<u>warning</u>");
        Assert.Equal(0, await page.Locator("img, .paper script, .paper b, .warnings u, [onmouseover]").CountAsync());
        Assert.False(dialog);
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_page_past_the_end_leads_back_to_the_first()
    {
        using var server = new FakeServer();
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        await opened.Page.GotoAsync("/?q=答复&page=999");
        await opened.Page.GetByRole(AriaRole.Link, new() { Name = "回到第一页" }).ClickAsync();
        await Expect(opened.Page).Not.ToHaveURLAsync(new Regex("page="));
        await Expect(opened.Page.Locator(".hit").First).ToBeVisibleAsync();
    }

    private static async Task Search(IPage page, string words)
    {
        await page.Locator("#q").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
    }
}
