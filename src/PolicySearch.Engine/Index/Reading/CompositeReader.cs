namespace Lucene.Net.Index;

/// <summary>Several readers as one: their documents are numbered one reader after the other.</summary>
public abstract class CompositeReader : IndexReader
{
    private volatile CompositeReaderContext? context;

    /// <inheritdoc/>
    public sealed override IndexReaderContext Context
    {
        get
        {
            EnsureOpen();
            return context ??= CompositeReaderContext.Create(this);
        }
    }

    /// <summary>The readers, in the order of their documents.</summary>
    protected internal abstract IList<IndexReader> GetSequentialSubReaders();

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name}({string.Join(' ', GetSequentialSubReaders())})";
}

/// <summary>A <see cref="CompositeReader"/> over a fixed list of readers.</summary>
public abstract class BaseCompositeReader<R> : CompositeReader where R : IndexReader
{
    private readonly R[] subReaders;
    private readonly int[] starts;

    /// <summary>The readers, in the order of their documents.</summary>
    /// <exception cref="ArgumentException">They hold more than 2³¹−1 documents.</exception>
    protected BaseCompositeReader(R[] subReaders)
    {
        this.subReaders = subReaders;
        starts = new int[subReaders.Length + 1];
        long maxDoc = 0;
        for (int i = 0; i < subReaders.Length; i++)
        {
            starts[i] = (int)maxDoc;
            maxDoc += subReaders[i].MaxDoc;
            NumDocs += subReaders[i].NumDocs;
            if (maxDoc > int.MaxValue)
                throw new ArgumentException($"more than {int.MaxValue} documents", nameof(subReaders));
        }
        starts[^1] = MaxDoc = (int)maxDoc;
    }

    /// <inheritdoc/>
    public sealed override int MaxDoc { get; }

    /// <inheritdoc/>
    public sealed override int NumDocs { get; }

    /// <inheritdoc/>
    public sealed override int DocFreq(Term term)
    {
        EnsureOpen();
        return subReaders.Sum(reader => reader.DocFreq(term));
    }

    /// <inheritdoc/>
    public sealed override void Document(int docID, StoredFieldVisitor visitor)
    {
        EnsureOpen();
        int i = ReaderIndex(docID);
        subReaders[i].Document(docID - starts[i], visitor);
    }

    /// <inheritdoc/>
    public sealed override int GetDocCount(string field)
    {
        EnsureOpen();
        return subReaders.Sum(reader => reader.GetDocCount(field));
    }

    /// <inheritdoc/>
    protected internal sealed override IList<IndexReader> GetSequentialSubReaders() => subReaders;

    /// <inheritdoc/>
    public sealed override long GetSumDocFreq(string field)
    {
        EnsureOpen();
        return subReaders.Sum(reader => reader.GetSumDocFreq(field));
    }

    /// <inheritdoc/>
    public sealed override long GetSumTotalTermFreq(string field)
    {
        EnsureOpen();
        return KnownSum.Of(subReaders, reader => reader.GetSumTotalTermFreq(field));
    }

    /// <inheritdoc/>
    public sealed override Fields? GetTermVectors(int docID)
    {
        EnsureOpen();
        int i = ReaderIndex(docID);
        return subReaders[i].GetTermVectors(docID - starts[i]);
    }

    /// <summary>The first document of a reader.</summary>
    protected internal int ReaderBase(int readerIndex) => starts[readerIndex];

    /// <summary>Which reader holds a document.</summary>
    protected internal int ReaderIndex(int docID)
    {
        CheckDocument(docID);
        return ReaderUtil.SubIndex(docID, starts);
    }

    /// <inheritdoc/>
    public sealed override long TotalTermFreq(Term term)
    {
        EnsureOpen();
        return KnownSum.Of(subReaders, reader => reader.TotalTermFreq(term));
    }
}

/// <summary>Several readers, of several indexes perhaps, as one.</summary>
public class MultiReader : BaseCompositeReader<IndexReader>
{
    private readonly IndexReader[] owned;

    /// <summary>Disposes the readers when disposed.</summary>
    public MultiReader(params IndexReader[] subReaders) : this(subReaders, true)
    {
    }

    /// <summary>Disposes the readers when disposed if <paramref name="closeSubReaders"/>; else takes a reference to each meanwhile.</summary>
    public MultiReader(IndexReader[] subReaders, bool closeSubReaders) : base((IndexReader[])subReaders.Clone())
    {
        owned = [.. subReaders];
        if (closeSubReaders)
            return;
        foreach (IndexReader reader in owned)
            reader.IncRef();
    }

    /// <inheritdoc/>
    protected internal override void DoClose()
    {
        foreach (IndexReader reader in owned)
            reader.DecRef();
    }
}
