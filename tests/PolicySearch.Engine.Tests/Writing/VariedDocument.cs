using System.IO;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Writing;

/// <summary>Documents with fields of every kind, for <see cref="PayloadAnalyzer"/>.</summary>
internal static class VariedDocument
{
    private static readonly FieldType PayloadType = new FieldType(TextField.TYPE_NOT_STORED).Freeze();

    /// <summary>Document <paramref name="i"/>. Index options change from document to document: the segment keeps what all have.</summary>
    /// <param name="random">Chooses the rest.</param>
    /// <param name="i">The document's number.</param>
    /// <param name="mostRepeats">Bounds the length of the field "offsets".</param>
    public static Document Create(Random random, int i, int mostRepeats = 200)
    {
        var options = (IndexOptions)random.Next(1, 5);
        var document = new Document
        {
            new StringField("mod", $"{i % 7}", Field.Store.NO),
            new Field("varied", $"a b c{i % 30} a", new FieldType { IsIndexed = true, IndexOptions = i < 300 ? options : IndexOptions.DOCS_AND_FREQS, OmitNorms = i % 90 == 5 }),
            new Field("offsets", string.Concat(Enumerable.Repeat($"a b{i % 10} ", random.Next(1, mostRepeats))), new FieldType(TextField.TYPE_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS }),
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
}

/// <summary>White space; tokens of the field "payloads" carry their text and number as payload, every second one.</summary>
internal sealed class PayloadAnalyzer() : Analyzer(PER_FIELD_REUSE_STRATEGY)
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
            _payload.Payload = _count % 2 == 0 ? new BytesRef($"{_term}{_count}") : null;
            _count++;
            return true;
        }
    }
}
