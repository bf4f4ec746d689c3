using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>
/// Decodes blocks of 128 numbers. Reads up to 16 bytes behind a block, which the footer of each file is good for.
/// Immutable; any number of threads may use it.
/// </summary>
internal sealed unsafe class BlockDecoder
{
    private const int BlockSize = PostingsFormat.BlockSize, Group = 8;

    // Per width w ≤ 25: which bytes make the eight numbers of a group of w bytes, and how far to shift each.
    private static readonly Vector256<byte>[] Shuffles = BuildShuffles();
    private static readonly Vector256<uint>[] Shifts = BuildShifts();

    private static readonly Vector256<uint> Lanes = Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7);

    private readonly bool[] wordwise = new bool[33];

    /// <summary>Reads the table of formats that stands behind the header of the .doc.</summary>
    public BlockDecoder(MemoryInput input)
    {
        PackedBits.CheckVersion(input);
        for (int width = 1; width <= 32; width++)
        {
            int code = input.ReadVInt32();
            int format = code >> 5;
            if ((code & 31) + 1 != width || format is < 0 or > 1 || (format == 1 && 64 % width != 0))
                input.ThrowCorrupt(input.Position - 1, $"format 0 or 1 for blocks of width {width}", $"format {format}, width {(code & 31) + 1}");
            wordwise[width] = format == 1;
        }
    }

    /// <summary>Decodes the next block into <paramref name="numbers"/>, of length 128 or more.</summary>
    public void Read(MemoryInput input, int[] numbers)
    {
        fixed (int* target = numbers.AsSpan(0, BlockSize))
        {
            var sink = new Numbers(target);
            Read(input, ref sink);
        }
    }

    /// <summary>
    /// Decodes the next block and adds its numbers up: each sum into <paramref name="sums"/>, behind the zero that it begins with. Returns the numbers' bits, all of
    /// them or-ed. Sums that are too large wrap around.
    /// </summary>
    /// <param name="input">Where the block stands.</param>
    /// <param name="sums">Of length 129 or more.</param>
    public int ReadSums(MemoryInput input, int[] sums)
    {
        sums[0] = 0;
        fixed (int* target = sums.AsSpan(1, BlockSize))
        {
            var sink = new Sums(target, 0);
            Read(input, ref sink);
            return sink.Bits;
        }
    }

    /// <summary>Both <see cref="Read(MemoryInput, int[])"/> and <see cref="ReadSums(MemoryInput, int[])"/>.</summary>
    public int ReadWithSums(MemoryInput input, int[] numbers, int[] sums)
    {
        sums[0] = 0;
        fixed (int* target = numbers.AsSpan(0, BlockSize), added = sums.AsSpan(1, BlockSize))
        {
            var sink = new NumbersAndSums(target, added);
            Read(input, ref sink);
            return sink.Bits;
        }
    }

    /// <summary>
    /// Decodes the next block as gaps between documents: <c>[3, 1, 4]</c> after document 10 becomes <c>[13, 14, 18]</c>. False when they do not ascend or reach
    /// <paramref name="maxDoc"/>.
    /// </summary>
    public bool ReadDocs(MemoryInput input, int[] docs, int previous, int maxDoc)
    {
        int bits;
        fixed (int* target = docs.AsSpan(0, BlockSize))
        {
            var sink = new Sums(target, previous);
            Read(input, ref sink);
            bits = sink.Bits;
        }
        int last = docs[BlockSize - 1];
        // Below 2^24, 128 gaps cannot overflow.
        return (uint)bits < 1 << 24 ? last < maxDoc && last >= previous : Ascends(docs, maxDoc);
    }

    private void Read<TSink>(MemoryInput input, ref TSink sink)
        where TSink : struct, ISink
    {
        int width = input.ReadByte();
        if (width == 0)
        {
            ReadEqual(input.ReadVInt32(), ref sink);
            return;
        }
        byte* start = BlockStart(input, width);
        // Numbers of a width that divides 64 may stand in big-endian words, the first in a word's lowest bits.
        if (Avx2.IsSupported && wordwise[width] && width <= 4)
            ReadNarrowWords(start, width, ref sink);
        else if (Avx2.IsSupported && wordwise[width] && width == 8)
            ReadByteWords(start, ref sink);
        else if (Avx2.IsSupported && !wordwise[width] && width <= 25)
            ReadVectors(start, width, ref sink);
        else
            ReadOneByOne(start, width, wordwise[width], ref sink);
        GC.KeepAlive(input);
    }

    /// <summary>Goes over the next block.</summary>
    public static void Skip(MemoryInput input)
    {
        int width = input.ReadByte();
        if (width == 0)
            input.ReadVInt32();
        else
            BlockStart(input, width);
    }

    private static bool Ascends(int[] docs, int maxDoc)
    {
        for (int i = 1; i < BlockSize; i++)
        {
            if (docs[i] <= docs[i - 1])
                return false;
        }
        return docs[0] >= 0 && docs[BlockSize - 1] < maxDoc;
    }

    private static byte* BlockStart(MemoryInput input, int width)
    {
        long bytes = width * (BlockSize / 8);
        if (width > 32 || bytes > input.Length - CodecUtil.FooterLength - input.Position)
            input.ThrowCorrupt(input.Position - 1, "a block of width 0 to 32 before the footer", $"width {width}");
        return input.ReadPointer(bytes);
    }

    private static void ReadEqual<TSink>(int number, ref TSink sink)
        where TSink : struct, ISink
    {
        for (int i = 0; i < BlockSize; i += Group)
            sink.Put(i, Vector256.Create(number));
    }

    // All apart from their callers, so that the loops have the registers for themselves; the sink is copied for the same reason.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadNarrowWords<TSink>(byte* source, int width, ref TSink sink)
        where TSink : struct, ISink
    {
        TSink to = sink;
        Vector256<uint> mask = Vector256.Create((1u << width) - 1), shifts = Lanes * (uint)width;
        for (int i = 0; i < BlockSize; source += 8)
        {
            ulong word = WordAt(source);
            for (int bit = 0; bit < 64; bit += Group * width, i += Group)
                to.Put(i, (Avx2.ShiftRightLogicalVariable(Vector256.Create((uint)(word >> bit)), shifts) & mask).AsInt32());
        }
        sink = to;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadByteWords<TSink>(byte* source, ref TSink sink)
        where TSink : struct, ISink
    {
        TSink to = sink;
        for (int i = 0; i < BlockSize; source += 8, i += Group)
            to.Put(i, Avx2.ConvertToVector256Int32(Vector128.CreateScalar(WordAt(source)).AsByte()));
        sink = to;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadOneByOne<TSink>(byte* source, int width, bool inWords, ref TSink sink)
        where TSink : struct, ISink
    {
        int perWord = 64 / width;
        ulong mask = (1ul << width) - 1;
        int* group = stackalloc int[Group];
        for (int i = 0; i < BlockSize; i += Group)
        {
            for (int j = 0; j < Group; j++)
            {
                int at = i + j;
                group[j] = (int)(inWords ? WordAt(source + at / perWord * 8) >> at % perWord * width & mask : (ulong)PackedBits.Get(source, at, width));
            }
            sink.Put(i, Vector256.Load(group));
        }
    }

    private static ulong WordAt(byte* source) => BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(source));

    // Eight numbers of width w are w bytes. Four of them lie in the sixteen bytes from the group's start, the others in those
    // from bit 4w on; a shuffle brings the four bytes that hold a number into its lane, big-endian, and a shift takes them down.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadVectors<TSink>(byte* source, int width, ref TSink sink)
        where TSink : struct, ISink
    {
        TSink to = sink;
        Vector256<byte> shuffle = Shuffles[width];
        Vector256<uint> shift = Shifts[width];
        Vector256<uint> mask = Vector256.Create((1u << width) - 1);
        int upper = width >> 1;
        for (int i = 0; i < BlockSize; i += Group, source += width)
        {
            Vector256<byte> bytes = Vector256.Create(Vector128.Load(source), Vector128.Load(source + upper));
            Vector256<uint> lanes = Avx2.Shuffle(bytes, shuffle).AsUInt32();
            to.Put(i, (Avx2.ShiftRightLogicalVariable(lanes, shift) & mask).AsInt32());
        }
        sink = to;
    }

    private static Vector256<byte>[] BuildShuffles()
    {
        var shuffles = new Vector256<byte>[26];
        Span<byte> lanes = stackalloc byte[32];
        for (int width = 1; width <= 25; width++)
        {
            for (int i = 0; i < 8; i++)
            {
                int first = FirstByte(width, i);
                for (int b = 0; b < 4; b++)
                    lanes[i * 4 + b] = (byte)(first + 3 - b);
            }
            shuffles[width] = Vector256.Create<byte>(lanes);
        }
        return shuffles;
    }

    private static Vector256<uint>[] BuildShifts()
    {
        var shifts = new Vector256<uint>[26];
        Span<uint> lanes = stackalloc uint[8];
        for (int width = 1; width <= 25; width++)
        {
            for (int i = 0; i < 8; i++)
                lanes[i] = (uint)(32 - width - (i * width - 8 * (FirstByte(width, i) + (i < 4 ? 0 : width >> 1))));
            shifts[width] = Vector256.Create<uint>(lanes);
        }
        return shifts;
    }

    // The first byte with a bit of number i, from where its half of the group is loaded.
    private static int FirstByte(int width, int i) => (i * width >> 3) - (i < 4 ? 0 : width >> 1);

    /// <summary>Takes decoded numbers, eight at a time and in order.</summary>
    private interface ISink
    {
        void Put(int at, Vector256<int> eight);
    }

    private struct Numbers(int* target) : ISink
    {
        private readonly int* target = target;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Put(int at, Vector256<int> eight) => eight.Store(target + at);
    }

    private struct Sums(int* target, int start) : ISink
    {
        private readonly int* target = target;
        private RunningSum sum = new(start);

        public readonly int Bits => sum.Bits;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Put(int at, Vector256<int> eight) => sum.Add(eight).Store(target + at);
    }

    private struct NumbersAndSums(int* numbers, int* sums) : ISink
    {
        private readonly int* numbers = numbers;
        private readonly int* sums = sums;
        private RunningSum sum = new(0);

        public readonly int Bits => sum.Bits;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Put(int at, Vector256<int> eight)
        {
            eight.Store(numbers + at);
            sum.Add(eight).Store(sums + at);
        }
    }
}
