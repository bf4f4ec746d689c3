using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>A comparer of values that are compared one document at a time.</summary>
internal abstract class ValueComparer<T>(int numHits) : FieldComparer
    where T : notnull
{
    private readonly T[] slots = new T[numHits];
    private T? bottom, top;

    public override int Compare(int slot1, int slot2) => Order(slots[slot1], slots[slot2]);

    public override int CompareBottom(int doc) => Order(bottom!, ValueOf(doc));

    public override int CompareTop(int doc) => Order(top!, ValueOf(doc));

    public override int CompareValues(object? first, object? second) => Order((T)first!, (T)second!);

    public override void Copy(int slot, int doc) => slots[slot] = ValueOf(doc);

    public override object? GetValue(int slot) => slots[slot];

    public override void SetBottom(int slot) => bottom = slots[slot];

    public override void SetTopValue<TValue>(TValue? value)
        where TValue : class => top = (T)(object)value!;

    protected abstract T ValueOf(int doc);

    protected virtual int Order(T first, T second) => Comparer<T>.Default.Compare(first, second);
}

/// <summary>By score, the highest first.</summary>
internal sealed class RelevanceComparer(int numHits) : ValueComparer<float>(numHits)
{
    private Scorer? scorer;

    public override FieldComparer SetNextReader(AtomicReaderContext context) => this;

    public override void SetScorer(Scorer scorer) => this.scorer = scorer;

    protected override float ValueOf(int doc) => scorer!.GetScore();

    protected override int Order(float first, float second) => second.CompareTo(first);
}

/// <summary>By document number over all segments.</summary>
internal sealed class DocComparer(int numHits) : ValueComparer<int>(numHits)
{
    private int docBase;

    public override FieldComparer SetNextReader(AtomicReaderContext context)
    {
        docBase = context.DocBase;
        return this;
    }

    protected override int ValueOf(int doc) => docBase + doc;
}

/// <summary>By numeric doc values; documents without one count as <paramref name="missing"/>, or 0.</summary>
internal sealed class NumberComparer<T>(int numHits, string field, T? missing, Func<long, T> convert) : ValueComparer<T>(numHits)
    where T : struct
{
    private NumericDocValues? values;
    private IBits? present;

    public override FieldComparer SetNextReader(AtomicReaderContext context)
    {
        values = context.AtomicReader.GetNumericDocValues(field);
        present = missing == null ? null : context.AtomicReader.GetDocsWithField(field);
        return this;
    }

    protected override T ValueOf(int doc)
    {
        if (missing is { } value && (present == null || !present.Get(doc)))
            return value;
        return values == null ? default : convert(values.Get(doc));
    }
}

/// <summary>By sorted or binary doc values, byte by byte; no value counts as an empty one.</summary>
internal sealed class BytesComparer(int numHits, string field) : ValueComparer<BytesRef>(numHits)
{
    private BinaryDocValues? values;

    public override FieldComparer SetNextReader(AtomicReaderContext context)
    {
        values = context.AtomicReader.GetBinaryDocValues(field) ?? context.AtomicReader.GetSortedDocValues(field);
        return this;
    }

    protected override BytesRef ValueOf(int doc)
    {
        var spare = new BytesRef();
        values?.Get(doc, spare);
        return BytesRef.DeepCopyOf(spare);
    }
}
