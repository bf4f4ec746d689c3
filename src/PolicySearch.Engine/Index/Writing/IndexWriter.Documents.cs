using Lucene.Net.Analysis;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace Lucene.Net.Index;

public partial class IndexWriter
{
    /// <summary>Adds a document, analyzed by the writer's analyzer.</summary>
    /// <exception cref="ArgumentException">The document breaks a rule (a term that is too long, doc values of another kind …). Nothing of it is added.</exception>
    public virtual void AddDocument(IEnumerable<IIndexableField> doc) => AddDocument(doc, _config.Analyzer);

    /// <summary>Adds a document.</summary>
    /// <inheritdoc cref="AddDocument(IEnumerable{IIndexableField})"/>
    public virtual void AddDocument(IEnumerable<IIndexableField> doc, Analyzer analyzer) => Update(null, [doc], analyzer);

    /// <summary>Adds documents as a block: they get neighbouring numbers, for good, and are added all or none.</summary>
    public virtual void AddDocuments(IEnumerable<IEnumerable<IIndexableField>> docs) => AddDocuments(docs, _config.Analyzer);

    /// <inheritdoc cref="AddDocuments(IEnumerable{IEnumerable{IIndexableField}})"/>
    public virtual void AddDocuments(IEnumerable<IEnumerable<IIndexableField>> docs, Analyzer analyzer) => Update(null, docs, analyzer);

    /// <summary>Deletes the documents that hold a term, and adds one: in one step for every reader.</summary>
    public virtual void UpdateDocument(Term term, IEnumerable<IIndexableField> doc) => UpdateDocument(term, doc, _config.Analyzer);

    /// <inheritdoc cref="UpdateDocument(Term, IEnumerable{IIndexableField})"/>
    public virtual void UpdateDocument(Term term, IEnumerable<IIndexableField> doc, Analyzer analyzer) => Update(term, [doc], analyzer);

    /// <summary>Deletes the documents that hold a term, and adds a block of documents: in one step for every reader.</summary>
    public virtual void UpdateDocuments(Term delTerm, IEnumerable<IEnumerable<IIndexableField>> docs) => UpdateDocuments(delTerm, docs, _config.Analyzer);

    /// <inheritdoc cref="UpdateDocuments(Term, IEnumerable{IEnumerable{IIndexableField}})"/>
    public virtual void UpdateDocuments(Term delTerm, IEnumerable<IEnumerable<IIndexableField>> docs, Analyzer analyzer) => Update(delTerm, docs, analyzer);

    /// <summary>Deletes the documents that hold a term.</summary>
    public virtual void DeleteDocuments(Term term) => DeleteDocuments([term]);

    /// <summary>Deletes the documents that hold any of the terms.</summary>
    public virtual void DeleteDocuments(params Term[] terms)
    {
        EnsureOpen();
        _deletes.Delete(terms.AsSpan());
        AfterDelete();
    }

    /// <summary>Deletes the documents that a query finds.</summary>
    public virtual void DeleteDocuments(Query query) => DeleteDocuments([query]);

    /// <summary>Deletes the documents that any of the queries finds.</summary>
    public virtual void DeleteDocuments(params Query[] queries)
    {
        EnsureOpen();
        _deletes.Delete(queries.AsSpan());
        AfterDelete();
    }

    /// <summary>Deletes all documents, those in memory too. Merges that run are given up.</summary>
    public virtual void DeleteAll()
    {
        EnsureOpen();
        lock (_commitLock)
        {
            lock (_flushLock)
            {
                AbortMerges();
                _buffers.Drain(buffer =>
                {
                    buffer.Abandon();
                    _buffers.Remove(buffer);
                });
                lock (_sync)
                {
                    _deletes.Clear();
                    _segments.Clear();
                    _fieldNumbers.Clear();
                    Changed();
                }
            }
            ResumeMerges();
        }
    }

    /// <summary>
    /// Deletes a document of a reader that this writer opened, without looking for it; false when its segment was merged away since, and
    /// the caller must delete by term or query.
    /// </summary>
    public virtual bool TryDeleteDocument(IndexReader readerIn, int docID)
    {
        EnsureOpen();
        AtomicReader atomic = readerIn as AtomicReader ?? readerIn.Leaves[ReaderUtil.SubIndex(docID, readerIn.Leaves)].AtomicReader;
        int doc = readerIn is AtomicReader ? docID : docID - readerIn.Leaves[ReaderUtil.SubIndex(docID, readerIn.Leaves)].DocBase;
        if (atomic is not SegmentReader segment)
            throw new ArgumentException("the reader must be a SegmentReader, or made of those");
        lock (_sync)
        {
            if (_segments.Find(segment.SegmentInfo) is not { } state)
                return false;
            if (state.Delete(doc))
                Changed();
            return true;
        }
    }

    private void Update(Term? deletes, IEnumerable<IEnumerable<IIndexableField>> docs, Analyzer analyzer)
    {
        EnsureOpen();
        ArgumentNullException.ThrowIfNull(docs);
        SegmentBuffer buffer = _buffers.Take();
        int from = buffer.DocCount;
        bool added = false;
        try
        {
            foreach (IEnumerable<IIndexableField> doc in docs)
                buffer.Add(doc, analyzer);
            _deletes.Add(deletes, buffer, from);
            Interlocked.Increment(ref _changes);
            added = true;
        }
        finally
        {
            if (!added)
                buffer.Fail(from);
            AfterAdd(buffer);
        }
    }

    private void AfterAdd(SegmentBuffer buffer)
    {
        if (buffer.Failure is { } failure)
        {
            _buffers.Return(buffer);
            Tragic(failure);
            return;
        }
        if (!IsFull(buffer, out SegmentBuffer victim))
        {
            _buffers.Return(buffer);
            return;
        }
        if (victim != buffer)
            _buffers.Return(buffer);
        FlushBuffer(victim);
        if (TooManyDeletes())
            FlushAll(applyAllDeletes: true);
        TryMerge(MergeTrigger.SEGMENT_FLUSH);
    }

    private bool IsFull(SegmentBuffer buffer, out SegmentBuffer victim)
    {
        victim = buffer;
        if (_config.MaxBufferedDocs != IndexWriterConfig.DISABLE_AUTO_FLUSH && buffer.DocCount >= _config.MaxBufferedDocs)
            return true;
        if (buffer.RamBytes >= (long)_config.RAMPerThreadHardLimitMB << 20)
            return true;
        double limit = _config.RAMBufferSizeMB;
        if (limit == IndexWriterConfig.DISABLE_AUTO_FLUSH || _buffers.RamBytes + _deletes.RamBytes < limit * (1 << 20))
            return false;
        victim = _buffers.TakeLargest(buffer);
        return true;
    }

    private void AfterDelete()
    {
        Interlocked.Increment(ref _changes);
        if (TooManyDeletes())
            FlushAll(applyAllDeletes: true);
    }

    private bool TooManyDeletes()
    {
        if (_config.MaxBufferedDeleteTerms != IndexWriterConfig.DISABLE_AUTO_FLUSH && _deletes.TermCount >= _config.MaxBufferedDeleteTerms)
            return true;
        double limit = _config.RAMBufferSizeMB;
        return limit != IndexWriterConfig.DISABLE_AUTO_FLUSH && _deletes.RamBytes >= limit * (1 << 19);
    }
}
