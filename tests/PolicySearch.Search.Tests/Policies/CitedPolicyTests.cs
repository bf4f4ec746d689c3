using PolicySearch.Documents;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Tests.Querying;

namespace PolicySearch.Search.Tests.Policies;

public sealed class CitedPolicyTests
{
    private const string Elderly = "国务院办公厅关于推进养老服务发展的意见", ElderlyNumber = "国办发〔2019〕5号";

    [Fact]
    public void A_policy_cited_under_three_spellings_is_one()
    {
        using var index = new TestIndex([Cites(1, (Elderly, ElderlyNumber)), Cites(2, ("关于推进养老服务发展的意见", null)), Cites(3, (null, ElderlyNumber)), Cites(4, (null, null))]);
        CitedPolicy policy = Assert.Single(List(index));
        Assert.Equal((Elderly, ElderlyNumber, 3), (policy.Title, policy.DocumentNumber, policy.Documents));
        CitedPolicyDetail detail = Detail(index, policy.Id);
        Assert.Equal(3, detail.Spellings.Count);
        Assert.Equal(3, detail.Citing.Count);
        Assert.Empty(detail.Disagreements);
    }

    [Fact]
    public void The_same_title_under_two_issuers_stays_two_and_the_bare_title_joins_neither()
    {
        using var index = new TestIndex(
        [
            Cites(1, ("河南省人民政府关于加快养老服务发展的实施意见", "豫政〔2020〕1号")), Cites(2, ("湖南省人民政府关于加快养老服务发展的实施意见", "湘政发〔2020〕3号")),
            Cites(3, ("关于加快养老服务发展的实施意见", null)),
        ]);
        Assert.Equal(3, List(index).Count);
    }

    [Fact]
    public void Titles_without_a_number_join_over_the_issuer_and_over_the_notice_that_issues_them()
    {
        using var index = new TestIndex(
        [
            Cites(1, ("三门峡市人民政府关于印发三门峡市养老服务发展规划的通知", null)), Cites(2, ("三门峡市养老服务发展规划", null)),
            Cites(3, ("民政部关于加强困难群众关爱服务的通知", null)), Cites(4, ("关于加强困难群众关爱服务的通知", null)),
            Cites(5, ("关于印发实施方案的通知", null)), Cites(6, ("实施方案", null)),
        ]);
        Assert.Equal([2, 2, 1, 1], List(index).Select(policy => policy.Documents));
    }

    [Theory]
    [InlineData("国办发〔2019〕50号")]
    [InlineData("国办发〔2018〕5号")]
    [InlineData("国发〔2019〕5号")]
    public void A_number_that_a_slip_made_is_marked_and_its_policy_is_not_mixed_with_the_right_one(string slip)
    {
        using var index = new TestIndex([Cites(1, (Elderly, ElderlyNumber)), Cites(2, (Elderly, ElderlyNumber)), Cites(3, (Elderly, slip)), Cites(4, (Elderly, null))]);
        IReadOnlyList<CitedPolicy> policies = List(index);
        Assert.Equal([(ElderlyNumber, 3), (slip, 1)], policies.Select(policy => (policy.DocumentNumber!, policy.Documents)));
        CitationDisagreement right = Assert.Single(Detail(index, policies[0].Id).Disagreements);
        CitationDisagreement wrong = Assert.Single(Detail(index, policies[1].Id).Disagreements);
        Assert.Equal(right, wrong);
        Assert.Equal((CitationDoubt.Number, slip, ElderlyNumber, false), (wrong.Doubt, wrong.Written.DocumentNumber, wrong.Other.DocumentNumber, wrong.Undecided));
        Assert.Equal(wrong, Assert.Single(Detail(index, policies[1].Id).Citing).Disagreement);
        MarkedDocument document = index.Search.FindMarkedAsync(index.Documents[2].Id, "").Now()!;
        Assert.Equal(wrong, Assert.Single(document.Policies)!.Disagreement);
    }

    [Fact]
    public void A_number_under_a_title_that_is_not_its_own_is_marked()
    {
        using var index = new TestIndex([Cites(1, (Elderly, ElderlyNumber)), Cites(2, ("关于推进养老服务发展的意见", ElderlyNumber)), Cites(3, ("关于加强校园食品安全管理的通知", ElderlyNumber))]);
        CitedPolicy policy = Assert.Single(List(index));
        CitationDisagreement marked = Assert.Single(Detail(index, policy.Id).Disagreements);
        Assert.Equal((CitationDoubt.Title, "关于加强校园食品安全管理的通知", false), (marked.Doubt, marked.Written.Title, marked.Undecided));
    }

