using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicySearch.Testing;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>The list of results, driven in a browser. What the page shows is compared with what the API answers.</summary>
public sealed class ListTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    private const string Query = "家庭医生签约";

    [NeedsFact(Requirement.Chromium)]
    public async Task Typing_words_and_Enter_finds_documents_with_the_words_marked()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "检索词" }).FillAsync(Query);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("q="));
        await ShowsTotal(page, $"q={Query}");
        await Expect(page).ToHaveTitleAsync($"{Query} - 政策先例检索");
        IReadOnlyList<string> marks = await page.Locator(".hit mark").AllTextContentsAsync();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Contains(mark, Query, StringComparison.Ordinal));
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_link_reproduces_words_filters_order_and_page()
    {
        JsonElement year = await FacetValue("year", "q=答复", 0);
        string url = $"/?q=答复&year={year.GetProperty("value").GetString()}&sort=date&size=5";
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync(url);
        await ShowsTotal(page, url[2..]);
        await Expect(page.Locator("#q")).ToHaveValueAsync("答复");
        await Expect(page.Locator("#sort")).ToHaveValueAsync("date");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        JsonElement answer = await Json(url[2..]);
        IReadOnlyList<string> shown = await page.Locator(".hit h2 a").EvaluateAllAsync<string[]>("links => links.map(link => link.dataset.hit)");
        Assert.Equal(answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()), shown);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Facet_values_can_be_ticked_together_and_removed_as_chips()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/?q=答复");
        string first = (await FacetValue("kind", "q=答复", 0)).GetProperty("value").GetString()!;
        string second = (await FacetValue("kind", "q=答复", 1)).GetProperty("value").GetString()!;
        await Tick(page, first);
        await ShowsTotal(page, $"q=答复&kind={first}");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = first })).ToBeFocusedAsync();
        await Tick(page, second);
        await ShowsTotal(page, $"q=答复&kind={first}&kind={second}");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = $"移除筛选 文种：{first}" }).ClickAsync();
        await ShowsTotal(page, $"q=答复&kind={second}");
        await page.GetByRole(AriaRole.Button, new() { Name = "清除全部筛选" }).ClickAsync();
        await ShowsTotal(page, "q=答复");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(0);
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_facets_counts_are_those_of_the_answer()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        await opened.Page.GotoAsync("/?q=答复");
        await ShowsTotal(opened.Page, "q=答复");
        foreach (JsonElement value in (await Facet("kind", "q=答复")).GetProperty("values").EnumerateArray())
        {
            ILocator label = opened.Page.Locator("#facet-kind label").Filter(new() { HasText = value.GetProperty("label").GetString() }).First;
            await Expect(label.Locator(".count")).ToHaveTextAsync(value.GetProperty("count").GetInt64().ToString("N0", CultureInfo.InvariantCulture));
        }
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_city_is_found_below_its_province_and_replaces_the_provinces_tick()
    {
        JsonElement city = (await Facet("city", "")).GetProperty("values").EnumerateArray().First(value => value.GetProperty("parent").GetString() is { } parent && parent != value.GetProperty("value").GetString());
        string name = city.GetProperty("value").GetString()!, province = city.GetProperty("parent").GetString()!;
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync($"/?province={province}");
        await page.GetByRole(AriaRole.Button, new() { Name = $"{province}的下级", Exact = true }).ClickAsync();
        await page.Locator("#facet-region").GetByText(name, new() { Exact = true }).ClickAsync();
        await ShowsTotal(page, $"city={name}");
        await Expect(page).Not.ToHaveURLAsync(new Regex("province="));
        await Expect(page.Locator("#facet-region .below input:checked")).ToHaveCountAsync(1);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Issuers_are_found_by_typing_part_of_their_name()
    {
        string issuer = (await FacetValue("issuer", "", 0)).GetProperty("value").GetString()!;
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/");
        ILocator box = page.GetByRole(AriaRole.Searchbox, new() { Name = "查找发文机关" });
        await box.FillAsync("没有这个机关");
        await Expect(page.Locator("#facet-issuer")).ToContainTextAsync("没有名称含“没有这个机关”的发文机关");
        await box.FillAsync(issuer[1..]);
        await Tick(page, issuer);
        await ShowsTotal(page, $"issuer={issuer}");
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Dates_narrow_the_list_and_show_as_chips()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await page.GetByLabel("成文日期自").FillAsync("2020-01-01");
        await page.GetByLabel("至", new() { Exact = true }).FillAsync("2020-12-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "应用" }).ClickAsync();
        await ShowsTotal(page, "from=2020-01-01&to=2020-12-31");
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["成文日期2020年1月1日以后×", "成文日期2020年12月31日以前×"]);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Paging_moves_to_the_top_and_Back_returns_to_the_page_before()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/?q=答复");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "分页" }).GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("page=2"));
        await Expect(page.Locator(".pager [aria-current=page]")).ToHaveTextAsync("2");
        await Expect(page.Locator("#summary")).ToBeFocusedAsync();
        await Expect(page.Locator("#announce")).ToContainTextAsync("第 2 页");
        string second = await FirstHit(page);
        await page.GoBackAsync();
        await Expect(page.Locator(".pager [aria-current=page]")).ToHaveTextAsync("1");
        Assert.NotEqual(second, await FirstHit(page));
        await page.GoForwardAsync();
        await Expect(page.Locator($"[data-hit=\"{second}\"]")).ToBeVisibleAsync();
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task The_order_can_be_changed()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        await opened.Page.GotoAsync("/?q=答复");
        await opened.Page.GetByLabel("排序").SelectOptionAsync("由旧到新");
        await Expect(opened.Page).ToHaveURLAsync(new Regex("sort=date"));
        JsonElement oldest = (await Json("q=答复&sort=date")).GetProperty("hits")[0];
        await Expect(opened.Page.Locator(".hit h2 a").First).ToHaveAttributeAsync("data-hit", oldest.GetProperty("id").GetString()!);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Nothing_found_tells_which_word_found_nothing_and_offers_to_drop_filters()
    {
        string city = (await FacetValue("city", "", 0)).GetProperty("value").GetString()!;
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync($"/?q=\"{Query}\" \"曌鼗黻\"&city={city}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "没有找到符合条件的文件" })).ToBeVisibleAsync();
        await Expect(page.Locator(".terms .zero")).ToHaveTextAsync("0 份");
        await Expect(page.Locator(".terms li").First).Not.ToContainTextAsync(" 0 份");
        await page.GetByRole(AriaRole.Button, new() { Name = "去掉全部筛选" }).ClickAsync();
        await Expect(page.Locator(".chip")).ToHaveCountAsync(0);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_link_with_bad_values_says_what_is_wrong()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        await opened.Page.GotoAsync("/?size=1000&year=abcd");
        await Expect(opened.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("size 的值“1000”不可用，应为 0 至 100 的整数。");
        await Expect(opened.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("“abcd”不是年份");
        await opened.Page.GetByRole(AriaRole.Link, new() { Name = "重新开始" }).ClickAsync();
        await Expect(opened.Page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Enter_that_ends_a_composition_does_not_search()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await page.Locator("#q").FillAsync("jiating");
        bool prevented = await page.Locator("#q").EvaluateAsync<bool>(
            "input => !input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
        Assert.True(prevented);
        bool plain = await page.Locator("#q").EvaluateAsync<bool>("input => !input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))");
        Assert.False(plain);
        await Expect(page).Not.ToHaveURLAsync(new Regex("q="));
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Everything_is_loaded_from_the_server_itself()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        var foreign = new List<string>();
        opened.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(fixture.Api.BaseAddress!.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                foreign.Add(request.Url);
        };
        await opened.Page.GotoAsync($"/?q={Query}");
        await ShowsTotal(opened.Page, $"q={Query}");
        Assert.Empty(foreign);
    }

    /// <summary>The page shows as many documents as the API counts.</summary>
    private async Task ShowsTotal(IPage page, string query)
    {
        long total = (await Json(query)).GetProperty("total").GetInt64();
        await Expect(page.Locator("#summary")).ToContainTextAsync(new Regex($" {total.ToString("N0", CultureInfo.InvariantCulture)} 份"));
    }

    private static async Task Tick(IPage page, string label) => await page.GetByRole(AriaRole.Checkbox, new() { Name = label }).First.ClickAsync();

    private static async Task<string> FirstHit(IPage page) => (await page.Locator(".hit h2 a").First.GetAttributeAsync("data-hit"))!;

    private async Task<JsonElement> FacetValue(string name, string query, int index) => (await Facet(name, query)).GetProperty("values")[index];

    private async Task<JsonElement> Facet(string name, string query) =>
        (await Json(query)).GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("name").GetString() == name);

    private async Task<JsonElement> Json(string query) =>
        JsonDocument.Parse(await fixture.Api.GetStringAsync(new Uri("/api/v1/search?" + query, UriKind.Relative))).RootElement;
}
