using System.Runtime.Intrinsics;
using Lucene.Net.Codecs;

namespace PolicySearch.Engine.Tests.Codecs;

public sealed class RunningSumTests
{
    [Fact]
    public void Sums_are_those_of_adding_one_by_one_and_the_bits_those_of_all_numbers()
    {
        var random = new Random(6);
        for (int i = 0; i < 1_000; i++)
        {
            int largest = 1 << random.Next(1, 31), start = random.Next(-10, 10), expected = start, bits = 0;
            var sum = new RunningSum(start);
            for (int group = 0; group < 16; group++)
            {
                int[] eight = [.. Enumerable.Range(0, 8).Select(_ => random.Next(largest))], sums = [.. eight.Select(number => expected += number)];
                bits = eight.Aggregate(bits, (all, number) => all | number);

                Assert.Equal(Vector256.Create(sums), sum.Add(Vector256.Create(eight)));
                Assert.Equal(bits, sum.Bits);
            }
        }
    }
}
