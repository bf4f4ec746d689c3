using Lucene.Net.Index;

namespace PolicySearch.Engine.Tests.Writing;

public sealed class TermTableTests
{
    public static TheoryData<int> Seeds => Environment.GetEnvironmentVariable("TEST_SEED") is { } seed ? [int.Parse(seed)] : [.. Enumerable.Range(1, 12)];

    [Theory, MemberData(nameof(Seeds))]
    public void Terms_get_the_ordinals_that_a_dictionary_gives_and_are_sorted_as_bytes(int seed)
    {
        var random = new Random(seed);
        var table = new TermTable(new BytePool(new BlockStock()));
        var model = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] term = RandomTerm(random);
            bool expectedNew = model.TryAdd(Convert.ToHexString(term), model.Count);

            int ordinal = table.GetOrAdd(term, out bool isNew);

            Assert.Equal(expectedNew, isNew);
            Assert.Equal(model[Convert.ToHexString(term)], ordinal);
            Assert.Equal(ordinal, table.Find(term));
            Assert.True(table.Bytes(ordinal).SequenceEqual(term));
            byte[] other = RandomTerm(random);
            Assert.Equal(model.GetValueOrDefault(Convert.ToHexString(other), -1), table.Find(other));
        }
        Assert.Equal(model.Count, table.Count);
        Assert.Equal(model.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value), table.Sort());
    }

    // Few distinct bytes, zero among them, and lengths on both sides of what a slot holds: terms that differ in length or in one byte only.
    private static byte[] RandomTerm(Random random)
    {
        var term = new byte[random.Next(20) == 0 ? random.Next(400) : random.Next(12)];
        for (int i = 0; i < term.Length; i++)
            term[i] = (byte)(random.Next(3) * 127);
        return term;
    }
}
