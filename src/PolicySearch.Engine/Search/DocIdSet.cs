using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>A set of document ids that can be gone through any number of times.</summary>
public abstract class DocIdSet
{
    /// <summary>Random access to the same set, or null when only iteration is cheap.</summary>
    public virtual IBits? Bits => null;

    /// <summary>True when the set needs nothing else, so that it may be kept. Default false.</summary>
    public virtual bool IsCacheable => false;

    /// <summary>A new iterator, before its first document; null stands for no documents.</summary>
    public abstract DocIdSetIterator? GetIterator();
}
