using PolicySearch.Documents;
using PolicySearch.Search.Indexing;

namespace PolicySearch.Search.Tests.Indexing;

public sealed class StoredFiguresTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 8)];

    [Theory, MemberData(nameof(Seeds))]
    public void Figures_come_back_as_they_were(int seed)
    {
        var random = new Random(seed);
        List<Figure> figures = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => One(random))];
        byte[] bytes = StoredFigures.Write(figures);
        Assert.Equal(figures, StoredFigures.Read(new MemoryStream(bytes)));
        Assert.Equal(figures.Select(figure => figure.Value.ToString()), StoredFigures.Read(new MemoryStream(bytes)).Select(figure => figure.Value.ToString()));
    }

    [Fact]
    public void Half_a_surrogate_pair_spoils_its_own_text_alone() =>
        Assert.Equal("\uFFFD率", StoredFigures.Read(new MemoryStream(StoredFigures.Write([One(new Random(1)) with { Subject = "\ud83d率" }])))[0].Subject);

    [Theory, MemberData(nameof(Seeds))]
    public void Bytes_that_are_cut_off_are_an_error(int seed)
    {
        byte[] bytes = StoredFigures.Write([One(new Random(seed))]);
        for (int length = 1; length < bytes.Length; length++)
            Assert.Throws<EndOfStreamException>(() => StoredFigures.Read(new MemoryStream(bytes[..length])));
    }

    private static Figure One(Random random)
    {
        int sentence = random.Next(100_000), start = sentence + random.Next(200), end = start + random.Next(1, 20);
        return new(
            random.Next(4) == 0 ? null : "签约率", (Comparator)random.Next(8), random.Next() / 100m, random.Next(3) == 0 ? random.Next() * 1_000_000_000_000m : null,
            random.Next(3) == 0 ? "" : "%", random.Next(2) == 0 ? null : random.Next(1990, 2040), random.Next(2) == 0, start, end, sentence, end + random.Next(100));
    }
}
