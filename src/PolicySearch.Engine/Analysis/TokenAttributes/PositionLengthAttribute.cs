using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Lucene.Net.Analysis.TokenAttributes;

/// <summary>Default implementation of <see cref="IPositionLengthAttribute"/>.</summary>
public class PositionLengthAttribute : Attribute, IPositionLengthAttribute
{
    private int _positionLength = 1;

    /// <summary>The default value.</summary>
    public PositionLengthAttribute()
    {
    }

    /// <inheritdoc/>
    public virtual int PositionLength
    {
        get => _positionLength;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _positionLength = value;
        }
    }

    /// <inheritdoc/>
    public override void Clear() => _positionLength = 1;

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((IPositionLengthAttribute)target).PositionLength = _positionLength;

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is PositionLengthAttribute attribute && attribute._positionLength == _positionLength;

    /// <inheritdoc/>
    public override int GetHashCode() => _positionLength.GetHashCode();
}
