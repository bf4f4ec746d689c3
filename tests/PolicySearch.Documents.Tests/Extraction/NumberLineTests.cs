namespace PolicySearch.Documents.Tests.Extraction;

public sealed class NumberLineTests
{
    [Theory]
    [InlineData("清民函〔2022〕15号", "清民函〔2022〕15号")]
    [InlineData("清民函[2022]15号", "清民函〔2022〕15号")]
    [InlineData("清民函【2022】15号", "清民函〔2022〕15号")]
    [InlineData("清民函（2022）15号", "清民函〔2022〕15号")]
    [InlineData("清民函(2022)15号", "清民函〔2022〕15号")]
    [InlineData("清民函﹝2022﹞15号", "清民函〔2022〕15号")]
    [InlineData("清民函［2022］第15号", "清民函〔2022〕15号")]
    [InlineData("清 民 函〔 20 22 〕 15 号", "清民函〔2022〕15号")]
    [InlineData("清民函〔２０２２〕１５号", "清民函〔2022〕15号")]
    [InlineData("清民函〔2022〕15号(B类)", "清民函〔2022〕15号")]
    [InlineData("清民函〔2022〕15号B类", "清民函〔2022〕15号")]
    [InlineData("清民函〔2022〕15号          A类 同意公开", "清民函〔2022〕15号")]
    [InlineData("清民函[2022]闭08号", "清民函〔2022〕闭08号")]
    [InlineData("建议字:〔2022〕15号", "建议字〔2022〕15号")]
    [InlineData("清民函〔2022〕15号          签发人：王某", "清民函〔2022〕15号")]
    [InlineData("发文字号：清民函〔2022〕15号", "清民函〔2022〕15号")]
    [InlineData("〔2022〕第15号", "〔2022〕15号")]
    [InlineData("清江市民政局文件 清民函〔2022〕15号", "清民函〔2022〕15号")]
    [InlineData("索引号：113300/2022-00123  发文字号：清民函〔2022〕15号  发布日期：2022-06-11", "清民函〔2022〕15号")]
    public void The_own_number_is_read_in_every_bracket_and_spacing(string line, string expected)
    {
        PolicyDocument document = new Letter { Head = "清江市民政局\n\n" + line }.Read();
        Assert.Equal(expected, document.DocumentNumber);
        Assert.Equal(2022, document.Year);
        Assert.Contains("docNumber", document.Provenance.Keys);
    }

    [Theory]
    [InlineData("关于做好养老服务工作的通知\n（清民发〔2022〕15号）")]
    [InlineData("关于做好养老服务工作的通知（清民发〔2022〕15号）")]
    [InlineData("关于做好养老服务工作的通知(清民发(2022)15号)")]
    [InlineData("关于做好养老服务工作的通知　清民发〔2022〕15号")]
    public void A_number_behind_or_below_the_title_is_no_part_of_it(string title)
    {
        PolicyDocument document = new Letter { Head = "", Title = title, Addressee = "各科室：", Opening = "　　现就有关事项通知如下。" }.Read();
        Assert.Equal("清民发〔2022〕15号", document.DocumentNumber);
        Assert.Equal("关于做好养老服务工作的通知", document.Title);
    }

    [Fact]
    public void A_number_inside_the_title_is_the_proposals_and_not_the_documents()
    {
        PolicyDocument document = new Letter { Head = "清江市民政局", Title = "关于加强社区养老服务建议的答复（编号：B〔2022〕123号）" }.Read();
        Assert.Null(document.DocumentNumber);
        Assert.Equal(123, document.Session?.Number);
    }

    [Fact]
    public void A_number_that_the_text_cites_is_not_the_documents_own()
    {
        PolicyDocument document = new Letter { Head = "", Body = "　　根据《关于推进养老服务发展的意见》（国办发〔2019〕5号）要求，我局开展了工作。" }.Read();
        Assert.Null(document.DocumentNumber);
        Assert.Equal([new Citation("关于推进养老服务发展的意见", "国办发〔2019〕5号")], document.Citations);
    }

    [Theory]
    [InlineData("中华人民共和国国务院令\n第999号", "国令第999号")]
    [InlineData("清江省人民政府令\n第225号", "清江省人民政府令第225号")]
    [InlineData("清江省人民政府令第225号", "清江省人民政府令第225号")]
    public void An_orders_number_is_put_together_from_its_head(string head, string expected)
    {
        PolicyDocument document = Letter.Understand(head + "\n\n《清江省养老服务条例》已经省政府常务会议通过，现予公布，自2023年1月1日起施行。\n省长　王某\n2022年12月1日\n\n清江省养老服务条例\n\n第一条　为了规范养老服务，制定本条例。");
        Assert.Equal(expected, document.DocumentNumber);
        Assert.Equal("命令（令）", document.Kind);
        Assert.Equal("清江省养老服务条例", document.Title);
        Assert.Equal(new DateOnly(2022, 12, 1), document.IssueDate);
    }
}
