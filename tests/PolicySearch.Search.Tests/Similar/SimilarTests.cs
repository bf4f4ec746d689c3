using PolicySearch.Documents;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Tests.Suggesting;
using PolicySearch.Testing.Generator;

namespace PolicySearch.Search.Tests.Similar;

public sealed class SimilarTests(PlantedCorpus corpus) : IClassFixture<PlantedCorpus>
{
    [Fact]
    public void A_paragraph_copied_into_another_citys_reply_makes_it_similar_and_is_shown_on_both_sides()
    {
        SimilarResponse found = corpus.SimilarTo(corpus.Find("first.txt").Id);
        SimilarHit copy = found.Hits.Single(hit => hit.Facts.City == "岳阳市" && hit.Facts.DocumentNumber == "岳卫函〔2023〕17号");
        Assert.True(copy.Reasons.SharedCharacters > 50);
        PassagePair pair = copy.Passages[0];
        Assert.Contains("摩托车药箱", Marked(pair.Draft), StringComparison.Ordinal);
        Assert.Equal(Marked(pair.Draft), Marked(pair.Document));
        Assert.Contains("摩托车", copy.Reasons.Terms);
    }

    [Fact]
    public void A_reply_sent_again_under_another_number_collapses_into_one_entry()
    {
        SimilarResponse found = corpus.SimilarTo(corpus.Find("copy.txt").Id);
        SimilarHit hit = found.Hits.Single(hit => hit.Facts.City == "三门峡市" && hit.Facts.Subject == "关于方便山区老人取药的建议");
        Assert.Equal(["三卫函〔2021〕8号", "三卫函〔2022〕31号"], hit.Copies.Append(hit.Facts).Select(facts => facts.DocumentNumber).Order(StringComparer.Ordinal));
        Assert.False(hit.IsNearIdentical);
        Assert.True(corpus.SimilarTo(corpus.Find("first.txt").Id).Hits[0].IsNearIdentical);
    }

    [Fact]
    public void Courtesy_alone_does_not_make_two_documents_similar()
    {
        string lamps = corpus.Find("lamps.txt").Id, bees = corpus.Find("bees.txt").Id;
        Assert.DoesNotContain(corpus.SimilarTo(lamps).Hits, hit => hit.Facts.Id == bees);
        Assert.DoesNotContain(corpus.SimilarTo(bees).Hits, hit => hit.Facts.Id == lamps);
    }

    [Fact]
    public void Courtesy_weighs_nothing_in_a_corpus_too_small_to_tell_it_by_its_frequency()
    {
        const string courtesy = "您提出的建议收悉，首先感谢您对我市工作的关心和支持，我委高度重视，现答复如下。";
        PolicyDocument[] two = [TestDocuments.Plain("made/1", courtesy + "荆条花期由合作社统一摇蜜。"), TestDocuments.Plain("made/2", courtesy + "钠灯改为单灯控制的灯具。")];
        using var small = new SmallIndex(two);
        Assert.Empty(small.Search.SimilarToAsync(two[0].Id, new()).Now()!.Hits);
        Assert.Empty(small.Search.PassagesAsync(courtesy, 5).Now().Wordings);
    }

    [Fact]
    public void Every_generated_repetition_is_found_and_called_nearly_identical()
    {
        GeneratedDocument[] repeated = [.. corpus.Documents.Where(document => document.NearDuplicateOf != null)];
        Assert.NotEmpty(repeated);
        foreach (GeneratedDocument document in repeated)
        {
            string original = PlantedCorpus.IdOf(corpus.Documents[document.NearDuplicateOf!.Value]);
            SimilarHit first = corpus.SimilarTo(PlantedCorpus.IdOf(document)).Hits[0];
            Assert.Contains(original, first.Copies.Append(first.Facts).Select(facts => facts.Id));
            Assert.True(first.IsNearIdentical, $"{document.FileName} repeats {original}");
        }
    }

    [Fact]
    public void Filters_and_facets_hold_as_in_a_search()
    {
        string id = corpus.Find("first.txt").Id;
        SimilarResponse all = corpus.SimilarTo(id);
        Assert.Equal(all.Total, Counts(all, FacetField.Kind));
        Assert.Equal(all.Total, Counts(all, FacetField.Year));
        FacetValue city = all.Facets.Single(facet => facet.Field == FacetField.City).Values.First(value => value.Value != SearchRequest.Unlabelled);
        SimilarResponse narrowed = corpus.SimilarTo(id, new() { Size = 60, Filters = new Dictionary<FacetField, IReadOnlyList<string>> { [FacetField.City] = [city.Value] } });
        Assert.Equal(city.Count, narrowed.Total);
        Assert.All(narrowed.Hits, hit => Assert.Equal(city.Value, hit.Facts.City));
        Assert.Equal(all.Facets.Single(facet => facet.Field == FacetField.City).Values.Select(value => (value.Value, value.Count)),
            narrowed.Facets.Single(facet => facet.Field == FacetField.City).Values.Select(value => (value.Value, value.Count)));
    }

