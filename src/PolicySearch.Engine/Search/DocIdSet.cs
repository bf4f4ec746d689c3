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

    /// <summary>A set from a function that makes iterators.</summary>
    public static DocIdSet NewAnonymous(Func<DocIdSetIterator?> getIterator) => new AnonymousSet(getIterator, null, null);

    /// <summary>A set from a function that makes iterators and one for random access.</summary>
    public static DocIdSet NewAnonymous(Func<DocIdSetIterator?> getIterator, Func<IBits?> bits) => new AnonymousSet(getIterator, bits, null);

    /// <summary>A set from a function that makes iterators and one that says whether it may be kept.</summary>
    public static DocIdSet NewAnonymous(Func<DocIdSetIterator?> getIterator, Func<bool> isCacheable) => new AnonymousSet(getIterator, null, isCacheable);

    /// <summary>A set from functions.</summary>
    public static DocIdSet NewAnonymous(Func<DocIdSetIterator?> getIterator, Func<IBits?> bits, Func<bool> isCacheable) =>
        new AnonymousSet(getIterator, bits, isCacheable);

    private sealed class AnonymousSet(Func<DocIdSetIterator?> getIterator, Func<IBits?>? bits, Func<bool>? isCacheable) : DocIdSet
    {
        public override IBits? Bits => bits?.Invoke();

        public override bool IsCacheable => isCacheable?.Invoke() ?? false;

        public override DocIdSetIterator? GetIterator() => getIterator();
    }
}
