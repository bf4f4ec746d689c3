using PolicySearch.Documents.Extraction;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Regions;
using PolicySearch.Documents.Topics;

namespace PolicySearch.Documents.Tests.Extraction;

/// <summary>Makes invented letters and reads them: a reply with every usual part, of which a test replaces the one that it is about.</summary>
internal sealed record Letter
{
    public const string BodyText = "　　近年来，我市持续加强社区养老服务，已建成服务站点120个。\n　　下一步，我局将继续完善设施，提高服务质量。";

    /// <summary>Lines above the title.</summary>
    public string Head { get; init; } = "清江市民政局文件\n\n清民函〔2022〕15号";

    public string Title { get; init; } = "对市八届人大一次会议第59号建议的答复";

    public string Addressee { get; init; } = "张某代表：";

    public string Opening { get; init; } = "　　您提出的《关于加强社区养老服务的建议》收悉，现答复如下：";

    public string Body { get; init; } = BodyText;

    /// <summary>Lines below the text.</summary>
    public string Foot { get; init; } = "清江市民政局\n2022年6月9日";

    /// <summary>The whole letter as one text.</summary>
    public string Text => string.Join('\n', new[] { Head, Title, Addressee, Opening, Body, Foot }.Where(part => part.Length > 0));

    public PolicyDocument Read() => Understand(Text);

    public static PolicyDocument Understand(string text) => Understand(SourceText.Split(text));

    public static PolicyDocument Understand(IReadOnlyList<SourceLine> lines) =>
        new DocumentExtractor(Gazetteer.Default, TopicClassifier.Default).Extract(new SourceText { Lines = lines, Encoding = "UTF-8" }, "0123456789abcdef", "test/letter.txt");
}
