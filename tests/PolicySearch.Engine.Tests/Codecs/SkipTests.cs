using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Codecs;

/// <summary>Skipping to a document, above all to those at the ends of blocks, where the skips of every level end.</summary>
public sealed class SkipTests : IDisposable
{
    // Enough postings for three levels of skips; the word stands in every third document, as often as the document's number says.
    private const int Documents = 60_000, Step = 3, Block = 128;

    private readonly RAMDirectory directory = new();
    private readonly DirectoryReader reader;

    public SkipTests()
    {
        using var analyzer = new WhitespaceAnalyzer(LuceneVersion.LUCENE_48);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)))
        {
            for (int doc = 0; doc < Documents; doc++)
                writer.AddDocument(new Document { new TextField("body", doc % Step == 0 ? string.Concat(Enumerable.Repeat("x w ", Occurrences(doc))) : "x", Field.Store.NO) });
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

    [Fact]
    public void Advancing_again_and_again_passes_none_and_finds_the_positions()
    {
        var random = new Random(11);
        for (int round = 0; round < 200; round++)
        {
            DocsAndPositionsEnum docs = MultiFields.GetTermPositionsEnum(reader, null, "body", new BytesRef("w"))!;
            int reach = 1 << random.Next(2, 16);
            for (int doc = -1; doc != DocIdSetIterator.NO_MORE_DOCS;)
            {
                int target = doc + 1 + random.Next(reach);
                doc = docs.Advance(target);
                Assert.Equal(Expected(target), doc);
                if (doc == DocIdSetIterator.NO_MORE_DOCS || random.Next(3) > 0)
                    continue;
                Assert.Equal(Enumerable.Range(0, Occurrences(doc)).Select(i => 2 * i + 1), Enumerable.Range(0, docs.Freq).Select(_ => docs.NextPosition()));
            }
        }
    }

    private static int Occurrences(int doc) => 1 + doc / Step % 5;

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
