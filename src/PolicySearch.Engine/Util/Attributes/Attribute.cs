namespace Lucene.Net.Util;

/// <summary>Base of attribute implementations. One instance is reused for every token of a stream; not thread-safe.</summary>
public abstract class Attribute : IAttribute
{
    /// <summary>For derived classes.</summary>
    protected Attribute()
    {
    }

    /// <summary>Resets every value to its default.</summary>
    public abstract void Clear();

    /// <inheritdoc/>
    public abstract void CopyTo(IAttribute target);

    /// <summary>A copy that shares no mutable state with this instance; implementations with mutable references deepen it.</summary>
    public virtual object Clone() => MemberwiseClone();
}
