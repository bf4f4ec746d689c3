using System.IO;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using PolicySearch.Engine.Tests.Index;
using PolicySearch.Testing;
using Xunit;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>What we write is what Apache Lucene writes: the same dump, and clean.</summary>
public sealed class WriterFormatTests
{
    [NeedsTheory(Requirement.Oracle)]
    [InlineData(1, 1, 1), InlineData(2, 5, 7), InlineData(3, 1, 1000), InlineData(4, 3, 900), InlineData(5, 20, 2)]
    public void Any_documents_in_any_segments_dump_as_the_oracles_do(int seed, int segments, int perSegment)
    {
        using var folder = new TemporaryFolder();
        List<SampleDocument> documents = new SampleDocuments(seed).Take(segments * perSegment);
        Write(folder.Combine("ours"), documents, config =>
        {
            config.MaxBufferedDocs = Math.Max(2, perSegment);
            config.MergePolicy = NoMergePolicy.NO_COMPOUND_FILES;
            config.UseCompoundFile = seed % 2 == 0;
        });
        SampleDocument.WriteCorpus(folder.Combine("corpus.jsonl"), documents);
        Oracle.Run("write", "--segments", $"{segments}", folder.Combine("theirs"), folder.Combine("corpus.jsonl"));
        AssertSameDump(folder.Combine("theirs"), folder.Combine("ours"));
    }

    [NeedsTheory(Requirement.Oracle)]
    [InlineData(11, 500, 30), InlineData(12, 2000, 150), InlineData(13, 60, 2)]
    public void Merged_segments_dump_as_if_deleted_documents_had_never_been_there(int seed, int count, int perSegment)
    {
        using var folder = new TemporaryFolder();
        List<SampleDocument> documents = new SampleDocuments(seed).Take(count);
        var random = new Random(seed);
        HashSet<string> deleted = [.. documents.Where(_ => random.Next(3) == 0).Select(document => document.Id)];
        Write(folder.Combine("ours"), documents, config =>
        {
            config.MaxBufferedDocs = perSegment;
            // Keeps the order of documents, as the oracle has it.
            config.MergePolicy = new LogDocMergePolicy { MergeFactor = 4, MinMergeDocs = 10 };
        }, writer =>
        {
            foreach (string id in deleted)
                writer.DeleteDocuments(new Term("id", id));
            writer.ForceMerge(1);
        });
        SampleDocument.WriteCorpus(folder.Combine("corpus.jsonl"), documents.Where(document => !deleted.Contains(document.Id)));
        Oracle.Run("write", folder.Combine("theirs"), folder.Combine("corpus.jsonl"));
        AssertSameDump(folder.Combine("theirs"), folder.Combine("ours"));
    }

