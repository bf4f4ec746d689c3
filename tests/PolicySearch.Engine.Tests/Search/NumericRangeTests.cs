using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace PolicySearch.Engine.Tests.Search;

/// <summary>Ranges of numbers against comparing the numbers themselves.</summary>
public sealed class NumericRangeTests
{
    public static TheoryData<int, int> Cases => new() { { 1, 1 }, { 2, 4 }, { 3, 4 }, { 4, 7 }, { 5, 8 }, { 6, 16 }, { 7, 40 }, { 8, 64 }, { 9, int.MaxValue } };

    [Theory, MemberData(nameof(Cases))]
    public void A_range_finds_the_numbers_between_its_ends(int seed, int step)
    {
        var random = new Random(seed);
        long[] longs = [.. Enumerable.Range(0, 400).Select(_ => Long(random)), long.MinValue, long.MaxValue, 0];
        double[] doubles = [.. longs.Select(value => random.Next(3) == 0 ? value * 1e-9 : BitConverter.Int64BitsToDouble(value)), double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 0.0];
        int[] ints = Array.ConvertAll(longs, value => (int)value);
        float[] floats = [.. doubles.Select(value => (float)value)];
        using var directory = new RAMDirectory();
        using DirectoryReader reader = Write(directory, step, longs, ints, doubles, floats);
        var searcher = new IndexSearcher(reader);
        for (int i = 0; i < 100; i++)
        {
            (bool low, bool high) = (random.Next(2) == 0, random.Next(2) == 0);
            AssertFinds(searcher, longs, random, (min, max) => NumericRangeQuery.NewInt64Range("long", step, min, max, low, high), low, high);
            AssertFinds(searcher, ints, random, (min, max) => NumericRangeQuery.NewInt32Range("int", step, min, max, low, high), low, high);
            AssertFinds(searcher, doubles, random, (min, max) => NumericRangeQuery.NewDoubleRange("double", step, min, max, low, high), low, high);
            AssertFinds(searcher, floats, random, (min, max) => NumericRangeQuery.NewSingleRange("float", step, min, max, low, high), low, high);
        }
    }

    [Fact]
    public void A_million_numbers_are_found_by_some_dozen_terms()
    {
        var ranges = new TermRanges();
        NumericUtils.SplitInt64Range(ranges.Of64Bits, NumericUtils.PRECISION_STEP_DEFAULT, -123_457, 876_543);

        // At each of sixteen levels at most fifteen terms at either end.
        Assert.InRange(ranges.Found.Count, 2, 31);
        Assert.All(ranges.Found, range => Assert.InRange(range.Last.Bytes[range.Last.Length - 1] - range.First.Bytes[range.First.Length - 1] & 0x7f, 0, 14));
        Assert.Equal(ranges.Found.OrderBy(range => range.First).ThenBy(range => range.Last), ranges.Found);
    }

    [Fact]
    public void Equal_queries_have_equal_fields_steps_and_ends()
    {
        NumericRangeQuery<int> query = NumericRangeQuery.NewInt32Range("n", 1, null, true, false);

        Assert.Equal(query, NumericRangeQuery.NewInt32Range("n", 4, 1, null, true, false));
        Assert.Equal("n:[1 TO *}", query.ToString());
        Assert.All<Query>(
            [NumericRangeQuery.NewInt32Range("m", 1, null, true, false), NumericRangeQuery.NewInt32Range("n", 8, 1, null, true, false), NumericRangeQuery.NewInt32Range("n", 2, null, true, false),
                NumericRangeQuery.NewInt32Range("n", 1, 2, true, false), NumericRangeQuery.NewInt32Range("n", 1, null, false, false), NumericRangeQuery.NewInt64Range("n", 1, null, true, false)],
            other => Assert.NotEqual(query, other));
        Assert.Throws<ArgumentException>(() => NumericRangeQuery.NewInt32Range("n", 0, 1, 2, true, true));
    }

    // Near zero, near the ends and anywhere; some twice.
    private static long Long(Random random) => random.Next(5) switch
    {
        0 => random.Next(-20, 20),
        1 => long.MaxValue - random.Next(5),
        2 => long.MinValue + random.Next(5),
        3 => random.NextInt64(-100_000, 100_000),
        _ => random.NextInt64(long.MinValue, long.MaxValue),
    };

    private static void AssertFinds<T>(IndexSearcher searcher, T[] values, Random random, Func<T?, T?, Query> query, bool low, bool high) where T : struct, IComparable<T>
    {
        T? min = random.Next(6) == 0 ? null : values[random.Next(values.Length)], max = random.Next(6) == 0 ? null : values[random.Next(values.Length)];
        Query range = query(min, max);

        int[] found = [.. searcher.Search(range, values.Length + 10).ScoreDocs.Select(hit => hit.Doc).Order()];

        Assert.True(found.SequenceEqual(Enumerable.Range(0, values.Length).Where(i => IsBetween(values[i], min, max, low, high))), range.ToString());
    }

    private static bool IsBetween<T>(T value, T? min, T? max, bool low, bool high) where T : struct, IComparable<T> =>
        (min is { } first ? Compare(value, first) is > 0 or 0 && (low || Compare(value, first) > 0) : true)
        && (max is { } last ? Compare(value, last) < 0 || high && Compare(value, last) == 0 : value is not (double.NaN or float.NaN));

    // As terms stand: −0 before 0, NaN behind all (and of one pattern here).
    private static int Compare<T>(T a, T b) where T : IComparable<T> => (a, b) switch
    {
        (double x, double y) when x == y => double.IsNegative(y).CompareTo(double.IsNegative(x)),
        (float x, float y) when x == y => float.IsNegative(y).CompareTo(float.IsNegative(x)),
        (double x, double y) when double.IsNaN(x) || double.IsNaN(y) => double.IsNaN(x).CompareTo(double.IsNaN(y)),
        (float x, float y) when float.IsNaN(x) || float.IsNaN(y) => float.IsNaN(x).CompareTo(float.IsNaN(y)),
        _ => a.CompareTo(b),
    };

    private static DirectoryReader Write(Directory directory, int step, long[] longs, int[] ints, double[] doubles, float[] floats)
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { MaxBufferedDocs = 150, MergePolicy = NoMergePolicy.NO_COMPOUND_FILES }))
        {
            for (int i = 0; i < doubles.Length; i++)
            {
                var document = new Document
                {
                    new DoubleField("double", doubles[i], new FieldType(DoubleField.TYPE_NOT_STORED) { NumericPrecisionStep = step }),
                    new SingleField("float", floats[i], new FieldType(SingleField.TYPE_NOT_STORED) { NumericPrecisionStep = step }),
                };
                if (i < longs.Length)
                {
                    document.Add(new Int64Field("long", longs[i], new FieldType(Int64Field.TYPE_NOT_STORED) { NumericPrecisionStep = step }));
                    document.Add(new Int32Field("int", ints[i], new FieldType(Int32Field.TYPE_NOT_STORED) { NumericPrecisionStep = step }));
                }
                writer.AddDocument(document);
            }
        }
        return DirectoryReader.Open(directory);
    }
}
