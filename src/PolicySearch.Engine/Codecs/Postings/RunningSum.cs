using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lucene.Net.Codecs;

/// <summary>Adds up gaps to positions.</summary>
internal static class RunningSum
{
    /// <summary>How many numbers behind those asked for may be read and written over, so that arrays must have room for them.</summary>
    public const int Reach = 8;

    /// <summary>
    /// Adds up gaps, each sum into the target, until a sum is beyond <paramref name="last"/>; a few more may be taken then. Returns how many were taken, at least
    /// one. Sums that are too large wrap around.
    /// </summary>
    /// <param name="gaps">The gaps, with <see cref="Reach"/> numbers of whatever value behind the last.</param>
    /// <param name="from">The first gap.</param>
    /// <param name="count">How many there are; at least 1.</param>
    /// <param name="last">Sums beyond it are not needed.</param>
    /// <param name="target">Takes the sums, with room for <see cref="Reach"/> more.</param>
    /// <param name="to">Where the first sum goes.</param>
    /// <param name="sum">What the first gap is added to; takes the last sum.</param>
    public static int Take(int[] gaps, int from, int count, int last, int[] target, int to, ref int sum)
    {
        Debug.Assert(count > 0 && from + count + Reach <= gaps.Length && to + count + Reach <= target.Length);
        ref int source = ref MemoryMarshal.GetArrayDataReference(gaps);
        ref int destination = ref MemoryMarshal.GetArrayDataReference(target);
        Vector256<int> before = Vector256.Create(sum);
        int taken = 0;
        do
        {
            Vector256<int> sums = before + Sums(Vector256.LoadUnsafe(ref source, (nuint)(from + taken)));
            sums.StoreUnsafe(ref destination, (nuint)(to + taken));
            taken += Vector256<int>.Count;
            before = LastLane(sums);
        }
        while (taken < count && before.ToScalar() <= last);
        taken = Math.Min(taken, count);
        sum = target[to + taken - 1];
        return taken;
    }

    /// <summary>Adds up numbers: each sum into the target, behind the zero that it begins with. Returns the numbers' bits, all of them or-ed. Sums that are too large wrap around.</summary>
    /// <param name="numbers">The numbers; what stands behind them is not looked at.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="target">Takes zero and the sums, with room for one number more than there are.</param>
    public static int Behind(int[] numbers, int count, int[] target)
    {
        Debug.Assert(count <= numbers.Length && count < target.Length);
        ref int source = ref MemoryMarshal.GetArrayDataReference(numbers);
        ref int destination = ref MemoryMarshal.GetArrayDataReference(target);
        Vector256<int> before = Vector256<int>.Zero, bits = Vector256<int>.Zero;
        destination = 0;
        int at = 0;
        for (; at + Vector256<int>.Count <= count; at += Vector256<int>.Count)
        {
            Vector256<int> eight = Vector256.LoadUnsafe(ref source, (nuint)at), sums = before + Sums(eight);
            bits |= eight;
            sums.StoreUnsafe(ref destination, (nuint)at + 1);
            before = LastLane(sums);
        }
        int rest = 0, sum = before.ToScalar();
        for (; at < count; at++)
        {
            rest |= numbers[at];
            target[at + 1] = sum += numbers[at];
        }
        return OrOf(bits) | rest;
    }

    private static int OrOf(Vector256<int> bits)
    {
        Vector128<int> half = bits.GetLower() | bits.GetUpper();
        half |= Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1));
        return half[0] | half[1];
    }

    /// <summary>Replaces each gap by the sum of all up to it, which wraps around when too large. Returns the gaps' bits, all of them or-ed.</summary>
    /// <param name="gaps">A multiple of eight.</param>
    /// <param name="start">What the first gap is added to.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int InPlace(Span<int> gaps, int start)
    {
        Vector256<int> before = Vector256.Create(start), bits = Vector256<int>.Zero;
        foreach (ref Vector256<int> eight in MemoryMarshal.Cast<int, Vector256<int>>(gaps))
        {
            bits |= eight;
            eight = Sums(eight) + before;
            before = LastLane(eight);
        }
        return OrOf(bits);
    }

    // Each half is added up by two shifts of lanes, then the lower half's sum goes onto the upper half.
    private static Vector256<int> Sums(Vector256<int> gaps)
    {
        Vector256<int> sums = gaps + OneLaneUp(gaps);
        sums += TwoLanesUp(sums);
        return sums + Vector256.Shuffle(sums, Vector256.Create(8, 8, 8, 8, 3, 3, 3, 3));
    }

    private static Vector256<int> LastLane(Vector256<int> numbers) => Vector256.Shuffle(numbers, Vector256.Create(7));

    private static Vector256<int> OneLaneUp(Vector256<int> numbers) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogical128BitLane(numbers, 4)
        : Vector256.Shuffle(numbers, Vector256.Create(8, 0, 1, 2, 8, 4, 5, 6));

    private static Vector256<int> TwoLanesUp(Vector256<int> numbers) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogical128BitLane(numbers, 8)
        : Vector256.Shuffle(numbers, Vector256.Create(8, 8, 0, 1, 8, 8, 4, 5));
}
