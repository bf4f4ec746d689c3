using Lucene.Net.Codecs;
using Lucene.Net.Search;
using Lucene.Net.Util;
using TermPostings = Lucene.Net.Codecs.TermPostings;

namespace Lucene.Net.Index;

/// <summary>Merges the postings of one field after the other: walks all sources' terms in step, and copies document by document.</summary>
internal sealed class PostingsMerger(List<MergeSource> sources, PostingsWriter postings, TermBlocksWriter blocks, int docCount, Action checkAborted)
{
    private readonly BytesRef _term = new(64);
    private FixedBitSet _seen = new(0);
    private FieldInfo _field = null!;
    private bool _hasFreqs, _hasPositions;

    public void Merge(FieldInfo field)
    {
        _field = field;
        _hasFreqs = field.IndexOptions >= IndexOptions.DOCS_AND_FREQS;
        _hasPositions = field.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
        _seen = new FixedBitSet(docCount);
        long occurrences = 0, documents = 0, terms = 0;
        blocks.StartField(field);
        List<Cursor> heap = Open();
        while (heap.Count > 0)
        {
            if ((terms++ & 0xFF) == 0)
                checkAborted();
            if (MergeTerm(heap) is not { } written)
                continue;
            documents += written.DocFreq;
            occurrences += written.TotalTermFreq;
        }
        blocks.FinishField(occurrences, documents, _seen.Cardinality);
    }

    private List<Cursor> Open()
    {
        var cursors = new List<Cursor>();
        for (int i = 0; i < sources.Count; i++)
        {
            if (sources[i].Reader.GetTerms(_field.Name)?.GetEnumerator() is { } terms && terms.MoveNext())
                cursors.Add(new Cursor(i, sources[i], terms));
        }
        cursors.Sort();
        return cursors;
    }

    /// <summary>Merges the smallest term, and moves the cursors on it. Null when all its documents are deleted.</summary>
    private TermPostings? MergeTerm(List<Cursor> cursors)
    {
        int same = 1;
        _term.CopyBytes(cursors[0].Terms.Term);
        while (same < cursors.Count && cursors[same].Terms.Term.BytesEquals(_term))
            same++;
        bool started = false;
        for (int i = 0; i < same; i++)
            Copy(cursors[i], ref started);
        Advance(cursors, same);
        if (!started)
            return null;
        TermPostings written = postings.FinishTerm();
        blocks.Add(_term.Span, written);
        return written;
    }

    /// <summary>Moves the first cursors to their next terms and puts them where they belong: the list stays sorted.</summary>
    private static void Advance(List<Cursor> cursors, int count)
    {
        Span<Cursor> moved = cursors.GetRange(0, count).ToArray();
        cursors.RemoveRange(0, count);
        foreach (Cursor cursor in moved)
        {
            if (!cursor.Terms.MoveNext())
                continue;
            int at = cursors.BinarySearch(cursor);
            cursors.Insert(at < 0 ? ~at : at, cursor);
        }
    }

    private void Copy(Cursor cursor, ref bool started)
    {
        if (_hasPositions)
            CopyPositions(cursor, ref started);
        else
            CopyDocuments(cursor, ref started);
    }

    private void CopyDocuments(Cursor cursor, ref bool started)
    {
        DocsEnum docs = cursor.Docs = cursor.Terms.Docs(null, cursor.Docs, _hasFreqs ? DocsFlags.FREQS : DocsFlags.NONE)!;
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            if (Start(cursor, doc, ref started, out int to))
                Finish(to, _hasFreqs ? docs.Freq : 1);
        }

        void Finish(int to, int freq)
        {
            postings.StartDoc(to, freq);
            postings.FinishDoc();
        }
    }

    private void CopyPositions(Cursor cursor, ref bool started)
    {
        DocsAndPositionsEnum docs = cursor.Positions =
            cursor.Terms.DocsAndPositions(null, cursor.Positions, DocsAndPositionsFlags.OFFSETS | DocsAndPositionsFlags.PAYLOADS)!;
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            if (!Start(cursor, doc, ref started, out int to))
                continue;
            int freq = docs.Freq;
            postings.StartDoc(to, freq);
            for (int i = 0; i < freq; i++)
            {
                int position = docs.NextPosition();
                ReadOnlySpan<byte> payload = _field.HasPayloads && docs.GetPayload() is { } bytes ? bytes.Span : default;
                postings.AddPosition(position, payload, docs.StartOffset, docs.EndOffset);
            }
            postings.FinishDoc();
        }
    }

    private bool Start(Cursor cursor, int doc, ref bool started, out int to)
    {
        to = cursor.Source.Map(doc);
        if (to < 0)
            return false;
        if (!started)
            postings.StartTerm();
        started = true;
        _seen.Set(to);
        return true;
    }

    /// <summary>A source's terms. Ordered by term, then by source, so that documents come in order.</summary>
    private sealed class Cursor(int ordinal, MergeSource source, TermsEnum terms) : IComparable<Cursor>
    {
        public MergeSource Source { get; } = source;

        public TermsEnum Terms { get; } = terms;

        public DocsEnum? Docs { get; set; }

        public DocsAndPositionsEnum? Positions { get; set; }

        private int Ordinal { get; } = ordinal;

        public int CompareTo(Cursor? other)
        {
            int byTerm = Terms.Term.CompareTo(other!.Terms.Term);
            return byTerm != 0 ? byTerm : Ordinal.CompareTo(other.Ordinal);
        }
    }
}
