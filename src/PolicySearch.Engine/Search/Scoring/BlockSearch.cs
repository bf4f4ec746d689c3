using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lucene.Net.Search;

/// <summary>Searching in ascending numbers, such as the documents of a block.</summary>
internal static class BlockSearch
{
    /// <summary>How many more numbers than it counts an array must have room for.</summary>
    public const int Reach = 8;

    /// <summary>
    /// The first index from <paramref name="from"/> on with a number of at least <paramref name="target"/>. There must be one, and <see cref="Reach"/>
    /// numbers, of whatever value, behind it.
    /// </summary>
    public static int FirstAtLeast(int[] numbers, int from, int target)
    {
        // Eight at a time and without a branch on each: where the next match lies cannot be foreseen, and a wrong guess costs more than the comparisons.
        ref int start = ref MemoryMarshal.GetArrayDataReference(numbers);
        Vector256<int> wanted = Vector256.Create(target);
        for (; (uint)from <= (uint)(numbers.Length - Reach); from += Reach)
        {
            uint less = Vector256.LessThan(Vector256.LoadUnsafe(ref start, (nuint)from), wanted).ExtractMostSignificantBits();
            if (less != 0xFF)
                return from + BitOperations.TrailingZeroCount(~less);
        }
        throw new UnreachableException($"no number of at least {target}");
    }

    /// <summary>
    /// The last number of each sixteenth of a block, by which <see cref="FirstAtLeast(int[], Vector256{int}, int)"/> finds its part. The block has
    /// <see cref="PostingsBlocks.MaxCount"/> numbers; those behind its last document are <see cref="int.MaxValue"/>.
    /// </summary>
    public static Vector256<int> PartEnds(int[] block) =>
        Vector256.Create(block[15], block[31], block[47], block[63], block[79], block[95], block[111], block[127]);

    /// <summary>
    /// The first index in a block with a number of at least <paramref name="target"/>, found without a branch and without knowing where the number before was
    /// found, so that several searches run side by side. There must be such a number.
    /// </summary>
    public static int FirstAtLeast(int[] block, Vector256<int> partEnds, int target)
    {
        Vector256<int> wanted = Vector256.Create(target);
        int from = 16 * BitOperations.PopCount(Vector256.LessThan(partEnds, wanted).ExtractMostSignificantBits());
        if ((uint)from > (uint)(block.Length - 16))
            throw new UnreachableException($"no number of at least {target}");
        ref int start = ref MemoryMarshal.GetArrayDataReference(block);
        uint less = Vector256.LessThan(Vector256.LoadUnsafe(ref start, (nuint)from), wanted).ExtractMostSignificantBits()
            | Vector256.LessThan(Vector256.LoadUnsafe(ref start, (nuint)from + 8), wanted).ExtractMostSignificantBits() << 8;
        return from + BitOperations.PopCount(less);
    }

    /// <summary>
    /// Whether one of the first <paramref name="count"/> numbers is the target. Compares them all, for no guess can be wrong then: for few numbers. The next
    /// <see cref="Reach"/> numbers must be there, and not be the target.
    /// </summary>
    public static bool Contains(int[] numbers, int count, int target)
    {
        Debug.Assert(count + Reach <= numbers.Length);
        ref int start = ref MemoryMarshal.GetArrayDataReference(numbers);
        Vector256<int> wanted = Vector256.Create(target), found = Vector256<int>.Zero;
        for (int i = 0; i < count; i += Reach)
            found |= Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)i), wanted);
        return found != Vector256<int>.Zero;
    }
}
