using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Lucene.Net.Analysis.TokenAttributes;

/// <summary>Default implementation of <see cref="IFlagsAttribute"/>.</summary>
public class FlagsAttribute : Attribute, IFlagsAttribute
{
    private int _flags;

    /// <summary>The default value.</summary>
    public FlagsAttribute()
    {
    }

    /// <inheritdoc/>
    public virtual int Flags
    {
        get => _flags;
        set => _flags = value;
    }

    /// <inheritdoc/>
    public override void Clear() => _flags = 0;

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((IFlagsAttribute)target).Flags = _flags;

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is FlagsAttribute attribute && attribute._flags == _flags;

    /// <inheritdoc/>
    public override int GetHashCode() => _flags.GetHashCode();
}
