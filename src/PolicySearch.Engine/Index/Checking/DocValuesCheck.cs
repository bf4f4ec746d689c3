using Lucene.Net.Codecs;
using Lucene.Net.Util;

namespace Lucene.Net.Index;

/// <summary>
/// Doc values: each field has those of its kind and of no other, values that have numbers ascend and all are used, numbers stay in range, and documents
/// without a value have the one that stands for none.
/// </summary>
internal static class DocValuesCheck
{
    public static void Run(AtomicReader reader, CheckIndex.Status.DocValuesStatus status)
    {
        foreach (FieldInfo field in reader.FieldInfos)
        {
            CheckKinds(reader, field);
            if (!field.HasDocValues)
                continue;
            status.TotalValueFields++;
            CheckField(reader, field, status);
        }
    }

    private static void CheckField(AtomicReader reader, FieldInfo field, CheckIndex.Status.DocValuesStatus status)
    {
        IBits present = reader.GetDocsWithField(field.Name)!;
        switch (field.DocValuesType)
        {
            case DocValuesType.NUMERIC:
                status.TotalNumericFields++;
                CheckNumeric(reader, field, reader.GetNumericDocValues(field.Name)!, present);
                break;
            case DocValuesType.BINARY:
                status.TotalBinaryFields++;
                CheckBinary(reader, field, reader.GetBinaryDocValues(field.Name)!, present);
                break;
            case DocValuesType.SORTED:
                status.TotalSortedFields++;
                CheckSorted(reader, field, reader.GetSortedDocValues(field.Name)!, present);
                break;
            default:
                status.TotalSortedSetFields++;
                CheckSet(reader, field, reader.GetSortedSetDocValues(field.Name)!, present);
                break;
        }
    }

    private static void CheckKinds(AtomicReader reader, FieldInfo field)
    {
        DocValuesType type = field.DocValuesType;
        bool right = reader.GetNumericDocValues(field.Name) != null == (type == DocValuesType.NUMERIC)
            && reader.GetBinaryDocValues(field.Name) != null == (type == DocValuesType.BINARY)
            && reader.GetSortedDocValues(field.Name) != null == (type == DocValuesType.SORTED)
            && reader.GetSortedSetDocValues(field.Name) != null == (type == DocValuesType.SORTED_SET)
            && reader.GetDocsWithField(field.Name) != null == field.HasDocValues;
        if (!right)
            Fail(reader, field, $"doc values of kind {type}, as the .fnm says,", "others");
    }

    private static void CheckNumeric(AtomicReader reader, FieldInfo field, NumericDocValues values, IBits present)
    {
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            long value = values.Get(doc);
            if (value != 0 && !present.Get(doc))
                Fail(reader, field, $"0 for document {doc}, which has no value", $"{value}");
        }
    }

    private static void CheckBinary(AtomicReader reader, FieldInfo field, BinaryDocValues values, IBits present)
    {
        var value = new BytesRef();
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            values.Get(doc, value);
            if (value.Length != 0 && !present.Get(doc))
                Fail(reader, field, $"no bytes for document {doc}, which has no value", $"{value.Length}");
        }
    }

    private static void CheckSorted(AtomicReader reader, FieldInfo field, SortedDocValues values, IBits present)
    {
        var used = new FixedBitSet(Math.Max(1, values.ValueCount));
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            int ord = values.GetOrd(doc);
            if (ord < -1 || ord >= values.ValueCount || ord == -1 == present.Get(doc))
                Fail(reader, field, $"an ord in [{(present.Get(doc) ? 0 : -1)}, {(present.Get(doc) ? values.ValueCount : 0)}) for document {doc}", $"{ord}");
            if (ord >= 0)
                used.Set(ord);
        }
        CheckAllUsed(reader, field, used, values.ValueCount);
        CheckOrder(reader, field, values.ValueCount, (ord, value) => values.LookupOrd((int)ord, value));
    }

    private static void CheckSet(AtomicReader reader, FieldInfo field, SortedSetDocValues values, IBits present)
    {
        if (values.ValueCount > int.MaxValue - 64)
            Fail(reader, field, "values that can be counted in 31 bits", $"{values.ValueCount}");
        var used = new FixedBitSet((int)Math.Max(1, values.ValueCount));
        for (int doc = 0; doc < reader.MaxDoc; doc++)
        {
            values.SetDocument(doc);
            long last = -1;
            for (long ord = values.NextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.NextOrd())
            {
                if (ord <= last || ord >= values.ValueCount)
                    Fail(reader, field, $"an ord in ({last}, {values.ValueCount}) for document {doc}", $"{ord}");
                last = ord;
                used.Set((int)ord);
            }
            if (last == -1 == present.Get(doc))
                Fail(reader, field, $"values for document {doc}: {present.Get(doc)}", last == -1 ? "none" : "some");
        }
        CheckAllUsed(reader, field, used, values.ValueCount);
        CheckOrder(reader, field, values.ValueCount, values.LookupOrd);
    }

    private static void CheckAllUsed(AtomicReader reader, FieldInfo field, FixedBitSet used, long count)
    {
        if (used.Cardinality != count)
            Fail(reader, field, $"{count} values, each of some document,", $"{used.Cardinality} that are");
    }

    private static void CheckOrder(AtomicReader reader, FieldInfo field, long count, Action<long, BytesRef> lookup)
    {
        BytesRef last = new(), value = new();
        for (long ord = 0; ord < count; ord++)
        {
            lookup(ord, value);
            if (ord > 0 && last.CompareTo(value) >= 0)
                Fail(reader, field, $"values in order, after '{last.Utf8ToString()}'", $"'{value.Utf8ToString()}'");
            last.CopyBytes(value);
        }
    }

    private static void Fail(AtomicReader reader, FieldInfo field, string expected, string found) =>
        SegmentCheck.Fail(reader, DocValuesReader.Extension, field, expected, found);
}
