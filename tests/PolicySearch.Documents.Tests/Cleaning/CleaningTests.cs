using System.Text;
using PolicySearch.Documents.Cleaning;
using PolicySearch.Documents.Reading;
using PolicySearch.Documents.Tests.Extraction;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Cleaning;

public sealed class CleaningTests
{
    [Theory]
    [InlineData("⽅⽂⼀", "方文一")]
    [InlineData("⻔⻋⻅", "门车见")]
    [InlineData("豈更車", "豈更車")]
    [InlineData("ＡＢｃ１２３％", "ABc123%")]
    [InlineData("﹝2020﹞", "〔2020〕")]
    [InlineData("一\u200B二\u00AD三\uFEFF", "一二三")]
    [InlineData("一\u00A0二\u3000三\t四", "一 二 三 四")]
    [InlineData("（一）“二”，三。", "（一）“二”，三。")]
    public void What_a_reader_cannot_tell_apart_is_folded(string text, string expected) => Assert.Equal(expected, CharacterFolding.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        string all = string.Concat(Enumerable.Range(0, 0xD800).Select(c => (char)c));
        string once = CharacterFolding.Fold(all);
        Assert.Equal(once, CharacterFolding.Fold(once));
    }

    public static TheoryData<int> Seeds() => [.. RunLength.Seeds(20)];

