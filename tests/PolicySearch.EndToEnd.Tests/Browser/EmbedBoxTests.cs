using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PolicySearch.Api.Embed;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Suggesting;
using PolicySearch.Testing;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>The search box on a page of another origin, driven in a browser.</summary>
public sealed class EmbedBoxTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime, IDisposable
{
    private ForeignPage portal = null!;
    private FakeServer server = null!;

    public async Task InitializeAsync()
    {
        portal = await ForeignPage.StartAsync();
        server = new FakeServer(null, ("Embed:Origins:0", portal.Origin));
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    public void Dispose() => server?.Dispose();

    [NeedsFact(Requirement.Chromium)]
    public async Task A_word_is_completed_and_found_in_place_with_its_matches_marked()
    {
        await using BrowserPage opened = await Open("");
        IPage page = opened.Page;
        ILocator box = page.GetByRole(AriaRole.Combobox, new() { Name = "检索政策先例" });
        await box.PressSequentiallyAsync("家庭");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(4);
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        ILocator first = page.GetByRole(AriaRole.Option).First;
        await Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", await first.GetAttributeAsync("id") ?? "?");
        await page.Keyboard.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("家庭医生签约");
        await Expect(page.GetByText(new Regex("找到 \\d+ 份文件"))).ToBeVisibleAsync();
        await Expect(page.Locator(".results li")).ToHaveCountAsync(5);
        await Expect(page.Locator(".results mark").First).ToHaveTextAsync("家庭医生签约");
        await Expect(page.Locator(".results h3 a").First).ToHaveAttributeAsync("href", new Regex("/\\?q=.*doc="));
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Markup_in_suggestions_and_documents_stays_text()
    {
        await using BrowserPage opened = await Open("");
        IPage page = opened.Page;
        await Box(page).PressSequentiallyAsync("家庭");
        await Expect(page.GetByRole(AriaRole.Option, new() { NameRegex = new("<img src=x") })).ToBeVisibleAsync();
        await Search(page, "破坏测试");
        await Expect(page.Locator(".results h3")).ToHaveTextAsync("关于<script>alert('题')</script>的答复");
        Assert.Equal(0, await page.Locator("policy-search img, policy-search script").CountAsync());
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Nothing_is_asked_while_an_input_method_composes()
    {
        await using BrowserPage opened = await Open("");
        IPage page = opened.Page;
        await Box(page).FocusAsync();
        ICDPSession keys = await page.Context.NewCDPSessionAsync(page);
        foreach (string composed in new[] { "j", "ji", "jia", "jia t" })
        {
            await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = composed, ["selectionStart"] = composed.Length, ["selectionEnd"] = composed.Length });
            await Task.Delay(250);
        }
        Assert.Empty(server.Host.Suggester.Asked);
        Assert.Null(server.Host.Search.Last);
        await keys.SendAsync("Input.insertText", new() { ["text"] = "家庭" });
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        Assert.Equal(["家庭"], server.Host.Suggester.Asked);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_slow_server_is_told_typing_goes_on_and_late_answers_are_dropped()
    {
        server.Host.Suggester.Delay = typed => typed == "家庭" ? TimeSpan.FromSeconds(2) : TimeSpan.Zero;
        server.Host.Search.Delay = TimeSpan.FromSeconds(4);
        await using BrowserPage opened = await Open("");
        IPage page = opened.Page;
        await Box(page).PressSequentiallyAsync("家庭");
        await Eventually(() => server.Host.Suggester.Asked.Contains("家庭"));
        await Box(page).FillAsync("卫生");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveTextAsync([new Regex("三门峡市卫生健康委员会")]);
        await Task.Delay(2500);
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveTextAsync([new Regex("三门峡市卫生健康委员会")]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(Note(page)).ToHaveTextAsync("正在检索…");
        await Expect(Note(page)).ToContainTextAsync("响应较慢");
        await Expect(Note(page)).ToContainTextAsync("找到", new() { Timeout = 15_000 });
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_server_that_is_down_is_told_in_one_line_and_Retry_works_once_it_is_back()
    {
        await using BrowserPage opened = await Open("");
        IPage page = opened.Page;
        await Expect(Box(page)).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(true);
        await Search(page, "家庭医生");
        await Expect(Note(page)).ToContainTextAsync("连接不上检索服务");
        await Task.Delay(3000);
        await Expect(Note(page)).Not.ToContainTextAsync("正在检索");
        await Expect(page.GetByText("响应较慢")).ToHaveCountAsync(0);
        await page.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Expect(Note(page)).ToContainTextAsync("找到");
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_page_that_is_not_allowed_gets_a_clear_line_and_the_log_says_who_it_was()
    {
        using var strict = new FakeServer(null, ("Embed:Origins:0", "https://intranet.example"));
        portal.Embed(strict.Address, "");
        await using BrowserPage opened = await chromium.OpenAsync(portal.Address);
        await opened.Page.GotoAsync("/");
        await Search(opened.Page, "家庭医生");
        await Expect(Note(opened.Page)).ToContainTextAsync("连接不上检索服务");
        await Expect(opened.Page.Locator(".results")).ToBeHiddenAsync();
        Assert.Equal(portal.Origin, Assert.Single(strict.Host.Log.All, line => line.Category.EndsWith(nameof(RefusedOrigins), StringComparison.Ordinal)).Values["Origin"]);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Twenty_boxes_on_one_page_do_not_disturb_each_other()
    {
        portal.Embed(server.Address, [.. Enumerable.Range(1, 20).Select(i => $"label=\"检索框{i}\" placeholder=\"第{i}个\"")]);
        await using BrowserPage opened = await chromium.OpenAsync(portal.Address);
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Combobox)).ToHaveCountAsync(20);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "检索框17" }).PressSequentiallyAsync("家庭医生");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(1);
        Assert.All(server.Host.Suggester.Asked, typed => Assert.StartsWith("家", typed, StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        foreach (int i in new[] { 1, 20 })
        {
            await page.GetByRole(AriaRole.Combobox, new() { Name = $"检索框{i}", Exact = true }).FillAsync("养老");
            await page.Keyboard.PressAsync("Enter");
        }
        await Expect(page.Locator(".results:visible")).ToHaveCountAsync(2);
        Assert.True(await page.EvaluateAsync<bool>("() => new Set([...document.querySelectorAll('policy-search')].map(box => box.shadowRoot.adoptedStyleSheets[0])).size === 1"));
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Preset_filters_go_with_a_search_and_with_the_jump_to_the_page()
    {
        portal.Embed(server.Address, "label=\"原处\" city=\"三门峡市；岳阳市\" topic=\"卫生、体育;民政、扶贫、救灾\" size=\"2\"", "label=\"跳转\" mode=\"page\" city=\"三门峡市\"");
        await using BrowserPage opened = await chromium.OpenAsync(portal.Address);
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "原处" }).FillAsync("答复");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".results:visible li")).ToHaveCountAsync(2);
        SearchRequest request = server.Host.Search.Last!;
        Assert.Equal(["三门峡市", "岳阳市"], request.Filters[FacetField.City]);
        Assert.Equal(["卫生、体育", "民政、扶贫、救灾"], request.Filters[FacetField.Topic]);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "跳转" }).FillAsync("养老 服务");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(server.Address.ToString())));
        await Expect(page.Locator("#q")).ToHaveValueAsync("养老 服务");
        await Expect(page.Locator(".chip")).ToContainTextAsync("三门峡市");
    }

    [NeedsTheory(Requirement.Chromium)]
    [InlineData(1280)]
    [InlineData(390)]
    [InlineData(240)]
    public async Task Long_names_fit_and_axe_finds_nothing_serious(int width)
    {
        string name = string.Concat(Enumerable.Repeat("某某自治州发展和改革委员会", 4));
        server.Host.Suggester.Known.Add(new Suggestion(name, SuggestionKind.Agency, 123_456));
        server.Host.Suggester.Known.Add(new Suggestion("某" + new string('w', 58), SuggestionKind.Title, 1));
        portal.Embed(server.Address, $"placeholder=\"{name}\"");
        await using BrowserPage opened = await chromium.OpenAsync(portal.Address, width, 700);
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await Box(page).FillAsync("某");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await Fits(page);
        await Search(page, "答复");
        await Expect(page.Locator(".results li").First).ToBeVisibleAsync();
        await Fits(page);
        AxeResult result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => violation.Id));
        Assert.Empty(opened.Errors);
    }

    [NeedsTheory(Requirement.Chromium)]
    [InlineData("http://[", "endpoint 应是检索服务的网址")]
    [InlineData("javascript:alert(1)", "endpoint 应是检索服务的网址")]
    public async Task An_endpoint_that_is_no_address_is_told(string endpoint, string said)
    {
        await using BrowserPage opened = await Open("");
        await opened.Page.EvaluateAsync("endpoint => document.querySelector('policy-search').setAttribute('endpoint', endpoint)", endpoint);
        await Expect(Note(opened.Page)).ToContainTextAsync(said);
    }

    [NeedsTheory(Requirement.Chromium)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task The_administrators_page_shows_the_code_and_live_boxes(int width, ColorScheme colors)
    {
        await using BrowserPage opened = await chromium.OpenAsync(server.Address, width, 800, colors);
        IPage page = opened.Page;
        await page.GotoAsync("/embed.html");
        await Expect(page.Locator("#snippet")).ToContainTextAsync($"<script src=\"{server.Address.GetLeftPart(UriPartial.Authority)}/embed.js\" defer></script>");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "检索政策先例" }).First.FillAsync("家庭医生");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".results:visible li").First).ToBeVisibleAsync();
        AxeResult result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
        await Fits(page);
        Assert.Empty(opened.Errors);
    }

    private async Task<BrowserPage> Open(string attributes)
    {
        portal.Embed(server.Address, attributes);
        BrowserPage opened = await chromium.OpenAsync(portal.Address);
        await opened.Page.GotoAsync("/");
        return opened;
    }

    private static ILocator Box(IPage page) => page.GetByRole(AriaRole.Combobox);

    private static ILocator Note(IPage page) => page.Locator("policy-search .note");

    private static async Task Search(IPage page, string words)
    {
        await Box(page).FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task Fits(IPage page) =>
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));

    private static async Task Eventually(Func<bool> condition)
    {
        for (int i = 0; i < 200 && !condition(); i++)
            await Task.Delay(25);
        Assert.True(condition());
    }
}
