namespace Lucene.Net.Util;

/// <summary>
/// Numbers as terms that stand in the numbers' order: one byte (0x20 for 64 bits, 0x60 for 32, plus how many low bits are cut off), then the other bits,
/// sign flipped, seven to a byte, high bits first. A term with bits cut off stands for all numbers that begin with those left.
/// </summary>
public static class NumericUtils
{
    /// <summary>Most bytes of a term of 32 bits.</summary>
    public const int BUF_SIZE_INT32 = 6;

    /// <summary>Most bytes of a term of 64 bits.</summary>
    public const int BUF_SIZE_INT64 = 11;

    /// <summary>Bits between the terms of a number when nothing else is said.</summary>
    public const int PRECISION_STEP_DEFAULT = 4;

    /// <summary>First byte of a term of 32 bits with none cut off.</summary>
    public const byte SHIFT_START_INT32 = 0x60;

    /// <summary>First byte of a term of 64 bits with none cut off.</summary>
    public const char SHIFT_START_INT64 = (char)0x20;

    /// <summary>An integer with the order of the number: −∞ first, NaN behind +∞.</summary>
    public static long DoubleToSortableInt64(double val)
    {
        // NaN has many forms, here one: the runtime's own would stand before −∞.
        long bits = double.IsNaN(val) ? 0x7FF8_0000_0000_0000 : BitConverter.DoubleToInt64Bits(val);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    /// <inheritdoc cref="DoubleToSortableInt64"/>
    public static int SingleToSortableInt32(float val)
    {
        int bits = float.IsNaN(val) ? 0x7FC0_0000 : BitConverter.SingleToInt32Bits(val);
        return bits ^ ((bits >> 31) & int.MaxValue);
    }

    /// <summary>The term of a number.</summary>
    /// <param name="val">The number.</param>
    /// <param name="shift">Bits to cut off, in [0, 31].</param>
    /// <param name="bytes">Takes the term.</param>
    public static void Int32ToPrefixCoded(int val, int shift, BytesRef bytes)
    {
        CheckShift(shift, 32);
        Encode((uint)val ^ (1U << 31), shift, 32, SHIFT_START_INT32, bytes);
    }

    /// <summary>The term of a number.</summary>
    /// <param name="val">The number.</param>
    /// <param name="shift">Bits to cut off, in [0, 63].</param>
    /// <param name="bytes">Takes the term.</param>
    public static void Int64ToPrefixCoded(long val, int shift, BytesRef bytes)
    {
        CheckShift(shift, 64);
        Encode(Flip(val), shift, 64, SHIFT_START_INT64, bytes);
    }

    /// <summary>The fewest ranges of terms, <paramref name="precisionStep"/> bits apart, that stand for the numbers from one to another, both included.</summary>
    public static void SplitInt32Range(Int32RangeBuilder builder, int precisionStep, int minBound, int maxBound)
    {
        // As unsigned numbers in the same order.
        Split(32, precisionStep, (uint)minBound ^ (1U << 31), (uint)maxBound ^ (1U << 31),
            (low, high, shift) => builder.AddRange((int)((uint)low ^ (1U << 31)), (int)((uint)high ^ (1U << 31)), shift));
    }

    /// <inheritdoc cref="SplitInt32Range"/>
    public static void SplitInt64Range(Int64RangeBuilder builder, int precisionStep, long minBound, long maxBound) =>
        Split(64, precisionStep, Flip(minBound), Flip(maxBound), (low, high, shift) => builder.AddRange((long)low ^ long.MinValue, (long)high ^ long.MinValue, shift));

    private static ulong Flip(long value) => (ulong)value ^ (1UL << 63);

    private static void CheckShift(int shift, int bits)
    {
        if (shift < 0 || shift >= bits)
            throw new ArgumentException($"shift lies in [0, {bits - 1}], not {shift}", nameof(shift));
    }

    private static void Encode(ulong sortable, int shift, int bits, int start, BytesRef bytes)
    {
        int length = (bits - shift + 6) / 7;
        bytes.Offset = 0;
        bytes.Grow(length + 1);
        bytes.Bytes[0] = (byte)(start + shift);
        sortable >>= shift;
        for (int i = length; i > 0; i--, sortable >>= 7)
            bytes.Bytes[i] = (byte)(sortable & 0x7F);
        bytes.Length = length + 1;
    }

    /// <summary>
    /// At each level the ends that do not fill a block of the level above are taken by themselves, and what lies between goes up: with two decimal digits for
    /// bits, 17 to 43 is 17–19, 40–43 and, a level up, 2–3.
    /// </summary>
    private static void Split(int bits, int step, ulong low, ulong high, Action<ulong, ulong, int> add)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        int shift = 0;
        // Here low and high are what is left of the ends at this level.
        while (low <= high)
        {
            ulong rest = shift + step < bits ? (1UL << step) - 1 : 0;
            ulong lowAbove = rest == 0 ? 1 : (low >> step) + ((low & rest) == 0 ? 0UL : 1);
            // One more than the last full block, so that it is never negative.
            ulong highAbove = rest == 0 ? 0 : (high >> step) + ((high & rest) == rest ? 1UL : 0);
            if (lowAbove >= highAbove)
            {
                Add(low, high);
                return;
            }
            if ((low & rest) != 0)
                Add(low, low | rest);
            if ((high & rest) != rest)
                Add(high & ~rest, high);
            low = lowAbove;
            high = highAbove - 1;
            shift += step;
        }

        void Add(ulong first, ulong last) => add(first << shift, (last << shift) | ((1UL << shift) - 1), shift);
    }

    /// <summary>Takes the ranges of 32-bit numbers.</summary>
    public abstract class Int32RangeBuilder
    {
        /// <summary>For the subclasses.</summary>
        protected Int32RangeBuilder()
        {
        }

        /// <summary>Takes a range as terms, both ends included. Without an override it throws.</summary>
        public virtual void AddRange(BytesRef minPrefixCoded, BytesRef maxPrefixCoded) => throw new NotSupportedException("override one of the two AddRange methods");

        /// <summary>Takes a range, both ends included, of terms with <paramref name="shift"/> bits cut off; by default it makes terms of the ends.</summary>
        public virtual void AddRange(int min, int max, int shift)
        {
            var first = new BytesRef(BUF_SIZE_INT32);
            var last = new BytesRef(BUF_SIZE_INT32);
            Int32ToPrefixCoded(min, shift, first);
            Int32ToPrefixCoded(max, shift, last);
            AddRange(first, last);
        }
    }

    /// <summary>Takes the ranges of 64-bit numbers.</summary>
    public abstract class Int64RangeBuilder
    {
        /// <summary>For the subclasses.</summary>
        protected Int64RangeBuilder()
        {
        }

        /// <inheritdoc cref="Int32RangeBuilder.AddRange(BytesRef, BytesRef)"/>
        public virtual void AddRange(BytesRef minPrefixCoded, BytesRef maxPrefixCoded) => throw new NotSupportedException("override one of the two AddRange methods");

        /// <inheritdoc cref="Int32RangeBuilder.AddRange(int, int, int)"/>
        public virtual void AddRange(long min, long max, int shift)
        {
            var first = new BytesRef(BUF_SIZE_INT64);
            var last = new BytesRef(BUF_SIZE_INT64);
            Int64ToPrefixCoded(min, shift, first);
            Int64ToPrefixCoded(max, shift, last);
            AddRange(first, last);
        }
    }
}
