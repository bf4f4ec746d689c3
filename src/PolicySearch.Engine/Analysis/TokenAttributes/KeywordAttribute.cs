using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Lucene.Net.Analysis.TokenAttributes;

/// <summary>Default implementation of <see cref="IKeywordAttribute"/>.</summary>
public sealed class KeywordAttribute : Attribute, IKeywordAttribute
{
    private bool _isKeyword;

    /// <summary>The default value.</summary>
    public KeywordAttribute()
    {
    }

    /// <inheritdoc/>
    public bool IsKeyword
    {
        get => _isKeyword;
        set => _isKeyword = value;
    }

    /// <inheritdoc/>
    public override void Clear() => _isKeyword = false;

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((IKeywordAttribute)target).IsKeyword = _isKeyword;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KeywordAttribute attribute && attribute._isKeyword == _isKeyword;

    /// <inheritdoc/>
    public override int GetHashCode() => _isKeyword.GetHashCode();
}
