using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Directory = Lucene.Net.Store.Directory;

namespace Lucene.Net.Index;

/// <summary>The writer's segments, in order, and what is deleted in them. The writer's lock protects it.</summary>
internal sealed class WriterSegments(Directory directory, SegmentInfos infos) : IDisposable
{
    private readonly Dictionary<SegmentCommitInfo, SegmentState> _states = infos.ToDictionary(info => info, info => new SegmentState(info, null, 0));

    /// <summary>The segments; the list itself.</summary>
    public SegmentInfos Infos { get; } = infos;

    public IEnumerable<SegmentState> States => Infos.Select(info => _states[info]);

    public SegmentState? Find(SegmentCommitInfo info) => _states.GetValueOrDefault(info);

    /// <summary>Adds a segment at the end.</summary>
    public void Add(SegmentState state)
    {
        _states[state.Info] = state;
        Infos.Add(state.Info);
        Infos.Changed();
    }

    /// <summary>Puts a merged segment where the first of its sources stood, or nothing when it is null.</summary>
    public void Replace(IList<SegmentCommitInfo> sources, SegmentState? merged)
    {
        var wanted = new HashSet<SegmentCommitInfo>(sources);
        int at = Infos.Segments.ToList().FindIndex(wanted.Contains);
        if (merged is not null)
        {
            _states[merged.Info] = merged;
            Infos.Segments.Insert(at, merged.Info);
        }
        foreach (SegmentCommitInfo source in sources)
            Drop(source);
        Infos.Changed();
    }

    /// <summary>Removes segments without a live document, but for those that <paramref name="keep"/> names; true when there were some.</summary>
    public bool DropEmpty(Predicate<SegmentCommitInfo> keep)
    {
        SegmentState[] empty = [.. States.Where(state => state.LiveCount == 0 && !keep(state.Info))];
        foreach (SegmentState state in empty)
            Drop(state.Info);
        if (empty.Length > 0)
            Infos.Changed();
        return empty.Length > 0;
    }

    /// <summary>Removes all segments.</summary>
    public void Clear()
    {
        foreach (SegmentCommitInfo info in Infos.ToList())
            Drop(info);
        Infos.Changed();
    }

    /// <summary>Applies the deletions of generations up to <paramref name="generation"/> that segments have not seen; true when a document was deleted.</summary>
    public bool Apply(DeleteLog deletes, int generation, BufferPool buffers)
    {
        bool any = false;
        long upTo = deletes.NowOf(generation);
        if (!deletes.IsEmpty)
        {
            foreach (SegmentState state in States.Where(state => state.DeletesUpTo < upTo).ToList())
            {
                any |= ApplyTerms(state, deletes.Terms(state.DeletesUpTo, upTo));
                foreach (DeleteLog.PendingQuery query in deletes.Queries(state.DeletesUpTo, upTo))
                    any |= ApplyQuery(state, query.Query, null, long.MaxValue);
            }
        }
        foreach (SegmentState state in States)
            state.DeletesUpTo = Math.Max(state.DeletesUpTo, upTo);
        buffers.PruneDeletes(upTo);
        return any;
    }

    /// <summary>Applies to a segment just flushed the queries that some of its documents are older than.</summary>
    public static void ApplyQueries(FlushedSegment flushed, SegmentState state, DeleteLog deletes)
    {
        foreach (DeleteLog.PendingQuery query in deletes.Queries(flushed.Sequence[0], flushed.DeletesUpTo))
            ApplyQuery(state, query.Query, flushed.Sequence, query.Moment);
    }

    /// <summary>Writes the deletions of all segments.</summary>
    public void WriteDeletions()
    {
        foreach (SegmentState state in States)
            state.WriteDeletions(directory);
    }

    public void Dispose()
    {
        foreach (SegmentState state in _states.Values)
            state.Dispose();
        _states.Clear();
    }

    private void Drop(SegmentCommitInfo info)
    {
        Infos.Remove(info);
        if (_states.Remove(info, out SegmentState? state))
            state.Dispose();
    }

    private static bool ApplyTerms(SegmentState state, List<Term> terms)
    {
        bool any = false;
        string? field = null;
        TermsEnum? enumerator = null;
        DocsEnum? docs = null;
        foreach (Term term in terms)
        {
            if (term.Field != field)
            {
                field = term.Field;
                enumerator = state.Base.GetTerms(field)?.GetEnumerator();
            }
            if (enumerator is null || !enumerator.SeekExact(term.Bytes))
                continue;
            docs = enumerator.Docs(null, docs, DocsFlags.NONE)!;
            for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
                any |= state.Delete(doc);
        }
        return any;
    }

    private static bool ApplyQuery(SegmentState state, Query query, long[]? sequence, long moment)
    {
        using SegmentReader reader = state.OpenReader();
        var found = new DocumentCollector();
        new IndexSearcher(reader).Search(query, found);
        bool any = false;
        foreach (int doc in found.Docs)
        {
            if (sequence is null || sequence[doc] < moment)
                any |= state.Delete(doc);
        }
        return any;
    }

    private sealed class DocumentCollector : ICollector
    {
        public List<int> Docs { get; } = [];

        public bool AcceptsDocsOutOfOrder => true;

        public void Collect(int doc) => Docs.Add(doc);

        public void SetNextReader(AtomicReaderContext context)
        {
        }

        public void SetScorer(Scorer scorer)
        {
        }
    }
}
