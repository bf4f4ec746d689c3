namespace Lucene.Net.Util;

/// <summary>Base of every attribute interface that a token may carry.</summary>
public interface IAttribute
{
    /// <summary>Copies every value of this attribute into <paramref name="target"/>, which implements the same interfaces.</summary>
    void CopyTo(IAttribute target);
}
