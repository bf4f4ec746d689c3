using PolicySearch.Documents.Figures;
using PolicySearch.Testing;

namespace PolicySearch.Documents.Tests.Figures;

public sealed class FigureTests
{
    [Theory]
    [InlineData("到2025年，家庭医生签约率达到75%以上。", "家庭医生签约率", Comparator.AtLeast, 75, "%", 2025, true)]
    [InlineData("截至2023年底，重点人群签约率为87.62%。", "重点人群签约率", Comparator.Equal, 87.62, "%", 2023, false)]
    [InlineData("力争2026年底前新建停车位3000个。", "新建停车位", Comparator.Equal, 3000, "个", 2026, true)]
    [InlineData("全年总医疗收入达11.27亿元。", "全年总医疗收入", Comparator.Equal, 1127000000, "元", null, false)]
    [InlineData("项目投资不超过1,200万元。", "项目投资", Comparator.AtMost, 12000000, "元", null, false)]
    [InlineData("2022年财政投入较上年增长18.91%。", "财政投入较上年", Comparator.Increase, 18.91, "%", 2022, false)]
    [InlineData("门诊统筹报销约6089万元。", "门诊统筹报销", Comparator.About, 60890000, "元", null, false)]
    [InlineData("全市设村卫生室 2674 个。", "全市设村卫生室", Comparator.Equal, 2674, "个", null, false)]
    [InlineData("在册老旧小区，共56个。", "在册老旧小区", Comparator.Equal, 56, "个", null, false)]
    public void A_number_with_a_measure_is_read(string sentence, string subject, Comparator comparator, double value, string unit, int? year, bool promised)
    {
        Figure figure = Assert.Single(FigureExtractor.Find(sentence));

        Assert.Equal((subject, comparator, (decimal)value, unit, year, promised), (figure.Subject, figure.Comparator, figure.Value, figure.Unit, figure.Year, figure.Promised));
        Assert.StartsWith(figure.Value.ToString()[..1], sentence[figure.Start..figure.End], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("覆盖率达到百分之九十五。", 95, "%")]
    [InlineData("市级承担三成，县级自筹。", 30, "%")]
    [InlineData("新修公路二十公里。", 20, "公里")]
    [InlineData("每户补助一千二百元。", 1200, "元")]
    [InlineData("惠及一万三千户。", 13000, "户")]
    [InlineData("产量增长两倍。", 2, "倍")]
    [InlineData("培训三十余人次。", 30, "人次")]
    public void Numbers_written_out_are_read(string sentence, double value, string unit)
    {
        Figure figure = Assert.Single(FigureExtractor.Find(sentence));
        Assert.Equal(((decimal)value, unit), (figure.Value, figure.Unit));
    }

    [Theory]
    [InlineData("一、加强领导")]
    [InlineData("（二）落实责任")]
    [InlineData("一是提高认识，二是一个一个解决")]
    [InlineData("第三十二条")]
    [InlineData("二〇二三年六月三十日")]
    [InlineData("八届人大三次会议")]
    [InlineData("千家万户、百年大计、四通八达")]
    public void Numerals_that_count_nothing_are_no_figures(string text) => Assert.Empty(FigureExtractor.Find(text));

    [Theory]
    [InlineData("今年计划新建公厕20座。", 2024, true)]
    [InlineData("明年力争达到90%。", 2025, true)]
    [InlineData("去年完成改造12个。", 2023, false)]
    [InlineData("年内完成改造12个。", 2024, true)]
    [InlineData("2022年投资12亿元，较上年增加。", 2022, false)]
    public void Years_are_counted_from_the_documents_own(string sentence, int year, bool promised)
    {
        Figure figure = Assert.Single(FigureExtractor.Find(sentence, documentYear: 2024));
        Assert.Equal((year, promised), (figure.Year, figure.Promised));
    }

    [Theory]
    [InlineData("2023年7月6日印发")]
    [InlineData("豫卫基层〔2020〕18号")]
    [InlineData("第59号建议收悉")]
    [InlineData("八届人大第3次会议")]
    [InlineData("联系电话0398-2812345")]
    [InlineData("1.加强领导")]
    [InlineData("A1类同意公开")]
    public void Dates_numbers_of_documents_and_ordinals_are_no_figures(string text) => Assert.Empty(FigureExtractor.Find(text));

    [Fact]
    public void A_range_keeps_both_ends()
    {
        Figure figure = Assert.Single(FigureExtractor.Find("签约覆盖率每年提升1-3个百分点。"));

        Assert.Equal((1m, 3m, "个百分点", Comparator.Increase), (figure.Value, figure.Upper, figure.Unit, figure.Comparator));
    }

    [Fact]
    public void Every_figure_of_a_list_is_read()
    {
        List<Figure> figures = FigureExtractor.Find("在岗11364人，副高以上职称59人、中级745人、初级3833人。");

        Assert.Equal([11364, 59, 745, 3833], figures.Select(f => f.Value));
        Assert.Equal("中级", figures[2].Subject);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_text_makes_it_throw_and_places_are_right(int seed)
    {
        const string Alphabet = "0123456789.,-—%％万亿千百个人元年月日到至已力争超过以上，。、 \n第号〔A二三十分之成";
        var random = new Random(seed);
        for (int round = 0; round < 300; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(200)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            foreach (Figure figure in FigureExtractor.Find(text))
            {
                Assert.InRange(figure.Start, figure.SentenceStart, figure.SentenceEnd);
                Assert.InRange(figure.End, figure.Start + 1, figure.SentenceEnd);
                Assert.True(char.IsAsciiDigit(text[figure.Start]) || "二三十百".Contains(text[figure.Start]));
            }
        }
    }

    [Fact]
    public void A_long_run_of_digits_costs_its_length() => Assert.Empty(FigureExtractor.Find(new string('7', 2_000_000)));

    [NeedsFact(Requirement.SharedData)]
    public void Known_commitments_and_facts_of_real_replies_are_found()
    {
        PolicyDocument reply = new DocumentReader().Read(RepositoryRoot.InShared("seeds", "001.txt"), "seeds/001.txt");

        Assert.Contains(reply.Figures, f => f is { Value: 73.80m, Unit: "%", Year: 2023, Promised: false } && f.Subject!.Contains("签约率", StringComparison.Ordinal));
        Assert.Contains(reply.Figures, f => f is { Value: 87.62m, Unit: "%", Promised: false });
        Assert.Contains(reply.Figures, f => f is { Value: 2674, Unit: "个" } && f.Subject!.Contains("村卫生室", StringComparison.Ordinal));
        Assert.DoesNotContain(reply.Figures, f => f.Value == 8206079);
    }
}
