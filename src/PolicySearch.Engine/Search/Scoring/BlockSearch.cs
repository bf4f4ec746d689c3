using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
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
        return ThrowNone(target);
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
            return ThrowNone(target);
        ref int start = ref MemoryMarshal.GetArrayDataReference(block);
        uint less = Vector256.LessThan(Vector256.LoadUnsafe(ref start, (nuint)from), wanted).ExtractMostSignificantBits()
            | Vector256.LessThan(Vector256.LoadUnsafe(ref start, (nuint)from + 8), wanted).ExtractMostSignificantBits() << 8;
        return from + BitOperations.PopCount(less);
    }

    /// <summary>
    /// Keeps those of some candidates, from <paramref name="next"/> on, that stand in a block; stops at the first candidate beyond the block. Returns how many are
    /// kept then.
    /// </summary>
    /// <param name="candidates">Ascending; those that are kept are moved to the beginning.</param>
    /// <param name="next">The first to look for; takes the first that is beyond the block, or <paramref name="count"/>.</param>
    /// <param name="count">How many candidates there are.</param>
    /// <param name="block">A block, as <see cref="PartEnds"/> wants it.</param>
    /// <param name="partEnds">Its <see cref="PartEnds"/>.</param>
    /// <param name="last">The block's last document.</param>
    /// <param name="origins">Takes for each kept candidate where it stood among the candidates.</param>
    /// <param name="places">Takes for each kept candidate where it stands in the block.</param>
    /// <param name="kept">How many were kept before, at most <paramref name="next"/>.</param>
    // Apart from its callers, so that it has the registers for itself: the loop is what a conjunction costs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Intersect(Span<int> candidates, ref int next, int count, int[] block, Vector256<int> partEnds, int last, Span<int> origins, Span<int> places, int kept)
    {
        candidates = candidates[..count];
        origins = origins[..candidates.Length];
        places = places[..candidates.Length];
        int i = next;
        for (; (uint)i < (uint)candidates.Length && candidates[i] <= last; i++)
        {
            int target = candidates[i], at = FirstAtLeast(block, partEnds, target);
            if ((uint)kept >= (uint)candidates.Length)
                break;
            candidates[kept] = target;
            origins[kept] = i;
            places[kept] = at;
            // Counted without a branch: whether a document matches cannot be foreseen.
            kept += block[at] == target ? 1 : 0;
        }
        next = i;
        return kept;
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

    /// <summary>For each of eight numbers all bits if it is one of eight others. Compares each with each, for no guess can be wrong then.</summary>
    public static Vector256<int> StandAmong(Vector256<int> numbers, Vector256<int> others)
    {
        // Both halves turn in place, which costs less than a turn of the whole.
        Vector256<int> swapped = Vector256.Create(others.GetUpper(), others.GetLower());
        return EqualInTurns(numbers, others) | EqualInTurns(numbers, swapped);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> EqualInTurns(Vector256<int> numbers, Vector256<int> others) =>
        Vector256.Equals(numbers, others)
        | Vector256.Equals(numbers, Vector256.Shuffle(others, Vector256.Create(1, 2, 3, 0, 5, 6, 7, 4)))
        | Vector256.Equals(numbers, Vector256.Shuffle(others, Vector256.Create(2, 3, 0, 1, 6, 7, 4, 5)))
        | Vector256.Equals(numbers, Vector256.Shuffle(others, Vector256.Create(3, 0, 1, 2, 7, 4, 5, 6)));

    // Apart, for an inlined message costs each search the room that it is built in.
    [DoesNotReturn]
    private static int ThrowNone(int target) => throw new UnreachableException($"no number of at least {target}");
}
