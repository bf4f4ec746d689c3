using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Lucene.Net.Analysis.TokenAttributes;

/// <summary>Default implementation of <see cref="IPositionIncrementAttribute"/>.</summary>
public class PositionIncrementAttribute : Attribute, IPositionIncrementAttribute
{
    private int _positionIncrement = 1;

    /// <summary>The default value.</summary>
    public PositionIncrementAttribute()
    {
    }

    /// <inheritdoc/>
    public virtual int PositionIncrement
    {
        get => _positionIncrement;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _positionIncrement = value;
        }
    }

    /// <inheritdoc/>
    public override void Clear() => _positionIncrement = 1;

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((IPositionIncrementAttribute)target).PositionIncrement = _positionIncrement;

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is PositionIncrementAttribute attribute && attribute._positionIncrement == _positionIncrement;

    /// <inheritdoc/>
    public override int GetHashCode() => _positionIncrement.GetHashCode();
}
