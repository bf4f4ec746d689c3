using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicySearch.Search.Querying;
using PolicySearch.Testing;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>Suggestions under the page's search box, and advice above its results.</summary>
public sealed class SuggestionTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly FakeServer server = new();

    public void Dispose() => server.Dispose();

    [NeedsTheory(Requirement.Chromium)]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task What_is_typed_is_completed_with_keys_alone(int width)
    {
        await using BrowserPage opened = await chromium.OpenAsync(server.Address, width, 800);
        IPage page = opened.Page;
        await page.GotoAsync("/");
        ILocator box = page.GetByRole(AriaRole.Combobox, new() { Name = "检索词" });
        await box.PressSequentiallyAsync("家庭医生");
        await Expect(Options(page)).ToHaveCountAsync(3);
        await opened.AssertCleanAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(Options(page).Last).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("家庭医生签约");
        await Expect(page).ToHaveURLAsync(new Regex("q="));
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        await Expect(page.Locator(".hit mark").First).ToHaveTextAsync("家庭医生签约");
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Escape_closes_the_list_and_a_click_chooses()
    {
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await page.Locator("#q").PressSequentiallyAsync("家庭医生");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        await Expect(page.Locator("#q")).ToHaveValueAsync("家庭医生");
        await page.Keyboard.PressAsync("ArrowDown");
        await Options(page).Nth(1).ClickAsync();
        await Expect(page.Locator("#q")).ToHaveValueAsync("家庭医生签约服务");
        await Expect(page.Locator("#summary")).ToContainTextAsync("找到");
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Nothing_is_asked_while_an_input_method_composes_and_its_Enter_does_not_search()
    {
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
        await page.Locator("#q").FocusAsync();
        ICDPSession keys = await page.Context.NewCDPSessionAsync(page);
        foreach (string composed in new[] { "j", "jia", "jiating" })
        {
            await keys.SendAsync("Input.imeSetComposition", new() { ["text"] = composed, ["selectionStart"] = composed.Length, ["selectionEnd"] = composed.Length });
            await Task.Delay(250);
        }
        Assert.Empty(server.Host.Suggester.Asked);
        await keys.SendAsync("Input.insertText", new() { ["text"] = "家庭" });
        await Expect(Options(page).First).ToBeVisibleAsync();
        Assert.Equal(["家庭"], server.Host.Suggester.Asked);
        await Expect(page).Not.ToHaveURLAsync(new Regex("q="));
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Suggestions_that_fail_or_come_late_do_not_disturb_the_search()
    {
        server.Host.Suggester.Failure = new InvalidOperationException();
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await page.Locator("#q").PressSequentiallyAsync("养老");
        await Task.Delay(400);
        server.Host.Suggester.Failure = null;
        server.Host.Suggester.Delay = _ => TimeSpan.FromSeconds(1);
        await page.Locator("#q").FillAsync("家庭");
        await Task.Delay(400);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#summary")).ToContainTextAsync("找到");
        await Task.Delay(1500);
        await Expect(page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Advice_is_shown_with_links_that_follow_it()
    {
        server.Host.Search.Adjust = response => response with
        {
            Expansions = [new("医共体", ["县域医疗卫生共同体"])],
            DidYouMean = new("家庭医生", 17),
            NothingFound = new([new("家亭医生", 0)], []),
        };
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        IPage page = opened.Page;
        await page.GotoAsync("/?q=服务");
        await Expect(page.Locator(".meant")).ToHaveTextAsync("您是不是要找：家庭医生17 份");
        await Expect(page.Locator(".expanded")).ToContainTextAsync("已扩展：医共体 → 县域医疗卫生共同体");
        await Expect(page.Locator(".notice")).ToContainTextAsync("没有文件含有“家亭医生”");
        await page.GetByRole(AriaRole.Link, new() { Name = "不扩展" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("expand=false"));
        // The address changes before the request goes out; this link comes with the answer.
        ILocator restore = page.GetByRole(AriaRole.Link, new() { Name = "恢复扩展" });
        await Expect(restore).ToBeVisibleAsync();
        Assert.False(server.Host.Search.Last!.Expand);
        await restore.ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new Regex("expand"));
        await page.Locator(".meant a").ClickAsync();
        await Expect(page.Locator("#q")).ToHaveValueAsync("家庭医生");
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Without_a_hit_the_words_and_what_to_drop_are_listed_with_counts()
    {
        server.Host.Search.Adjust = response => response with
        {
            NothingFound = new([new("养老", 9), new("外星", 0)], [new("外星", "养老", null, 4), new(null, null, FacetField.City, 3), new(null, null, null, 2)]),
        };
        await using BrowserPage opened = await chromium.OpenAsync(server.Address);
        IPage page = opened.Page;
        await page.GotoAsync("/?q=养老 外星&city=三门峡市&from=2020-01-01");
        await Expect(page.Locator(".terms li")).ToHaveTextAsync(["养老9 份", "外星0 份"]);
        await Expect(page.Locator(".drops li")).ToHaveTextAsync(["去掉“外星”4 份", "去掉“城市：三门峡市”3 份", "去掉成文日期的限制2 份"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "去掉“外星”" }).ClickAsync();
        await Expect(page.Locator("#q")).ToHaveValueAsync("养老");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(2);
        Assert.Empty(opened.Errors);
    }

    private static ILocator Options(IPage page) => page.Locator("#suggestions [role=option]");
}
