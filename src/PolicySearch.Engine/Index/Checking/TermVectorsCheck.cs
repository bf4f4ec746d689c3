using Lucene.Net.Codecs;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// Term vectors: of fields that say so alone, terms ascend, positions and offsets stay in range, and on demand every term stands in the postings with
/// the same frequency, positions and offsets. Used once.
/// </summary>
internal sealed class TermVectorsCheck(AtomicReader reader, CheckIndex.Status.TermVectorStatus status, bool againstPostings)
{
    private DocsAndPositionsEnum? positions;
    private DocsEnum? docs;

    public void Run()
    {
        if (!reader.FieldInfos.HasVectors)
            return;
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            Fields? vectors = reader.GetTermVectors(doc);
            int fields = 0;
            foreach (string name in vectors ?? Enumerable.Empty<string>())
            {
                CheckVector(doc, name, vectors!.GetTerms(name));
                fields++;
            }
            if (vectors == null || !SegmentCheck.IsLive(reader, doc))
                continue;
            status.DocCount++;
            status.TotVectors += fields;
        }
    }

    private void CheckVector(int doc, string name, Terms? terms)
    {
        if (reader.FieldInfos.FieldInfo(name) is not { HasVectors: true } || terms == null)
            Fail(doc, name, "a field with vectors", "another one");
        TermsEnum? postings = againstPostings ? reader.GetTerms(name)?.GetEnumerator() : null;
        if (againstPostings && postings == null)
            Fail(doc, name, "terms of the field in the postings too", "none");
        var last = new BytesRef();
        TermsEnum each = terms!.GetEnumerator();
        for (bool first = true; each.MoveNext(); first = false)
        {
            if (!first && last.CompareTo(each.Term) >= 0)
                Fail(doc, name, $"terms in order, after '{last.Utf8ToString()}'", $"'{each.Term.Utf8ToString()}'");
            last.CopyBytes(each.Term);
            CheckTerm(doc, name, each, postings);
        }
    }

    private void CheckTerm(int doc, string name, TermsEnum term, TermsEnum? postings)
    {
        positions = term.DocsAndPositions(null, positions);
        docs = positions == null ? term.Docs(null, docs) : docs;
        DocsEnum own = positions ?? docs!;
        if (own.NextDoc() != 0 || own.Freq < 1)
            Fail(doc, name, $"term '{term.Term.Utf8ToString()}' in document 0 of its own", $"{own.DocID}");
        DocsEnum? other = postings == null ? null : Find(doc, name, term.Term, postings);
        bool hasFreqs = reader.FieldInfos.FieldInfo(name)!.IndexOptions >= IndexOptions.DOCS_AND_FREQS;
        if (other != null && hasFreqs && other.Freq != own.Freq)
            Fail(doc, name, $"{other.Freq} times '{term.Term.Utf8ToString()}', as in the postings,", $"{own.Freq}");
        if (positions != null)
            CheckPositions(doc, name, positions, other as DocsAndPositionsEnum);
        if (own.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            Fail(doc, name, "one document", "another");
    }

    private DocsEnum Find(int doc, string name, BytesRef term, TermsEnum postings)
    {
        if (!postings.SeekExact(term))
            Fail(doc, name, $"term '{term.Utf8ToString()}' in the postings", "none");
        DocsEnum found = postings.DocsAndPositions(null, null) ?? postings.Docs(null, null)!;
        if (found.Advance(doc) != doc)
            Fail(doc, name, $"the document in the postings of '{term.Utf8ToString()}'", "none");
        return found;
    }

    private void CheckPositions(int doc, string name, DocsAndPositionsEnum own, DocsAndPositionsEnum? other)
    {
        int last = -1;
        for (int i = 0; i < own.Freq; i++)
        {
            int position = own.NextPosition(), expected = other?.NextPosition() ?? position;
            bool counts = position >= 0;
            if (counts && (position < last || position != expected))
                Fail(doc, name, $"a position from {Math.Max(last, 0)} on, {expected} in the postings", $"{position}");
            last = position;
            bool differs = other is { StartOffset: >= 0 } && own.StartOffset >= 0 && (other.StartOffset != own.StartOffset || other.EndOffset != own.EndOffset);
            if (differs || own.EndOffset < own.StartOffset)
                Fail(doc, name, $"offsets {other?.StartOffset} to {other?.EndOffset}, as in the postings,", $"{own.StartOffset} to {own.EndOffset}");
        }
    }

    private void Fail(int doc, string name, string expected, string found) =>
        SegmentCheck.Fail(reader, TermVectorsReader.DataExtension, null, $"document {doc}, field {name}: {expected}", found);
}
