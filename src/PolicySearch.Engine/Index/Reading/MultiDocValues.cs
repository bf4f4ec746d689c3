using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// The doc values of several segments as if they were one segment's. To collect, go from segment to segment instead: it is faster.
/// Each caller has its own, for one thread; null when no segment has the field.
/// </summary>
public static partial class MultiDocValues
{
    /// <summary>The field's BINARY values.</summary>
    public static BinaryDocValues? GetBinaryValues(IndexReader r, string field)
    {
        Parts<BinaryDocValues> parts = Gather(r, leaf => leaf.GetBinaryDocValues(field), DocValues.EMPTY_BINARY);
        return parts.Only ?? (parts.Any ? new MultiBinary(parts) : null);
    }

    /// <summary>The documents that have a doc value in the field.</summary>
    public static IBits? GetDocsWithField(IndexReader r, string field)
    {
        IList<AtomicReaderContext> leaves = r.Leaves;
        IBits?[] bits = [.. leaves.Select(leaf => leaf.AtomicReader.GetDocsWithField(field))];
        if (Array.TrueForAll(bits, each => each == null))
            return null;
        return bits.Length == 1 ? bits[0] : new MultiBits(leaves, [.. bits.Zip(leaves, (each, leaf) => each ?? new NoBits(leaf.AtomicReader.MaxDoc))]);
    }

    /// <summary>The field's norms.</summary>
    public static NumericDocValues? GetNormValues(IndexReader r, string field) =>
        MultiFields.GetMergedFieldInfos(r).FieldInfo(field) is { HasNorms: true } ? Numbers(r, leaf => leaf.GetNormValues(field)) : null;

    /// <summary>The field's NUMERIC values.</summary>
    public static NumericDocValues? GetNumericValues(IndexReader r, string field) => Numbers(r, leaf => leaf.GetNumericDocValues(field));

    /// <summary>The field's SORTED_SET values, with ordinals of the whole reader. Making them goes through all distinct values.</summary>
    public static SortedSetDocValues? GetSortedSetValues(IndexReader r, string field) => GetSortedSetValues(r, field, subs => new OrdinalMap(null, subs));

    /// <summary>The field's SORTED values, with ordinals of the whole reader. Making them goes through all distinct values.</summary>
    public static SortedDocValues? GetSortedValues(IndexReader r, string field) => GetSortedValues(r, field, subs => new OrdinalMap(null, subs));

    internal static SortedDocValues? GetSortedValues(IndexReader r, string field, Func<TermsEnum[], OrdinalMap> map)
    {
        Parts<SortedDocValues> parts = Gather(r, leaf => leaf.GetSortedDocValues(field), DocValues.EMPTY_SORTED);
        return parts.Only ?? (parts.Any ? new MultiSortedDocValues(parts, map(Array.ConvertAll(parts.Values, each => each.GetTermsEnum()))) : null);
    }

    internal static SortedSetDocValues? GetSortedSetValues(IndexReader r, string field, Func<TermsEnum[], OrdinalMap> map)
    {
        Parts<SortedSetDocValues> parts = Gather(r, leaf => leaf.GetSortedSetDocValues(field), DocValues.EMPTY_SORTED_SET);
        return parts.Only ?? (parts.Any ? new MultiSortedSetDocValues(parts, map(Array.ConvertAll(parts.Values, each => each.GetTermsEnum()))) : null);
    }

    private static NumericDocValues? Numbers(IndexReader r, Func<AtomicReader, NumericDocValues?> get)
    {
        Parts<NumericDocValues> parts = Gather(r, get, DocValues.EMPTY_NUMERIC);
        return parts.Only ?? (parts.Any ? new MultiNumeric(parts) : null);
    }

