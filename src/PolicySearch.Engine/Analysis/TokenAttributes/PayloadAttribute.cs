using Lucene.Net.Util;
using Attribute = Lucene.Net.Util.Attribute;

namespace Lucene.Net.Analysis.TokenAttributes;

/// <summary>Default implementation of <see cref="IPayloadAttribute"/>.</summary>
public class PayloadAttribute : Attribute, IPayloadAttribute
{
    private BytesRef? _payload;

    /// <summary>The default value.</summary>
    public PayloadAttribute()
    {
    }

    /// <summary>A given payload.</summary>
    public PayloadAttribute(BytesRef? payload) => _payload = payload;

    /// <inheritdoc/>
    public virtual BytesRef? Payload
    {
        get => _payload;
        set => _payload = value;
    }

    /// <inheritdoc/>
    public override void Clear() => _payload = null;

    /// <inheritdoc/>
    public override object Clone() => new PayloadAttribute(Copy());

    /// <inheritdoc/>
    public override void CopyTo(IAttribute target) => ((IPayloadAttribute)target).Payload = Copy();

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is PayloadAttribute attribute && Equals(attribute._payload, _payload);

    /// <inheritdoc/>
    public override int GetHashCode() => _payload?.GetHashCode() ?? 0;

    private BytesRef? Copy() => _payload is null ? null : BytesRef.DeepCopyOf(_payload);
}
