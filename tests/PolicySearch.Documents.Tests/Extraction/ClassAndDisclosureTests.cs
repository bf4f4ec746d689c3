namespace PolicySearch.Documents.Tests.Extraction;

public sealed class ClassAndDisclosureTests
{
    [Theory]
    [InlineData("清民函〔2022〕15号\n办理结果:(C)", "C", "C")]
    [InlineData("清民函〔2022〕15号\n办理结果: A", "A", "A")]
    [InlineData("办理结果：B", "B", "B")]
    [InlineData("类别:C\n清民函〔2022〕15号", "C", "C")]
    [InlineData("(A)类\n清民函〔2022〕15号", "A", "A")]
    [InlineData("清民函〔2022〕15号 A1类 同意公开", "A1", "A")]
    [InlineData("清民函〔2022〕15号(B类)", "B", "B")]
    [InlineData("清民函〔2022〕15号B类", "B", "B")]
    [InlineData("清民函〔2022〕15号\nB\n公开", "B", "B")]
    [InlineData("清民函〔2022〕15号\n[办理结果标注(A1)]\n[是否同意公开(是)]", "A1", "A")]
    [InlineData("清民函〔2022〕15号\n甲类", "甲", "甲")]
    [InlineData("清民函〔2022〕15号\n办理结果：列入计划", "列入计划", "列入计划")]
    [InlineData("清民函〔2022〕15号　　　　　　Ｂ类", "B", "B")]
    public void The_class_is_read_from_head_lines(string head, string raw, string letter)
    {
        PolicyDocument document = new Letter { Head = "清江市民政局\n" + head }.Read();
        Assert.Equal(new Outcome(raw, letter), document.Outcome);
        Assert.StartsWith("line ", document.Provenance["outcome"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_that_prints_every_class_gives_none()
    {
        PolicyDocument document = new Letter { Foot = "清江市民政局\n2022年6月9日\n\n清江市人大代表建议办理单\n办理落实情况 A类( ) B类( ) C类( )" }.Read();
        Assert.Null(document.Outcome);
        Assert.Contains(document.Paragraphs, paragraph => paragraph.Kind == ParagraphKind.Form);
    }

    [Fact]
    public void A_head_line_that_lists_every_class_gives_a_warning_instead()
    {
        PolicyDocument document = new Letter { Head = "清民函〔2022〕15号\n办理结果：A□ B□ C□" }.Read();
        Assert.Null(document.Outcome);
        Assert.Contains(document.Warnings, warning => warning.Contains("outcome", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("清民函〔2022〕15号 A类 同意公开", "同意公开")]
    [InlineData("清民函〔2022〕15号\n是否同意公开:是", "同意公开")]
    [InlineData("清民函〔2022〕15号\n是否同意公开：否", "不同意公开")]
    [InlineData("清民函〔2022〕15号\n[办理结果标注(A1)]\n[是否同意公开(是)]", "同意公开")]
    [InlineData("A\n公开\n清民函〔2022〕15号", "公开")]
    [InlineData("同意公开\n清民函〔2022〕15号", "同意公开")]
    [InlineData("同意对外公开\n清民函〔2022〕15号", "同意对外公开")]
    [InlineData("清民函〔2022〕15号\n公开方式：依申请公开", "依申请公开")]
    [InlineData("清民函〔2022〕15号\n不予公开", "不予公开")]
    public void Disclosure_is_read_from_head_lines(string head, string expected) =>
        Assert.Equal(expected, new Letter { Head = head }.Read().Disclosure);

    [Theory]
    [InlineData("注:“主动公开”", "主动公开")]
    [InlineData("（此件公开发布）", "此件公开发布")]
    [InlineData("(此件依申请公开)", "此件依申请公开")]
    [InlineData("（信息公开形式：主动公开）", "主动公开")]
    public void Disclosure_is_read_from_foot_lines(string line, string expected) =>
        Assert.Equal(expected, new Letter { Foot = "清江市民政局\n2022年6月9日\n" + line }.Read().Disclosure);

    [Fact]
    public void A_letter_that_says_nothing_of_disclosure_has_none() => Assert.Null(new Letter().Read().Disclosure);
}
