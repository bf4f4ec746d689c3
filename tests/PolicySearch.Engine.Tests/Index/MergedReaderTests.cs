using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Engine.Tests.Writing;
using PolicySearch.Testing;
using Directory = Lucene.Net.Store.Directory;

namespace PolicySearch.Engine.Tests.Index;

/// <summary>Several segments seen as one: what MultiFields, MultiDocValues and SlowCompositeReaderWrapper say is what the same index says once it is merged.</summary>
public sealed class MergedReaderTests
{
    public static TheoryData<int> Seeds => [.. RunLength.Seeds(RunLength.Choose(desk: 12, whole: 30, most: 400))];

    [Theory, MemberData(nameof(Seeds))]
    public void Segments_seen_as_one_say_what_they_say_when_merged(int seed)
    {
        using RAMDirectory directory = SomeIndex(seed);
        using var copy = new RAMDirectory(directory, IOContext.DEFAULT);
        // A policy that merges neighbours alone keeps the order of documents.
        using (var writer = new IndexWriter(copy, new IndexWriterConfig(LuceneVersion.LUCENE_48, new PayloadAnalyzer()) { MergePolicy = new LogDocMergePolicy() }))
            writer.ForceMerge(1);
        using DirectoryReader merged = DirectoryReader.Open(copy);
        using DirectoryReader several = DirectoryReader.Open(directory);
        if (merged.NumDocs == 0)
            return;

        Assert.Equal(LiveContent.Of(Assert.Single(merged.Leaves).AtomicReader), LiveContent.Of(SlowCompositeReaderWrapper.Wrap(several)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Steps_and_seeks_land_where_they_do_in_the_sorted_list_of_all_terms(int seed)
    {
        var random = new Random(seed);
        using RAMDirectory directory = SomeIndex(seed);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        foreach (string field in MultiFields.GetFields(reader) ?? Enumerable.Empty<string>())
        {
            BytesRef[] all = [.. reader.Leaves.SelectMany(leaf => TermsOf(leaf.AtomicReader.GetTerms(field))).Distinct().Order()];
            Assert.Equal(all, TermsOf(MultiFields.GetTerms(reader, field)));

            GoAbout(reader, field, all, random);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Postings_of_all_segments_advance_to_where_repeated_steps_lead(int seed)
    {
        var random = new Random(seed);
        using RAMDirectory directory = SomeIndex(seed);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var some = new FixedBitSet(reader.MaxDoc);
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            if (random.Next(3) > 0)
                some.Set(doc);
        }
        foreach (string field in MultiFields.GetIndexedFields(reader))
        {
            BytesRef[] terms = [.. TermsOf(MultiFields.GetTerms(reader, field))];
            foreach (BytesRef term in Enumerable.Range(0, 5).Select(_ => terms[random.Next(terms.Length)]))
            {
                IBits? bits = random.Next(3) switch { 0 => null, 1 => MultiFields.GetLiveDocs(reader), _ => some };
                int[] expected = [.. reader.Leaves.SelectMany(leaf => DocsOf(leaf, field, term)).Where(doc => bits?.Get(doc) ?? true)];
                AssertAdvances(expected, MultiFields.GetTermDocsEnum(reader, bits, field, term)!, random);
                if (MultiFields.GetTermPositionsEnum(reader, bits, field, term) is { } positions)
                    AssertAdvances(expected, positions, random);
            }
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Global_ordinals_number_the_distinct_values_in_order(int seed)
    {
        using RAMDirectory directory = SomeIndex(seed);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        foreach (FieldInfo field in MultiFields.GetMergedFieldInfos(reader).Where(field => field.DocValuesType is DocValuesType.SORTED or DocValuesType.SORTED_SET))
        {
            TermsEnum[] ofSegments() => [.. reader.Leaves.Select(leaf => Values(leaf.AtomicReader, field) ?? TermsEnum.EMPTY)];
            BytesRef[][] values = [.. ofSegments().Select(terms => Walk(terms).ToArray())];
            BytesRef[] all = [.. values.SelectMany(each => each).Distinct().Order()];

            var map = new MultiDocValues.OrdinalMap(null, ofSegments());

            Assert.Equal(all.Length, map.ValueCount);
            for (int segment = 0; segment < values.Length; segment++)
                Assert.Equal(values[segment], values[segment].Select((_, ord) => all[map.GetGlobalOrd(segment, ord)]));
            for (int ord = 0; ord < all.Length; ord++)
            {
                Assert.Equal(Array.FindIndex(values, each => each.Contains(all[ord])), map.GetFirstSegmentNumber(ord));
                Assert.Equal(all[ord], values[map.GetFirstSegmentNumber(ord)][map.GetFirstSegmentOrd(ord)]);
            }
        }
    }

    [Fact]
    public void A_field_that_no_segment_has_is_missing_and_one_that_some_have_is_empty_elsewhere()
    {
        using var directory = new RAMDirectory();
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { MergePolicy = NoMergePolicy.NO_COMPOUND_FILES });
        foreach (string name in new[] { "first", "second" })
        {
            writer.AddDocument([new StringField(name, "x", Field.Store.NO), new SortedDocValuesField(name + "_value", new BytesRef("v")), new NumericDocValuesField("number", 5)]);
            writer.Commit();
        }
        using DirectoryReader reader = DirectoryReader.Open(directory);

        Assert.Null(MultiFields.GetTerms(reader, "third"));
        Assert.Null(MultiDocValues.GetNumericValues(reader, "third"));
        Assert.Null(MultiDocValues.GetSortedValues(reader, "third"));
        Assert.Null(MultiDocValues.GetDocsWithField(reader, "third"));
        Assert.Null(MultiFields.GetLiveDocs(reader));
        Assert.Null(MultiFields.GetTermDocsEnum(reader, null, "second", new BytesRef("y")));
        Assert.Equal(1, MultiFields.GetTermDocsEnum(reader, null, "second", new BytesRef("x"))!.NextDoc());
        Assert.Equal((-1, 0), (MultiDocValues.GetSortedValues(reader, "second_value")!.GetOrd(0), MultiDocValues.GetSortedValues(reader, "second_value")!.GetOrd(1)));
        Assert.Equal((false, true), (MultiDocValues.GetDocsWithField(reader, "second_value")!.Get(0), MultiDocValues.GetDocsWithField(reader, "second_value")!.Get(1)));
        Assert.Equal((5L, 5L), (MultiDocValues.GetNumericValues(reader, "number")!.Get(0), MultiDocValues.GetNumericValues(reader, "number")!.Get(1)));
    }

    [Fact]
    public void An_empty_index_has_no_fields_no_values_and_no_documents()
    {
        using var directory = new RAMDirectory();
        new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())).Dispose();
        using DirectoryReader reader = DirectoryReader.Open(directory);

        AtomicReader none = SlowCompositeReaderWrapper.Wrap(reader);

        Assert.Null(none.Fields);
        Assert.Null(MultiDocValues.GetSortedSetValues(reader, "any"));
        Assert.Equal((0, 0), (none.MaxDoc, none.FieldInfos.Count));
        Assert.Equal(0, new IndexSearcher(none).Search(new MatchAllDocsQuery(), 1).TotalHits);
    }

    // Half of the histories were merged into few segments; those go on with documents that are not.
    private static RAMDirectory SomeIndex(int seed)
    {
        var directory = new RAMDirectory();
        new RandomHistory(seed).Write(directory);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new PayloadAnalyzer()) { MaxBufferedDocs = 9, MergePolicy = NoMergePolicy.COMPOUND_FILES });
        var random = new Random(seed);
        for (int i = 0; i < 10 * (seed % 4); i++)
            writer.AddDocument(VariedDocument.Create(random, i, mostRepeats: 5));
        return directory;
    }

    private static void GoAbout(DirectoryReader reader, string field, BytesRef[] all, Random random)
    {
        TermsEnum terms = MultiFields.GetTerms(reader, field)!.GetEnumerator();
        int at = -1;
        for (int step = 0; step < 60; step++)
        {
            BytesRef target = NearTerm(all[random.Next(all.Length)], random);
            int place = Array.BinarySearch(all, target), ceiling = place < 0 ? ~place : place;
            switch (random.Next(4))
            {
                case 0:
                    Assert.Equal(place >= 0 ? TermsEnum.SeekStatus.FOUND : ceiling < all.Length ? TermsEnum.SeekStatus.NOT_FOUND : TermsEnum.SeekStatus.END, terms.SeekCeil(target));
                    at = ceiling;
                    break;
                case 1:
                    Assert.Equal(place >= 0, terms.SeekExact(target));
                    at = place >= 0 ? place : all.Length;
                    break;
                default:
                    if (at < all.Length)
                        at++;
                    Assert.Equal(at < all.Length, terms.MoveNext());
                    break;
            }
            if (at >= all.Length)
                continue;
            Assert.Equal(all[at], terms.Term);
            Assert.Equal((reader.DocFreq(new Term(field, all[at])), reader.TotalTermFreq(new Term(field, all[at]))), (terms.DocFreq, terms.TotalTermFreq));
        }
    }

    private static BytesRef NearTerm(BytesRef term, Random random)
    {
        byte[] bytes = [.. term.Bytes.AsSpan(term.Offset, term.Length)];
        if (random.Next(3) == 0 && bytes.Length > 0)
            bytes[random.Next(bytes.Length)] += (byte)random.Next(3);
        return new BytesRef(random.Next(5) == 0 ? [.. bytes, (byte)random.Next(256)] : bytes);
    }

    private static void AssertAdvances(int[] expected, DocsEnum docs, Random random)
    {
        Assert.Equal(-1, docs.DocID);
        while (docs.DocID != DocIdSetIterator.NO_MORE_DOCS)
        {
            int target = docs.DocID + (random.Next(2) == 0 ? 1 : random.Next(1, 90));
            int found = expected.FirstOrDefault(doc => doc >= target, DocIdSetIterator.NO_MORE_DOCS);
            Assert.Equal(found, target == docs.DocID + 1 && random.Next(2) == 0 ? docs.NextDoc() : docs.Advance(target));
            Assert.Equal(found, docs.DocID);
        }
    }

    private static List<int> DocsOf(AtomicReaderContext leaf, string field, BytesRef term)
    {
        var found = new List<int>();
        if (leaf.AtomicReader.GetTerms(field)?.GetEnumerator() is not { } terms || !terms.SeekExact(term))
            return found;
        DocsEnum docs = terms.Docs(null, null)!;
        while (docs.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            found.Add(leaf.DocBase + docs.DocID);
        return found;
    }

    private static TermsEnum? Values(AtomicReader leaf, FieldInfo field) =>
        field.DocValuesType == DocValuesType.SORTED ? leaf.GetSortedDocValues(field.Name)?.GetTermsEnum() : leaf.GetSortedSetDocValues(field.Name)?.GetTermsEnum();

    private static IEnumerable<BytesRef> TermsOf(Terms? terms) => Walk(terms?.GetEnumerator() ?? TermsEnum.EMPTY);

    private static IEnumerable<BytesRef> Walk(TermsEnum terms)
    {
        while (terms.MoveNext())
            yield return BytesRef.DeepCopyOf(terms.Term);
    }
}
