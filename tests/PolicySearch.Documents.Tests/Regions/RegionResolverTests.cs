using PolicySearch.Documents.Regions;
using static PolicySearch.Documents.Regions.RegionSignKind;

namespace PolicySearch.Documents.Tests.Regions;

public class RegionResolverTests
{
    private static RegionResolution Resolve(params (string Text, RegionSignKind Kind)[] evidence) =>
        RegionResolver.Default.Resolve([.. evidence.Select(e => new RegionSign(e.Text, e.Kind))]);

    private static void AssertPlace(string? province, string? city, string? county, RegionResolution found) =>
        Assert.Equal((province, city, county), (found.Province, found.City, found.County));

    [Theory]
    [InlineData("三门峡市卫生健康委员会", "河南省", "三门峡市", null, "411200")]
    [InlineData("文水县卫生健康和体育局", "山西省", "吕梁市", "文水县", "141121")]
    [InlineData("平顶山市湛河区卫生健康委员会", "河南省", "平顶山市", "湛河区", "410411")]
    [InlineData("南京市鼓楼区人民政府", "江苏省", "南京市", "鼓楼区", "320106")]
    [InlineData("吉林省吉林市教育局", "吉林省", "吉林市", null, "220200")]
    [InlineData("北京市朝阳区民政局", "北京市", "北京市", "朝阳区", "110105")]
    [InlineData("重庆市人民政府办公厅", "重庆市", "重庆市", null, "500000")]
    [InlineData("东莞市住房和城乡建设局", "广东省", "东莞市", null, "441900")]
    [InlineData("济源市农业农村局", "河南省", "济源市", null, "419001")]
    [InlineData("文山州教育体育局", "云南省", "文山壮族苗族自治州", null, "532600")]
    [InlineData("岳阳市场监督管理局", "湖南省", "岳阳市", null, "430600")]
    [InlineData("国家税务总局三门峡市税务局", "河南省", "三门峡市", null, "411200")]
    [InlineData("中国人民政治协商会议渑池县委员会", "河南省", "三门峡市", "渑池县", "411221")]
    [InlineData("中共岳阳市委办公室", "湖南省", "岳阳市", null, "430600")]
    [InlineData("单县人民政府", "山东省", "菏泽市", "单县", "371722")]
    [InlineData("河南省卫生健康委员会", "河南省", null, null, "410000")]
    [InlineData("上海市浦东新区卫生健康委员会", "上海市", "上海市", "浦东新区", "310115")]
    [InlineData("恩施土家族苗族自治州人民政府", "湖北省", "恩施土家族苗族自治州", null, "422800")]
    [InlineData("湖北恩施州民政局", "湖北省", "恩施土家族苗族自治州", null, "422800")]
    public void The_issuer_decides(string issuer, string province, string? city, string? county, string code)
    {
        RegionResolution found = Resolve((issuer, Issuer));
        AssertPlace(province, city, county, found);
        Assert.Equal(code, found.Code);
        Assert.Empty(found.Warnings);
        Assert.Equal(Issuer, found.DecidedBy!.Kind);
    }

