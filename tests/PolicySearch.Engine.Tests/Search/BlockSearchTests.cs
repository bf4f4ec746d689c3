using Lucene.Net.Search;

namespace PolicySearch.Engine.Tests.Search;

public sealed class BlockSearchTests
{
    [Fact]
    public void A_number_is_found_where_it_stands_and_not_behind_the_counted_ones()
    {
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++)
        {
            int count = random.Next(40);
            int[] numbers = [.. Enumerable.Range(0, count).Select(_ => random.Next(60)).Order(), .. Enumerable.Repeat(int.MaxValue, BlockSearch.Reach)];
            int target = random.Next(60);
            int expected = Array.FindIndex(numbers, number => number >= target);

            Assert.Equal(numbers.Contains(target), BlockSearch.Contains(numbers, count, target));
            Assert.Equal(expected, BlockSearch.FirstAtLeast(numbers, 0, target));
            Assert.Equal(Array.FindIndex(numbers, expected, number => number >= target + 3), BlockSearch.FirstAtLeast(numbers, expected, target + 3));
        }
    }
}
