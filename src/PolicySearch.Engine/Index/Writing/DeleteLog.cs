using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// Deletions that are not yet applied everywhere, each with its moment. Additions and deletions share one sequence of moments: a
/// deletion hits the documents added before it, and an update deletes and adds at the same moment, so it spares its own
/// document. A deletion stays until every buffer that holds older documents is a segment, and every segment has seen it. Thread-safe.
/// </summary>
internal sealed class DeleteLog
{
    // Roughly what an entry takes beside its bytes: dictionary, Term, BytesRef.
    private const int EntryBytes = 160;

    private readonly Lock _sync = new();
    private readonly Dictionary<Term, long> _terms = [];
    private readonly List<PendingQuery> _queries = [];
    private long _now;

    /// <summary>A deletion by query.</summary>
    internal readonly record struct PendingQuery(Query Query, long Moment);

    /// <summary>Deletions by term that wait.</summary>
    public int TermCount
    {
        get
        {
            lock (_sync)
                return _terms.Count;
        }
    }

    /// <summary>Memory in use, roughly.</summary>
    public long RamBytes
    {
        get
        {
            lock (_sync)
                return (long)EntryBytes * (_terms.Count + _queries.Count);
        }
    }

    /// <summary>The moment of the last addition or deletion.</summary>
    public long Now
    {
        get
        {
            lock (_sync)
                return _now;
        }
    }

    public bool IsEmpty
    {
        get
        {
            lock (_sync)
                return _terms.Count == 0 && _queries.Count == 0;
        }
    }

    /// <summary>Dates the documents of a buffer from <paramref name="from"/> on, and the deletion that belongs to them, if any.</summary>
    public void Add(Term? deletes, SegmentBuffer buffer, int from)
    {
        lock (_sync)
        {
            _now++;
            if (deletes is not null)
                _terms[deletes] = _now;
            buffer.SetSequence(from, _now);
        }
    }

    /// <summary>Dates deletions by term.</summary>
    public void Delete(params ReadOnlySpan<Term> terms)
    {
        lock (_sync)
        {
            _now++;
            foreach (Term term in terms)
                _terms[term] = _now;
        }
    }

    /// <summary>Dates deletions by query.</summary>
    public void Delete(params ReadOnlySpan<Query> queries)
    {
        lock (_sync)
        {
            _now++;
            foreach (Query query in queries)
                _queries.Add(new PendingQuery(query, _now));
        }
    }

    public bool HasQueriesBefore(long moment)
    {
        lock (_sync)
            return _queries.Exists(query => query.Moment <= moment);
    }

    /// <summary>The deletions after <paramref name="moment"/>, terms in the order of the index, and the moment up to which they reach.</summary>
    public (List<KeyValuePair<Term, long>> Terms, List<PendingQuery> Queries, long UpTo) After(long moment)
    {
        lock (_sync)
        {
            List<KeyValuePair<Term, long>> terms = [.. _terms.Where(entry => entry.Value > moment)];
            terms.Sort((left, right) => left.Key.CompareTo(right.Key));
            return (terms, _queries.FindAll(query => query.Moment > moment), _now);
        }
    }

    /// <summary>Deletes what terms say in a buffer; returns the moment up to which that is done.</summary>
    /// <param name="buffer">No other thread may use it.</param>
    /// <param name="live">Created at the first deletion.</param>
    public long ApplyTerms(SegmentBuffer buffer, ref FixedBitSet? live)
    {
        lock (_sync)
        {
            foreach ((Term term, long moment) in _terms)
            {
                if (moment <= buffer.FirstSequence || buffer.Find(term.Field)?.Postings is not { } postings)
                    continue;
                int ordinal = postings.Terms.Find(term.Bytes.Span);
                if (ordinal >= 0)
                    Delete(buffer, postings.Documents(ordinal), moment, ref live);
            }
            return _now;
        }
    }

    /// <summary>Forgets deletions that every segment has seen, being before <paramref name="moment"/>, and that no buffer of <paramref name="buffers"/> waits for.</summary>
    public void Prune(long moment, BufferPool buffers)
    {
        // Under the lock, so that no document is dated between looking and forgetting.
        lock (_sync)
            Forget(Math.Min(moment, buffers.FirstSequence));
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_sync)
            Forget(long.MaxValue);
    }

    private void Forget(long moment)
    {
        foreach (Term term in _terms.Where(entry => entry.Value <= moment).Select(entry => entry.Key).ToList())
            _terms.Remove(term);
        _queries.RemoveAll(query => query.Moment <= moment);
    }

    private static void Delete(SegmentBuffer buffer, PostingsBuffer.DocumentReader documents, long moment, ref FixedBitSet? live)
    {
        while (documents.Next())
        {
            if (buffer.Sequence[documents.Doc] >= moment)
                continue;
            if (live is null)
            {
                live = new FixedBitSet(buffer.DocCount);
                live.Set(0, buffer.DocCount);
            }
            live.Clear(documents.Doc);
        }
    }
}
