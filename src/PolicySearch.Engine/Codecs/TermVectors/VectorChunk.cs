using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Lucene.Net.Codecs;

/// <summary>Reads one document's vectors out of their chunk; grammar at <see cref="TermVectorsReader"/>. Used once.</summary>
internal sealed unsafe class VectorChunk(MemoryInput input, Index.FieldInfos infos, int maxDoc, int docID)
{
    private const int MostTermBytes = 1 << 16;

    // fields[first..first + count) are those of the document.
    private int first;
    private int count;
    private long[] numbers = [];
    private Field[] fields = [];

    /// <summary>The vectors, or null when the document has none.</summary>
    public DocumentVectors? Read()
    {
        int fieldCount = ReadFieldCounts();
        if (count == 0)
            return null;
        numbers = ReadNumbers();
        fields = new Field[fieldCount];
        ReadPlaces();
        ReadFlags();
        ReadTermCounts();
        long before = 0, own = 0;
        ReadLengths();
        ReadFreqs();
        ReadPositions();
        ReadOffsets();
        ReadPayloadLengths();
        SumBytes(ref before, ref own);
        byte[] text = ReadText(before, own);
        return new DocumentVectors([.. fields.Skip(first).Take(count).Select(field => field.Vector!)], text);
    }

    private int ReadFieldCounts()
    {
        int firstDoc = input.ReadVInt32(), docs = input.ReadVInt32();
        if (firstDoc < 0 || docs < 1 || docs > maxDoc - firstDoc || docID < firstDoc || docID - firstDoc >= docs)
            input.ThrowCorrupt(input.Position, $"a chunk with document {docID}", $"{docs} documents from {firstDoc}");
        if (docs == 1)
        {
            count = input.ReadVInt32();
            if (count < 0 || count > infos.Count)
                input.ThrowCorrupt(input.Position, $"a number of fields in [0, {infos.Count}]", $"{count}");
            return count;
        }
        var counts = new PackedSequence(input, docs);
        long total = 0;
        for (int doc = firstDoc; doc < firstDoc + docs; doc++)
        {
            int one = counts.Next(infos.Count, "a number of fields");
            if (doc < docID)
                first += one;
            if (doc == docID)
                count = one;
            total += one;
        }
        counts.Finish();
        return (int)Math.Min(total, int.MaxValue);
    }

    private long[] ReadNumbers()
    {
        int token = input.ReadByte();
        long n = (token >> 5) + 1;
        if (n == 8)
            n += (uint)input.ReadVInt32();
        int width = PackedBits.CheckWidth(input, token & 31, 1, 31);
        if (n > infos.Count)
            input.ThrowCorrupt(input.Position, $"at most {infos.Count} field numbers", $"{n}");
        return ReadPacked((int)n, width);
    }

    private long[] ReadPacked(int items, int width)
    {
        byte* start = PackedBits.Skip(input, items, width);
        var result = new long[items];
        for (int i = 0; i < items; i++)
            result[i] = PackedBits.Get(start, i, width);
        GC.KeepAlive(input);
        return result;
    }

    private void ReadPlaces()
    {
        int width = PackedBits.BitsRequired(numbers.Length - 1);
        long[] places = ReadPacked(fields.Length, width);
        for (int i = 0; i < fields.Length; i++)
        {
            if (places[i] >= numbers.Length)
                input.ThrowCorrupt(input.Position, $"a place below {numbers.Length}", $"{places[i]}");
            fields[i].Place = (int)places[i];
        }
    }

    private void ReadFlags()
    {
        int byField = input.ReadVInt32();
        if (byField is < 0 or > 1)
            input.ThrowCorrupt(input.Position - 1, "0 or 1", $"{byField}");
        long[] flags = ReadPacked(byField == 0 ? numbers.Length : fields.Length, TermVectorsReader.FlagBits);
        for (int i = 0; i < fields.Length; i++)
            fields[i].Flags = (int)flags[byField == 0 ? fields[i].Place : i];
    }

