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
    private const int BlockSize = PostingsFormat.BlockSize;

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
        int width = input.ReadByte();
        if (width == 0)
        {
            numbers.AsSpan(0, BlockSize).Fill(input.ReadVInt32());
            return;
        }
        byte* start = BlockStart(input, width);
        fixed (int* target = numbers)
        {
            if (wordwise[width])
                ReadWords(start, width, target);
            else if (width <= 25 && Avx2.IsSupported)
                ReadVectors(start, width, target);
            else
                ReadStream(start, width, target);
        }
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

    /// <summary>
    /// Turns a block of gaps into documents, in place: <c>[3, 1, 4]</c> after document 10 becomes <c>[13, 14, 18]</c>. False
    /// when they do not ascend or reach <paramref name="maxDoc"/>.
    /// </summary>
    public static bool ToDocs(int[] gaps, int previous, int maxDoc)
    {
        int bits = RunningSum.InPlace(gaps.AsSpan(0, BlockSize), previous), last = gaps[BlockSize - 1];
        // Below 2^24, 128 gaps cannot overflow.
        return (uint)bits < 1 << 24 ? last < maxDoc && last >= previous : Ascends(gaps, maxDoc);
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

    // Numbers of a width that divides 64 may stand in big-endian words, the first in a word's lowest bits.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadWords(byte* source, int width, int* target)
    {
        if (width <= 4 && Avx2.IsSupported)
            ReadNarrowWords(source, width, target);
        else if (width == 8 && Avx2.IsSupported)
            ReadByteWords(source, target);
        else
            ReadAnyWords(source, width, target);
    }

    private static void ReadNarrowWords(byte* source, int width, int* target)
    {
        Vector256<uint> mask = Vector256.Create((1u << width) - 1), shifts = Lanes * (uint)width;
        for (int* end = target + BlockSize; target < end; source += 8)
        {
            ulong word = WordAt(source);
            for (int bit = 0; bit < 64; bit += 8 * width, target += 8)
                (Avx2.ShiftRightLogicalVariable(Vector256.Create((uint)(word >> bit)), shifts) & mask).AsInt32().Store(target);
        }
    }

    private static void ReadByteWords(byte* source, int* target)
    {
        for (int* end = target + BlockSize; target < end; source += 8, target += 8)
            Avx2.ConvertToVector256Int32(Vector128.CreateScalar(WordAt(source)).AsByte()).Store(target);
    }

    private static void ReadAnyWords(byte* source, int width, int* target)
    {
        int perWord = 64 / width;
        ulong mask = (1ul << width) - 1;
        for (int i = 0; i < BlockSize; source += 8)
        {
            ulong word = WordAt(source);
            for (int j = 0; j < perWord; j++, word >>= width)
                target[i++] = (int)(word & mask);
        }
    }

    private static ulong WordAt(byte* source) => BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(source));

    private static void ReadStream(byte* source, int width, int* target)
    {
        for (int i = 0; i < BlockSize; i++)
            target[i] = (int)PackedBits.Get(source, i, width);
    }

    // Eight numbers of width w are w bytes. Four of them lie in the sixteen bytes from the group's start, the others in those
    // from bit 4w on; a shuffle brings the four bytes that hold a number into its lane, big-endian, and a shift takes them down. Apart
    // from its callers, so that the loop has the registers for itself.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadVectors(byte* source, int width, int* target)
    {
        Vector256<byte> shuffle = Shuffles[width];
        Vector256<uint> shift = Shifts[width];
        Vector256<uint> mask = Vector256.Create((1u << width) - 1);
        int upper = width >> 1;
        for (int i = 0; i < BlockSize; i += 8, source += width)
        {
            Vector256<byte> bytes = Vector256.Create(Vector128.Load(source), Vector128.Load(source + upper));
            Vector256<uint> lanes = Avx2.Shuffle(bytes, shuffle).AsUInt32();
            (Avx2.ShiftRightLogicalVariable(lanes, shift) & mask).AsInt32().Store(target + i);
        }
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
}
