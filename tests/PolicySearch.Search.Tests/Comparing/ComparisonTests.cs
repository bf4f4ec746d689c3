using PolicySearch.Documents;
using PolicySearch.Search.Comparing;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Tests.Querying;

namespace PolicySearch.Search.Tests.Comparing;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(FacetField.City, FacetField.Year, "")]
    [InlineData(FacetField.Year, FacetField.Kind, "养老")]
    [InlineData(FacetField.Outcome, FacetField.County, "服务")]
    [InlineData(FacetField.Province, FacetField.Issuer, "")]
    public void Counts_add_up_to_the_search_s_total_with_and_without_a_rest(FacetField rows, FacetField columns, string query)
    {
        using var index = new TestIndex(TestDocuments.Random(11, 300), segments: 4);
        foreach ((int rowLimit, int columnLimit) in new[] { (500, 500), (2, 1) })
        {
            var search = new SearchRequest { Query = query, Filters = new Dictionary<FacetField, IReadOnlyList<string>> { [FacetField.Kind] = ["通知", DocumentKinds.SuggestionReply] } };
            CrossTable table = index.Search.CountAsync(new() { Search = search, Rows = rows, Columns = columns, RowLimit = rowLimit, ColumnLimit = columnLimit }).Now();
            SearchResponse found = index.Ask(search with { FacetSize = 500 });
            Assert.True(table.Total > 20);
            Assert.Equal(found.Total, table.Total);
            Assert.Equal(table.Total, table.Cells.Sum(row => row.Sum()));
            Assert.Equal(table.Rows.Values.Select(row => row.Count), table.Cells.Select(row => row.Sum()));
            Assert.Equal(table.Columns.Values.Select(column => column.Count), table.Columns.Values.Select((_, i) => table.Cells.Sum(row => row[i])));
            if (rowLimit == 500)
                Assert.Equal(found.Facets[(int)rows].Values.Where(value => value.Count > 0).Select(value => (value.Value, value.Count)).Order(), table.Rows.Values.Select(value => (value.Value!, (long)value.Count)).Order());
        }
    }

    [Fact]
    public void Each_cell_holds_the_documents_that_a_search_with_both_filters_finds()
    {
        using var index = new TestIndex(TestDocuments.Random(13, 200));
        CrossTable table = index.Search.CountAsync(new() { Search = new SearchRequest(), Rows = FacetField.Topic, Columns = FacetField.Year, TopicLevel = 2 }).Now();
        Assert.True(table.Rows.Repeats);
        Assert.Equal(["2018", "2019", "2020", "2021", "2022", "2023", "2024", SearchRequest.Unlabelled], table.Columns.Values.Select(value => value.Value));
        foreach ((AxisValue row, int i) in table.Rows.Values.Select((row, i) => (row, i)).Where(one => one.row.Value != SearchRequest.Unlabelled))
        {
            for (int j = 0; j < table.Columns.Values.Count; j++)
            {
                var filters = new Dictionary<FacetField, IReadOnlyList<string>> { [FacetField.Topic] = [row.Value!], [FacetField.Year] = [table.Columns.Values[j].Value!] };
                Assert.Equal(index.Ask(new SearchRequest { Filters = filters }).Total, table.Cells[i][j]);
            }
        }
    }

    [Fact]
    public void The_same_facet_twice_is_refused()
    {
        using var index = new TestIndex([]);
        Assert.ThrowsAny<ArgumentException>(() => index.Search.CountAsync(new() { Search = new SearchRequest(), Rows = FacetField.City, Columns = FacetField.City }).Now());
    }

    [Fact]
    public void Figures_of_a_measure_stand_by_place_and_year_with_their_sentence_and_nothing_stated_is_missing()
    {
        using var index = new TestIndex(
        [
            States(1, "三门峡市", 2023, "我市加快推进。到2025年，签约率达到75%以上。", ("签约率", 75m, "%", 2025, true)),
            States(2, "岳阳市", 2022, "目前签约率为0%。另有病床200张。", ("签约率", 0m, "%", null, false), ("病床", 200m, "张", null, false)),
            States(3, "四平市", 2022, "签约率有待提高。"),
        ]);
        FigureTable table = index.Search.FiguresAsync(new() { Search = new SearchRequest(), Measure = "签约率" }).Now();
        Assert.Equal(["三门峡市", "岳阳市"], table.Places.Order(StringComparer.Ordinal));
        Assert.Equal([2022, 2025], table.Years);
        Assert.Equal(2, table.Cells.Count);
        StatedFigure promised = table.Cells.Single(cell => cell.Place == "三门峡市").Figures.Single();
        Assert.Equal(("到2025年，签约率达到75%以上", "75%"), (promised.Sentence.Text, promised.Sentence.Text[promised.Sentence.Matches[0].Start..promised.Sentence.Matches[0].End]));
        Assert.Equal(0m, table.Cells.Single(cell => cell.Place == "岳阳市").Figures.Single().Figure.Value);
        Assert.Equal([("签约率", "%", 2)], table.Measures.Select(measure => (measure.Subject, measure.Unit, measure.Documents)));
        FigureTable offered = index.Search.FiguresAsync(new() { Search = new SearchRequest() }).Now();
        Assert.Equal([("签约率", 2), ("病床", 1)], offered.Measures.Select(measure => (measure.Subject, measure.Documents)));
        Assert.Empty(offered.Cells);
    }

    private static PolicyDocument States(int number, string city, int year, string body, params (string Subject, decimal Value, string Unit, int? Year, bool Promised)[] figures) =>
        TestDocuments.Plain($"made/{number}.txt", body) with { City = city, Year = year, Figures = [.. figures.Select(figure => Place(body, figure))] };

    private static Figure Place(string body, (string Subject, decimal Value, string Unit, int? Year, bool Promised) figure)
    {
        string text = $"{figure.Value}{figure.Unit}";
        int start = body.IndexOf(text, StringComparison.Ordinal), sentence = body.LastIndexOf('。', start) + 1;
        return new(figure.Subject, Comparator.Equal, figure.Value, null, figure.Unit, figure.Year, figure.Promised, start, start + text.Length, sentence, body.IndexOf('。', start));
    }
}
