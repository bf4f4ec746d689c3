using Lucene.Net.Codecs;

namespace PolicySearch.Engine.Tests.Codecs;

public sealed class BlockDecoderTests
{
    private const int Block = 128, Before = 10, LastOfOnes = Before + Block;

    // Gap number 64 is replaced: all others are one.
    [Theory]
    [InlineData(1, LastOfOnes + 1, true)]
    [InlineData(1, LastOfOnes, false)]
    [InlineData(500, LastOfOnes + 500, true)]
    [InlineData(500, LastOfOnes + 499, false)]
    [InlineData(-100, LastOfOnes + 1, false)]
    [InlineData(int.MaxValue, int.MaxValue, false)]
    [InlineData(1 << 24, int.MaxValue, true)]
    public void Gaps_become_documents_that_ascend_below_the_limit_or_are_refused(int gap, int maxDoc, bool holds)
    {
        int[] gaps = [.. Enumerable.Repeat(1, Block)];
        gaps[64] = gap;

        Assert.Equal(holds, BlockDecoder.ToDocs(gaps, Before, maxDoc));

        if (holds)
            Assert.Equal((Before + 1, Before + 64, Before + 64 + gap, LastOfOnes - 1 + gap), (gaps[0], gaps[63], gaps[64], gaps[^1]));
    }
}
