using System.Text.Json;
using PolicySearch.Api.Tests.Fakes;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Service;

/// <summary>Suggestions, proposals and other names over HTTP, on real documents.</summary>
public sealed class WordFindingTests
{
    private static readonly string[] Typed = ["家庭", "基层", "养老", "jiating", "lx", "关于", "三", "学校", "建设", "w"];

    [Fact]
    public async Task What_is_suggested_of_the_shipped_corpus_is_found()
    {
        using RealService service = await RealService.StartAsync([RepositoryRoot.Combine("corpus")]);
        await Suggestions_are_found(service);
    }

    [NeedsFact(Requirement.SharedData)]
    public async Task What_is_suggested_of_real_documents_is_found_and_planted_words_are_helped_along()
    {
        using RealService service = await RealService.StartAsync([RepositoryRoot.InShared("seeds"), RepositoryRoot.InShared("data", "labelled")]);
        await Suggestions_are_found(service);
        foreach (string typed in new[] { "jcws", "jiceng", "基层ws", "jicengweisheng" })
            Assert.Contains("基层卫生", (await Suggested(service, typed)).Select(each => each.Text("text")));
        foreach ((string wrong, string right) in new[] { ("基曾卫生", "基层卫生"), ("加亭医生", "家庭医生"), ("家庭医声签约服务", "家庭医生签约服务"), ("医公体", "医共体"), ("紧密型医体", "紧密型医共体") })
            Assert.Equal(right, (await Search(service, wrong)).GetProperty("didYouMean").Text("query"));
        foreach (string unknown in new[] { "外星文明", "曌鼗黻" })
            Assert.Equal(JsonValueKind.Null, (await Search(service, unknown)).GetProperty("didYouMean").ValueKind);
        await Other_names_find_more(service);
        await Nothing_found_is_explained(service);
    }

    private static async Task Suggestions_are_found(RealService service)
    {
        await Suggestions_are_there(service);
        int checkedOnes = 0;
        foreach (JsonElement suggestion in (await Task.WhenAll(Typed.Select(typed => Suggested(service, typed)))).SelectMany(each => each))
        {
            string text = suggestion.Text("text"), kind = suggestion.Text("kind");
            int count = suggestion.GetProperty("count").GetInt32();
            string query = kind == "主题" ? $"topic:{text}" : $"“{text}”";
            long total = (await Search(service, query)).GetProperty("total").GetInt64();
            Assert.True(total > 0, $"{kind} {text}: suggested with {count} documents, found in none");
            checkedOnes++;
        }
        Assert.InRange(checkedOnes, Typed.Length, 100);
    }

    /// <summary>They are committed a moment after the documents; until then a notice says so.</summary>
    private static async Task Suggestions_are_there(RealService service)
    {
        for (int i = 0; i < 600; i++)
        {
            JsonElement answer = await service.Client.JsonAsync("/api/v1/suggest?q=x");
            if (answer.GetProperty("notice").ValueKind == JsonValueKind.Null)
                return;
            Assert.Contains("联想词库", answer.Text("notice"), StringComparison.Ordinal);
            await Task.Delay(100);
        }
        Assert.Fail("the suggestions were not made within a minute");
    }

    private static async Task Other_names_find_more(RealService service)
    {
        JsonElement wide = await Search(service, "卫健委"), narrow = await Search(service, "卫健委", "&expand=false"), quoted = await Search(service, "“卫健委”");
        Assert.True(wide.GetProperty("total").GetInt32() > narrow.GetProperty("total").GetInt32());
        Assert.Equal(quoted.GetProperty("total").GetInt32(), narrow.GetProperty("total").GetInt32());
        Assert.Equal("卫健委", wide.List("expansions").Single().Text("term"));
        string marked = string.Concat(wide.List("hits").SelectMany(hit => hit.List("fragments").Append(hit.GetProperty("title"))).Select(fragment => fragment.Text("html")));
        Assert.Contains("<mark>卫生健康委员会</mark>", marked, StringComparison.Ordinal);
    }

    private static async Task Nothing_found_is_explained(RealService service)
    {
        JsonElement none = await Search(service, "家庭医生 外星文明");
        JsonElement found = none.GetProperty("nothingFound");
        Assert.Equal(["外星文明"], found.List("terms").Where(term => term.GetProperty("total").GetInt32() == 0).Select(term => term.Text("text")));
        JsonElement drop = found.List("removals").Single();
        Assert.Equal("外星文明", drop.Text("text"));
        Assert.Equal((await Search(service, drop.Text("query"))).GetProperty("total").GetInt32(), drop.GetProperty("total").GetInt32());
    }

    private static async Task<List<JsonElement>> Suggested(RealService service, string typed) =>
        (await service.Client.JsonAsync($"/api/v1/suggest?q={Uri.EscapeDataString(typed)}")).List("suggestions");

    private static Task<JsonElement> Search(RealService service, string query, string more = "") =>
        service.Client.JsonAsync($"/api/v1/search?q={Uri.EscapeDataString(query)}{more}");
}
