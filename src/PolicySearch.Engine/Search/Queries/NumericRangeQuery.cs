using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// Documents with a number in a range, for fields like <see cref="Documents.Int64Field"/>: a few dozen terms at most for each bit of the precision step,
/// however many numbers lie between. By default all score the boost. NaN stands behind +∞ and is in no range that is open above.
/// </summary>
public sealed class NumericRangeQuery<T> : MultiTermQuery where T : struct, IComparable<T>
{
    internal NumericRangeQuery(string field, int precisionStep, T? min, T? max, bool minInclusive, bool maxInclusive)
        : base(field)
    {
        if (precisionStep < 1)
            throw new ArgumentException($"precisionStep must be at least 1, not {precisionStep}", nameof(precisionStep));
        PrecisionStep = precisionStep;
        Min = min;
        Max = max;
        IncludesMin = minInclusive;
        IncludesMax = maxInclusive;
    }

    /// <summary>Whether the upper end belongs to the range.</summary>
    public bool IncludesMax { get; }

    /// <summary>Whether the lower end belongs to the range.</summary>
    public bool IncludesMin { get; }

    /// <summary>The upper end; null for open.</summary>
    public T? Max { get; }

    /// <summary>The lower end; null for open.</summary>
    public T? Min { get; }

    /// <summary>Bits between the terms; that of the field, or a multiple of it.</summary>
    public int PrecisionStep { get; }

    /// <inheritdoc/>
    public override string ToString(string? field) => FormattableString.Invariant(
        $"{FieldPrefix(Field, field)}{(IncludesMin ? '[' : '{')}{Min?.ToString() ?? "*"} TO {Max?.ToString() ?? "*"}{(IncludesMax ? ']' : '}')}{BoostSuffix}");

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj) && obj is NumericRangeQuery<T> other && PrecisionStep == other.PrecisionStep
        && IncludesMin == other.IncludesMin && IncludesMax == other.IncludesMax && Nullable.Equals(Min, other.Min) && Nullable.Equals(Max, other.Max);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), PrecisionStep, Min, Max, IncludesMin, IncludesMax);

    internal override TermsEnum OpenTerms(Terms terms)
    {
        List<(BytesRef First, BytesRef Last)> ranges = Ranges();
        return ranges.Count == 0 ? TermsEnum.EMPTY : new RangesTerms(terms.GetEnumerator(null), ranges);
    }

    private List<(BytesRef First, BytesRef Last)> Ranges()
    {
        (long low, long high) = Bounds();
        var ranges = new TermRanges();
        // An end that is not included moves by one, unless nothing is behind it.
        if (Min != null && !IncludesMin && low++ == NumericRangeQuery.Largest<T>() || Max != null && !IncludesMax && high-- == NumericRangeQuery.Smallest<T>())
            return ranges.Found;
        if (NumericRangeQuery.Is64Bits<T>())
            NumericUtils.SplitInt64Range(ranges.Of64Bits, PrecisionStep, low, high);
        else
            NumericUtils.SplitInt32Range(ranges.Of32Bits, PrecisionStep, (int)low, (int)high);
        return ranges.Found;
    }

    private (long Low, long High) Bounds() => (
        Min is { } min ? NumericRangeQuery.Sortable(min) : NumericRangeQuery.LowestNumber<T>(),
        Max is { } max ? NumericRangeQuery.Sortable(max) : NumericRangeQuery.HighestNumber<T>());
}

/// <summary>Makes queries for ranges of numbers.</summary>
public static class NumericRangeQuery
{
    /// <summary>Numbers of 64 bits with a fraction, for fields with the default precision step.</summary>
    /// <param name="field">The field.</param>
    /// <param name="min">The lower end; null for open.</param>
    /// <param name="max">The upper end; null for open.</param>
    /// <param name="minInclusive">Whether the lower end belongs to the range.</param>
    /// <param name="maxInclusive">Whether the upper end belongs to the range.</param>
    public static NumericRangeQuery<double> NewDoubleRange(string field, double? min, double? max, bool minInclusive, bool maxInclusive) =>
        NewDoubleRange(field, NumericUtils.PRECISION_STEP_DEFAULT, min, max, minInclusive, maxInclusive);

    /// <summary>The same for fields with another precision step.</summary>
    public static NumericRangeQuery<double> NewDoubleRange(string field, int precisionStep, double? min, double? max, bool minInclusive, bool maxInclusive) =>
        new(field, precisionStep, min, max, minInclusive, maxInclusive);

    /// <summary>Integers of 32 bits.</summary>
    /// <inheritdoc cref="NewDoubleRange(string, double?, double?, bool, bool)"/>
    public static NumericRangeQuery<int> NewInt32Range(string field, int? min, int? max, bool minInclusive, bool maxInclusive) =>
        NewInt32Range(field, NumericUtils.PRECISION_STEP_DEFAULT, min, max, minInclusive, maxInclusive);