    private void ReadTermCounts()
    {
        long[] counts = ReadPacked(fields.Length, PackedBits.CheckWidth(input, input.ReadVInt32(), 1, 31));
        for (int i = 0; i < fields.Length; i++)
            fields[i].Terms = (int)counts[i];
        for (int i = first; i < first + count; i++)
        {
            FieldInfo? info = infos.FieldInfo((int)numbers[fields[i].Place]);
            if (info is not { HasVectors: true })
                input.ThrowCorrupt(input.Position, "the number of a field with vectors", $"{numbers[fields[i].Place]}");
            // A term takes at least a bit of the block that follows, so a damaged count cannot allocate much.
            if (fields[i].Terms > (input.Length - input.Position) * PackedSequence.BlockSize)
                input.ThrowCorrupt(input.Position, "terms that fit into the file", $"{fields[i].Terms}");
            fields[i].Vector = new FieldVector(info!, fields[i].Flags, fields[i].Terms);
        }
    }

    private void ReadLengths()
    {
        long total = fields.Sum(field => (long)field.Terms);
        var prefixes = new PackedSequence(input, total);
        foreach (ref Field field in fields.AsSpan())
            ReadTo(ref prefixes, field.Terms, field.Vector?.Prefixes);
        prefixes.Finish();
        var suffixes = new PackedSequence(input, total);
        foreach (ref Field field in fields.AsSpan())
        {
            for (int i = 0; i < field.Terms; i++)
            {
                int length = suffixes.Next(MostTermBytes, "a length");
                field.Bytes += length;
                field.Vector?.Suffixes[i] = length;
            }
        }
        suffixes.Finish();
        foreach (Field field in fields)
            CheckPrefixes(field.Vector);
    }

    // A term shares no more bytes with the one before than that one has.
    private void CheckPrefixes(FieldVector? vector)
    {
        for (int i = 0, before = 0; i < vector?.Prefixes.Length; i++)
        {
            if (vector.Prefixes[i] > before)
                input.ThrowCorrupt(input.Position, $"a term of field {vector.Info.Name} that shares at most {before} bytes", $"{vector.Prefixes[i]}");
            before = vector.Prefixes[i] + vector.Suffixes[i];
        }
    }

    private static void ReadTo(ref PackedSequence sequence, int items, int[]? target)
    {
        if (target == null)
        {
            sequence.Skip(items);
            return;
        }
        for (int i = 0; i < items; i++)
            target[i] = sequence.Next(MostTermBytes, "a length");
    }

    private void ReadFreqs()
    {
        var freqs = new PackedSequence(input, fields.Sum(field => (long)field.Terms));
        foreach (ref Field field in fields.AsSpan())
        {
            for (int i = 0; i < field.Terms; i++)
            {
                int freq = freqs.Next(int.MaxValue - 1, "a frequency") + 1;
                field.Positions += freq;
                field.Vector?.Freqs[i] = freq;
            }
        }
        freqs.Finish();
    }

    private PackedSequence SequenceOf(int flag, out long total)
    {
        total = 0;
        foreach (Field field in fields)
            total += (field.Flags & flag) != 0 ? field.Positions : 0;
        return new PackedSequence(input, total);
    }

    private int[] NewArray(in Field field)
    {
        if (field.Positions > (input.Length - input.Position) * PackedSequence.BlockSize)
            input.ThrowCorrupt(input.Position, "positions that fit into the file", $"{field.Positions}");
        return new int[field.Positions];
    }

    private void ReadPositions()
    {
        PackedSequence gaps = SequenceOf(TermVectorsReader.Positions, out _);
        foreach (ref Field field in fields.AsSpan())
        {
            if ((field.Flags & TermVectorsReader.Positions) == 0)
                continue;
            if (field.Vector is not { } vector)
            {
                gaps.Skip(field.Positions);
                continue;
            }
            vector.Positions = NewArray(in field);
            for (int term = 0, at = 0; term < field.Terms; term++)
            {
                int position = 0;
                for (int i = 0; i < vector.Freqs[term]; i++)
                    vector.Positions[at++] = position += (int)gaps.Next();
            }
        }
        gaps.Finish();
    }

