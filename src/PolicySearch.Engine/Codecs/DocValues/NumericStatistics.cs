
namespace Lucene.Net.Codecs;

/// <summary>What decides how a column of numbers is stored. A document without a number counts as 0.</summary>
/// <param name="Count">Documents.</param>
/// <param name="Missing">True when some have no number.</param>
/// <param name="Min">The smallest number.</param>
/// <param name="Divisor">Divides all distances from the smallest; 0 or 1 when there is no use in it.</param>
/// <param name="Table">The distinct numbers, in order, when naming them takes fewer bits than distances do; else null.</param>
internal sealed record NumericStatistics(long Count, bool Missing, long Min, long Divisor, long[]? Table)
{
    private const int MaxTable = 256;

    public static NumericStatistics Of(IEnumerable<NumericValue> values)
    {
        long count = 0, min = long.MaxValue, max = long.MinValue, first = 0, divisor = 0;
        bool missing = false;
        HashSet<long>? distinct = [];
        foreach ((long value, bool exists) in values)
        {
            if (count++ == 0)
                first = value;
            missing |= !exists;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
            if (divisor != 1)
                divisor = IsFar(value) ? 1 : Gcd(divisor, Math.Abs(value - first));
            if (distinct is not null && distinct.Add(value) && distinct.Count > MaxTable)
                distinct = null;
        }
        long[]? table = distinct is not null && TableIsSmaller(distinct.Count, unchecked(max - min)) ? [.. distinct.Order()] : null;
        return new NumericStatistics(count, missing, min, divisor, table);
    }

    private static bool TableIsSmaller(int distinct, long delta) =>
        distinct > 0 && (delta < 0 || BitPacker.BitsRequired(distinct - 1) < BitPacker.BitsRequired(delta));

    // Distances between such numbers may not fit into 64 bits.
    private static bool IsFar(long value) => value is < long.MinValue / 2 or > long.MaxValue / 2;

    private static long Gcd(long a, long b)
    {
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }
}
