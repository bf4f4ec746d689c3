using System.Numerics;
using System.Runtime.InteropServices;

namespace Lucene.Net.Search;

/// <summary>Sums over blocks, vector by vector.</summary>
internal static class SpanMath
{
    /// <summary>The greatest of positive values; 0 for none.</summary>
    public static int Max(ReadOnlySpan<int> values)
    {
        ReadOnlySpan<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(values);
        Vector<int> greatest = Vector<int>.Zero;
        foreach (Vector<int> vector in vectors)
            greatest = Vector.Max(greatest, vector);
        int max = 0;
        for (int i = 0; i < Vector<int>.Count; i++)
            max = Math.Max(max, greatest[i]);
        foreach (int value in values[(vectors.Length * Vector<int>.Count)..])
            max = Math.Max(max, value);
        return max;
    }
}
