using System.IO;
using System.Runtime.InteropServices;
using Lucene.Net.Codecs;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// Goes through all terms of a segment and all their postings: terms ascend, documents and positions ascend and stay in range, the counts of terms and fields
/// are those found, skipping lands where going step by step does, and seeking finds what enumerating does. Used once.
/// </summary>
internal sealed class PostingsCheck(AtomicReader reader, CheckIndex.Status.TermIndexStatus status, TextWriter? verbose)
{
    // A term with fewer documents has no skips.
    private const int LeastWithSkips = 129;
    private const int SeeksOfEachField = 256;

    private readonly List<int> docs = [];
    private readonly List<int> firstPositions = [];
    private readonly List<BytesRef> sample = [];
    private FieldInfo field = null!;
    private Terms terms = null!;
    private FixedBitSet inField = null!;
    private DocsEnum? docsEnum;
    private DocsAndPositionsEnum? positionsEnum;

    // Of the current term.
    private bool anyLive;
    private long freqSum;

    public void Run()
    {
        string? before = null;
        foreach (string name in reader.Fields ?? Enumerable.Empty<string>())
        {
            if (before != null && string.CompareOrdinal(before, name) >= 0)
                Fail("fields in order of their names", $"{name} after {before}", BlockTreeReader.TermsExtension);
            before = name;
            CheckField(name);
        }
    }

    private void CheckField(string name)
    {
        if (reader.FieldInfos.FieldInfo(name) is not { IsIndexed: true } info || reader.GetTerms(name) is not { } found)
            throw new CorruptIndexException(reader.ToString()!, -1, "terms of indexed fields alone", $"field {name}");
        (field, terms) = (info, found);
        inField = new FixedBitSet(Math.Max(1, reader.MaxDoc));
        docsEnum = positionsEnum = null;
        sample.Clear();
        long count = 0, sumDocFreq = 0, sumTotalTermFreq = 0;
        long stride = Math.Max(1, terms.Count / SeeksOfEachField);
        TermsEnum each = terms.GetEnumerator();
        var last = new BytesRef();
        while (each.MoveNext())
        {
            if (count > 0 && last.CompareTo(each.Term) >= 0)
                Fail($"terms in order, after {Show(last)}", Show(each.Term), BlockTreeReader.TermsExtension);
            last.CopyBytes(each.Term);
            if (count++ % stride == 0)
                sample.Add(BytesRef.DeepCopyOf(each.Term));
            CheckTerm(each);
            sumDocFreq += docs.Count;
            sumTotalTermFreq += freqSum;
        }
        Expect("terms", terms.Count, count);
        Expect("documents with a term", terms.DocCount, inField.Cardinality);
        Expect("documents of all terms", terms.SumDocFreq, sumDocFreq);
        Expect("positions of all terms", terms.SumTotalTermFreq, terms.HasFreqs ? sumTotalTermFreq : -1);
        CheckSeeks();
        verbose?.WriteLine($"      field {name}: {count} terms, {sumDocFreq} documents, {sumTotalTermFreq} positions");
    }

    private void CheckTerm(TermsEnum term)
    {
        docs.Clear();
        firstPositions.Clear();
        anyLive = false;
        freqSum = 0;
        positionsEnum = term.DocsAndPositions(null, positionsEnum, DocsAndPositionsFlags.OFFSETS | DocsAndPositionsFlags.PAYLOADS);
        if (positionsEnum == null == terms.HasPositions)
            Fail($"positions: {terms.HasPositions}, as the .fnm says", positionsEnum == null ? "none" : "some", PostingsFormat.PosExtension);
        docsEnum = positionsEnum == null ? term.Docs(null, docsEnum) : docsEnum;
        ReadAll(positionsEnum ?? docsEnum!, positionsEnum, term.Term);
        Expect($"documents of term {Show(term.Term)}", term.DocFreq, docs.Count);
        Expect($"positions of term {Show(term.Term)}", term.TotalTermFreq, terms.HasFreqs ? freqSum : -1);
        if (docs.Count >= LeastWithSkips)
            CheckSkips(term);
        if (!anyLive)
        {
            status.DelTermCount++;
            return;
        }
        status.TermCount++;
        status.TotFreq += docs.Count;
        status.TotPos += terms.HasPositions ? freqSum : 0;
    }