    [Fact]
    public void One_against_one_is_marked_on_both_sides_as_undecided()
    {
        using var index = new TestIndex([Cites(1, (Elderly, ElderlyNumber)), Cites(2, (Elderly, "国办发〔2019〕6号")), Cites(3, (Elderly, null))]);
        Assert.Equal(3, List(index).Count);
        Assert.All(List(index).Where(policy => policy.DocumentNumber != null), policy => Assert.All(Detail(index, policy.Id).Disagreements, one => Assert.True(one.Undecided)));
    }

    [Fact]
    public void Every_year_s_notice_of_the_same_name_is_a_policy_of_its_own_and_nothing_is_marked()
    {
        using var index = new TestIndex([Cites(1, ("民政部关于做好年度检查工作的通知", "民发〔2019〕11号")), Cites(2, ("民政部关于做好年度检查工作的通知", "民发〔2020〕27号")), Cites(3, ("民政部关于做好年度检查工作的通知", "民发〔2020〕27号"))]);
        Assert.Equal(2, List(index).Count);
        Assert.All(List(index), policy => Assert.Empty(Detail(index, policy.Id).Disagreements));
    }

    [Fact]
    public void An_id_stays_when_documents_come_and_the_one_of_a_title_still_leads_there_when_its_number_becomes_known()
    {
        string byTitle, byNumber;
        using (var index = new TestIndex([Cites(1, ("关于推进养老服务发展的意见", null))]))
            byTitle = Assert.Single(List(index)).Id;
        using (var index = new TestIndex([Cites(1, ("关于推进养老服务发展的意见", null)), Cites(2, (Elderly, ElderlyNumber))], segments: 1))
        {
            byNumber = Assert.Single(List(index)).Id;
            Assert.NotEqual(byTitle, byNumber);
            Assert.Equal(byNumber, Detail(index, byTitle).Policy.Id);
            Assert.Equal(2, index.Ask(Filtered(byTitle)).Total);
        }
        using var grown = new TestIndex([.. Enumerable.Range(1, 9).Select(i => Cites(i, (Elderly, ElderlyNumber)))]);
        Assert.Equal(byNumber, Assert.Single(List(grown)).Id);
    }

    [Fact]
    public void The_facet_counts_a_document_once_however_often_it_spells_a_policy()
    {
        using var index = new TestIndex([Cites(1, (Elderly, ElderlyNumber), ("关于推进养老服务发展的意见", null), ("义务教育法", null)), Cites(2, (null, ElderlyNumber)), Cites(3, (null, null))], segments: 2);
        Facet facet = index.Ask(new SearchRequest()).Facets[(int)FacetField.Policy];
        Assert.Equal([(Elderly, 2L), ("义务教育法", 1L), (SearchRequest.Unlabelled, 1L)], facet.Values.Select(value => (value.Label, value.Count)));
        Assert.Equal(2, facet.Distinct);
        SearchResponse filtered = index.Ask(Filtered(facet.Values[0].Value));
        Assert.Equal(2, filtered.Total);
        Assert.True(filtered.Facets[(int)FacetField.Policy].Values[0].Selected);
    }

    [Fact]
    public void Who_cites_is_told_with_the_sentence_the_years_and_what_is_cited_beside()
    {
        using var index = new TestIndex(
        [
            Cites(1, (Elderly, ElderlyNumber), ("义务教育法", null)) with { Year = 2020, IssueDate = new(2020, 5, 1), City = "三门峡市", Province = "河南省" },
            Cites(2, (null, ElderlyNumber)) with { Year = 2021, IssueDate = new(2021, 6, 1), City = "岳阳市", Province = "湖南省" },
            Cites(3, ("关于推进养老服务发展的意见", null)) with { Year = null },
        ]);
        CitedPolicyDetail detail = Detail(index, List(index)[0].Id);
        Assert.Equal([("2020", 1L), ("2021", 1L), (SearchRequest.Unlabelled, 1L)], detail.Years.Select(year => (year.Value, year.Count)));
        Assert.Equal(("义务教育法", 1), detail.Together.Select(policy => (policy.Title!, policy.Documents)).Single());
        Assert.Equal([2021, 2020, null], detail.Citing.Select(one => one.Document.Year));
        Assert.Equal(["国办发〔2019〕5号", $"《{Elderly}》", "《关于推进养老服务发展的意见》"],
            detail.Citing.Select(one => one.Sentence!.Text[one.Sentence.Matches[0].Start..one.Sentence.Matches[0].End]));
        Assert.All(detail.Citing, one => Assert.Equal(one.Sentence!.Text, index.Documents.Single(document => document.Id == one.Document.Id).Body.Substring(one.Sentence.Offset, one.Sentence.Text.Length)));
        CitingRequest oldest = new() { Id = detail.Policy.Id, OldestFirst = true, Size = 1, Page = 2 };
        Assert.Equal(2021, Assert.Single(index.Search.FindAsync(oldest).Now()!.Citing).Document.Year);
    }