    private static Parts<T> Gather<T>(IndexReader reader, Func<AtomicReader, T?> get, T empty) where T : class
    {
        IList<AtomicReaderContext> leaves = reader.Leaves;
        T?[] found = [.. leaves.Select(leaf => get(leaf.AtomicReader))];
        return new Parts<T>([.. found.Select(each => each ?? empty)], [.. leaves.Select(leaf => leaf.DocBase)], Array.Exists(found, each => each != null));
    }

    /// <summary>The values of each segment, and where its documents begin. Remembers the segment of the last document: they mostly come in order.</summary>
    internal sealed class Parts<T>(T[] values, int[] starts, bool any) where T : class
    {
        private int at;

        public T[] Values => values;

        /// <summary>True when some segment has the field.</summary>
        public bool Any => any;

        /// <summary>The values of the only segment, when there is one segment and it has the field.</summary>
        public T? Only => any && values.Length == 1 ? values[0] : null;

        /// <summary>The segment of the last document found.</summary>
        public int At => at;

        /// <summary>The values that a document's lie in, and its number there.</summary>
        public T Find(int doc, out int own)
        {
            if (doc < starts[at] || at + 1 < starts.Length && doc >= starts[at + 1])
                at = ReaderUtil.SubIndex(doc, starts);
            own = doc - starts[at];
            return values[at];
        }
    }

    /// <summary>SORTED values of several segments.</summary>
    public class MultiSortedDocValues : SortedDocValues
    {
        private readonly Parts<SortedDocValues> parts;
        private readonly OrdinalMap mapping;

        internal MultiSortedDocValues(Parts<SortedDocValues> parts, OrdinalMap mapping)
        {
            this.parts = parts;
            this.mapping = mapping;
        }

        /// <inheritdoc/>
        public override int ValueCount => (int)mapping.ValueCount;

        /// <inheritdoc/>
        public override int GetOrd(int docID)
        {
            int ord = parts.Find(docID, out int own).GetOrd(own);
            return ord < 0 ? ord : (int)mapping.GetGlobalOrd(parts.At, ord);
        }

        /// <inheritdoc/>
        public override void LookupOrd(int ord, BytesRef result) =>
            parts.Values[mapping.GetFirstSegmentNumber(ord)].LookupOrd((int)mapping.GetFirstSegmentOrd(ord), result);
    }

    /// <summary>SORTED_SET values of several segments.</summary>
    public class MultiSortedSetDocValues : SortedSetDocValues
    {
        private readonly Parts<SortedSetDocValues> parts;
        private readonly OrdinalMap mapping;
        private SortedSetDocValues current = DocValues.EMPTY_SORTED_SET;

        internal MultiSortedSetDocValues(Parts<SortedSetDocValues> parts, OrdinalMap mapping)
        {
            this.parts = parts;
            this.mapping = mapping;
        }

        /// <inheritdoc/>
        public override long ValueCount => mapping.ValueCount;

        /// <inheritdoc/>
        public override void LookupOrd(long ord, BytesRef result) =>
            parts.Values[mapping.GetFirstSegmentNumber(ord)].LookupOrd(mapping.GetFirstSegmentOrd(ord), result);

        /// <inheritdoc/>
        public override long NextOrd()
        {
            long ord = current.NextOrd();
            return ord == NO_MORE_ORDS ? ord : mapping.GetGlobalOrd(parts.At, ord);
        }

        /// <inheritdoc/>
        public override void SetDocument(int docID)
        {
            current = parts.Find(docID, out int own);
            current.SetDocument(own);
        }
    }

    private sealed class MultiNumeric(Parts<NumericDocValues> parts) : NumericDocValues
    {
        public override long Get(int docID) => parts.Find(docID, out int own).Get(own);
    }

    private sealed class MultiBinary(Parts<BinaryDocValues> parts) : BinaryDocValues
    {
        public override void Get(int docID, BytesRef result) => parts.Find(docID, out int own).Get(own, result);
    }

    private sealed class NoBits(int length) : IBits
    {
        public int Length => length;

        public bool Get(int index) => false;
    }
}