    [Fact]
    public void Pages_show_every_entry_once_in_order_of_similarity()
    {
        string id = PlantedCorpus.IdOf(corpus.Documents[0]);
        SimilarResponse whole = corpus.SimilarTo(id);
        var paged = new List<SimilarHit>();
        for (int page = 1; paged.Count < whole.Entries; page++)
        {
            IReadOnlyList<SimilarHit> hits = corpus.SimilarTo(id, new() { Page = page, Size = 7 }).Hits;
            Assert.Equal(Math.Min(7, whole.Entries - paged.Count), hits.Count);
            paged.AddRange(hits);
        }
        Assert.Equal(whole.Hits.Select(hit => hit.Facts.Id), paged.Select(hit => hit.Facts.Id));
        Assert.Equal(whole.Hits.OrderByDescending(hit => hit.Similarity).Select(hit => hit.Similarity), whole.Hits.Select(hit => hit.Similarity));
        Assert.All(whole.Hits, hit => Assert.InRange(hit.Similarity, 0, 1));
        Assert.DoesNotContain(whole.Hits.SelectMany(hit => hit.Copies.Append(hit.Facts)), facts => facts.Id == id);
        Assert.Empty(corpus.SimilarTo(id, new() { Page = 100_000, Size = 100 }).Hits);
    }

    [Fact]
    public void What_comes_after_the_best_can_be_paged_to_and_the_count_holds()
    {
        const int alike = 95, others = 900, size = 9;
        var random = new Random(7);
        using var made = new MadeIndex(Enumerable.Range(0, alike + others).Select(i => TestDocuments.Plain(
            "made", (i < alike ? "摩托车药箱由骑手送到火塘边，冷藏格装有温度记录仪。" : "") + string.Concat(Enumerable.Range(0, 60).Select(_ => (char)random.Next('一', '一' + 120))) + "。", "对第1号建议的答复")));
        string id = DocumentReader.IdOf("made/0.txt");
        SimilarResponse first = made.Search.SimilarToAsync(id, new() { Size = size }).Now()!;
        Assert.Equal(alike - 1, first.Total);
        int pages = (first.Entries + size - 1) / size;
        List<SimilarHit> entries = [.. Enumerable.Range(1, pages).SelectMany(page => made.Search.SimilarToAsync(id, new() { Page = page, Size = size }).Now()!.Hits)];
        Assert.Equal(first.Entries, entries.Count);
        string[] documents = [.. entries.SelectMany(entry => entry.Copies.Append(entry.Facts)).Select(facts => facts.Id)];
        Assert.Equal(alike - 1, documents.Distinct().Count());
        Assert.Equal(documents.Length, documents.Distinct().Count());
        Assert.Empty(made.Search.SimilarToAsync(id, new() { Page = pages + 1, Size = size }).Now()!.Hits);
    }

    [Fact]
    public void A_draft_of_the_same_words_finds_what_the_indexed_document_finds_and_the_document_itself_first()
    {
        PolicyDocument document = corpus.Find("first.txt");
        SimilarResponse found = corpus.Search.SimilarToAsync(document with { Id = "0000000000000000", Source = "draft.txt" }, new() { Size = 60 }).Now();
        Assert.True(found.Hits[0].IsNearIdentical);
        Assert.Contains(document.Id, found.Hits[0].Copies.Append(found.Hits[0].Facts).Select(facts => facts.Id));
    }

    [Fact]
    public void An_unknown_id_is_null() => Assert.Null(corpus.Search.SimilarToAsync("ffffffffffffffff", new()).Now());

    [Theory]
    [InlineData("")]
    [InlineData("。，！")]
    [InlineData("您好")]
    [InlineData("\ud83d\ude00\ud83d\ude00 \udc00 abc")]
    public void Texts_that_say_nothing_find_nothing_and_are_told_so(string text)
    {
        SimilarResponse found = corpus.Search.SimilarToAsync(TestDocuments.Plain("draft", text), new()).Now();
        Assert.Empty(found.Hits);
        Assert.Equal(0, found.Total);
        Assert.NotEmpty(found.Notices);
        Assert.Empty(corpus.Search.PassagesAsync(text, 5).Now().Wordings);
    }

    [Fact]
    public void A_text_beyond_the_limit_is_cut_and_the_answer_says_so()
    {
        string text = string.Concat(Enumerable.Repeat("摩托车药箱由返乡青年骑手送到火塘边。", 5000));
        Assert.Contains("60000", corpus.Search.SimilarToAsync(TestDocuments.Plain("draft", text), new()).Now().Notices[0], StringComparison.Ordinal);
        Assert.Contains("10000", corpus.Search.PassagesAsync(text, 5).Now().Notices[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_comparison_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => corpus.Search.SimilarToAsync(corpus.Find("first.txt").Id, new(), cancelled.Token).Now());
    }

    private static long Counts(SimilarResponse found, FacetField field) => found.Facets.Single(facet => facet.Field == field).Values.Sum(value => value.Count);

    private static string Marked(HighlightedText text) => string.Concat(text.Matches.Select(match => text.Text[match.Start..match.End]));
}
