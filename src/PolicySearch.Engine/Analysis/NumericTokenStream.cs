using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis;

/// <summary>
/// The terms of a number: itself and, every <see cref="PrecisionStep"/> bits, itself with the low bits cut off, so that a range
/// query needs few terms. A term is one byte (0x20 or 0x60 for 64 or 32 bits, plus the cut bits), then the value's
/// remaining bits, sign flipped, seven to a byte, high bits first.
/// </summary>
public sealed class NumericTokenStream : TokenStream
{
    /// <summary>Type of the token with all bits.</summary>
    public const string TOKEN_TYPE_FULL_PREC = "fullPrecNumeric";

    /// <summary>Type of the tokens with fewer bits.</summary>
    public const string TOKEN_TYPE_LOWER_PREC = "lowerPrecNumeric";

    private readonly NumericTermAttribute _number = new();
    private readonly ITypeAttribute _type;
    private readonly IPositionIncrementAttribute _increment;
    private int _valueSize;
    private long _value;

    /// <summary>A precision step of 4 bits.</summary>
    public NumericTokenStream()
        : this(4)
    {
    }

    /// <summary>A term every <paramref name="precisionStep"/> bits, at least 1.</summary>
    public NumericTokenStream(int precisionStep)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precisionStep, 1);
        PrecisionStep = precisionStep;
        AddAttributeImpl(_number);
        _type = AddAttribute<ITypeAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Bits between two terms.</summary>
    public int PrecisionStep { get; }

    /// <summary>Sets the number and returns this stream; reset it then.</summary>
    public NumericTokenStream SetInt32Value(int value) => Set(value, 32);

    /// <inheritdoc cref="SetInt32Value"/>
    public NumericTokenStream SetInt64Value(long value) => Set(value, 64);

    /// <inheritdoc cref="SetInt32Value"/>
    public NumericTokenStream SetSingleValue(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return Set(bits ^ ((bits >> 31) & int.MaxValue), 32);
    }

    /// <inheritdoc cref="SetInt32Value"/>
    public NumericTokenStream SetDoubleValue(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return Set(bits ^ ((bits >> 63) & long.MaxValue), 64);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        if (_valueSize == 0)
            throw new InvalidOperationException("call Set…Value() before Reset()");
        _number.Init(_value, _valueSize, PrecisionStep, -PrecisionStep);
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_valueSize == 0)
            throw new InvalidOperationException("call Set…Value() before IncrementToken()");
        ClearAttributes();
        int shift = _number.IncShift();
        _type.Type = shift == 0 ? TOKEN_TYPE_FULL_PREC : TOKEN_TYPE_LOWER_PREC;
        _increment.PositionIncrement = shift == 0 ? 1 : 0;
        return shift < _valueSize;
    }

    private NumericTokenStream Set(long value, int size)
    {
        _value = value;
        _number.Init(value, _valueSize = size, PrecisionStep, -PrecisionStep);
        return this;
    }

    /// <summary>The number and how many of its low bits are cut off.</summary>
    public interface INumericTermAttribute : IAttribute
    {
        /// <summary>The number without the cut bits.</summary>
        long RawValue { get; }

        /// <summary>Bits cut off.</summary>
        int Shift { get; set; }

        /// <summary>32 or 64.</summary>
        int ValueSize { get; }

        /// <summary>Cuts off one more step and returns the bits cut.</summary>
        int IncShift();

        /// <summary>Starts with a number.</summary>
        void Init(long value, int valSize, int precisionStep, int shift);
    }

    /// <summary>Default implementation of <see cref="INumericTermAttribute"/>.</summary>
    public sealed class NumericTermAttribute : Lucene.Net.Util.Attribute, INumericTermAttribute, ITermToBytesRefAttribute
    {
        private long _value;
        private int _precisionStep;

        /// <summary>No number yet.</summary>
        public NumericTermAttribute()
        {
        }

        /// <inheritdoc/>
        public BytesRef BytesRef { get; } = new(11);

        /// <inheritdoc/>
        public long RawValue => _value & ~((1L << Shift) - 1);

        /// <inheritdoc/>
        public int Shift { get; set; }

        /// <inheritdoc/>
        public int ValueSize { get; private set; }

        /// <summary>Does nothing: the number outlives its tokens.</summary>
        public override void Clear()
        {
        }

        /// <inheritdoc/>
        public override void CopyTo(IAttribute target) => ((INumericTermAttribute)target).Init(_value, ValueSize, _precisionStep, Shift);

        /// <inheritdoc/>
        public override object Clone()
        {
            var clone = new NumericTermAttribute();
            CopyTo(clone);
            return clone;
        }

        /// <inheritdoc/>
        public void FillBytesRef()
        {
            ulong sortable = ValueSize == 64 ? (ulong)_value ^ (1UL << 63) : (uint)_value ^ (1U << 31);
            int length = (((ValueSize - 1 - Shift) * 37) >> 8) + 1;
            byte[] bytes = BytesRef.Bytes;
            bytes[0] = (byte)((ValueSize == 64 ? 0x20 : 0x60) + Shift);
            sortable >>= Shift;
            for (int i = length; i > 0; i--, sortable >>= 7)
                bytes[i] = (byte)(sortable & 0x7F);
            BytesRef.Offset = 0;
            BytesRef.Length = length + 1;
        }

        /// <inheritdoc/>
        public int IncShift() => Shift += _precisionStep;

        /// <inheritdoc/>
        public void Init(long value, int valueSize, int precisionStep, int shift)
        {
            _value = value;
            ValueSize = valueSize;
            _precisionStep = precisionStep;
            Shift = shift;
        }
    }
}
