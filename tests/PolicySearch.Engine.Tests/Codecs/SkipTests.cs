using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Engine.Tests.Writing;

namespace PolicySearch.Engine.Tests.Codecs;

/// <summary>Skipping to a document, above all to those at the ends of blocks, where the skips of every level end.</summary>
public sealed class SkipTests : IDisposable
{
    // Enough postings for three levels of skips; the word stands in every third document, as often as the document's number says.
    private const int Documents = 60_000, Step = 3, Block = 128;

    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;

    // How many tokens the field has before each document.
    private readonly int[] tokensBefore = new int[Documents];

    public SkipTests()
    {
        var offsets = new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS };
        using var analyzer = new PayloadAnalyzer();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)))
        {
            for (int doc = 0, tokens = 0; doc < Documents; doc++)
            {
                string text = doc % Step == 0 ? string.Concat(Enumerable.Repeat("x w ", Occurrences(doc))) : doc % Step == 1 ? "x" : "x x";
                writer.AddDocument(new Document { new TextField("body", text, Field.Store.NO), new Field("offsets", text, offsets), new Field("payloads", text, offsets) });
                tokensBefore[doc] = tokens;
                tokens += (text.Length + 1) / 2;
            }
            writer.ForceMerge(1);
        }
        reader = DirectoryReader.Open(directory);
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void A_fresh_enumerator_advances_to_the_first_document_that_is_at_least_the_target()
    {
        foreach (int target in Targets())
        {
            DocsEnum docs = MultiFields.GetTermDocsEnum(reader, null, "body", new BytesRef("w"))!;

            Assert.Equal(Expected(target), docs.Advance(target));
        }
    }

    [Theory]
    [InlineData("body")]
    [InlineData("offsets")]
    [InlineData("payloads")]
    public void Advancing_again_and_again_passes_none_and_finds_the_positions(string field)
    {
        var random = new Random(11);
        for (int round = 0; round < 200; round++)
        {
            DocsAndPositionsEnum docs = MultiFields.GetTermPositionsEnum(reader, null, field, new BytesRef("w"))!;
            int reach = 1 << random.Next(2, 16);
            for (int doc = -1; doc != DocIdSetIterator.NO_MORE_DOCS;)
            {
                int target = doc + 1 + random.Next(reach);
                doc = docs.Advance(target);
                Assert.Equal(Expected(target), doc);
                if (doc == DocIdSetIterator.NO_MORE_DOCS || random.Next(3) > 0)
                    continue;
                // Not always to the last: what is left is passed on the way to the next document.
                int read = random.Next(docs.Freq + 1);
                Assert.Equal(Enumerable.Range(0, read).Select(i => Place(field, doc, i)), Enumerable.Range(0, read).Select(_ => Place(docs)));
            }
        }
    }

    private static string Place(DocsAndPositionsEnum docs) => $"{docs.NextPosition()} {docs.StartOffset}-{docs.EndOffset} {docs.GetPayload()?.Utf8ToString()}";

    private string Place(string field, int doc, int occurrence)
    {
        string offsets = field == "body" ? "-1--1" : $"{4 * occurrence + 2}-{4 * occurrence + 3}";
        int token = tokensBefore[doc] + 2 * occurrence + 1;
        return $"{2 * occurrence + 1} {offsets} {(field == "payloads" && token % 2 == 0 ? $"w{token}" : "")}";
    }

    // Of a kind that blocks of documents do not end with blocks of positions.
    private static int Occurrences(int doc) => 1 + doc / Step % 6 + doc / Step % 5;

    private static int Expected(int target)
    {
        int doc = (target + Step - 1) / Step * Step;
        return doc < Documents ? doc : DocIdSetIterator.NO_MORE_DOCS;
    }

    private static IEnumerable<int> Targets()
    {
        for (int end = Block - 1; end < Documents / Step; end += Block)
        {
            for (int near = -1; near <= 1; near++)
                yield return end * Step + near;
        }
        yield return Documents;
    }
}
