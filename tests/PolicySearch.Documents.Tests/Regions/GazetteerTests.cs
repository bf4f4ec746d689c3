using PolicySearch.Documents.Regions;

namespace PolicySearch.Documents.Tests.Regions;

public class GazetteerTests
{
    private static readonly Gazetteer Places = Gazetteer.Default;

    [Fact]
    public void Holds_all_divisions_down_to_county_level()
    {
        Assert.Equal(34, Places.All.Count(r => r.Level == RegionLevel.Province));
        Assert.Equal(333, Places.All.Count(r => r.Level == RegionLevel.City));
        Assert.InRange(Places.All.Count(r => r.Level == RegionLevel.County), 2950, 2978);
        Assert.Equal(124, Places.All.Count(r => r.IsDevelopmentZone));
    }

    [Fact]
    public void A_county_knows_what_lies_above_it()
    {
        Region county = Assert.Single(Places.FindByName("渑池县"));
        Assert.Equal("411221", county.Code);
        Assert.Equal("三门峡市", county.City!.Name);
        Assert.Equal("河南省", county.Province.Name);
        Assert.Equal("河南省三门峡市渑池县", county.ToString());
    }

    [Theory]
    [InlineData("110105", "北京市", "北京市", "朝阳区")]
    [InlineData("310000", "上海市", "上海市", null)]
    [InlineData("441900", "广东省", "东莞市", null)]
    [InlineData("419001", "河南省", "济源市", null)]
    [InlineData("410000", "河南省", null, null)]
    public void Municipalities_and_places_without_a_prefecture_fill_the_city_field(string code, string province, string? city, string? county)
    {
        Region region = Places.FindByCode(code)!;
        Assert.Equal((province, city, county), (region.Province.Name, region.City?.Name, region.County?.Name));
    }

    [Theory]
    [InlineData("鼓楼区", 4)]
    [InlineData("市中区", 4)]
    [InlineData("朝阳区", 2)]
    [InlineData("东莞市", 1)]
    [InlineData("市辖区", 0)]
    public void A_full_name_may_be_several_places(string name, int count) => Assert.Equal(count, Places.FindByName(name).Count);

    [Theory]
    [InlineData("长阳土家族自治县", "长阳")]
    [InlineData("内蒙古自治区", "内蒙古")]
    [InlineData("双江拉祜族佤族布朗族傣族自治县", "双江")]
    [InlineData("城区", "城")]
    [InlineData("神农架林区", "神农架")]
    [InlineData("鄂温克族自治旗", "鄂温克族")]
    public void A_short_name_drops_kind_and_nationality(string name, string shortName) =>
        Assert.Equal(shortName, Assert.Single(Places.FindByName(name).Select(r => r.ShortName).Distinct()));

    [Theory]
    [InlineData("文山州", "文山壮族苗族自治州")]
    [InlineData("长阳县", "长阳土家族自治县")]
    public void Usual_spellings_of_autonomous_places_are_found(string spelling, string name) =>
        Assert.Contains(Places.FindByName(spelling), r => r.Name == name);

    [Fact]
    public void Every_division_is_found_by_its_code_and_its_name()
    {
        foreach (Region region in Places.All)
        {
            Assert.Same(region, Places.FindByCode(region.Code));
            Assert.Contains(region, Places.FindByName(region.Name));
            Assert.True(region.Parent == null || region.Code.StartsWith(region.Parent.Code[..2], StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_damaged_line_is_named_in_the_error()
    {
        var error = Assert.Throws<InvalidDataException>(() => Gazetteer.Load(new StringReader("110000\t北京市\n11\n")));
        Assert.Contains("'11'", error.Message, StringComparison.Ordinal);
    }
}
