using Microsoft.Playwright;
using PolicySearch.EndToEnd.Tests.Service;
using PolicySearch.Testing;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>The page 找相似答复 over the real service.</summary>
public sealed class SimilarPageTests(SimilarPageTests.Fixture fixture) : IClassFixture<SimilarPageTests.Fixture>
{
    [NeedsFact(Requirement.Chromium)]
    public async Task A_pasted_draft_is_compared_checked_filtered_and_still_there_after_a_look_at_a_document()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await PasteAsync(page, SimilarServiceTests.First.Replace("全市山区", "岳阳市卫生健康委员会认为，全市山区", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "查找相似答复" }).ClickAsync();
        await Expect(page.Locator(".similar-hits .hit").First).ToBeVisibleAsync();
        await Expect(page.Locator(".pair mark").First).ToBeVisibleAsync();
        await Expect(page.Locator(".findings.likely mark")).ToHaveTextAsync("岳阳市卫生健康委员会");
        await page.Locator("#facet-kind label").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("view=similar&kind=|kind=.*view=similar"));
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await page.Locator(".similar-hits h2 a").First.ClickAsync();
        await Expect(page.Locator("article.paper")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.Locator(".similar-hits .hit").First).ToBeVisibleAsync();
        await Expect(page.Locator("#draft-text")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("岳阳市卫生健康委员会认为"));
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_file_is_compared_and_a_file_that_cannot_be_read_is_told_so()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/?view=similar");
        await page.Locator("#draft-file").SetInputFilesAsync(new FilePayload { Name = "草稿.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(SimilarServiceTests.First) });
        await Expect(page.Locator("#chosen-file")).ToContainTextAsync("草稿.txt");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找相似答复" }).ClickAsync();
        await Expect(page.Locator(".same").First).ToBeVisibleAsync();
        await page.Locator("#draft-file").SetInputFilesAsync(new FilePayload { Name = "坏.docx", MimeType = "application/octet-stream", Buffer = [1, 2, 3] });
        await page.GetByRole(AriaRole.Button, new() { Name = "查找相似答复" }).ClickAsync();
        await Expect(page.Locator(".failed")).ToContainTextAsync("读不出这份文件的文字");
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Reused_wording_is_shown_with_its_first_date_and_sources()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await PasteAsync(page, SimilarServiceTests.Copied);
        await page.GetByRole(AriaRole.Button, new() { Name = "查语句出处" }).ClickAsync();
        await Expect(page.Locator(".wordings > li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".wordings")).ToContainTextAsync("最早见于 2021年3月5日");
        await Expect(page.Locator(".uses > li")).ToHaveCountAsync(2);
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_document_shows_its_similar_ones_and_leads_to_all_of_them()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync("/?q=" + Uri.EscapeDataString("摩托车药箱"));
        await page.Locator(".hit h2 a").First.ClickAsync();
        await Expect(page.Locator(".similar-section .hit").First).ToBeVisibleAsync();
        await page.Locator(".similar-section .buttons a").ClickAsync();
        await Expect(page.Locator(".compared a")).ToBeVisibleAsync();
        await Expect(page.Locator(".similar-hits .hit").First).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.Locator(".similar-hits .hit").First).ToBeVisibleAsync();
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task Without_a_text_the_page_asks_for_one()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        await opened.Page.GotoAsync("/?view=similar");
        await opened.Page.GetByRole(AriaRole.Button, new() { Name = "查找相似答复" }).ClickAsync();
        await Expect(opened.Page.Locator(".notice")).ToHaveTextAsync("请先粘贴文字，或选择一份文件。");
    }

    [NeedsTheory(Requirement.Chromium)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task Axe_finds_nothing_serious_and_nothing_sticks_out_sideways(int width, ColorScheme colors)
    {
        await using BrowserPage opened = await fixture.OpenAsync(width, colors);
        IPage page = opened.Page;
        await page.GotoAsync("/?view=similar");
        await Expect(page.Locator("#draft-text")).ToBeVisibleAsync();
        await opened.AssertCleanAsync();
        await PasteAsync(page, SimilarServiceTests.First.Replace("全市山区", "岳阳市卫生健康委员会认为，全市山区", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "查找相似答复" }).ClickAsync();
        await Expect(page.Locator(".pair mark").First).ToBeVisibleAsync();
        await opened.AssertCleanAsync();
        Assert.Empty(opened.Errors);
    }

    private static async Task PasteAsync(IPage page, string text)
    {
        if (!page.Url.Contains("view=similar", StringComparison.Ordinal))
            await page.GotoAsync("/?view=similar");
        await page.Locator("#draft-text").FillAsync(text);
    }

    /// <summary>The service over the samples and the planted replies, and a browser.</summary>
    public sealed class Fixture : ServicePages
    {
        private readonly SimilarServiceTests.Service service = new();

        private protected override async Task<RealService> StartAsync()
        {
            await service.InitializeAsync();
            return service.Real;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            service.Dispose();
        }
    }
}
