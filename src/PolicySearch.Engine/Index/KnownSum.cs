namespace Lucene.Net.Index;

/// <summary>Sums of statistics that may be unknown.</summary>
internal static class KnownSum
{
    /// <summary>The sum, or −1 when one of the values is negative, which stands for unknown.</summary>
    public static long Of<T>(ReadOnlySpan<T> parts, Func<T, long> value)
    {
        long sum = 0;
        foreach (T part in parts)
        {
            long one = value(part);
            if (one < 0)
                return -1;
            sum += one;
        }
        return sum;
    }
}