    /// <inheritdoc cref="NewDoubleRange(string, int, double?, double?, bool, bool)"/>
    public static NumericRangeQuery<int> NewInt32Range(string field, int precisionStep, int? min, int? max, bool minInclusive, bool maxInclusive) =>
        new(field, precisionStep, min, max, minInclusive, maxInclusive);

    /// <summary>Integers of 64 bits.</summary>
    /// <inheritdoc cref="NewDoubleRange(string, double?, double?, bool, bool)"/>
    public static NumericRangeQuery<long> NewInt64Range(string field, long? min, long? max, bool minInclusive, bool maxInclusive) =>
        NewInt64Range(field, NumericUtils.PRECISION_STEP_DEFAULT, min, max, minInclusive, maxInclusive);

    /// <inheritdoc cref="NewDoubleRange(string, int, double?, double?, bool, bool)"/>
    public static NumericRangeQuery<long> NewInt64Range(string field, int precisionStep, long? min, long? max, bool minInclusive, bool maxInclusive) =>
        new(field, precisionStep, min, max, minInclusive, maxInclusive);

    /// <summary>Numbers of 32 bits with a fraction.</summary>
    /// <inheritdoc cref="NewDoubleRange(string, double?, double?, bool, bool)"/>
    public static NumericRangeQuery<float> NewSingleRange(string field, float? min, float? max, bool minInclusive, bool maxInclusive) =>
        NewSingleRange(field, NumericUtils.PRECISION_STEP_DEFAULT, min, max, minInclusive, maxInclusive);

    /// <inheritdoc cref="NewDoubleRange(string, int, double?, double?, bool, bool)"/>
    public static NumericRangeQuery<float> NewSingleRange(string field, int precisionStep, float? min, float? max, bool minInclusive, bool maxInclusive) =>
        new(field, precisionStep, min, max, minInclusive, maxInclusive);

    internal static bool Is64Bits<T>() => typeof(T) == typeof(long) || typeof(T) == typeof(double);

    /// <summary>The number as an integer in the same order.</summary>
    internal static long Sortable<T>(T value) => value switch
    {
        int number => number,
        long number => number,
        float number => NumericUtils.SingleToSortableInt32(number),
        double number => NumericUtils.DoubleToSortableInt64(number),
        _ => throw new NotSupportedException($"no terms of {typeof(T).Name}"),
    };

    /// <summary>The smallest integer that <see cref="Sortable"/> can give.</summary>
    internal static long Smallest<T>() => Is64Bits<T>() ? long.MinValue : int.MinValue;

    internal static long Largest<T>() => Is64Bits<T>() ? long.MaxValue : int.MaxValue;

    /// <summary>The integer of −∞, or the smallest of whole numbers.</summary>
    internal static long LowestNumber<T>() => typeof(T) == typeof(double) ? NumericUtils.DoubleToSortableInt64(double.NegativeInfinity)
        : typeof(T) == typeof(float) ? NumericUtils.SingleToSortableInt32(float.NegativeInfinity) : Smallest<T>();

    internal static long HighestNumber<T>() => typeof(T) == typeof(double) ? NumericUtils.DoubleToSortableInt64(double.PositiveInfinity)
        : typeof(T) == typeof(float) ? NumericUtils.SingleToSortableInt32(float.PositiveInfinity) : Largest<T>();
}

/// <summary>Gathers ranges of terms, in order.</summary>
internal sealed class TermRanges
{
    public TermRanges()
    {
        Of64Bits = new Builder64(this);
        Of32Bits = new Builder32(this);
    }

    /// <summary>The ranges, both ends included.</summary>
    public List<(BytesRef First, BytesRef Last)> Found { get; } = [];

    public NumericUtils.Int64RangeBuilder Of64Bits { get; }

    public NumericUtils.Int32RangeBuilder Of32Bits { get; }

    private sealed class Builder64(TermRanges ranges) : NumericUtils.Int64RangeBuilder
    {
        public override void AddRange(BytesRef minPrefixCoded, BytesRef maxPrefixCoded) => ranges.Found.Add((minPrefixCoded, maxPrefixCoded));
    }

    private sealed class Builder32(TermRanges ranges) : NumericUtils.Int32RangeBuilder
    {
        public override void AddRange(BytesRef minPrefixCoded, BytesRef maxPrefixCoded) => ranges.Found.Add((minPrefixCoded, maxPrefixCoded));
    }
}

/// <summary>The terms of ascending ranges.</summary>
internal sealed class RangesTerms(TermsEnum terms, List<(BytesRef First, BytesRef Last)> ranges) : SelectedTerms(terms, ranges[0].First)
{
    private int at;

    protected override Verdict Judge(BytesRef term)
    {
        while (term.CompareTo(ranges[at].Last) > 0)
        {
            if (++at == ranges.Count)
                return Verdict.End;
        }
        return term.CompareTo(ranges[at].First) >= 0 ? Verdict.Take : SkipTo(ranges[at].First);
    }
}
