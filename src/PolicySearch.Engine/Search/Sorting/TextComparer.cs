using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// By sorted doc values. Within a segment the numbers of values are compared, and only the values of hits that are kept are looked up.
/// Documents without a value come first, or last.
/// </summary>
internal sealed class TextComparer : FieldComparer
{
    private readonly string field;
    private readonly int missingOrder;
    private readonly int[] ords, generations;
    private readonly BytesRef?[] values;
    private SortedDocValues? segment;
    private int generation = -1;
    private Border bottom, top;

    public TextComparer(int numHits, string field, bool missingLast)
    {
        this.field = field;
        missingOrder = missingLast ? 1 : -1;
        ords = new int[numHits];
        generations = new int[numHits];
        values = new BytesRef?[numHits];
    }

    public override int Compare(int slot1, int slot2)
    {
        if (generations[slot1] == generations[slot2])
            return Key(ords[slot1]).CompareTo(Key(ords[slot2]));
        return Order(values[slot1], values[slot2]);
    }

    public override int CompareBottom(int doc) => CompareBorder(bottom, doc);

    public override int CompareTop(int doc) => CompareBorder(top, doc);

    public override int CompareValues(object? first, object? second) => Order((BytesRef?)first, (BytesRef?)second);

    public override void Copy(int slot, int doc)
    {
        int ord = segment?.GetOrd(doc) ?? -1;
        ords[slot] = ord;
        generations[slot] = generation;
        values[slot] = ord < 0 ? null : Lookup(ord);
    }

    public override object? GetValue(int slot) => values[slot];

    public override void SetBottom(int slot) => bottom = Locate(values[slot]);

    public override void SetTopValue<TValue>(TValue? value)
        where TValue : class => top = Locate((BytesRef?)(object?)value);

    public override FieldComparer SetNextReader(AtomicReaderContext context)
    {
        segment = context.AtomicReader.GetSortedDocValues(field);
        generation++;
        bottom = Locate(bottom.Value);
        top = Locate(top.Value);
        return this;
    }

    private int CompareBorder(Border border, int doc) => border.Key.CompareTo(Key(segment?.GetOrd(doc) ?? -1));

    // Even keys are values of the segment, odd ones the places between them.
    private long Key(int ord) => ord >= 0 ? 2L * ord : missingOrder < 0 ? long.MinValue : long.MaxValue;

    private int Order(BytesRef? first, BytesRef? second)
    {
        if (first == null || second == null)
            return first == second ? 0 : first == null ? missingOrder : -missingOrder;
        return first.CompareTo(second);
    }

    private BytesRef Lookup(int ord)
    {
        var spare = new BytesRef();
        segment!.LookupOrd(ord, spare);
        return BytesRef.DeepCopyOf(spare);
    }

    /// <summary>Where a value lies among the numbers of this segment.</summary>
    private Border Locate(BytesRef? value)
    {
        if (value == null)
            return new Border(null, Key(-1));
        int ord = segment?.LookupTerm(value) ?? 0;
        return new Border(value, ord >= 0 ? Key(ord) : 2L * (-1 - ord) - 1);
    }

    /// <summary>A value and its place among those of the segment.</summary>
    private readonly record struct Border(BytesRef? Value, long Key);
}
