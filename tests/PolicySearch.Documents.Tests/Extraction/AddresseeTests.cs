namespace PolicySearch.Documents.Tests.Extraction;

public sealed class AddresseeTests
{
    [Theory]
    [InlineData("张某代表:", "代表", "张某")]
    [InlineData("尊敬的张某代表：", "代表", "张某")]
    [InlineData("尊敬张某代表：", "代表", "张某")]
    [InlineData("张某、李某某、王某代表：", "代表", "张某 李某某 王某")]
    [InlineData("张某、李某、王某、赵某、钱某、孙某、周某、吴某、郑某、冯某、陈某、褚某、卫某代表：", "代表", "张某 李某 王某 赵某 钱某 孙某 周某 吴某 郑某 冯某 陈某 褚某 卫某")]
    [InlineData("张某等代表：", "代表", "张某")]
    [InlineData("张某等10名代表：", "代表", "张某")]
    [InlineData("张某（等10位）代表：", "代表", "张某")]
    [InlineData("张某代表团：", "代表团", "张某代表团")]
    [InlineData("江北镇代表团：", "代表团", "江北镇代表团")]
    [InlineData("张 某、李某某代表：", "代表", "张某 李某某")]
    [InlineData("张某某 李某某代表：", "代表", "张某某 李某某")]
    public void Deputies_are_read_in_every_form(string line, string kind, string expected) => Check(new Letter { Addressee = line }, kind, expected);

    [Theory]
    [InlineData("张某委员：", "委员", "张某")]
    [InlineData("张某 委员：", "委员", "张某")]
    [InlineData("张某（委员）：", "委员", "张某")]
    [InlineData("张某等4位委员：", "委员", "张某")]
    [InlineData("尊敬的张某等委员:", "委员", "张某")]
    [InlineData("张某委员、李某委员：", "委员", "张某 李某")]
    [InlineData("致公党清江市委：", "党派", "致公党清江市委")]
    [InlineData("致公党清江市委员会", "党派", "致公党清江市委员会")]
    [InlineData("民盟清江市委：", "党派", "民盟清江市委")]
    [InlineData("市工商联：", "人民团体", "市工商联")]
    [InlineData("市政协社会法制委员会：", "专门委员会", "市政协社会法制委员会")]
    public void Members_and_bodies_are_read_in_every_form(string line, string kind, string expected) =>
        Check(new Letter { Addressee = line, Title = "对市政协九届三次会议第167号提案的答复", Opening = "　　您提出的《关于加强社区养老服务的提案》收悉，现答复如下：" }, kind, expected);

    [Fact]
    public void A_lead_office_is_the_addressee_of_a_co_handling_opinion() =>
        Check(new Letter { Addressee = "市民政局：", Title = "对市政协九届三次会议第167号提案的会办意见", Opening = "　　张某委员提出的《关于加强社区养老服务的提案》收悉，现提出会办意见如下：" }, null, "市民政局");

    [Fact]
    public void A_long_list_of_offices_may_be_wrapped() =>
        Check(new Letter { Title = "关于做好养老服务工作的通知", Addressee = "各县（市、区）人民政府，市政府各部委、各直属机\n构，各有关单位：", Opening = "　　现就有关事项通知如下。" }, null, "各县（市、区）人民政府 市政府各部委、各直属机构 各有关单位");

    [Fact]
    public void Whole_names_parted_by_a_pause_mark_are_entries_of_their_own() =>
        Check(new Letter { Title = "关于同意调整规划的批复", Addressee = "江北县人民政府、市自然资源局：", Opening = "　　请示收悉。" }, null, "江北县人民政府 市自然资源局");

    [Fact]
    public void A_form_without_addressee_has_none()
    {
        PolicyDocument document = new Letter { Addressee = "", Opening = "　　为进一步加强养老服务，我局开展了工作。" }.Read();
        Assert.Empty(document.Addressees);
    }

    private static void Check(Letter letter, string? kind, string expected)
    {
        PolicyDocument document = letter.Read();
        Assert.Equal(expected, string.Join(' ', document.Addressees));
        Assert.Equal(kind, document.ProposerKind);
    }
}