    [Fact]
    public void An_ambiguous_district_without_a_parent_stays_without_city_and_warns()
    {
        RegionResolution found = Resolve(("鼓楼区教育局", Issuer));
        AssertPlace(null, null, "鼓楼区", found);
        Assert.Null(found.Code);
        Assert.Contains("4 places", Assert.Single(found.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("抄送：徐州市政协提案委", CopiedTo, "徐州市")]
    [InlineData("近年来，福州市持续加大投入。福州市教育局安排资金。", Body, "福州市")]
    public void Weaker_evidence_tells_which_of_several_places(string text, RegionSignKind kind, string city)
    {
        RegionResolution found = Resolve(("鼓楼区教育局", Issuer), (text, kind));
        Assert.Equal(city, found.City);
        Assert.Equal("鼓楼区", found.County);
    }

    [Fact]
    public void The_province_letter_narrows_an_ambiguous_district()
    {
        RegionResolution found = Resolve(("朝阳区民政局", Issuer), ("吉朝民", DocumentNumberPrefix));
        AssertPlace("吉林省", "长春市", "朝阳区", found);
    }

    [Fact]
    public void A_bare_bureau_takes_its_place_from_the_title()
    {
        AssertPlace("湖南省", "岳阳市", null, Resolve(("市卫生健康委员会", Issuer), ("对岳阳市政协九届三次会议第167号提案的答复", Title)));
        AssertPlace("河南省", "三门峡市", "渑池县", Resolve(("关于政协渑池县十届三次会议第15号提案的答复", Title)));
    }

    [Fact]
    public void A_bare_city_bureau_that_mentions_its_counties_is_the_citys()
    {
        RegionResolution found = Resolve(("市教育局", Issuer), ("已在渑池县、卢氏县、义马市建成试点，渑池县经验推广到全部乡镇。", Body));
        Assert.Equal("河南省", found.Province);
        Assert.Contains("taken from the places named", found.Warnings.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_subject_of_a_title_is_not_its_origin()
    {
        RegionResolution found = Resolve(("关于赴临夏回族自治州开展劳务协作的通知", Title));
        AssertPlace(null, null, null, found);
    }

    [Fact]
    public void A_provincial_issuer_is_not_narrowed_by_the_place_it_writes_about()
    {
        AssertPlace("河南省", null, null, Resolve(("河南省卫生健康委员会", Issuer), ("抄送：三门峡市卫生健康委员会", CopiedTo)));
    }

    [Theory]
    [InlineData("国务院办公厅", Issuer)]
    [InlineData("国家卫生健康委办公厅", Issuer)]
    [InlineData("民政部办公厅", Issuer)]
    [InlineData("国务院办公厅关于湖北省巴东县地质灾害险情有关问题的复函", Title)]
    [InlineData("中国银行保险监督管理委员会", Issuer)]
    public void National_bodies_have_no_region(string text, RegionSignKind kind)
    {
        RegionResolution found = Resolve((text, kind), ("抄送：湖北省人民政府", CopiedTo));
        Assert.True(found.IsNational);
        AssertPlace(null, null, null, found);
    }

    [Fact]
    public void The_province_letter_is_a_fallback_with_a_warning()
    {
        RegionResolution found = Resolve(("关于做好基层卫生工作的通知", Title), ("豫卫基层", DocumentNumberPrefix));
        AssertPlace("河南省", null, null, found);
        Assert.Contains("豫卫基层", Assert.Single(found.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spelled_out_issuer_is_not_contradicted_by_a_letter()
    {
        RegionResolution found = Resolve(("南京市教育局", Issuer), ("宁教", DocumentNumberPrefix));
        AssertPlace("江苏省", "南京市", null, found);
        Assert.Empty(found.Warnings);
    }

    [Theory]
    [InlineData("城乡居民和睦相处，资源共享，合作共赢，开展新建工程，会同有关部门。")]
    [InlineData("全市和县级医院，中心城区，延长服务时间，解放思想，和平安宁，各县平均。")]
    [InlineData("")]
    [InlineData("省")]
    public void Ordinary_words_name_no_place(string text) => Assert.Empty(RegionScanner.Default.Scan(text, shortNames: true));

    [Theory]
    [InlineData("防城港市政府", "防城港市")]
    [InlineData("五大连池市医保局", "五大连池市")]
    [InlineData("连云港市连云区", "连云港市连云区")]
    [InlineData("岳阳市岳阳楼区", "岳阳市岳阳楼区")]
    public void The_longest_name_wins(string text, string mention)
    {
        RegionMention found = Assert.Single(RegionScanner.Default.Scan(text, shortNames: false));
        Assert.Equal(mention, text[found.Start..found.End]);
    }

    [Fact]
    public void A_documents_signs_may_be_given_as_one_record()
    {
        var evidence = new RegionEvidence { Issuers = ["市卫健委"], SessionPlace = "岳阳市", DocumentNumber = "岳卫字〔2024〕12号", Body = "全市共设置乡镇卫生院。" };
        RegionResolution found = Gazetteer.Default.Resolve(evidence);
        AssertPlace("湖南省", "岳阳市", null, found);
        Assert.Equal("session", found.Basis);
    }

    [Fact]
    public void A_national_body_among_several_issuers_means_no_region()
    {
        Assert.True(Resolve(("湖北省民政厅", Issuer), ("国家卫生健康委", Issuer)).IsNational);
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        var random = new Random(11);
        const string alphabet = "省市县区州政协人大河南岳阳鼓楼国家第届（）〔 \ud83d\udc4d抄送：";
        for (int i = 0; i < 2000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            foreach (RegionSignKind kind in Enum.GetValues<RegionSignKind>())
                Assert.NotNull(Resolve((text, kind), ("市教育局", Issuer)));
        }
    }
}
