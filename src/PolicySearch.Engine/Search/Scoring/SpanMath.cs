using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lucene.Net.Search;

/// <summary>Searches over blocks, vector by vector.</summary>
internal static class SpanMath
{
    /// <summary>The first index from <paramref name="from"/> on with a value of at least <paramref name="least"/>; the length when there is none.</summary>
    public static int IndexOfAtLeast(ReadOnlySpan<int> values, int from, int least)
    {
        ref int start = ref MemoryMarshal.GetReference(values);
        Vector256<int> below = Vector256.Create(least - 1);
        for (; from + Vector256<int>.Count <= values.Length; from += Vector256<int>.Count)
        {
            uint found = Vector256.GreaterThan(Vector256.LoadUnsafe(ref Unsafe.Add(ref start, from)), below).ExtractMostSignificantBits();
            if (found != 0)
                return from + BitOperations.TrailingZeroCount(found);
        }
        while (from < values.Length && values[from] < least)
            from++;
        return Math.Min(from, values.Length);
    }
}
