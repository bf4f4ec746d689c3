using Microsoft.Playwright;
using PolicySearch.Testing;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>The page without a mouse, on a phone, and under axe's rules.</summary>
public sealed class AccessTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    private const string Query = "家庭医生签约";

    public static TheoryData<string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, int, ColorScheme>();
        foreach (string url in new[] { "/", $"/?q={Query}", $"/?q={Query}&year=2020&kind=通知", "/?q=答复&page=2", "/?q=曌鼗黻&year=2020", "/?size=x", "first document", "/?doc=ffffffffffffffff" })
        {
            views.Add(url, 1280, ColorScheme.Light);
            views.Add(url, 1280, ColorScheme.Dark);
            views.Add(url, 360, ColorScheme.Light);
        }
        return views;
    }

    [NeedsTheory(Requirement.Chromium)]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_serious_and_nothing_sticks_out_sideways(string url, int width, ColorScheme colors)
    {
        await using BrowserPage opened = await Open(url, width, colors);
        await opened.AssertCleanAsync();
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_search_a_filter_and_a_document_are_reached_with_keys_alone()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "跳到主要内容" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Query);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".hit mark").First).ToBeVisibleAsync();
        await Expect(page.Locator("#q")).ToBeFocusedAsync();

        await TabTo(page, "#facet-year input");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await Expect(page.Locator("#facet-year input:checked")).ToBeFocusedAsync();

        await TabTo(page, ".hit h2 a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task The_skip_link_leads_past_the_head()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        await opened.Page.GotoAsync("/");
        await Expect(opened.Page.Locator(".hit").First).ToBeVisibleAsync();
        await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.Keyboard.PressAsync("Enter");
        await Expect(opened.Page.Locator("#main")).ToBeFocusedAsync();
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task On_a_phone_the_facets_are_a_drawer_that_keeps_the_focus_until_closed()
    {
        await using BrowserPage opened = await fixture.OpenAsync(360, 740);
        IPage page = opened.Page;
        await page.GotoAsync($"/?q={Query}");
        await Expect(page.Locator("#facets")).Not.ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        ILocator drawer = page.GetByRole(AriaRole.Dialog, new() { Name = "筛选" });
        await Expect(drawer).ToBeInViewportAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "关闭" })).ToBeFocusedAsync();
        await drawer.GetByRole(AriaRole.Checkbox, new() { Name = "2020" }).ClickAsync();
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await Expect(drawer).ToBeVisibleAsync();
        for (int i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.getElementById('facets').contains(document.activeElement)"));
        }
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#facets")).Not.ToBeInViewportAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "筛选（1）" })).ToBeFocusedAsync();
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task On_a_phone_what_is_tapped_is_large_enough()
    {
        await using BrowserPage opened = await fixture.OpenAsync(360, 740);
        await opened.Page.GotoAsync($"/?q={Query}");
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        double smallest = await opened.Page.Locator("#facets label:has(input[type=checkbox])").EvaluateAllAsync<double>("labels => Math.min(...labels.map(label => label.getBoundingClientRect().height))");
        Assert.True(smallest >= 32, $"{smallest} px");
    }

    private async Task<BrowserPage> Open(string url, int width, ColorScheme colors)
    {
        BrowserPage opened = await fixture.OpenAsync(width, 800, colors);
        if (url == "first document")
        {
            await opened.Page.GotoAsync($"/?q={Query}");
            await opened.Page.Locator(".hit h2 a").First.ClickAsync();
            await Expect(opened.Page.Locator(".paper")).ToBeVisibleAsync();
            return opened;
        }
        await opened.Page.GotoAsync(url);
        await Expect(opened.Page.Locator(".hit, .state").First).ToBeVisibleAsync();
        return opened;
    }

    private static async Task TabTo(IPage page, string selector)
    {
        for (int i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }
        Assert.Fail($"{selector} cannot be reached with Tab");
    }
}