    [Fact]
    public void The_policy_itself_is_found_among_the_documents()
    {
        PolicyDocument own = TestDocuments.Plain("made/own.txt", "全文", Elderly) with { DocumentNumber = ElderlyNumber };
        using var index = new TestIndex([own, Cites(1, (Elderly, ElderlyNumber))]);
        Assert.Equal(own.Id, Detail(index, List(index)[0].Id).OwnDocument);
    }

    [Fact]
    public void Policies_are_listed_by_words_by_number_and_by_who_cites_them()
    {
        using var index = new TestIndex(
        [
            Cites(1, (Elderly, ElderlyNumber)) with { Province = "河南省", Year = 2020 }, Cites(2, (Elderly, ElderlyNumber)) with { Province = "湖南省", Year = 2020 },
            Cites(3, ("义务教育法", null)) with { Province = "湖南省", Year = 2021 },
        ]);
        Assert.Equal([Elderly], Titles(index, new() { Query = "养老 意见" }));
        Assert.Equal([Elderly], Titles(index, new() { Query = "国办发 [2019] 5号" }));
        Assert.Empty(Titles(index, new() { Query = "国办发〔2019〕6号" }));
        Assert.Equal([Elderly, "义务教育法"], Titles(index, new() { Size = 2 }));
        Assert.Equal(["义务教育法"], Titles(index, new() { Size = 1, Page = 2 }));
        CitedPolicyPage hunan = index.Search.ListAsync(new() { Filters = new Dictionary<FacetField, IReadOnlyList<string>> { [FacetField.Province] = ["湖南省"], [FacetField.Year] = ["2020"] } }).Now();
        Assert.Equal((1, 1), (hunan.Total, hunan.Policies.Single().Documents));
        Assert.Null(index.Search.FindAsync(new CitingRequest { Id = "0000000000000000" }).Now());
    }

    [Fact]
    public void Policies_whose_citing_documents_were_deleted_are_gone()
    {
        PolicyDocument first = Cites(1, (Elderly, ElderlyNumber));
        using var index = new TestIndex([first, Cites(2, ("义务教育法", null)), first with { Citations = [], Body = "改了" }], segments: 1);
        Assert.Equal(["义务教育法"], Titles(index, new()));
        Assert.Null(index.Search.FindAsync(new CitingRequest { Id = PolicySpelling.IdOfNumber(ElderlyNumber) }).Now());
    }

    private static SearchRequest Filtered(string policy) => new() { Filters = new Dictionary<FacetField, IReadOnlyList<string>> { [FacetField.Policy] = [policy] } };

    private static IReadOnlyList<CitedPolicy> List(TestIndex index) => index.Search.ListAsync(new()).Now().Policies;

    private static List<string> Titles(TestIndex index, CitedPolicyRequest request) => [.. index.Search.ListAsync(request).Now().Policies.Select(policy => policy.Title!)];

    private static CitedPolicyDetail Detail(TestIndex index, string id) => index.Search.FindAsync(new CitingRequest { Id = id }).Now()!;

    private static PolicyDocument Cites(int number, params (string? Title, string? Number)[] citations)
    {
        Citation[] cited = [.. citations.Where(one => one != default).Select(one => new Citation(one.Title, one.Number))];
        string body = $"第{number}件。根据" + string.Join("和", cited.Select(one => one.Title != null ? $"《{one.Title}》" : one.DocumentNumber)) + "，现答复如下。\n其他。";
        return TestDocuments.Plain($"made/{number}.txt", body) with { Citations = cited };
    }
}
