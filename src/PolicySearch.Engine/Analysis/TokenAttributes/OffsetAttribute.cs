using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Lucene.Net.Analysis.TokenAttributes;

/// <summary>Default implementation of <see cref="IOffsetAttribute"/>.</summary>
public class OffsetAttribute : Attribute, IOffsetAttribute
{
    private int _start;
    private int _end;

    /// <summary>Offsets 0 and 0.</summary>
    public OffsetAttribute()
    {
    }

    /// <inheritdoc/>
    public virtual int EndOffset => _end;

    /// <inheritdoc/>
    public virtual int StartOffset => _start;

    /// <inheritdoc/>
    public override void Clear() => _start = _end = 0;

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((IOffsetAttribute)target).SetOffset(_start, _end);

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is OffsetAttribute attribute && attribute._start == _start && attribute._end == _end;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_start, _end);

    /// <inheritdoc/>
    public virtual void SetOffset(int startOffset, int endOffset)
    {
        if (startOffset < 0 || endOffset < startOffset)
            throw new ArgumentException($"offsets must be 0 <= start <= end: got start {startOffset}, end {endOffset}");
        _start = startOffset;
        _end = endOffset;
    }
}
