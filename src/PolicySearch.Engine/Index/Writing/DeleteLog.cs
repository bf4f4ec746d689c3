using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// Deletions that are not yet applied everywhere, each with its moment. Additions and deletions share one sequence of moments: a
/// deletion hits the documents added before it, and an update deletes and adds at the same moment, so it spares its own document.
/// </summary>
/// <remarks>
/// A view of the index (a commit, a reader) must hold both halves of an update or none. So moments come in generations: a full flush begins a new one,
/// and its view holds all of the generations before and nothing of the new one, whatever other threads do meanwhile. A document in a buffer of an old
/// generation is dated in that generation, however late it is done. Thread-safe.
/// </remarks>
internal sealed class DeleteLog
{
    // Roughly what an entry takes beside its bytes: dictionary, Term, BytesRef.
    private const int EntryBytes = 160;

    private readonly Lock _sync = new();
    private readonly List<Generation> _generations = [new Generation(0)];

    /// <summary>A deletion by query.</summary>
    internal readonly record struct PendingQuery(Query Query, long Moment);

    /// <summary>The number of the current generation.</summary>
    public int Current
    {
        get
        {
            lock (_sync)
                return _generations[^1].Number;
        }
    }

    /// <summary>Deletions by term that wait.</summary>
    public int TermCount
    {
        get
        {
            lock (_sync)
                return _generations.Sum(generation => generation.Terms.Count);
        }
    }

    /// <summary>Memory in use, roughly.</summary>
    public long RamBytes
    {
        get
        {
            lock (_sync)
                return (long)EntryBytes * _generations.Sum(generation => generation.Terms.Count + generation.Queries.Count);
        }
    }

    public bool IsEmpty
    {
        get
        {
            lock (_sync)
                return _generations.TrueForAll(generation => generation.IsEmpty);
        }
    }

    /// <summary>Begins a new generation.</summary>
    public void Advance()
    {
        lock (_sync)
            _generations.Add(new Generation(_generations[^1].Number + 1));
    }

    /// <summary>Dates the documents of a buffer from <paramref name="from"/> on, and the deletion that belongs to them, if any.</summary>
    public void Add(Term? deletes, SegmentBuffer buffer, int from)
    {
        lock (_sync)
        {
            Generation generation = Find(buffer.Generation);
            long moment = ++generation.Now;
            if (deletes is not null)
                generation.Terms[deletes] = moment;
            buffer.SetSequence(from, moment);
        }
    }

    /// <summary>Dates deletions by term.</summary>
    public void Delete(params ReadOnlySpan<Term> terms)
    {
        lock (_sync)
        {
            Generation generation = _generations[^1];
            generation.Now++;
            foreach (Term term in terms)
                generation.Terms[term] = generation.Now;
        }
    }

    /// <summary>Dates deletions by query.</summary>
    public void Delete(params ReadOnlySpan<Query> queries)
    {
        lock (_sync)
        {
            Generation generation = _generations[^1];
            generation.Now++;
            foreach (Query query in queries)
                generation.Queries.Add(new PendingQuery(query, generation.Now));
        }
    }

    /// <summary>The last moment of a generation.</summary>
    public long NowOf(int generation)
    {
        lock (_sync)
            return Find(generation).Now;
    }

    /// <summary>The queries after one moment, up to another.</summary>
    public List<PendingQuery> Queries(long after, long upTo)
    {
        lock (_sync)
            return [.. _generations.SelectMany(generation => generation.Queries).Where(query => query.Moment > after && query.Moment <= upTo)];
    }

    /// <summary>The terms after one moment, up to another, in the order of the index.</summary>
    public List<Term> Terms(long after, long upTo)
    {
        lock (_sync)
        {
            var terms = new List<Term>();
            foreach (Generation generation in _generations)
            {
                if (generation.Now > after)
                    terms.AddRange(generation.Terms.Where(entry => entry.Value > after && entry.Value <= upTo).Select(entry => entry.Key));
            }
            terms.Sort();
            return terms;
        }
    }

    /// <summary>Deletes what terms of a buffer's generation say in that buffer; returns the moment up to which that is done.</summary>
    /// <param name="buffer">No other thread may use it.</param>
    /// <param name="live">Created at the first deletion.</param>
    public long ApplyTerms(SegmentBuffer buffer, ref FixedBitSet? live)
    {
        lock (_sync)
        {
            Generation generation = Find(buffer.Generation);
            foreach ((Term term, long moment) in generation.Terms)
            {
                if (moment <= buffer.FirstSequence || buffer.Find(term.Field)?.Postings is not { } postings)
                    continue;
                int ordinal = postings.Terms.Find(term.Bytes.Span);
                if (ordinal >= 0)
                    Delete(buffer, postings.Documents(ordinal), moment, ref live);
            }
            return generation.Now;
        }
    }

    /// <summary>Forgets deletions that every segment has seen, being up to <paramref name="moment"/>, and before <paramref name="firstWaiting"/>.</summary>
    public void Prune(long moment, Func<long> firstWaiting)
    {
        // Under the lock, so that no document is dated between looking and forgetting.
        lock (_sync)
            Forget(Math.Min(moment, firstWaiting()));
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_sync)
            Forget(long.MaxValue);
    }

    private Generation Find(int number) => _generations.Find(generation => generation.Number == number)
        ?? throw new InvalidOperationException($"generation {number} of deletions is closed");

    private void Forget(long moment)
    {
        foreach (Generation generation in _generations)
            generation.Forget(moment);
        // A generation that is done has no buffer left: its documents are all before the moment.
        while (_generations.Count > 1 && _generations[0].IsEmpty && _generations[1].First <= moment)
            _generations.RemoveAt(0);
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

    private sealed class Generation(int number)
    {
        public int Number { get; } = number;

        /// <summary>Before all moments of this generation, behind all of the ones before.</summary>
        public long First { get; } = (long)number << 36;

        public long Now { get; set; } = (long)number << 36;

        public Dictionary<Term, long> Terms { get; } = [];

        public List<PendingQuery> Queries { get; } = [];

        public bool IsEmpty => Terms.Count == 0 && Queries.Count == 0;

        public void Forget(long moment)
        {
            if (moment >= Now)
            {
                Terms.Clear();
                Queries.Clear();
                return;
            }
            foreach (Term term in Terms.Where(entry => entry.Value <= moment).Select(entry => entry.Key).ToList())
                Terms.Remove(term);
            Queries.RemoveAll(query => query.Moment <= moment);
        }
    }
}
