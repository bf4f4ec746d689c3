using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Lucene.Net.Analysis;

/// <summary>
/// The terms of a number: itself and, every <see cref="PrecisionStep"/> bits, itself with the low bits cut off, so that a range
/// query needs few terms. What a term looks like: <see cref="NumericUtils"/>.
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
        : this(NumericUtils.PRECISION_STEP_DEFAULT)
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
    public NumericTokenStream SetSingleValue(float value) => Set(NumericUtils.SingleToSortableInt32(value), 32);

    /// <inheritdoc cref="SetInt32Value"/>
    public NumericTokenStream SetDoubleValue(double value) => Set(NumericUtils.DoubleToSortableInt64(value), 64);

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
        public BytesRef BytesRef { get; } = new(NumericUtils.BUF_SIZE_INT64);

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
            if (ValueSize == 64)
                NumericUtils.Int64ToPrefixCoded(_value, Shift, BytesRef);
            else
                NumericUtils.Int32ToPrefixCoded((int)_value, Shift, BytesRef);
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
