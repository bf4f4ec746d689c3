using System.Text.Json;
using PolicySearch.Documents;
using PolicySearch.EndToEnd.Tests.Service;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Browser;

/// <summary>Where a value comes from, as the page says and shows it.</summary>
public sealed class ProvenanceTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    [NeedsFact(Requirement.Chromium)]
    public async Task Every_form_of_provenance_and_warning_that_real_documents_get_is_said_in_Chinese()
    {
        var reader = new DocumentReader();
        string[] folders = [RepositoryRoot.Combine("corpus"), RepositoryRoot.InShared("seeds"), RepositoryRoot.InShared("data", "labelled")];
        PolicyDocument[] documents = [.. folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)).Select(path => reader.Read(path, path))];
        string[] origins = [.. documents.SelectMany(document => document.Provenance.Where(pair => pair.Key != "topics").Select(pair => pair.Value)).Distinct()];
        string[] warnings = [.. documents.SelectMany(document => document.Warnings).Distinct()];
        Assert.True(origins.Length > 100);

        await using BrowserPage opened = await fixture.OpenAsync();
        await opened.Page.GotoAsync("/");
        Assert.All(await Say(opened, "where", origins), said => Assert.DoesNotMatch("[A-Za-z]{3}", said.Value));
        Assert.All(await Say(opened, "warning", warnings), said => Assert.DoesNotMatch("[A-Za-z]{3}", said.Value.Replace("Markdown", "", StringComparison.Ordinal)));
    }

    [NeedsFact(Requirement.Chromium)]
    public async Task A_value_leads_to_the_words_that_say_it()
    {
        using RealService service = await RealService.StartAsync([RepositoryRoot.Combine("corpus", "samples")]);
        using JsonDocument found = JsonDocument.Parse(await service.Client.GetStringAsync(new Uri("/api/v1/search?size=100", UriKind.Relative)));
        string id = found.RootElement.GetProperty("hits").EnumerateArray().First(hit => hit.GetProperty("facts").GetProperty("docNumber").ValueKind == JsonValueKind.String).GetProperty("id").GetString()!;

        var chromium = new Chromium();
        await chromium.InitializeAsync();
        try
        {
            await using BrowserPage opened = await chromium.OpenAsync(service.Address, 1280, 500);
            await opened.Page.GotoAsync($"/?doc={id}");
            string number = await opened.Page.Locator(".document-facts div:has(> dt:text-is('文号')) dd").EvaluateAsync<string>("dd => dd.firstChild.textContent");
            await opened.Page.Locator("button[aria-label='在正文中查看文号']").ClickAsync();
            string pointed = await opened.Page.EvaluateAsync<string>("[...CSS.highlights.get('pointed')].join('')");
            Assert.Equal(number, string.Concat(pointed.Where(c => !char.IsWhiteSpace(c))));
            Assert.True(await opened.Page.EvaluateAsync<bool>("(r => r.top >= 0 && r.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())"));
            Assert.Empty(opened.Errors);
        }
        finally
        {
            await chromium.DisposeAsync();
        }
    }

    private static async Task<Dictionary<string, string>> Say(BrowserPage opened, string function, string[] forms)
    {
        string?[] said = await opened.Page.EvaluateAsync<string?[]>($"async forms => {{ const m = await import('/js/provenance.js'); return forms.map(form => m.{function}(form)); }}", forms);
        return forms.Zip(said).ToDictionary(pair => pair.First, pair => pair.Second ?? $"not known: {pair.First}");
    }
}
