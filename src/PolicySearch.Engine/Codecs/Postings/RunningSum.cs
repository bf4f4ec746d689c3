using System.Diagnostics;
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
        return Avx2.IsSupported ? TakeVectors(gaps, from, count, last, target, to, ref sum) : TakeEach(gaps, from, count, last, target, to, ref sum);
    }

    private static int TakeEach(int[] gaps, int from, int count, int last, int[] target, int to, ref int sum)
    {
        int taken = 0;
        do
            target[to + taken] = sum += gaps[from + taken];
        while (++taken < count && sum <= last);
        return taken;
    }

    // Eight at a time: each lane of four is added up by two shifts, then the lower lane's sum goes onto the upper lane, and what came before onto all.
    private static int TakeVectors(int[] gaps, int from, int count, int last, int[] target, int to, ref int sum)
    {
        ref int source = ref MemoryMarshal.GetArrayDataReference(gaps);
        ref int destination = ref MemoryMarshal.GetArrayDataReference(target);
        Vector256<int> before = Vector256.Create(sum);
        Vector256<int> lastLane = Vector256.Create(7);
        int taken = 0;
        do
        {
            Vector256<int> sums = Vector256.LoadUnsafe(ref source, (nuint)(from + taken));
            sums += Avx2.ShiftLeftLogical128BitLane(sums, 4);
            sums += Avx2.ShiftLeftLogical128BitLane(sums, 8);
            sums += Avx2.Permute2x128(Avx2.Shuffle(sums, 0xFF), sums, 0x08);
            sums += before;
            sums.StoreUnsafe(ref destination, (nuint)(to + taken));
            taken += Vector256<int>.Count;
            before = Avx2.PermuteVar8x32(sums, lastLane);
        }
        while (taken < count && before.ToScalar() <= last);
        taken = Math.Min(taken, count);
        sum = target[to + taken - 1];
        return taken;
    }
}
