using Microsoft.Playwright;
using PolicySearch.EndToEnd.Tests.Service;
using PolicySearch.Testing;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>A browser, and the whole service over <see cref="PolicyCorpus"/>.</summary>
public sealed class PolicyPagesFixture : ServicePages
{
    private readonly PolicyCorpus corpus = new();

    private protected override Task<RealService> StartAsync() => RealService.StartAsync([corpus.Path]);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        corpus.Dispose();
    }
}

/// <summary>引用政策, 对照表, 导出 and the report, driven in a browser.</summary>
public sealed class PolicyPagesTests(PolicyPagesFixture fixture) : IClassFixture<PolicyPagesFixture>
{
    [NeedsFact(Requirement.Chromium)]
    public async Task From_a_document_to_the_policy_that_it_cites_and_to_those_who_cite_it_too()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/?q=三民函〔2020〕1号");
        await page.Locator(".hit h2 a").First.ClickAsync();
        await page.Locator(".document-facts").GetByRole(AriaRole.Link, new() { Name = PolicyCorpus.Policy }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"《{PolicyCorpus.Policy}》");
        await Expect(page.Locator(".timeline > li")).ToHaveCountAsync(19);
        await Expect(page.Locator(".timeline blockquote mark").First).ToBeVisibleAsync();
        await Expect(page.Locator(".notice")).ToContainTextAsync(PolicyCorpus.Slip);
        await page.GetByRole(AriaRole.Link, new() { Name = "在检索中查看这些文件" }).ClickAsync();
        await Expect(page.Locator("#summary")).ToContainTextAsync("19 份");
        await Expect(page.Locator(".chip")).ToContainTextAsync(PolicyCorpus.Policy);
        await page.GoBackAsync();
        await Expect(page.Locator(".timeline > li")).ToHaveCountAsync(19);
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Policies_are_found_by_name_and_an_empty_answer_leads_on()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/");
        await page.Locator("#nav").GetByRole(AriaRole.Link, new() { Name = "引用政策" }).ClickAsync();
        await Expect(page.Locator(".policies > li")).ToHaveCountAsync(2);
        await page.Locator("#policy-name").FillAsync("国办发2019 5");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".policies > li")).ToHaveCountAsync(1);
        await page.Locator("#policy-name").FillAsync("没有这项政策");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".state")).ToContainTextAsync("没有符合条件的政策");
        await page.GetByRole(AriaRole.Link, new() { Name = "查看全部政策" }).ClickAsync();
        await Expect(page.Locator(".policies > li")).ToHaveCountAsync(2);
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_cell_of_the_table_leads_to_its_documents_and_the_chart_is_drawn_with_a_table_beside_it()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/?q=养老");
        await page.Locator("#take-along").GetByRole(AriaRole.Link, new() { Name = "对照表" }).ClickAsync();
        await Expect(page.Locator(".counts").First.Locator("tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator(".chart canvas")).ToBeVisibleAsync();
        await Expect(page.Locator(".chart-table table")).ToHaveCountAsync(1);
        ILocator cell = page.Locator(".counts").First.Locator("tbody td a").First;
        string count = await cell.InnerTextAsync();
        await cell.ClickAsync();
        await Expect(page.Locator("#summary")).ToContainTextAsync($"{count} 份");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(2);
        await page.GoBackAsync();
        await page.Locator("#measure").FillAsync("护理型床位占比");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".figures .figure").First).ToContainTextAsync("%");
        await page.Locator(".figures .figure a").First.ClickAsync();
        await Expect(page.Locator(".paper mark").First).ToContainTextAsync("护理型床位占比");
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_table_that_was_left_is_not_shown_again_before_its_new_answer_has_come()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/?q=养老&view=compare");
        await page.Locator(".counts").First.Locator("tbody td a").First.ClickAsync();
        await Expect(page.Locator("#summary")).ToContainTextAsync(" 份");
        TaskCompletionSource answer = new();
        await page.RouteAsync("**/api/v1/compare/**", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        await page.GoBackAsync();
        await Expect(page.Locator("#page")).ToContainTextAsync("正在载入");
        await Expect(page.Locator("#measure")).ToHaveCountAsync(0);
        answer.SetResult();
        await page.Locator("#measure").FillAsync("护理型床位占比");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".figures .figure").First).ToContainTextAsync("%");
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Results_are_taken_along_as_a_file_and_as_a_report()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/?q=养老&city=岳阳市");
        await page.Locator("#take-along summary").ClickAsync();
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal(1 + 8, (await File.ReadAllLinesAsync(await download.PathAsync())).Count(line => line.Contains(',', StringComparison.Ordinal)));
        IPage report = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "先例报告" }).ClickAsync());
        await Expect(report.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("先例检索报告");
        await Expect(report.Locator("#print")).ToBeVisibleAsync();
        await Expect(report.Locator(".draft .open").First).ToContainTextAsync("【待填");
        Assert.Equal("nowrap", await report.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.tools')).flexWrap"));
        Assert.Empty(opened.Errors);
    }

    [NeedsTheory(Requirement.Chromium)]
    [InlineData("/?view=policies", 1280, ColorScheme.Light)]
    [InlineData("/?view=policies", 390, ColorScheme.Dark)]
    [InlineData("/?view=policies&name=没有这项政策", 390, ColorScheme.Light)]
    [InlineData("/?view=policy&of=ffffffffffffffff", 1280, ColorScheme.Light)]
    [InlineData("policy", 1280, ColorScheme.Dark)]
    [InlineData("policy", 390, ColorScheme.Light)]
    [InlineData("/?view=compare&measure=护理型床位占比", 1280, ColorScheme.Light)]
    [InlineData("/?view=compare&measure=护理型床位占比", 390, ColorScheme.Dark)]
    [InlineData("/?view=compare&q=曌鼗黻", 1280, ColorScheme.Light)]
    [InlineData("/api/v1/report?q=养老", 1280, ColorScheme.Light)]
    [InlineData("/api/v1/report?q=养老", 390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious_and_nothing_sticks_out_sideways(string url, int width, ColorScheme colors)
    {
        await using BrowserPage opened = await fixture.OpenAsync(width, colors);
        IPage page = opened.Page;
        await page.GotoAsync(url == "policy" ? "/?view=policies" : url);
        if (url == "policy")
            await page.Locator(".policies a").First.ClickAsync();
        await Expect(page.Locator("main[aria-busy]")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await opened.AssertCleanAsync();
        Assert.Empty(opened.Errors);
    }
}
