using Lucene.Net.Codecs;
using Lucene.Net.Search;
using Lucene.Net.Util;
using TermPostings = Lucene.Net.Codecs.TermPostings;

namespace Lucene.Net.Index;

/// <summary>Merges the postings of one field after the other: walks all sources' terms in step, and copies document by document.</summary>
internal sealed class PostingsMerger(List<MergeSource> sources, PostingsWriter postings, TermBlocksWriter blocks, int docCount, Action checkAborted)
{
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
        Source[] with = Open();
        var merge = new TermsMerge([.. with.Select(source => source.Terms)]);
        while (merge.MoveNext())
        {
            if ((terms++ & 0xFF) == 0)
                checkAborted();
            if (MergeTerm(merge, with) is not { } written)
                continue;
            documents += written.DocFreq;
            occurrences += written.TotalTermFreq;
        }
        blocks.FinishField(occurrences, documents, _seen.Cardinality);
    }

    private Source[] Open() => [.. sources.Select(source => (From: source, Terms: source.Reader.GetTerms(_field.Name)?.GetEnumerator()))
        .Where(source => source.Terms is not null).Select(source => new Source(source.From, source.Terms!))];

    /// <summary>Writes the current term. Null when all its documents are deleted.</summary>
    private TermPostings? MergeTerm(TermsMerge merge, Source[] with)
    {
        bool started = false;
        foreach (int source in merge.Current)
            Copy(with[source], ref started);
        if (!started)
            return null;
        TermPostings written = postings.FinishTerm();
        blocks.Add(merge.Term.Span, written);
        return written;
    }

    private void Copy(Source source, ref bool started)
    {
        if (_hasPositions)
            CopyPositions(source, ref started);
        else
            CopyDocuments(source, ref started);
    }

    private void CopyDocuments(Source source, ref bool started)
    {
        DocsEnum docs = source.Docs = source.Terms.Docs(null, source.Docs, _hasFreqs ? DocsFlags.FREQS : DocsFlags.NONE)!;
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            if (Start(source, doc, ref started, out int to))
                Finish(to, _hasFreqs ? docs.Freq : 1);
        }

        void Finish(int to, int freq)
        {
            postings.StartDoc(to, freq);
            postings.FinishDoc();
        }
    }

    private void CopyPositions(Source source, ref bool started)
    {
        DocsAndPositionsEnum docs = source.Positions =
            source.Terms.DocsAndPositions(null, source.Positions, DocsAndPositionsFlags.OFFSETS | DocsAndPositionsFlags.PAYLOADS)!;
        for (int doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            if (!Start(source, doc, ref started, out int to))
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

    private bool Start(Source source, int doc, ref bool started, out int to)
    {
        to = source.From.Map(doc);
        if (to < 0)
            return false;
        if (!started)
            postings.StartTerm();
        started = true;
        _seen.Set(to);
        return true;
    }

    /// <summary>A source that has the field.</summary>
    private sealed class Source(MergeSource from, TermsEnum terms)
    {
        public MergeSource From { get; } = from;

        public TermsEnum Terms { get; } = terms;

        public DocsEnum? Docs { get; set; }

        public DocsAndPositionsEnum? Positions { get; set; }
    }
}
