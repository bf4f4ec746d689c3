namespace Lucene.Net.Index;

/// <summary>
/// A view of an index that never changes: documents added or deleted later show only in a reader opened later.
/// Any number of threads may use it. It stays open until every reference is given back: the one it starts with by
/// <see cref="Dispose()"/>, others taken with <see cref="IncRef"/> by <see cref="DecRef"/>. Reading after that throws
/// <see cref="ObjectDisposedException"/>.
/// </summary>
public abstract partial class IndexReader : IDisposable
{
    private int refCount = 1;
    private int disposed;

    // Only the two kinds of reader below derive from this one.
    internal IndexReader()
    {
    }

    /// <summary>Identifies what this reader reads, deletions included: a key for caches.</summary>
    public virtual object CombinedCoreAndDeletesKey => this;

    /// <summary>The root of the tree of readers below this one.</summary>
    public abstract IndexReaderContext Context { get; }

    /// <summary>Identifies what this reader reads, deletions apart: a key for caches.</summary>
    public virtual object CoreCacheKey => this;

    /// <summary>True when some document is deleted.</summary>
    public virtual bool HasDeletions => NumDeletedDocs > 0;

    /// <summary>The segments' readers, with the number that their first document has in this reader.</summary>
    public IList<AtomicReaderContext> Leaves => Context.Leaves;

    /// <summary>One more than the largest document id.</summary>
    public abstract int MaxDoc { get; }

    /// <summary>How many documents are deleted but still there.</summary>
    public int NumDeletedDocs => MaxDoc - NumDocs;

    /// <summary>How many documents there are, deleted ones not counted.</summary>
    public abstract int NumDocs { get; }

    /// <summary>References not yet given back; 0 when closed.</summary>
    public int RefCount => Volatile.Read(ref refCount);

    /// <summary>Runs once, when the last reference is given back.</summary>
    internal event Action<IndexReader>? Disposed;

    /// <summary>Gives a reference back; the last one closes the reader.</summary>
    public void DecRef()
    {
        int left = Interlocked.Decrement(ref refCount);
        if (left < 0)
        {
            Interlocked.Increment(ref refCount);
            throw Closed();
        }
        if (left > 0)
            return;
        DoClose();
        Disposed?.Invoke(this);
    }

    /// <summary>Gives back the reference with which the reader began. Repeated calls do nothing.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref disposed, 1) == 0)
            DecRef();
    }

    /// <summary>Frees what this reader holds.</summary>
    protected internal abstract void DoClose();

    /// <summary>How many documents have the term; deleted ones count.</summary>
    public abstract int DocFreq(Term term);

    /// <summary>Hands a document's stored fields to <paramref name="visitor"/>.</summary>
    /// <param name="docID">In [0, <see cref="MaxDoc"/>); a deleted document can still be read.</param>
    /// <param name="visitor">Takes the fields.</param>
    public abstract void Document(int docID, StoredFieldVisitor visitor);

    /// <summary>Throws <see cref="ObjectDisposedException"/> when closed.</summary>
    protected internal void EnsureOpen()
    {
        if (RefCount <= 0)
            throw Closed();
    }

    /// <summary>A reader equals itself alone.</summary>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <summary>How many documents have a term in the field; deleted ones count.</summary>
    public abstract int GetDocCount(string field);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Sum of document frequencies over the field's terms.</summary>
    public abstract long GetSumDocFreq(string field);

    /// <summary>Sum of frequencies over the field's postings; −1 when they hold no frequencies.</summary>
    public abstract long GetSumTotalTermFreq(string field);

    /// <summary>A document's term vector of one field, or null.</summary>
    public Terms? GetTermVector(int docID, string field) => GetTermVectors(docID)?.GetTerms(field);

    /// <summary>A document's term vectors, or null when it has none.</summary>
    public abstract Fields? GetTermVectors(int docID);

    /// <summary>Takes a reference.</summary>
    /// <exception cref="ObjectDisposedException">The reader is closed.</exception>
    public void IncRef()
    {
        if (!TryIncRef())
            throw Closed();
    }

    /// <summary>Sum of the term's frequencies; −1 when the postings hold none.</summary>
    public abstract long TotalTermFreq(Term term);

    /// <summary>Takes a reference unless the reader is closed; true when it was taken.</summary>
    public bool TryIncRef()
    {
        for (int count = RefCount; count > 0; count = RefCount)
        {
            if (Interlocked.CompareExchange(ref refCount, count + 1, count) == count)
                return true;
        }
        return false;
    }

    private protected void CheckDocument(int docID)
    {
        if ((uint)docID >= (uint)MaxDoc)
            throw new ArgumentOutOfRangeException(nameof(docID), docID, $"document ids lie in [0, {MaxDoc})");
    }

    private ObjectDisposedException Closed() => new(GetType().Name, "this index reader has been disposed");
}