    private void ReadOffsets()
    {
        PackedSequence starts = SequenceOf(TermVectorsReader.Offsets, out long total);
        if (!fields.Any(field => (field.Flags & TermVectorsReader.Offsets) != 0))
            return;
        var charactersPerPosition = new float[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            charactersPerPosition[i] = BitConverter.Int32BitsToSingle(input.ReadInt32());
        foreach (ref Field field in fields.AsSpan())
        {
            if ((field.Flags & TermVectorsReader.Offsets) == 0)
                continue;
            if (field.Vector == null)
                starts.Skip(field.Positions);
            else
                ReadStarts(ref starts, in field, charactersPerPosition[field.Place]);
        }
        starts.Finish();
        ReadOffsetLengths(new PackedSequence(input, total));
    }

    private void ReadStarts(ref PackedSequence starts, in Field field, float charactersPerPosition)
    {
        FieldVector vector = field.Vector!;
        vector.Starts = NewArray(in field);
        for (int term = 0, at = 0; term < field.Terms; term++)
        {
            int start = 0, position = 0;
            for (int i = 0; i < vector.Freqs[term]; i++, at++)
            {
                int gap = vector.Positions.Length == 0 ? 0 : vector.Positions[at] - position;
                position += gap;
                vector.Starts[at] = start += (int)starts.Next() + (int)(charactersPerPosition * gap);
            }
        }
    }

    private void ReadOffsetLengths(PackedSequence lengths)
    {
        foreach (ref Field field in fields.AsSpan())
        {
            if ((field.Flags & TermVectorsReader.Offsets) == 0)
                continue;
            if (field.Vector is not { } vector)
            {
                lengths.Skip(field.Positions);
                continue;
            }
            vector.Lengths = NewArray(in field);
            for (int term = 0, at = 0; term < field.Terms; term++)
            {
                for (int i = 0; i < vector.Freqs[term]; i++)
                    vector.Lengths[at++] = (int)lengths.Next() + vector.Prefixes[term] + vector.Suffixes[term];
            }
        }
        lengths.Finish();
    }

    private void ReadPayloadLengths()
    {
        PackedSequence lengths = SequenceOf(TermVectorsReader.Payloads, out _);
        foreach (ref Field field in fields.AsSpan())
        {
            if ((field.Flags & TermVectorsReader.Payloads) == 0)
                continue;
            if (field.Vector != null)
                field.Vector.PayloadLengths = NewArray(in field);
            for (long i = 0; i < field.Positions; i++)
            {
                int length = lengths.Next(int.MaxValue, "a length");
                field.PayloadBytes += length;
                field.Vector?.PayloadLengths[i] = length;
            }
        }
        lengths.Finish();
    }

    // Of each document come the terms of all its fields, then the payloads of all its fields.
    private void SumBytes(ref long before, ref long own)
    {
        for (int i = 0; i < first; i++)
            before += fields[i].Bytes + fields[i].PayloadBytes;
        for (int i = first; i < first + count; i++)
        {
            fields[i].Vector!.TextStart = own;
            own += fields[i].Bytes;
        }
        for (int i = first; i < first + count; i++)
        {
            fields[i].Vector!.PayloadStart = own;
            own += fields[i].PayloadBytes;
        }
    }

    private byte[] ReadText(long before, long own)
    {
        long end = before + own, all = fields.Sum(field => field.Bytes + field.PayloadBytes);
        if (end > (input.Length - input.Position) * 255)
            input.ThrowCorrupt(input.Position, "terms that the file can hold", $"{end} bytes of them");
        var text = new byte[end];
        if (!Lz4.Decode(input.Rest(), text, partial: end < all, out _))
            input.ThrowCorrupt(input.Position, $"{end} bytes as LZ4", "something else");
        GC.KeepAlive(input);
        return text[(int)before..];
    }

    // A field of a document of the chunk; Vector is null for other documents'.
    private struct Field
    {
        public int Place;
        public int Flags;
        public int Terms;
        public long Positions;
        public long Bytes;
        public long PayloadBytes;
        public FieldVector? Vector;
    }
}
