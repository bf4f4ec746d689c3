using System.Collections.ObjectModel;

namespace Lucene.Net.Index;

/// <summary>A reader's place in a tree of readers. Immutable.</summary>
public abstract class IndexReaderContext
{
    private protected IndexReaderContext(CompositeReaderContext? parent, int ordInParent, int docBaseInParent)
    {
        Parent = parent;
        OrdInParent = ordInParent;
        DocBaseInParent = docBaseInParent;
    }

    /// <summary>The contexts directly below; null for a leaf.</summary>
    public abstract IList<IndexReaderContext>? Children { get; }

    /// <summary>What the parent adds to this reader's document ids.</summary>
    public int DocBaseInParent { get; }

    /// <summary>True for the root.</summary>
    public bool IsTopLevel => Parent == null;

    /// <summary>All leaves; asked of the root alone.</summary>
    /// <exception cref="NotSupportedException">This is not the root.</exception>
    public abstract IList<AtomicReaderContext> Leaves { get; }

    /// <summary>Which child of the parent this is.</summary>
    public int OrdInParent { get; }

    /// <summary>The context above, or null.</summary>
    public CompositeReaderContext? Parent { get; }

    /// <summary>The reader.</summary>
    public abstract IndexReader Reader { get; }
}

/// <summary>The place of a segment's reader.</summary>
public sealed class AtomicReaderContext : IndexReaderContext
{
    private readonly ReadOnlyCollection<AtomicReaderContext>? leaves;

    internal AtomicReaderContext(AtomicReader reader) : this(null, reader, 0, 0, 0, 0)
    {
    }

    internal AtomicReaderContext(CompositeReaderContext? parent, AtomicReader reader, int ordInParent, int docBaseInParent, int ord, int docBase)
        : base(parent, ordInParent, docBaseInParent)
    {
        AtomicReader = reader;
        Ord = ord;
        DocBase = docBase;
        leaves = parent == null ? new ReadOnlyCollection<AtomicReaderContext>([this]) : null;
    }

    /// <summary>The reader.</summary>
    public AtomicReader AtomicReader { get; }

    /// <summary>Null.</summary>
    public override IList<IndexReaderContext>? Children => null;

    /// <summary>What the root adds to this reader's document ids.</summary>
    public int DocBase { get; }

    /// <inheritdoc/>
    public override IList<AtomicReaderContext> Leaves => leaves ?? throw new NotSupportedException("ask the root for its leaves");

    /// <summary>Which leaf of the root this is.</summary>
    public int Ord { get; }

    /// <inheritdoc/>
    public override IndexReader Reader => AtomicReader;
}

/// <summary>The place of a reader that is made of others.</summary>
public sealed class CompositeReaderContext : IndexReaderContext
{
    private readonly CompositeReader reader;
    private readonly IndexReaderContext[] children;
    private readonly List<AtomicReaderContext> leaves;

    private CompositeReaderContext(CompositeReaderContext? parent, CompositeReader reader, int ordInParent, int docBaseInParent, List<AtomicReaderContext> leaves, int docBase)
        : base(parent, ordInParent, docBaseInParent)
    {
        this.reader = reader;
        this.leaves = leaves;
        IList<IndexReader> readers = reader.GetSequentialSubReaders();
        children = new IndexReaderContext[readers.Count];
        for (int i = 0, start = 0; i < children.Length; start += readers[i].MaxDoc, i++)
            children[i] = CreateChild(readers[i], i, start, docBase + start);
    }

    /// <inheritdoc/>
    public override IList<IndexReaderContext> Children => children.AsReadOnly();

    /// <inheritdoc/>
    public override IList<AtomicReaderContext> Leaves => IsTopLevel ? leaves.AsReadOnly() : throw new NotSupportedException("ask the root for its leaves");

    /// <inheritdoc/>
    public override IndexReader Reader => reader;

    internal static CompositeReaderContext Create(CompositeReader reader) => new(null, reader, 0, 0, [], 0);

    private IndexReaderContext CreateChild(IndexReader child, int ordInParent, int docBaseInParent, int docBase)
    {
        if (child is not AtomicReader atomic)
            return new CompositeReaderContext(this, (CompositeReader)child, ordInParent, docBaseInParent, leaves, docBase);
        var leaf = new AtomicReaderContext(this, atomic, ordInParent, docBaseInParent, leaves.Count, docBase);
        leaves.Add(leaf);
        return leaf;
    }
}

/// <summary>Helpers over trees of readers.</summary>
public sealed class ReaderUtil
{
    private ReaderUtil()
    {
    }

    /// <summary>The root of a tree.</summary>
    public static IndexReaderContext GetTopLevelContext(IndexReaderContext context)
    {
        while (context.Parent != null)
            context = context.Parent;
        return context;
    }

    /// <summary>The last i with <c>docStarts[i] ≤ n</c> and, where readers are empty, the last of those that begin there.</summary>
    public static int SubIndex(int n, int[] docStarts)
    {
        int low = 0, high = docStarts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (docStarts[middle] <= n)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }

    /// <summary>The index of the leaf that holds document <paramref name="n"/>.</summary>
    public static int SubIndex(int n, IList<AtomicReaderContext> leaves)
    {
        int low = 0, high = leaves.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (leaves[middle].DocBase <= n)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
