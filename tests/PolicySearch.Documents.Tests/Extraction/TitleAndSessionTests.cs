namespace PolicySearch.Documents.Tests.Extraction;

public sealed class TitleAndSessionTests
{
    [Theory]
    [InlineData("对市八届人大一次会议第059号建议的答复", "人大", "市", 8, 1, 59, "059")]
    [InlineData("对清江市政协九届三次会议第167号提案的回复", "政协", "清江市", 9, 3, 167, "167")]
    [InlineData("对清江市政协九届四次会议第13号委员提案的答复", "政协", "清江市", 9, 4, 13, "13")]
    [InlineData("关于市十五届人大一次会议第7号建议的复函", "人大", "市", 15, 1, 7, "7")]
    [InlineData("关于对第九届人民代表大会第三次会议第12号建议的答复", "人大", null, 9, 3, 12, "12")]
    [InlineData("对区人大五届五次会议第90号建议的答复", "人大", "区", 5, 5, 90, "90")]
    [InlineData("对政协十届三次会议第21号提案的答复", "政协", null, 10, 3, 21, "21")]
    [InlineData("对政协清江市七届四次会议第26号提案的答复", "政协", "清江市", 7, 4, 26, "26")]
    [InlineData("关于对中国人民政治协商会议清江县九届委员会第三次会议第8号提案的答复", "政协", "清江县", 9, 3, 8, "8")]
    [InlineData("关于市政协第十三届二次会议第20180012号提案的答复", "政协", "市", 13, 2, 20180012, "20180012")]
    [InlineData("清江市民政局关于十三届全国人大一次会议第 6750 号建议的答复函", "人大", "全国", 13, 1, 6750, "6750")]
    [InlineData("对市政协四届四次会议 第DH0271号提案的答复", "政协", "市", 4, 4, null, "DH0271")]
    [InlineData("关于对市八届人大一次会议59号建议的答复", "人大", "市", 8, 1, 59, "59")]
    [InlineData("关于市十六届人大六次会议第248号建议、批评和意见的答复", "人大", "市", 16, 6, 248, "248")]
    [InlineData("关于县十七届人大二次会议第5号议案的答复", "人大", "县", 17, 2, 5, "5")]
    [InlineData("关于县十七届人大二次会议第5号议事原案的答复", "人大", "县", 17, 2, 5, "5")]
    [InlineData("对“市政协四届四次会议”第33号提案的答复", "政协", "市", 4, 4, 33, "33")]
    [InlineData("关于清江市第十五届人民代表大会第二次会议第18号代表建议的答复", "人大", "清江市", 15, 2, 18, "18")]
    [InlineData("关于答复市八届人大三次会议第44号代表建议的函", "人大", "市", 8, 3, 44, "44")]
    [InlineData("清江市民政局关于市政协十三届五次会议提案（第45号）的办理意见", "政协", "市", 13, 5, 45, "45")]
    [InlineData("关于全国政协十三届三次会议第1234号（医疗体育类123号）提案的答复", "政协", "全国", 13, 3, 1234, "1234")]
    public void The_session_is_read_in_every_spelling(string title, string assembly, string? place, int term, int meeting, int? number, string rawNumber)
    {
        PolicyDocument document = new Letter { Title = title, Addressee = assembly == "人大" ? "张某代表：" : "张某委员：" }.Read();
        Assert.Equal(new Session(assembly, place, term, meeting, number, rawNumber), document.Session);
        Assert.Equal(title.Replace(" ", "", StringComparison.Ordinal), document.Title);
        Assert.Equal(assembly == "人大" ? "建议答复" : "提案答复", document.Kind);
    }

    [Theory]
    [InlineData("关于市八届人大一次会议第59号建议办理情况的报告", "张某代表：", "建议答复")]
    [InlineData("关于2022年建议提案办理情况的报告", "市人大常委会：", "报告")]
    [InlineData("关于对2023年市政协第45号提案的答复", "张某委员：", "提案答复")]
    [InlineData("关于对提案第45号的答复意见", "张某委员：", "提案答复")]
    [InlineData("关于加强社区养老服务建议的答复", "张某代表：", "建议答复")]
    [InlineData("关于加强社区养老服务建议的答复", "张某委员：", "提案答复")]
    [InlineData("对市政协九届三次会议第167号提案的协办意见", "市民政局：", "会办意见")]
    public void Replies_are_told_from_reports(string title, string addressee, string expected) =>
        Assert.Equal(expected, new Letter { Title = title, Addressee = addressee, Opening = "　　现将有关情况答复如下。" }.Read().Kind);

