using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Lucene.Net.Codecs;

/// <summary>One document's terms in one field, as read. Arrays are empty for what the field does not have.</summary>
internal sealed class FieldVector(FieldInfo info, int flags, int terms)
{
    public FieldInfo Info => info;

    public int Flags => flags;

    /// <summary>Of each term the bytes shared with the one before, and the bytes that follow.</summary>
    public int[] Prefixes { get; } = new int[terms];

    public int[] Suffixes { get; } = new int[terms];

    public int[] Freqs { get; } = new int[terms];

    /// <summary>All positions of the first term, then those of the second, and so on; so the other three.</summary>
    public int[] Positions { get; set; } = [];

    public int[] Starts { get; set; } = [];

    public int[] Lengths { get; set; } = [];

    public int[] PayloadLengths { get; set; } = [];

    /// <summary>Where in the document's bytes those of the terms begin, and those of the payloads.</summary>
    public long TextStart { get; set; }

    public long PayloadStart { get; set; }
}

/// <summary>One document's term vectors. Independent of the reader; immutable.</summary>
internal sealed class DocumentVectors(FieldVector[] fields, byte[] text) : Fields
{
    public override int Count => fields.Length;

    public override IEnumerator<string> GetEnumerator() => fields.Select(field => field.Info.Name).GetEnumerator();

    public override Terms? GetTerms(string field)
    {
        FieldVector? vector = Array.Find(fields, one => one.Info.Name == field);
        return vector == null ? null : new VectorTerms(vector, text);
    }
}

internal sealed class VectorTerms(FieldVector vector, byte[] text) : Terms
{
    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override long Count => vector.Freqs.Length;

    public override int DocCount => 1;

    public override bool HasFreqs => true;

    public override bool HasOffsets => (vector.Flags & TermVectorsReader.Offsets) != 0;

    public override bool HasPayloads => (vector.Flags & TermVectorsReader.Payloads) != 0;

    public override bool HasPositions => (vector.Flags & TermVectorsReader.Positions) != 0;

    public override long SumDocFreq => vector.Freqs.Length;

    public override long SumTotalTermFreq => -1;

    public override TermsEnum GetEnumerator() => new VectorTermsEnum(vector, text);
}

internal sealed class VectorTermsEnum(FieldVector vector, byte[] text) : TermsEnum
{
    private readonly BytesRef term = new();
    private int at = -1;
    private int textAt = (int)vector.TextStart;
    private int positionAt;
    private int payloadAt = (int)vector.PayloadStart;

    public override IComparer<BytesRef> Comparer => BytesRef.UTF8SortedAsUnicodeComparer;

    public override int DocFreq => 1;

    public override long Ord => throw new NotSupportedException("terms of vectors are not numbered");

    public override BytesRef Term => term;

    public override long TotalTermFreq => vector.Freqs[at];

    public override DocsEnum Docs(IBits? liveDocs, DocsEnum? reuse, DocsFlags flags) => NewPostings(liveDocs);

    public override DocsAndPositionsEnum? DocsAndPositions(IBits? liveDocs, DocsAndPositionsEnum? reuse, DocsAndPositionsFlags flags) =>
        vector.Positions.Length == 0 && vector.Starts.Length == 0 ? null : NewPostings(liveDocs);

    public override bool MoveNext()
    {
        if (at + 1 >= vector.Freqs.Length)
            return false;
        PassPositions();
        at++;
        int prefix = vector.Prefixes[at], suffix = vector.Suffixes[at];
        term.Grow(prefix + suffix);
        text.AsSpan(textAt, suffix).CopyTo(term.Bytes.AsSpan(prefix));
        term.Length = prefix + suffix;
        textAt += suffix;
        return true;
    }

    public override SeekStatus SeekCeil(BytesRef target)
    {
        if (at >= 0 && (at == vector.Freqs.Length || term.CompareTo(target) > 0))
            Reset();
        while (at < 0 || term.CompareTo(target) < 0)
        {
            if (!MoveNext())
                return SeekStatus.END;
        }
        return term.BytesEquals(target) ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
    }

    public override void SeekExact(long ord) => throw new NotSupportedException("terms of vectors are not numbered");

    private void Reset()
    {
        at = -1;
        term.Length = positionAt = 0;
        textAt = (int)vector.TextStart;
        payloadAt = (int)vector.PayloadStart;
    }

    private void PassPositions()
    {
        if (at < 0)
            return;
        for (int i = 0; i < vector.Freqs[at]; i++, positionAt++)
            payloadAt += vector.PayloadLengths.Length == 0 ? 0 : vector.PayloadLengths[positionAt];
    }

    private VectorPostings NewPostings(IBits? liveDocs) => new(vector, text, liveDocs, vector.Freqs[at], positionAt, payloadAt);
}

/// <summary>The positions of a term in its only document, 0.</summary>
internal sealed class VectorPostings(FieldVector vector, byte[] text, IBits? liveDocs, int freq, int positionAt, int payloadAt) : DocsAndPositionsEnum
{
    private int doc = -1;
    private int read;

    public override int DocID => doc;

    public override int Freq => freq;

    public override int StartOffset => vector.Starts.Length == 0 ? -1 : vector.Starts[Current];

    public override int EndOffset => vector.Starts.Length == 0 ? -1 : vector.Starts[Current] + vector.Lengths[Current];

    private int Current => positionAt + read - 1;

    public override int NextDoc() => doc = doc < 0 && (liveDocs == null || liveDocs.Get(0)) ? 0 : NO_MORE_DOCS;

    public override int Advance(int target) => doc = doc < 0 && target <= 0 ? NextDoc() : NO_MORE_DOCS;

    public override long GetCost() => 1;

    public override int NextPosition()
    {
        if (read == freq)
            throw new InvalidOperationException($"the document has {freq} positions of the term");
        if (read > 0)
            payloadAt += PayloadLength;
        read++;
        return vector.Positions.Length == 0 ? -1 : vector.Positions[Current];
    }

    public override BytesRef? GetPayload() => PayloadLength == 0 ? null : new BytesRef(text, payloadAt, PayloadLength);

    private int PayloadLength => vector.PayloadLengths.Length == 0 ? 0 : vector.PayloadLengths[Current];
}