    private void ReadAll(DocsEnum each, DocsAndPositionsEnum? positions, BytesRef term)
    {
        int last = -1;
        for (int doc = each.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.NextDoc())
        {
            if (doc <= last || doc >= reader.MaxDoc)
                Fail($"term {Show(term)}: a document in ({last}, {reader.MaxDoc})", $"{doc}", PostingsFormat.DocExtension);
            if (each.Freq < 1)
                Fail($"term {Show(term)}: at least one position in document {doc}", $"{each.Freq}", PostingsFormat.DocExtension);
            last = doc;
            docs.Add(doc);
            inField.Set(doc);
            freqSum += each.Freq;
            anyLive |= SegmentCheck.IsLive(reader, doc);
            firstPositions.Add(positions == null ? -1 : ReadPositions(positions, term));
        }
    }

    // The first position of the document.
    private int ReadPositions(DocsAndPositionsEnum positions, BytesRef term)
    {
        int first = -1, last = -1, lastStart = 0;
        for (int i = 0; i < positions.Freq; i++)
        {
            int position = positions.NextPosition();
            first = i == 0 ? position : first;
            if (position < Math.Max(last, 0))
                Fail($"term {Show(term)}, document {positions.DocID}: a position from {Math.Max(last, 0)} on", $"{position}", PostingsFormat.PosExtension);
            last = position;
            if (positions.GetPayload() is { Length: < 1 })
                Fail($"term {Show(term)}, document {positions.DocID}: no payload, or one of a byte at least", "an empty one", PostingsFormat.PayExtension);
            if (!terms.HasOffsets)
                continue;
            if (positions.StartOffset < lastStart || positions.EndOffset < positions.StartOffset)
                Fail($"term {Show(term)}, document {positions.DocID}: offsets from {lastStart} on", $"{positions.StartOffset} to {positions.EndOffset}", PostingsFormat.PayExtension);
            lastStart = positions.StartOffset;
        }
        return first;
    }

    // Steps of several sizes, so that skips of every level are used: over a block, over two, and so on to half of all.
    private void CheckSkips(TermsEnum term)
    {
        ReadOnlySpan<int> all = CollectionsMarshal.AsSpan(docs);
        for (int step = LeastWithSkips; step < all.Length; step *= 2)
        {
            docsEnum = term.Docs(null, docsEnum)!;
            for (int i = step; i < all.Length; i += step)
                CheckAdvance(docsEnum!, i, term.Term);
            if (!terms.HasPositions)
                continue;
            positionsEnum = term.DocsAndPositions(null, positionsEnum, DocsAndPositionsFlags.OFFSETS | DocsAndPositionsFlags.PAYLOADS);
            for (int i = step; i < all.Length; i += step)
            {
                CheckAdvance(positionsEnum!, i, term.Term);
                int position = positionsEnum!.NextPosition();
                if (position != firstPositions[i])
                    Fail($"term {Show(term.Term)}, document {docs[i]} by its skips: position {firstPositions[i]}", $"{position}", PostingsFormat.DocExtension);
            }
        }
    }

    // To a document by the number before it, if that is none of the term's: the same document must follow.
    private void CheckAdvance(DocsEnum each, int i, BytesRef term)
    {
        int target = docs[i] - 1 > docs[i - 1] ? docs[i] - 1 : docs[i], found = each.Advance(target);
        if (found != docs[i])
            Fail($"term {Show(term)}: document {docs[i]} for {target} by its skips", $"{found}", PostingsFormat.DocExtension);
    }

    private void CheckSeeks()
    {
        TermsEnum seek = terms.GetEnumerator();
        for (int i = sample.Count - 1; i >= 0; i--)
        {
            if (!seek.SeekExact(sample[i]) || seek.DocFreq < 1)
                Fail($"term {Show(sample[i])} by its exact form", "none", BlockTreeReader.IndexExtension);
            TermsEnum.SeekStatus found = seek.SeekCeil(sample[i]);
            if (found != TermsEnum.SeekStatus.FOUND || !seek.Term.Equals(sample[i]))
                Fail($"term {Show(sample[i])} from its place on", $"{found}", BlockTreeReader.IndexExtension);
        }
    }

    private void Expect(string what, long expected, long found)
    {
        if (expected != found)
            Fail($"{expected} {what}, as the terms' file says,", $"{found}", BlockTreeReader.TermsExtension);
    }

    private void Fail(string expected, string found, string extension) => SegmentCheck.Fail(reader, extension, field, expected, found);

    private static string Show(BytesRef term) => $"'{term.Utf8ToString()}'";
}
