namespace PolicySearch.Documents.Tests.Extraction;

public sealed class FootTests
{
    [Theory]
    [InlineData("2022年6月9日", 2022, 6, 9)]
    [InlineData("2022 年 6 月 9 日", 2022, 6, 9)]
    [InlineData("２０２２年６月９日", 2022, 6, 9)]
    [InlineData("二〇一七年六月二十九日", 2017, 6, 29)]
    [InlineData("二○一七年六月二十九日", 2017, 6, 29)]
    [InlineData("二零一七年六月二十九日", 2017, 6, 29)]
    [InlineData("二0一七年十二月三十一日", 2017, 12, 31)]
    [InlineData("二O一七年十月十日", 2017, 10, 10)]
    [InlineData("2022-06-09", 2022, 6, 9)]
    [InlineData("2017821", 2017, 8, 21)]
    [InlineData("202394", 2023, 9, 4)]
    [InlineData("2021830", 2021, 8, 30)]
    public void The_date_is_read_in_every_form(string date, int year, int month, int day)
    {
        PolicyDocument document = new Letter { Foot = "清江市民政局\n" + date }.Read();
        Assert.Equal(new DateOnly(year, month, day), document.IssueDate);
        Assert.Equal(year, document.Year);
        Assert.Equal("清江市民政局", document.Issuer);
    }

    [Fact]
    public void A_date_without_marks_that_reads_two_ways_gives_the_year_and_a_warning()
    {
        PolicyDocument document = new Letter { Foot = "清江市民政局\n2021112" }.Read();
        Assert.Null(document.IssueDate);
        Assert.Equal(2021, document.Year);
        Assert.Contains(document.Warnings, warning => warning.Contains("two ways", StringComparison.Ordinal));
    }

    [Fact]
    public void A_date_without_a_day_gives_the_year_and_a_warning()
    {
        PolicyDocument document = new Letter { Head = "", Foot = "清江市民政局\n2021年6月" }.Read();
        Assert.Null(document.IssueDate);
        Assert.Equal(2021, document.Year);
        Assert.Equal("清江市民政局", document.Issuer);
        Assert.NotEmpty(document.Warnings);
    }

    [Fact]
    public void A_date_without_an_office_above_it_is_the_issue_date() =>
        Assert.Equal(new DateOnly(2022, 6, 9), new Letter { Foot = "2022年6月9日" }.Read().IssueDate);

    [Fact]
    public void The_signatures_date_wins_over_the_printing_date() =>
        Assert.Equal(new DateOnly(2022, 6, 9), new Letter { Foot = "2022年6月9日\n抄送：市人大代表工委。\n清江市民政局办公室 2022年6月10日印发" }.Read().IssueDate);

    [Fact]
    public void A_printing_date_alone_is_taken_with_a_warning()
    {
        PolicyDocument document = new Letter { Foot = "清江市民政局办公室　　　2022年6月10日印发" }.Read();
        Assert.Equal(new DateOnly(2022, 6, 10), document.IssueDate);
        Assert.Contains(document.Warnings, warning => warning.Contains("printing date", StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_without_any_date_takes_its_year_from_the_number()
    {
        PolicyDocument document = new Letter { Foot = "联系人：李某  联系电话：0000-1234567" }.Read();
        Assert.Null(document.IssueDate);
        Assert.Equal(2022, document.Year);
    }

    [Theory]
    [InlineData("联系人：李某 联系电话：0730-1234567", null, "李某", "0730-1234567")]
    [InlineData("联系人及电话：李某 1234567", null, "李某", "1234567")]
    [InlineData("（联系人：李某，联系电话：1234567）", null, "李某", "1234567")]
    [InlineData("(联系人姓名及电话: 李某某 1234567)", null, "李某某", "1234567")]
    [InlineData("联系单位及电话：市民政局 1234567\n联系人：李某", "市民政局", "李某", "1234567")]
    [InlineData("承 办 人：李 某\n联系电话：0730—1234567", null, "李某", "0730-1234567")]
    [InlineData("联系电话：1234567\n联系人：李某", null, "李某", "1234567")]
    [InlineData("联系人：李某　电话：0730－1234567", null, "李某", "0730-1234567")]
    [InlineData("联系人：李某 13800000000", null, "李某", "13800000000")]
    [InlineData("联系单位：市民政局养老科\n联系电话：1234567", "市民政局养老科", null, "1234567")]
    public void A_contact_is_read_in_every_form(string foot, string? unit, string? person, string? phone) =>
        Assert.Equal([new Contact(unit, person, phone)], new Letter { Foot = "清江市民政局\n2022年6月9日\n" + foot }.Read().Contacts);

    [Fact]
    public void A_responsible_person_and_a_handling_person_are_two_contacts() =>
        Assert.Equal([new Contact(null, "吴某", null), new Contact(null, "高某", "0730-1234567")], new Letter { Foot = "承办负责人：吴某\n承办人及联系电话：高某 0730-1234567" }.Read().Contacts);

    [Fact]
    public void Contacts_above_the_signature_are_found_too() =>
        Assert.Equal([new Contact("养老服务处", "赵某某", "010-12345678"), new Contact("养老服务处", "朱某", "010-12345678")],
            new Letter { Foot = "联系人：养老服务处  赵某某、朱某\n电　话：010-12345678\n清江市民政局\n2022年6月9日" }.Read().Contacts);

    [Theory]
    [InlineData("抄送：市人大选工委，市政府办公室，江北县人大、人民政府。", "市人大选工委 市政府办公室 江北县人大、人民政府")]
    [InlineData("抄送:市政协提案委（3 份），市政府督查室（1份）。", "市政协提案委 市政府督查室")]
    [InlineData("抄报：市政府办公室\n抄送：市政协提案委", "市政府办公室 市政协提案委")]
    [InlineData("抄送：市人大选工委，市政府办公\n室，江北县人民政府。", "市人大选工委 市政府办公室 江北县人民政府")]
    public void Copied_to_is_split_into_bodies(string foot, string expected) =>
        Assert.Equal(expected, string.Join(' ', new Letter { Foot = "清江市民政局\n2022年6月9日\n" + foot + "\n清江市民政局办公室 2022年6月10日印发" }.Read().CopiedTo));

    [Theory]
    [InlineData("清民函〔2022〕15号　　　签发人：王某某", "王某某")]
    [InlineData("清民函〔2022〕15号\n签发人 : 王 某", "王某")]
    [InlineData("签发人：王某\n清民函〔2022〕15号", "王某")]
    public void The_signatory_is_read_from_the_head(string head, string expected) =>
        Assert.Equal(expected, new Letter { Head = head }.Read().Signatory);

    [Theory]
    [InlineData("领导签发：王某", "王某")]
    [InlineData("领导签批：王某", "王某")]
    [InlineData("此复函已经王某局长审签。", "王某")]
    [InlineData("此件已经我局王某局长审定", "王某")]
    public void The_signatory_is_read_from_the_foot(string line, string expected) =>
        Assert.Equal(expected, new Letter { Foot = line + "\n清江市民政局\n2022年6月9日" }.Read().Signatory);

    [Fact]
    public void An_empty_field_gives_nobody() => Assert.Null(new Letter { Head = "清民函〔2022〕15号\n签发人：", Foot = "单位负责人：\n清江市民政局\n2022年6月9日" }.Read().Signatory);
}
