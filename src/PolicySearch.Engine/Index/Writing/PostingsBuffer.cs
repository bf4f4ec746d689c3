using System.Runtime.CompilerServices;
using Lucene.Net.Codecs;

namespace Lucene.Net.Index;

/// <summary>
/// The postings of one field in memory. Each term has a stream of documents and one of positions; the document that a term
/// was seen in last stands in its slot, because its frequency is not known before the next.
/// <code>
/// documents := (Delta &lt;&lt; 1 | freq == 1, [Freq])*, or Delta* when the field has documents only
/// positions := (Delta &lt;&lt; 1 | payload, [Length, Bytes], [StartDelta, Length])*
/// </code>
/// </summary>
internal sealed class PostingsBuffer(BytePool pool, IndexOptions layout)
{
    private readonly bool _hasFreqs = layout >= IndexOptions.DOCS_AND_FREQS;
    private readonly bool _hasPositions = layout >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS;
    private readonly bool _hasOffsets = layout >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS;
    private Slot[] _slots = new Slot[16];
    private byte[] _payload = [];

    public TermTable Terms { get; } = new(pool);

    public long RamBytes => Terms.RamBytes + (long)_slots.Length * Unsafe.SizeOf<Slot>();

    /// <summary>Adds an occurrence of a term in the current document, and counts it in <paramref name="state"/>.</summary>
    public void Add(int term, bool isNew, int doc, FieldInvertState state, int start, int end, ReadOnlySpan<byte> payload)
    {
        if (term >= _slots.Length)
            Array.Resize(ref _slots, term * 2);
        ref Slot slot = ref _slots[term];
        if (isNew)
            slot = default;
        if (isNew || slot.LastDoc != doc)
        {
            if (!isNew)
                WriteDocument(ref slot);
            slot.LastDoc = doc;
            slot.Freq = slot.LastPosition = slot.LastStart = 0;
            state.UniqueTermCount++;
        }
        slot.Freq++;
        state.MaxTermFrequency = Math.Max(state.MaxTermFrequency, slot.Freq);
        if (_hasPositions)
            WritePosition(ref slot, state.Position, start, end, payload);
    }

    /// <summary>The documents of a term.</summary>
    public DocumentReader Documents(int term) => new(pool, _slots[term], _hasFreqs);

    /// <summary>Writes one term's postings; what <paramref name="writer"/>'s field does not hold is left out.</summary>
    public TermPostings Write(int term, PostingsWriter writer)
    {
        ref Slot slot = ref _slots[term];
        var documents = new DocumentReader(pool, slot, _hasFreqs);
        var positions = new SliceReader(pool, slot.Positions);
        writer.StartTerm();
        while (documents.Next())
        {
            writer.StartDoc(documents.Doc, documents.Freq);
            if (_hasPositions)
                WritePositions(writer, ref positions, documents.Freq);
            writer.FinishDoc();
        }
        return writer.FinishTerm();
    }

    private void WriteDocument(ref Slot slot)
    {
        uint delta = (uint)(slot.LastDoc - slot.PreviousDoc);
        slot.PreviousDoc = slot.LastDoc;
        if (!_hasFreqs)
        {
            slot.Documents.WriteVInt32(pool, delta);
        }
        else if (slot.Freq == 1)
        {
            slot.Documents.WriteVInt32(pool, (delta << 1) | 1);
        }
        else
        {
            slot.Documents.WriteVInt32(pool, delta << 1);
            slot.Documents.WriteVInt32(pool, (uint)slot.Freq);
        }
    }

    private void WritePosition(ref Slot slot, int position, int start, int end, ReadOnlySpan<byte> payload)
    {
        uint delta = (uint)(position - slot.LastPosition);
        slot.LastPosition = position;
        if (payload.IsEmpty)
        {
            slot.Positions.WriteVInt32(pool, delta << 1);
        }
        else
        {
            slot.Positions.WriteVInt32(pool, (delta << 1) | 1);
            slot.Positions.WriteVInt32(pool, (uint)payload.Length);
            slot.Positions.WriteBytes(pool, payload);
        }
        if (!_hasOffsets)
            return;
        slot.Positions.WriteVInt32(pool, (uint)(start - slot.LastStart));
        slot.Positions.WriteVInt32(pool, (uint)(end - start));
        slot.LastStart = start;
    }

    private void WritePositions(PostingsWriter writer, ref SliceReader reader, int freq)
    {
        int position = 0, start = 0, end = 0;
        for (int i = 0; i < freq; i++)
        {
            uint code = (uint)reader.ReadVInt32();
            position += (int)(code >> 1);
            ReadOnlySpan<byte> payload = (code & 1) != 0 ? ReadPayload(ref reader) : default;
            if (_hasOffsets)
            {
                start += reader.ReadVInt32();
                end = start + reader.ReadVInt32();
            }
            if (writer.HasPositions)
                writer.AddPosition(position, payload, start, end);
        }
    }

    private ReadOnlySpan<byte> ReadPayload(ref SliceReader reader)
    {
        int length = reader.ReadVInt32();
        if (_payload.Length < length)
            _payload = new byte[length * 2];
        reader.ReadBytes(_payload.AsSpan(0, length));
        return _payload.AsSpan(0, length);
    }

    internal struct Slot
    {
        public int PreviousDoc, LastDoc, Freq, LastPosition, LastStart;
        public SliceStream Documents, Positions;
    }

    /// <summary>Moves over a term's documents, the last one included.</summary>
    internal struct DocumentReader(BytePool pool, in Slot slot, bool hasFreqs)
    {
        private readonly int _lastDoc = slot.LastDoc, _lastFreq = slot.Freq;
        private SliceReader _stream = new(pool, slot.Documents);
        private bool _done;

        public int Doc { get; private set; }

        public int Freq { get; private set; }

        public bool Next()
        {
            if (_stream.AtEnd)
            {
                Doc = _lastDoc;
                Freq = _lastFreq;
                return !_done && (_done = true);
            }
            int code = _stream.ReadVInt32();
            if (!hasFreqs)
            {
                Doc += code;
                Freq = 1;
                return true;
            }
            Doc += (int)((uint)code >> 1);
            Freq = (code & 1) != 0 ? 1 : _stream.ReadVInt32();
            return true;
        }
    }
}
