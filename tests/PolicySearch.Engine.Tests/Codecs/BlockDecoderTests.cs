using System.Buffers.Binary;
using Lucene.Net.Codecs;
using Lucene.Net.Store;

namespace PolicySearch.Engine.Tests.Codecs;

/// <summary>Blocks of every width, in both formats that a reader may meet, against the numbers that were written.</summary>
public sealed class BlockDecoderTests
{
    private const int Block = 128, Footer = 16, Before = 10, LastOfOnes = Before + Block;

    public static TheoryData<int, bool> Widths
    {
        get
        {
            var widths = new TheoryData<int, bool>();
            for (int width = 0; width <= 31; width++)
            {
                widths.Add(width, false);
                if (width > 0 && 64 % width == 0)
                    widths.Add(width, true);
            }
            return widths;
        }
    }

    [Theory, MemberData(nameof(Widths))]
    public void Numbers_and_their_sums_are_those_written(int width, bool inWords)
    {
        int[] expected = NumbersOf(width, new Random(width)), sums = Sums(expected);
        int bits = expected.Aggregate(0, (all, number) => all | number);
        using var file = new File(expected, width, inWords);
        int[] numbers = new int[Block + 1], added = new int[Block + 2];

        file.Decoder.Read(file.AtBlock(), numbers);
        Assert.Equal([.. expected, 0], numbers);

        Assert.Equal(bits, file.Decoder.ReadSums(file.AtBlock(), added));
        Assert.Equal([.. sums, 0], added);

        Array.Clear(numbers);
        Array.Clear(added);
        Assert.Equal(bits, file.Decoder.ReadWithSums(file.AtBlock(), numbers, added));
        Assert.Equal([.. expected, 0], numbers);
        Assert.Equal([.. sums, 0], added);
        Assert.Equal(file.End, file.Input.Position);
    }

    // Gap number 64 is replaced: all others are one.
    [Theory]
    [InlineData(1, LastOfOnes + 1, true)]
    [InlineData(1, LastOfOnes, false)]
    [InlineData(500, LastOfOnes + 500, true)]
    [InlineData(500, LastOfOnes + 499, false)]
    [InlineData(int.MaxValue, int.MaxValue, false)]
    [InlineData(1 << 24, int.MaxValue, true)]
    public void Gaps_become_documents_that_ascend_below_the_limit_or_are_refused(int gap, int maxDoc, bool holds)
    {
        int[] gaps = [.. Enumerable.Repeat(1, Block)];
        gaps[64] = gap;
        using var file = new File(gaps, 31, inWords: false);
        var docs = new int[Block];

        Assert.Equal(holds, file.Decoder.ReadDocs(file.AtBlock(), docs, Before, maxDoc));

        if (holds)
            Assert.Equal((Before + 1, Before + 64, Before + 64 + gap, LastOfOnes - 1 + gap), (docs[0], docs[63], docs[64], docs[^1]));
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    public void Gaps_of_32_bits_whose_sums_wrap_around_are_refused(int gap)
    {
        int[] gaps = [.. Enumerable.Repeat(1, Block)];
        gaps[64] = gap;
        using var file = new File(gaps, 32, inWords: false);

        Assert.False(file.Decoder.ReadDocs(file.AtBlock(), new int[Block], Before, int.MaxValue));
    }

    private static int[] NumbersOf(int width, Random random) =>
        width == 0 ? [.. Enumerable.Repeat(37, Block)] : [.. Enumerable.Range(0, Block).Select(_ => (int)random.NextInt64(1L << width))];

    private static int[] Sums(int[] numbers)
    {
        var sums = new int[numbers.Length + 1];
        for (int i = 0; i < numbers.Length; i++)
            sums[i + 1] = sums[i] + numbers[i];
        return sums;
    }

    /// <summary>A file with a table of formats, one block and room for a footer.</summary>
    private sealed class File : IDisposable
    {
        private readonly RAMDirectory directory = new();
        private readonly long block;

        public File(int[] numbers, int width, bool inWords)
        {
            using (IndexOutput output = directory.CreateOutput("blocks", IOContext.DEFAULT))
            {
                output.WriteVInt32(BitPacker.Version);
                for (int bits = 1; bits <= 32; bits++)
                    output.WriteVInt32((inWords && bits == width ? 1 << 5 : 0) | (bits - 1));
                block = output.Position;
                output.WriteByte((byte)width);
                if (width == 0)
                    output.WriteVInt32(numbers[0]);
                else
                    WriteBlock(output, numbers, width, inWords);
                End = output.Position;
                output.WriteBytes(new byte[Footer], 0, Footer);
            }
            Input = (MemoryInput)directory.OpenInput("blocks", IOContext.DEFAULT);
            Decoder = new BlockDecoder(Input);
        }

        public BlockDecoder Decoder { get; }

        public MemoryInput Input { get; }

        public long End { get; }

        public MemoryInput AtBlock()
        {
            Input.Seek(block);
            return Input;
        }

        public void Dispose()
        {
            Input.Dispose();
            directory.Dispose();
        }

        // By the description of the format, a bit at a time: in words the first number in the lowest bits, else the first in the highest bits of the first byte.
        private static void WriteBlock(IndexOutput output, int[] numbers, int width, bool inWords)
        {
            var packed = new byte[Block / 8 * width];
            for (int bit = 0; bit < Block * width; bit++)
            {
                int number = numbers[bit / width], inNumber = bit % width;
                if (inWords)
                {
                    Span<byte> word = packed.AsSpan(bit / 64 * 8, 8);
                    BinaryPrimitives.WriteUInt64BigEndian(word, BinaryPrimitives.ReadUInt64BigEndian(word) | ((ulong)(uint)number >> inNumber & 1) << bit % 64);
                }
                else
                    packed[bit / 8] |= (byte)((number >> width - 1 - inNumber & 1) << 7 - bit % 8);
            }
            output.WriteBytes(packed, 0, packed.Length);
        }
    }
}