    [NeedsTheory(Requirement.Oracle)]
    [InlineData(21), InlineData(22), InlineData(23)]
    public void Fields_of_every_kind_are_clean_for_the_oracle_before_and_after_merging(int seed)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        using (var directory = FSDirectory.Open(folder.Path))
        using (var writer = new IndexWriter(directory, Config(50)))
        {
            for (int i = 0; i < 400; i++)
                writer.AddDocument(VariedDocument(random, i));
        }
        Oracle.AssertClean(folder.Path);
        string before = IndexDump.Of(folder.Path);
        Assert.Equal(Oracle.Run("dump", folder.Path).TrimEnd(), before.TrimEnd());
        using (var directory = FSDirectory.Open(folder.Path))
        using (var writer = new IndexWriter(directory, Config(50)))
        {
            writer.DeleteDocuments(new Term("mod", "3"));
            writer.ForceMerge(1);
        }
        Oracle.AssertClean(folder.Path);
        Assert.Equal(Oracle.Run("dump", folder.Path).TrimEnd(), IndexDump.Of(folder.Path).TrimEnd());
    }

    [NeedsFact(Requirement.Oracle)]
    public void The_index_is_no_larger_than_the_oracles()
    {
        using var folder = new TemporaryFolder();
        List<SampleDocument> documents = new SampleDocuments(6).Take(4000);
        Write(folder.Combine("ours"), documents, config => config.UseCompoundFile = false);
        SampleDocument.WriteCorpus(folder.Combine("corpus.jsonl"), documents);
        Oracle.Run("write", folder.Combine("theirs"), folder.Combine("corpus.jsonl"));
        Assert.InRange(Bytes(folder.Combine("ours")), 1, (long)(Bytes(folder.Combine("theirs")) * 1.02));
    }

    private static IndexWriterConfig Config(int maxBufferedDocs) =>
        new(LuceneVersion.LUCENE_48, new PayloadAnalyzer()) { MaxBufferedDocs = maxBufferedDocs, MergePolicy = new LogDocMergePolicy { MinMergeDocs = 10 } };

    // Options change from document to document: the segment keeps what all have.
    private static Document VariedDocument(Random random, int i)
    {
        var options = (IndexOptions)random.Next(1, 5);
        var document = new Document
        {
            new StringField("mod", $"{i % 7}", Field.Store.NO),
            new Field("varied", $"a b c{i % 30} a", new FieldType { IsIndexed = true, IndexOptions = i < 300 ? options : IndexOptions.DOCS_AND_FREQS, OmitNorms = i % 90 == 5 }),
            new Field("offsets", string.Concat(Enumerable.Repeat($"a b{i % 10} ", random.Next(1, 200))), new FieldType(TextField.TYPE_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS }),
            new Field("freqs", string.Concat(Enumerable.Repeat("x y ", random.Next(1, 9))), new FieldType { IsIndexed = true, IndexOptions = IndexOptions.DOCS_AND_FREQS }),
            new TextField("boosted", "a b", Field.Store.NO) { Boost = 1 + i % 5 },
            new TextField("twice", "one two", Field.Store.YES),
            new TextField("twice", "three", Field.Store.YES),
            new Int32Field("int", random.Next(-1000, 1000), Field.Store.YES),
            new Int64Field("long", random.NextInt64(), Field.Store.YES),
            new SingleField("single", 1 + random.NextSingle(), Field.Store.YES),
            new DoubleField("double", 1 + random.NextDouble(), Field.Store.YES),
            new StoredField("bytes", [(byte)i, 0, 255]),
            new BinaryDocValuesField("binary", new BytesRef(new string('b', i % 5))),
            new BinaryDocValuesField("fixed", new BytesRef($"{i:D4}")),
            new NumericDocValuesField("multiples", 1000L * random.Next(100_000)),
            new NumericDocValuesField("wide", random.NextInt64(long.MinValue, long.MaxValue)),
            new NumericDocValuesField("same", 7),
        };
        if (i % 3 == 0)
        {
            document.Add(new NumericDocValuesField("sparse", i));
            document.Add(new BinaryDocValuesField("sparse_binary", new BytesRef($"{i}")));
            document.Add(new SortedSetDocValuesField("single_set", new BytesRef($"s{i % 4}")));
        }
        if (i % 11 == 0)
            document.Add(new Field("payloads", "p q", PayloadType));
        return document;
    }

    private static readonly FieldType PayloadType = new FieldType(TextField.TYPE_NOT_STORED).Freeze();

    /// <summary>White space; tokens of the field "payloads" carry their text as payload, every second one.</summary>
    private sealed class PayloadAnalyzer() : Analyzer(PER_FIELD_REUSE_STRATEGY)
    {
        protected internal override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
        {
            var source = new WhitespaceTokenizer(LuceneVersion.LUCENE_48, reader);
            return fieldName == "payloads" ? new TokenStreamComponents(source, new PayloadFilter(source)) : new TokenStreamComponents(source);
        }

        private sealed class PayloadFilter : TokenFilter
        {
            private readonly ICharTermAttribute _term;
            private readonly IPayloadAttribute _payload;
            private int _count;

            public PayloadFilter(TokenStream input)
                : base(input)
            {
                _term = AddAttribute<ICharTermAttribute>();
                _payload = AddAttribute<IPayloadAttribute>();
            }

            public override bool IncrementToken()
            {
                if (!m_input.IncrementToken())
                    return false;
                _payload.Payload = _count++ % 2 == 0 ? new BytesRef(_term.ToString()!) : null;
                return true;
            }
        }
    }

    internal static void Write(string path, IEnumerable<SampleDocument> documents, Action<IndexWriterConfig> configure, Action<IndexWriter>? atEnd = null)
    {
        using var directory = FSDirectory.Open(path);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48));
        configure(config);
        using var writer = new IndexWriter(directory, config);
        foreach (SampleDocument document in documents)
            writer.AddDocument(document.ToLucene());
        atEnd?.Invoke(writer);
    }

    internal static void AssertSameDump(string expected, string actual)
    {
        Oracle.AssertClean(actual);
        Assert.Equal(Dump(expected), Dump(actual));
    }

    /// <summary>The dump without what depends on the layout.</summary>
    private static string Dump(string path) =>
        string.Join('\n', Oracle.Run("dump", path).Split('\n').Where(line => !line.StartsWith("segment ", StringComparison.Ordinal) && !line.StartsWith("index ", StringComparison.Ordinal)));

    private static long Bytes(string path) => new DirectoryInfo(path).EnumerateFiles().Sum(file => file.Length);
}
