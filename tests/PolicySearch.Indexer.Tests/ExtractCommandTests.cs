using System.Text.Json;
using PolicySearch.Testing;

namespace PolicySearch.Indexer.Tests;

public class ExtractCommandTests
{
    [Fact]
    public void One_object_a_line_and_files_that_cannot_be_read_on_standard_error()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("a.txt"), "三门峡市卫生健康委员会文件\n\n三卫建议〔2023〕3号\n\n对市八届人大一次会议第 059 号建议的答复\n\n某代表：\n\n现答复如下。\n");
        File.WriteAllText(folder.Combine("b.txt"), "");
        ToolResult result = Tool.Run("extract", folder.Combine("a.txt"), folder.Combine("b.txt"), "--json");
        Assert.Equal(1, result.Code);
        Assert.Contains("b.txt", result.Error, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(Assert.Single(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("三卫建议〔2023〕3号", json.RootElement.GetProperty("docNumber").GetString());
        Assert.EndsWith("/a.txt", json.RootElement.GetProperty("source").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_json_a_sheet_names_every_field_its_value_and_where_it_was_found()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Combine("a.txt"), "三门峡市卫生健康委员会文件\n三卫建议〔2023〕3号\n办理结果：A\n对市八届人大一次会议第059号建议的答复\n某代表：\n您提出的建议收悉。到2025年，签约率达到75%以上。\n三门峡市卫生健康委员会\n2023年6月1日\n");
        string sheet = Tool.Expect("extract", folder.Combine("a.txt"));
        Assert.Matches(@"docNumber +发文字号 +三卫建议〔2023〕3号 +<- line 2", sheet);
        Assert.Matches(@"city +市 +三门峡市 +<- issuer", sheet);
        Assert.Matches(@"outcomeStatus +办理状态 +已解决", sheet);
        Assert.Matches(@"signatory +签发人 +—", sheet);
        Assert.Contains("▲ 签约率 >= 75% (2025)", sheet, StringComparison.Ordinal);
        foreach (JsonProperty field in JsonDocument.Parse(Tool.Expect("extract", folder.Combine("a.txt"), "--json")).RootElement.EnumerateObject())
            Assert.True(field.Name is "source" or "provenance" or "places" || sheet.Contains("\n" + field.Name, StringComparison.Ordinal), field.Name);
    }

    [Fact]
    public void A_folder_stands_for_the_documents_in_it()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Combine("sub"));
        File.WriteAllText(folder.Combine("b.txt"), "二");
        File.WriteAllText(folder.Combine("sub", "a.txt"), "一");
        File.WriteAllText(folder.Combine("c.unknown"), "三");
        Assert.Equal(2, Tool.Expect("extract", folder.Path, "--json").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
