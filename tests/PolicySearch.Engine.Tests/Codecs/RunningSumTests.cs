using Lucene.Net.Codecs;

namespace PolicySearch.Engine.Tests.Codecs;

public sealed class RunningSumTests
{
    public static TheoryData<int> Seeds => Environment.GetEnvironmentVariable("TEST_SEED") is { } seed ? [int.Parse(seed)] : [.. Enumerable.Range(1, 4)];

    [Theory, MemberData(nameof(Seeds))]
    public void Sums_are_those_of_adding_one_by_one_and_reach_beyond_the_last_that_is_needed(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++)
        {
            int[] gaps = [.. Enumerable.Range(0, 160).Select(_ => random.Next(50))];
            int from = random.Next(20), count = random.Next(1, 120), to = random.Next(20), before = random.Next(-10, 100);
            int last = random.Next(8) == 0 ? int.MaxValue : before + random.Next(3_000);
            int[] expected = Sums(gaps.AsSpan(from, count), before), target = new int[160];
            int sum = before;

            int taken = RunningSum.Take(gaps, from, count, last, target, to, ref sum);

            Assert.InRange(taken, 1, count);
            Assert.Equal(expected[..taken], target[to..(to + taken)]);
            Assert.Equal(expected[taken - 1], sum);
            Assert.True(taken == count || sum > last, $"seed {seed}: stopped at {sum}, before {last}");
        }
    }

    [Fact]
    public void Sums_stand_behind_a_zero_and_tell_the_bits_of_what_was_added()
    {
        var random = new Random(5);
        for (int count = 0; count <= 128; count++)
        {
            int[] numbers = [.. Enumerable.Range(0, count + RunningSum.Reach).Select(_ => random.Next(1 << random.Next(1, 24)))];
            var target = new int[1 + count + RunningSum.Reach];
            Array.Fill(target, -1);

            int bits = RunningSum.Behind(numbers, count, target);

            Assert.Equal([0, .. Sums(numbers.AsSpan(0, count), 0)], target[..(count + 1)]);
            Assert.Equal(numbers.Take(count).Aggregate(0, (all, number) => all | number), bits);
        }
    }

    [Fact]
    public void Gaps_become_sums_in_place_and_tell_their_bits()
    {
        var random = new Random(6);
        for (int i = 0; i < 1_000; i++)
        {
            int largest = 1 << random.Next(1, 31), start = random.Next(-10, 10);
            int[] gaps = [.. Enumerable.Range(0, 128).Select(_ => random.Next(largest))], sums = [.. gaps];

            Assert.Equal(gaps.Aggregate(0, (bits, gap) => bits | gap), RunningSum.InPlace(sums, start));
            Assert.Equal(Sums(gaps, start), sums);
        }
    }

    private static int[] Sums(ReadOnlySpan<int> gaps, int sum)
    {
        var sums = new int[gaps.Length];
        for (int i = 0; i < gaps.Length; i++)
            sums[i] = sum += gaps[i];
        return sums;
    }
}
