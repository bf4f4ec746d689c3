using System.Runtime.Intrinsics;
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

    [Fact]
    public void A_number_of_a_whole_or_short_block_is_found_by_its_parts()
    {
        var random = new Random(8);
        for (int i = 0; i < 5_000; i++)
        {
            int count = 1 + random.Next(128), largest = 128 << random.Next(8);
            int[] block = [.. Enumerable.Range(0, count).Select(_ => random.Next(largest)).Order(), .. Enumerable.Repeat(int.MaxValue, 128 - count), .. new int[BlockSearch.Reach]];
            for (int target = 0; target <= block[count - 1]; target += 1 + random.Next(largest / 16))
                Assert.Equal(Array.FindIndex(block, number => number >= target), BlockSearch.FirstAtLeast(block, BlockSearch.PartEnds(block), target));
        }
    }

    [Fact]
    public void Of_eight_numbers_those_are_told_that_are_among_eight_others()
    {
        var random = new Random(9);
        for (int i = 0; i < 5_000; i++)
        {
            int[] numbers = [.. Enumerable.Range(0, 16).Select(_ => random.Next(24))], others = [.. Enumerable.Range(0, 16).Select(_ => random.Next(24))];
            int from = random.Next(9);
            uint expected = 0;
            for (int lane = 0; lane < 8; lane++)
                expected |= others.AsSpan(from, 8).Contains(numbers[from + lane]) ? 1u << lane : 0;

            Assert.Equal(expected, BlockSearch.StandAmong(Vector256.Create(numbers, from), Vector256.Create(others, from)).ExtractMostSignificantBits());
        }
    }
}
