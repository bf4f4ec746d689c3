using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lucene.Net.Codecs;

/// <summary>Adds up numbers, such as gaps between positions, eight at a time. Sums that are too large wrap around.</summary>
/// <param name="start">What the first number is added to.</param>
internal struct RunningSum(int start)
{
    private Vector256<int> before = Vector256.Create(start);
    private Vector256<int> bits = Vector256<int>.Zero;

    /// <summary>The bits of all numbers so far, or-ed.</summary>
    public readonly int Bits
    {
        get
        {
            Vector128<int> half = bits.GetLower() | bits.GetUpper();
            half |= Vector128.Shuffle(half, Vector128.Create(2, 3, 0, 1));
            return half[0] | half[1];
        }
    }

    /// <summary>The sum after each of the next eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Add(Vector256<int> eight)
    {
        bits |= eight;
        // Each half is added up by two shifts of lanes, then the lower half's sum goes onto the upper half.
        Vector256<int> sums = eight + OneLaneUp(eight);
        sums += TwoLanesUp(sums);
        sums += Vector256.Shuffle(sums, Vector256.Create(8, 8, 8, 8, 3, 3, 3, 3));
        Vector256<int> result = sums + before;
        // Not the last lane of the result: the next eight would have to wait for it.
        before += Vector256.Shuffle(sums, Vector256.Create(7));
        return result;
    }

    private static Vector256<int> OneLaneUp(Vector256<int> numbers) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogical128BitLane(numbers, 4)
        : Vector256.Shuffle(numbers, Vector256.Create(8, 0, 1, 2, 8, 4, 5, 6));

    private static Vector256<int> TwoLanesUp(Vector256<int> numbers) => Avx2.IsSupported
        ? Avx2.ShiftLeftLogical128BitLane(numbers, 8)
        : Vector256.Shuffle(numbers, Vector256.Create(8, 8, 0, 1, 8, 8, 4, 5));
}
