using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Tests.Querying;

public class QueryParserTests
{
    [Theory]
    [InlineData("家庭医生 签约", "word:家庭医生 word:签约")]
    [InlineData("\"乡聘村用\"", "phrase:乡聘村用")]
    [InlineData("“乡聘村用”", "phrase:乡聘村用")]
    [InlineData("「鄉聘村用」", "phrase:乡聘村用")]
    [InlineData("“乡聘村用\" 医生", "phrase:乡聘村用 word:医生")]
    [InlineData("『a b』c", "phrase:a b word:c")]
    [InlineData("+养老 -殡葬", "+word:养老 -word:殡葬")]
    [InlineData("＋养老 －“殡葬 服务”", "+word:养老 -phrase:殡葬 服务")]
    [InlineData("养老 NOT 殡葬", "word:养老 -word:殡葬")]
    [InlineData("养老 OR 托育 补贴", "word:养老|word:托育 word:补贴")]
    [InlineData("养老|托育", "word:养老|word:托育")]
    [InlineData("养老 AND 托育", "word:养老 word:托育")]
    [InlineData("OR 养老", "word:养老")]
    [InlineData("or 养老", "word:or word:养老")]
    public void Words_phrases_and_signs(string query, string expected) => Assert.Equal(expected, Show(query));

    [Theory]
    [InlineData("title:养老", "Title.word:养老")]
    [InlineData("标题：养老服务 issuer:三门峡", "Title.word:养老服务 Issuer.word:三门峡")]
    [InlineData("標題:“养老 服务”", "Title.phrase:养老 服务")]
    [InlineData("-机关:教育局", "-Issuer.word:教育局")]
    [InlineData("年份:2023 市:岳阳", "Year.word:2023 City.word:岳阳")]
    [InlineData("文号:三卫建议 2023 3", "Number.number:三卫建议〔2023〕3号")]
    [InlineData("文号:〔2023〕3号", "Number.number:〔2023〕3号")]
    [InlineData("关于:养老", "word:关于 word:养老")]
    [InlineData("标题: 养老", "word:标题 word:养老")]
    [InlineData("http://a.b/c", "word:http word:a.b/c")]
    public void Field_prefixes_that_are_known_scope_their_term(string query, string expected) => Assert.Equal(expected, Show(query));

    [Theory]
    [InlineData("豫卫基层〔2020〕18号", "number:豫卫基层〔2020〕18号")]
    [InlineData("“豫卫基层[2020]18号”", "number:豫卫基层〔2020〕18号")]
    [InlineData("三卫建议 2023 3", "loose:三卫建议〔2023〕3号")]
    [InlineData("村医 豫卫基层(2020)第018号 待遇", "word:村医 number:豫卫基层〔2020〕18号 word:待遇")]
    [InlineData("-豫卫基层〔2020〕18号", "-number:豫卫基层〔2020〕18号")]
    public void Document_numbers_are_recognised_before_words(string query, string expected) => Assert.Equal(expected, Show(query));

    [Theory]
    [InlineData("[2023]", "word:2023")]
    [InlineData("(养老", "word:养老")]
    [InlineData("养老)", "word:养老")]
    [InlineData("“养老", "word:养老")]
    [InlineData("\"", "")]
    [InlineData("：：", "")]
    [InlineData("+ - || !", "")]
    [InlineData("养老、托育，补贴。", "word:养老 word:托育 word:补贴")]
    [InlineData("A-B 20.5% - 3", "word:a-b word:20.5 word:3")]
    [InlineData("《关于养老的意见》", "word:关于养老的意见")]
    [InlineData("\"，。\" 养老", "word:养老")]
    public void What_fits_no_rule_is_text(string query, string expected) => Assert.Equal(expected, Show(query));

    [Fact]
    public void What_goes_beyond_the_limits_is_left_out_and_said()
    {
        ParsedQuery many = QueryParser.Parse(string.Join(' ', Enumerable.Range(0, 100)));
        Assert.True(many.Truncated);
        Assert.Equal(QueryParser.MaxTerms, many.Clauses.Count);
        ParsedQuery large = QueryParser.Parse(new string('养', SearchRequest.MaxQueryLength + 1));
        Assert.True(large.Truncated);
        Assert.Equal(SearchRequest.MaxQueryLength, Assert.Single(large.Clauses).Alternatives[0].Text.Length);
        Assert.False(QueryParser.Parse("养老").Truncated);
    }

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5, 6, 7, 8];

    [Theory, MemberData(nameof(Seeds))]
    public void Random_text_is_read_without_an_exception(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 4_000; round++)
        {
            ParsedQuery parsed = QueryParser.Parse(RandomQuery(random, random.Next(40)));
            Assert.True(parsed.Clauses.Sum(clause => clause.Alternatives.Count) <= QueryParser.MaxTerms);
            Assert.All(parsed.Clauses.SelectMany(clause => clause.Alternatives), term => Assert.NotEmpty(term.Text));
        }
    }

    [Theory]
    [InlineData("“")]
    [InlineData("\"a")]
    [InlineData("2020 ")]
    [InlineData("甲2020")]
    [InlineData("〔2020〕1号")]
    [InlineData("title:")]
    [InlineData("-+")]
    [InlineData("2020〔 ")]
    public void A_piece_repeated_far_beyond_the_limit_is_read_to_the_end(string piece)
    {
        ParsedQuery parsed = QueryParser.Parse(string.Concat(Enumerable.Repeat(piece, 200_000)));
        Assert.True(parsed.Truncated);
    }

    internal static string RandomQuery(Random random, int pieceCount)
    {
        string[] pieces =
            ["养老", "医共体", "\"", "“", "”", "「", "」", "+", "-", ":", "：", "|", " OR ", " NOT ", "title:", "文号:", "〔2020〕", "18号", "[", "]", "(", " ", "　",
             "2023", "19", "a", "\0", "\ud840", "\udc00", "𠀀", "號", "%", ".", "·", "\n", "\u0301", "﹝", "第", "年", "\uffff", "豫卫基层"];
        return string.Concat(Enumerable.Range(0, pieceCount).Select(_ =>
            random.Next(8) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : pieces[random.Next(pieces.Length)]));
    }

    private static string Show(string query) => string.Join(' ', QueryParser.Parse(query).Clauses.Select(Show));

    private static string Show(QueryClause clause) =>
        clause.Occurrence switch { Occurrence.Required => "+", Occurrence.Forbidden => "-", _ => "" }
        + string.Join('|', clause.Alternatives.Select(Show));

    private static string Show(QueryTerm term) =>
        (term.Scope == QueryScope.Anywhere ? "" : term.Scope + ".") + term.Kind switch
        {
            TermKind.Word => "word:" + term.Text,
            TermKind.Phrase => "phrase:" + term.Text,
            TermKind.Number => "number:" + term.Number.Canonical,
            _ => "loose:" + term.Number.Canonical,
        };
}
