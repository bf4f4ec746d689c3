using Lucene.Net.Codecs;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>The doc values of one field in memory, until the flush. Not thread-safe.</summary>
internal abstract class DocValuesBuffer
{
    /// <summary>The longest value, in bytes.</summary>
    public const int MaxLength = TermTable.MaxLength;

    public abstract DocValuesType Type { get; }

    public abstract long RamBytes { get; }

    /// <summary>Adds a document's value; documents come in order.</summary>
    /// <exception cref="ArgumentException">The value is missing, too long, or the second where one is allowed.</exception>
    public abstract void Add(int doc, IIndexableField field);

    public abstract void Write(DocValuesWriter writer, FieldInfo field, int docCount);

    public static DocValuesBuffer Create(DocValuesType type, BytePool pool) => type switch
    {
        DocValuesType.NUMERIC => new NumericBuffer(),
        DocValuesType.BINARY => new BinaryBuffer(),
        DocValuesType.SORTED => new SortedBuffer(pool),
        DocValuesType.SORTED_SET => new SortedSetBuffer(pool),
        _ => throw new ArgumentException($"no doc values of type {type}"),
    };

    protected static ReadOnlySpan<byte> BytesOf(IIndexableField field)
    {
        BytesRef bytes = field.GetBinaryValue() ?? throw new ArgumentException($"field '{field.Name}': these doc values need bytes");
        return bytes.Length <= MaxLength
            ? bytes.Span
            : throw new ArgumentException($"field '{field.Name}': a doc value of {bytes.Length} bytes is longer than {MaxLength}, the most that the index holds");
    }

    protected static ArgumentException Twice(IIndexableField field) =>
        new($"field '{field.Name}': only one value of these doc values is allowed in a document");

    private sealed class NumericBuffer : DocValuesBuffer
    {
        private long[] _values = new long[16];
        private ulong[] _exists = new ulong[1];

        public override DocValuesType Type => DocValuesType.NUMERIC;

        public override long RamBytes => 8L * (_values.Length + _exists.Length);

        public override void Add(int doc, IIndexableField field)
        {
            long value = field.GetInt64Value() ?? throw new ArgumentException($"field '{field.Name}': these doc values need a number");
            if (doc >= _values.Length)
            {
                Array.Resize(ref _values, Math.Max(doc + 1, _values.Length * 2));
                Array.Resize(ref _exists, (_values.Length + 63) / 64);
            }
            if (Exists(doc))
                throw Twice(field);
            _values[doc] = value;
            _exists[doc >> 6] |= 1UL << doc;
        }

        public override void Write(DocValuesWriter writer, FieldInfo field, int docCount) => writer.AddNumeric(field, Values(docCount));

        private bool Exists(int doc) => doc < _values.Length && (_exists[doc >> 6] & (1UL << doc)) != 0;

        private IEnumerable<NumericValue> Values(int docCount)
        {
            for (int doc = 0; doc < docCount; doc++)
                yield return Exists(doc) ? new NumericValue(_values[doc], true) : default;
        }
    }

    private sealed class BinaryBuffer : DocValuesBuffer
    {
        private readonly GrowableOutput _bytes = new(1024);
        private readonly List<(int Doc, int End)> _ends = [];

        public override DocValuesType Type => DocValuesType.BINARY;

        public override long RamBytes => _bytes.Bytes.Length + 8L * _ends.Capacity;

        public override void Add(int doc, IIndexableField field)
        {
            if (_ends.Count > 0 && _ends[^1].Doc == doc)
                throw Twice(field);
            _bytes.Write(BytesOf(field));
            _ends.Add((doc, _bytes.Length));
        }

        public override void Write(DocValuesWriter writer, FieldInfo field, int docCount) => writer.AddBinary(field, Values(docCount));

        private IEnumerable<BytesRef?> Values(int docCount)
        {
            var value = new BytesRef();
            int next = 0, start = 0;
            for (int doc = 0; doc < docCount; doc++)
            {
                if (next == _ends.Count || _ends[next].Doc != doc)
                {
                    yield return null;
                    continue;
                }
                (value.Bytes, value.Offset, value.Length) = (_bytes.Bytes, start, _ends[next].End - start);
                start = _ends[next++].End;
                yield return value;
            }
        }
    }

    /// <summary>Values are kept once; documents name them by the order of arrival.</summary>
    private abstract class DictionaryBuffer(BytePool pool) : DocValuesBuffer
    {
        protected TermTable Values { get; } = new(pool);

        protected IEnumerable<BytesRef> InOrder(int[] order)
        {
            var value = new BytesRef(32);
            foreach (int ordinal in order)
            {
                value.CopyBytes(Values.Bytes(ordinal));
                yield return value;
            }
        }

        protected static int[] Ranks(int[] order)
        {
            var ranks = new int[order.Length];
            for (int i = 0; i < order.Length; i++)
                ranks[order[i]] = i;
            return ranks;
        }
    }

    private sealed class SortedBuffer(BytePool pool) : DictionaryBuffer(pool)
    {
        // The value's ordinal plus 1; 0 for none.
        private int[] _ofDoc = new int[16];

        public override DocValuesType Type => DocValuesType.SORTED;

        public override long RamBytes => Values.RamBytes + 4L * _ofDoc.Length;

        public override void Add(int doc, IIndexableField field)
        {
            if (doc >= _ofDoc.Length)
                Array.Resize(ref _ofDoc, Math.Max(doc + 1, _ofDoc.Length * 2));
            if (_ofDoc[doc] != 0)
                throw Twice(field);
            _ofDoc[doc] = Values.GetOrAdd(BytesOf(field), out _) + 1;
        }

        public override void Write(DocValuesWriter writer, FieldInfo field, int docCount)
        {
            int[] order = Values.Sort();
            writer.AddSorted(field, InOrder(order), Ordinals(Ranks(order), docCount));
        }

        private IEnumerable<long> Ordinals(int[] ranks, int docCount)
        {
            for (int doc = 0; doc < docCount; doc++)
                yield return doc < _ofDoc.Length && _ofDoc[doc] != 0 ? ranks[_ofDoc[doc] - 1] : -1;
        }
    }

    private sealed class SortedSetBuffer(BytePool pool) : DictionaryBuffer(pool)
    {
        private readonly List<(int Doc, int Value)> _pairs = [];

        public override DocValuesType Type => DocValuesType.SORTED_SET;

        public override long RamBytes => Values.RamBytes + 8L * _pairs.Capacity;

        public override void Add(int doc, IIndexableField field) => _pairs.Add((doc, Values.GetOrAdd(BytesOf(field), out _)));

        public override void Write(DocValuesWriter writer, FieldInfo field, int docCount)
        {
            int[] order = Values.Sort();
            int[] ranks = Ranks(order);
            (int Doc, int Value)[] sorted = [.. _pairs.Select(pair => (pair.Doc, ranks[pair.Value])).Distinct().Order()];
            writer.AddSortedSet(field, InOrder(order), Counts(sorted, docCount), sorted.Select(pair => (long)pair.Value));
        }

        private static IEnumerable<int> Counts((int Doc, int Value)[] sorted, int docCount)
        {
            int next = 0;
            for (int doc = 0; doc < docCount; doc++)
            {
                int first = next;
                while (next < sorted.Length && sorted[next].Doc == doc)
                    next++;
                yield return next - first;
            }
        }
    }
}
