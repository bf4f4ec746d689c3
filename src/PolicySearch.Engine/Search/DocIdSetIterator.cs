namespace Lucene.Net.Search;

/// <summary>
/// Ascending document ids, each once. Before the first move <see cref="DocID"/> is −1; after the last it is <see cref="NO_MORE_DOCS"/>.
/// Not safe for several threads.
/// </summary>
public abstract class DocIdSetIterator
{
    /// <summary>What <see cref="DocID"/> is once the documents are exhausted; greater than every id.</summary>
    public const int NO_MORE_DOCS = int.MaxValue;

    /// <summary>−1 before the first move, then a document, then <see cref="NO_MORE_DOCS"/>.</summary>
    public abstract int DocID { get; }

    /// <summary>Moves to the first document ≥ <paramref name="target"/>; same result as repeated <see cref="NextDoc"/>, usually cheaper.</summary>
    /// <param name="target">Greater than <see cref="DocID"/>. <see cref="NO_MORE_DOCS"/> is allowed and exhausts the iterator.</param>
    public abstract int Advance(int target);

    /// <summary>About how many documents there are; an upper bound.</summary>
    public abstract long GetCost();

    /// <summary>An iterator over no documents.</summary>
    public static DocIdSetIterator GetEmpty() => new EmptyIterator();

    /// <summary>Moves to the next document and returns it, or <see cref="NO_MORE_DOCS"/>; not to be called after that.</summary>
    public abstract int NextDoc();

    /// <summary><see cref="Advance"/> by repeated <see cref="NextDoc"/>.</summary>
    protected internal int SlowAdvance(int target)
    {
        int doc;
        do
        {
            doc = NextDoc();
        }
        while (doc < target);
        return doc;
    }

    private sealed class EmptyIterator : DocIdSetIterator
    {
        private int doc = -1;

        public override int DocID => doc;

        public override int Advance(int target) => doc = NO_MORE_DOCS;

        public override long GetCost() => 0;

        public override int NextDoc() => doc = NO_MORE_DOCS;
    }
}