    [Theory]
    [InlineData("对市八届人大一次会议\n第059号建议的答复")]
    [InlineData("对市八届人大一次会议第059号建议的 答 复")]
    [InlineData("对市八届人大一次会议第059号建议的答     复")]
    [InlineData("# 对市八届人大一次会议第059号建议的答复")]
    [InlineData("**对市八届人大一次会议第059号建议的答复**")]
    [InlineData("对市八届人大一次会议\n\n第 059 号建议的答复")]
    public void A_title_may_be_split_spaced_or_marked(string title) =>
        Assert.Equal("对市八届人大一次会议第059号建议的答复", new Letter { Title = title }.Read().Title);

    [Theory]
    [InlineData("关于市八届人大一次会议第59号“关于加强社区养老服务的建议”的答复", "关于加强社区养老服务的建议")]
    [InlineData("关于市八届人大一次会议第59号建议：第59号--加强社区养老服务的答复", "加强社区养老服务")]
    [InlineData("对市八届人大一次会议第59号建议的答复（关于加强社区养老服务的建议）", "关于加强社区养老服务的建议")]
    [InlineData("关于加强社区养老服务建议的答复", "加强社区养老服务建议")]
    public void The_subject_is_read_from_the_title_when_the_opening_does_not_name_it(string title, string expected) =>
        Assert.Equal(expected, new Letter { Title = title, Opening = "　　您的建议收悉，现答复如下：" }.Read().Subject);

    [Theory]
    [InlineData("您提出的《关于加强社区养老服务的建议》收悉，现答复如下：", "关于加强社区养老服务的建议")]
    [InlineData("您提出的“关于加强社区养老服务的建议”收悉。现答复如下：", "关于加强社区养老服务的建议")]
    [InlineData("您提出的关于“加强社区养老服务”的建议收悉。现答复如下：", "加强社区养老服务")]
    [InlineData("您提出的关于“关于加强社区养老服务的建议”的建议收悉。", "关于加强社区养老服务的建议")]
    [InlineData("您提出的《关于加强社区养老服务的建议》（第59号）收悉，已交我们研究办理。", "关于加强社区养老服务的建议")]
    [InlineData("您提出的关于加强社区养老服务的建议》已转至我单位，现答复如下：", "关于加强社区养老服务的建议")]
    [InlineData("您提出的《关于加强社区养老服务的建议》悉，现答复如下：", "关于加强社区养老服务的建议")]
    [InlineData("您好！首先感谢您的支持。您提出的第059号“关于加强社区养老服务的建议”的建议我局已收到，现答复如下：", "关于加强社区养老服务的建议")]
    [InlineData("您提出的关于加强社区养老服务的建议收悉，现答复如下：", "关于加强社区养老服务的建议")]
    [InlineData("您在市八届人大一次会议上提出的《关于落实〈养老服务条例〉的建议》收悉。", "关于落实〈养老服务条例〉的建议")]
    [InlineData("您提出的《关于加强社区养老\n服务的建议》收 悉，现答复如下：", "关于加强社区养老服务的建议")]
    public void The_subject_is_read_from_the_opening(string opening, string expected) =>
        Assert.Equal(expected, new Letter { Opening = opening }.Read().Subject);

    [Theory]
    [InlineData("关于对市政协九届三次会议第167号提案的会办意见", "市民政局：", "会办意见")]
    [InlineData("关于印发《清江市养老服务规划》的通知", "各县（市、区）民政局：", "通知")]
    [InlineData("关于加快发展养老服务的实施意见", "各县（市、区）民政局：", "意见")]
    [InlineData("关于做好人大代表建议和政协提案办理工作的通知", "各科室：", "通知")]
    [InlineData("清江市人民政府关于同意设立养老示范区的批复", "江北县人民政府：", "批复")]
    [InlineData("清江市人民政府办公室关于商请支持有关工作的函", "江北县人民政府：", "函")]
    [InlineData("清江市养老服务专项资金管理办法", "", "其他")]
    public void The_kind_is_told_by_title_and_addressee(string title, string addressee, string expected) =>
        Assert.Equal(expected, new Letter { Title = title, Addressee = addressee, Opening = "　　现将有关事项通知如下。" }.Read().Kind);

    [Fact]
    public void A_member_addressed_as_deputy_stays_a_member()
    {
        PolicyDocument document = new Letter { Title = "对市政协九届三次会议第167号提案的答复", Addressee = "张某代表：" }.Read();
        Assert.Equal("提案答复", document.Kind);
        Assert.Equal("委员", document.ProposerKind);
    }

    [Fact]
    public void The_titles_number_wins_over_the_texts()
    {
        PolicyDocument document = new Letter { Title = "对市八届人大一次会议第009号建议的答复", Opening = "　　您在清江市八届人大一次会议上提出的第2019009号《关于加强社区养老服务的建议》收悉。" }.Read();
        Assert.Equal(new Session("人大", "清江市", 8, 1, 9, "009"), document.Session);
    }
}
