using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Lucene.Net.Analysis.TokenAttributes;

/// <summary>Default implementation of <see cref="ITypeAttribute"/>.</summary>
public class TypeAttribute : Attribute, ITypeAttribute
{
    /// <summary>The type of ordinary tokens.</summary>
    public const string DEFAULT_TYPE = "word";

    private string _type = DEFAULT_TYPE;

    /// <summary>The default value.</summary>
    public TypeAttribute()
    {
    }

    /// <summary>A given type.</summary>
    public TypeAttribute(string type) => _type = type;

    /// <inheritdoc/>
    public virtual string Type
    {
        get => _type;
        set => _type = value;
    }

    /// <inheritdoc/>
    public override void Clear() => _type = DEFAULT_TYPE;

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((ITypeAttribute)target).Type = _type;

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is TypeAttribute attribute && attribute._type == _type;

    /// <inheritdoc/>
    public override int GetHashCode() => _type.GetHashCode();
}
