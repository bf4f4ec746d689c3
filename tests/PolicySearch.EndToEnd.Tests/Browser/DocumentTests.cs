using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PolicySearch.Testing;
using static Microsoft.Playwright.Assertions;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>The view of one document, driven in a browser.</summary>
public sealed class DocumentTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    private const string Query = "家庭医生签约";

    [NeedsFact(Requirement.Chromium)]
    public async Task A_hit_opens_its_document_and_going_back_returns_to_the_hit()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync($"/?q={Query}");
        ILocator hit = page.Locator(".hit h2 a").Nth(2);
        string title = await hit.TextContentAsync() ?? "", id = (await hit.GetAttributeAsync("data-hit"))!;
        await hit.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"doc={id}"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "返回检索结果" }).ClickAsync();
        await Expect(page.Locator($"[data-hit=\"{id}\"]")).ToBeFocusedAsync();
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        Assert.Empty(opened.Errors);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task The_document_shows_its_whole_text_in_order_with_the_matches_marked()
    {
        string id = await FirstId();
        JsonElement document = await Document(id);
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync($"/?q={Query}&doc={id}");
        await Expect(page.Locator(".paper mark").First).ToBeVisibleAsync();
        string shown = Squeeze(await page.Locator(".paper").EvaluateAsync<string>("paper => paper.textContent"));
        int at = 0;
        foreach (JsonElement paragraph in document.GetProperty("paragraphs").EnumerateArray().Where(paragraph => paragraph.GetProperty("kind").GetString() != "title"))
        {
            string text = Squeeze(paragraph.GetProperty("text").GetString()!);
            int found = shown.IndexOf(text, at, StringComparison.Ordinal);
            Assert.True(found >= 0, text);
            at = found + text.Length;
        }
        IReadOnlyList<string> marks = await page.Locator(".paper mark").AllTextContentsAsync();
        Assert.All(marks, mark => Assert.Contains(mark, Query, StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "下一处匹配" }).ClickAsync();
        await Expect(page.Locator(".matches")).ToHaveTextAsync($"第 1 处，共 {marks.Count} 处");
        await Expect(page.Locator("mark.current")).ToBeInViewportAsync();
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task All_extracted_fields_stand_beside_the_text()
    {
        string id = await FirstId();
        JsonElement document = await Document(id);
        await using BrowserPage opened = await fixture.OpenAsync();
        await opened.Page.GotoAsync($"/?doc={id}");
        ILocator facts = opened.Page.GetByRole(AriaRole.Complementary, new() { Name = "文件要素" });
        foreach (string name in new[] { "kind", "docNumber", "issuer", "regionCode", "source", "id" })
        {
            if (document.GetProperty(name).GetString() is { } value)
                await Expect(facts).ToContainTextAsync(value);
        }
        await Expect(facts.Locator("dt")).ToHaveTextAsync(
            ["文种", "案由", "文号", "发文机关", "地区", "区划代码", "年份", "成文日期", "届次", "办理结果", "公开属性", "主送", "提出者", "签发人", "联系人", "抄送", "引用文件", "主题", "来源", "编号"]);
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_document_that_is_gone_says_so_and_leads_back()
    {
        await using BrowserPage opened = await fixture.OpenAsync();
        await opened.Page.GotoAsync("/?doc=ffffffffffffffff");
        await Expect(opened.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有找到这份文件");
        await opened.Page.GetByRole(AriaRole.Link, new() { Name = "返回全部文件" }).ClickAsync();
        await Expect(opened.Page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task The_link_can_be_copied()
    {
        string id = await FirstId();
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync($"/?q={Query}&doc={id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "复制链接" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "已复制" })).ToBeVisibleAsync();
        Assert.Equal(page.Url, await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task On_paper_there_is_the_text_and_no_controls()
    {
        string id = await FirstId();
        await using BrowserPage opened = await fixture.OpenAsync();
        IPage page = opened.Page;
        await page.GotoAsync($"/?q={Query}&doc={id}");
        await Expect(page.Locator(".paper")).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".paper")).ToBeVisibleAsync();
        await Expect(page.Locator("button:visible, input:visible, .back:visible")).ToHaveCountAsync(0);
    }

    private static string Squeeze(string text) => Regex.Replace(text, @"\s+", "");

    private async Task<string> FirstId() => (await Json($"/api/v1/search?q={Query}&size=1&kind=提案答复&kind=建议答复")).GetProperty("hits")[0].GetProperty("id").GetString()!;

    private Task<JsonElement> Document(string id) => Json($"/api/v1/documents/{id}?q={Query}");

    private async Task<JsonElement> Json(string path) => JsonDocument.Parse(await fixture.Api.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;
}
