using PolicySearch.Search.Passages;

namespace PolicySearch.Search.Tests.Passages;

public sealed class ShinglesTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void Texts_that_share_a_run_of_guaranteed_length_keep_a_hash_in_common(int seed)
    {
        var random = new Random(seed);
        string shared = Text(random, Shingles.Guarantee);
        string first = Text(random, random.Next(60)) + shared + Text(random, random.Next(60));
        string second = Text(random, random.Next(60)) + shared + Text(random, random.Next(60));
        Assert.NotEmpty(Hashes(first).Intersect(Hashes(second)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Rolling_hashes_are_those_of_each_shingle_alone(int seed)
    {
        string text = Text(new Random(seed), 50);
        Assert.Equal(Enumerable.Range(0, text.Length - Shingles.Width + 1).Select(i => Shingles.All(text.AsSpan(i, Shingles.Width))[0]), Shingles.All(text));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_window_keeps_its_smallest_hash_and_nothing_else_is_kept(int seed)
    {
        string text = Text(new Random(seed), 200);
        uint[] all = Shingles.All(text);
        var expected = Enumerable.Range(0, all.Length - Shingles.Window + 1).Select(start => all.Skip(start).Take(Shingles.Window).Min()).ToHashSet();
        Assert.Equal(expected.Order(), Hashes(text).Order());
        Assert.InRange(Hashes(text).Count, all.Length / (2 * Shingles.Window), all.Length / 4);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(Shingles.Width - 1, 0)]
    [InlineData(Shingles.Width, 1)]
    [InlineData(Shingles.Guarantee - 1, 1)]
    public void Short_texts_keep_one_hash_or_none(int length, int expected) => Assert.Equal(expected, Shingles.Winnow(Text(new Random(1), length)).Count);

    [Fact]
    public void Different_hashes_are_different_terms_of_five_characters()
    {
        string[] terms = [.. Enumerable.Range(0, 5000).Select(i => Shingles.Term((uint)i * 2654435761 & 0x3FFFFFFF))];
        Assert.Equal(terms.Length, terms.Distinct().Count());
        Assert.All(terms, term => Assert.Equal(5, term.Length));
    }

    private static HashSet<uint> Hashes(string text) => [.. Shingles.Winnow(text).Select(shingle => shingle.Hash)];

    private static string Text(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('一' + random.Next(3000))));
}