    // Both look at many characters at a time.
    [Theory, MemberData(nameof(Seeds))]
    public void Folding_and_width_of_a_text_are_those_of_its_characters(int seed)
    {
        var random = new Random(seed);
        const string Usual = "关于印发《某某办法》的通知，。、：；（一）“二”—…0123 abc", Odd = "１２％　\t⽅豈\u200B\u00A0︵〇𠮷\uFFFD\u2E7F\u2E80";
        for (int round = 0; round < 100; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => random.Next(12) == 0 ? Odd[random.Next(Odd.Length)] : Usual[random.Next(Usual.Length)]));
            Assert.Equal(string.Concat(text.Select(c => CharacterFolding.Fold(c.ToString()))), CharacterFolding.Fold(text));
            int columns = text.Sum(c => c < 0x2E80 && !"“”—…".Contains(c, StringComparison.Ordinal) ? 1 : 2);
            Assert.Equal((columns + 1) / 2, Unwrapper.Width(text));
        }
    }

    [Fact]
    public void Ordinary_Hanzi_and_Chinese_marks_stay_as_they_are()
    {
        string hanzi = string.Concat(Enumerable.Range(0x4E00, 0x9FFF - 0x4E00).Select(c => (char)c)) + "，。；：？！、“”‘’《》〈〉（）【】〔〕…—·￥";
        Assert.Equal(hanzi, CharacterFolding.Fold(hanzi));
    }

    [Theory]
    [InlineData("我市基层医疗机构 1429 个", "我市基层医疗机构1429个")]
    [InlineData("配备 DR 等设备 297 台", "配备 DR 等设备297台")]
    [InlineData("优 质 医疗", "优质医疗")]
    [InlineData("open source software", "open source software")]
    public void Blanks_in_running_text_vanish_beside_Hanzi(string text, string expected) => Assert.Equal(expected, Hanzi.JoinRunningText(text));

    [Theory]
    [InlineData("组 长：张某 局长", "组长：张某 局长")]
    [InlineData("总    则", "总则")]
    [InlineData("目 录", "目录")]
    [InlineData("商务部流通司  王某某 沈某某", "商务部流通司 王某某 沈某某")]
    public void Blanks_that_part_words_stay_in_short_lines(string text, string expected) => Assert.Equal(expected, Hanzi.JoinSpacedWords(text));

    [Theory]
    [InlineData("— 2 —", true)]
    [InlineData("-12-", true)]
    [InlineData("－ 3 －", true)]
    [InlineData("第 3 页 共 8 页", true)]
    [InlineData("第3页", true)]
    [InlineData("2020", false)]
    [InlineData("-5", false)]
    [InlineData("第三条", false)]
    public void Page_numbers_are_told_from_text(string line, bool expected) => Assert.Equal(expected, PageFurniture.IsPageNumber(CharacterFolding.Fold(line)));

    [Fact]
    public void A_paragraph_cut_by_a_page_end_is_one_again() =>
        Assert.Contains("全市有基层医疗卫生机构1429个，覆盖城乡。", Body("　　到年底，全市有基层医疗卫\n\n— 2 —\n\n生机构 1429 个，覆盖城乡。"), StringComparison.Ordinal);

    [Fact]
    public void A_blank_line_after_every_line_does_not_cut_paragraphs()
    {
        string body = Body("　　近年来，我市持续加强社区养老服务，已建成服务\n\n站点120个，服务覆盖全部街道，方便了老年人就\n\n近养老，群众满意度不断提高。\n\n　　下一步，我局将继续完善设施，配齐工作人员，\n\n提高服务质量。\n\n　　我局还将加强部门配合，共同做好养老服务工作，\n\n让老年人得到更多实惠。");
        Assert.Contains("已建成服务站点120个", body, StringComparison.Ordinal);
        Assert.Contains("就近养老", body, StringComparison.Ordinal);
        Assert.Contains("提高。\n下一步", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Running_heads_at_page_edges_are_left_out()
    {
        string page = "清江市民政局工作简报\n这一页讲社区养老服务的建设情况，内容较多。\n";
        PolicyDocument document = Letter.Understand(string.Join('\f', Enumerable.Range(1, 4).Select(i => page + $"第{i}部分的正文到此结束。\n{i}")));
        Assert.Equal(1, Count(document.Body, "清江市民政局工作简报"));
        Assert.DoesNotContain("\n3\n", document.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_below_a_page_number_is_a_row()
    {
        PolicyDocument document = new Letter { Body = "　　各区站点数量如下。\n江北区  站点  12个\n— 2 —\n江南区  站点  15个\n　　下一步将继续建设。" }.Read();
        Assert.Equal(["江北区\t站点\t12个", "江南区\t站点\t15个"], document.Paragraphs.Where(p => p.Kind == ParagraphKind.Table).Select(p => document.Body[p.Start..p.End]));
    }

    [Fact]
    public void Headings_have_levels_and_attachments_are_marked()
    {
        PolicyDocument document = new Letter
        {
            Body = "一、主要做法\n（一）加强建设\n　　我局新建站点120个，覆盖全部街道。\n1．服务项目\n　　站点提供助餐服务，方便老年人就餐。",
            Foot = "附件：服务站点名单\n清江市民政局\n2022年6月9日\n附件\n服务站点名单\n第一站点位于江北街道，面积三百平方米。",
        }.Read();
        Assert.Equal([1, 2, 3], document.Paragraphs.Where(p => p.Kind == ParagraphKind.Heading).Select(p => p.Level));
        Assert.Contains(document.Paragraphs, p => p.Kind == ParagraphKind.Attachment && document.Body[p.Start..p.End].StartsWith("第一站点", StringComparison.Ordinal));
        Assert.Contains(document.Paragraphs, p => p.Kind == ParagraphKind.Signature);
    }

    [Fact]
    public void Every_paragraph_knows_the_line_on_which_it_begins()
    {
        var letter = new Letter();
        string[] lines = letter.Text.Split('\n');
        PolicyDocument document = letter.Read();
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            string first = Hanzi.WithoutBlanks(CharacterFolding.Fold(lines[paragraph.SourceLine - 1]));
            Assert.StartsWith(first[..Math.Min(6, first.Length)], Hanzi.WithoutBlanks(document.Body[paragraph.Start..paragraph.End]), StringComparison.Ordinal);
        }
    }

    public static TheoryData<string> RealDocuments => new(RealFiles().Select(file => Path.GetFileName(Path.GetDirectoryName(file)) + "/" + Path.GetFileName(file)));

    [NeedsTheory(Requirement.SharedData), MemberData(nameof(RealDocuments))]
    public void Cleaning_loses_no_character_and_cleaning_again_changes_nothing(string name)
    {
        string text = TextDecoder.Decode(name, File.ReadAllBytes(RealFiles().Single(file => file.EndsWith(name, StringComparison.Ordinal)))).Text;
        string body = Letter.Understand(text).Body;
        Assert.Equal(Visible(text), Visible(body));
        Assert.Equal(body, Letter.Understand(body).Body);
    }

    private static IEnumerable<string> RealFiles() => !Directory.Exists(RepositoryRoot.InShared("seeds")) ? []
        : Directory.EnumerateFiles(RepositoryRoot.InShared("seeds"), "*.txt").Concat(Directory.EnumerateFiles(RepositoryRoot.InShared("data", "labelled"), "00*.txt")).Concat(Directory.EnumerateFiles(RepositoryRoot.InShared("data", "labelled"), "07*.txt"));

    // All that a reader sees: no blanks, no Markdown marks at line starts, no emphasis, no entities.
    private static string Visible(string text)
    {
        var visible = new StringBuilder();
        foreach (SourceLine line in SourceText.Split(text))
        {
            string bare = CharacterFolding.Fold(line.Text).Replace("**", "", StringComparison.Ordinal).Replace("&nbsp;", "", StringComparison.Ordinal).Trim().TrimStart('#', '>').Trim();
            bare = bare.StartsWith("- ", StringComparison.Ordinal) ? bare[2..] : bare;
            if (!PageFurniture.IsPageNumber(bare))
                visible.Append(bare.Replace(" ", "", StringComparison.Ordinal));
        }
        return visible.ToString();
    }

    private static string Body(string text) => new Letter { Body = text }.Read().Body;

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}
