using System.Globalization;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Service;

/// <summary>Replies written for the tests of citations, tables and exports, as files in a folder of their own.</summary>
internal sealed class PolicyCorpus : IDisposable
{
    public const string Policy = "国务院办公厅关于推进养老服务发展的意见", Number = "国办发〔2019〕5号", Slip = "国办发〔2019〕50号";

    private static readonly string[] Cities = ["三门峡市", "岳阳市", "四平市"];

    private readonly TemporaryFolder folder = new();

    /// <summary>Writes 24 replies: 20 cite the policy in three spellings in turn, one with a wrong number; four cite nothing.</summary>
    public PolicyCorpus()
    {
        for (int i = 0; i < 24; i++)
            File.WriteAllText(folder.Combine(string.Create(CultureInfo.InvariantCulture, $"{i:00}.txt")), Reply(i));
    }

    /// <summary>The folder.</summary>
    public string Path => folder.Path;

    public void Dispose() => folder.Dispose();

    private static string Reply(int i)
    {
        string city = Cities[i % 3];
        string cited = i switch
        {
            >= 20 => "有关规定",
            19 => $"《{Policy}》（{Slip}）",
            _ => (i % 3) switch { 0 => $"《{Policy}》（{Number}）", 1 => "《关于推进养老服务发展的意见》", _ => Number },
        };
        int year = 2020 + i % 4;
        return string.Create(CultureInfo.InvariantCulture, $"""
            {city}民政局
            {city[0]}民函〔{year}〕{i + 1}号

            关于市十届人大{i % 4 + 1}次会议第{i + 1}号建议的答复

            张某代表：
            您提出的“关于加强养老服务的建议”收悉，现答复如下：
            一、工作情况。我市认真贯彻落实{cited}，推进养老服务发展。截至{year}年底，全市建成养老机构{i + 30}家，养老床位达到{(i + 1) * 100}张。
            二、下一步打算。到{year + 2}年，护理型床位占比达到{50 + i}%以上，=CMD不作公式。
            感谢您对我市养老服务工作的关心和支持。

            {city}民政局
            {year}年{i % 12 + 1}月{i + 1}日
            """);
    }
}
