using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lucene.Net.Search;

/// <summary>
/// Documents whose doc value lies in a range. An end that is null is open. As in Lucene a document without a number counts as 0;
/// one without a text is in no range but the one that is open at both ends.
/// </summary>
public static class FieldCacheRangeFilter
{
    /// <summary>A range of 32-bit integers.</summary>
    public static FieldCacheRangeFilter<int?> NewInt32Range(string field, int? lowerVal, int? upperVal, bool includeLower, bool includeUpper) =>
        new NumberRangeFilter<int>(field, lowerVal, upperVal, includeLower, includeUpper, v => (int)v);

    /// <summary>A range of integers.</summary>
    public static FieldCacheRangeFilter<long?> NewInt64Range(string field, long? lowerVal, long? upperVal, bool includeLower, bool includeUpper) =>
        new NumberRangeFilter<long>(field, lowerVal, upperVal, includeLower, includeUpper, v => v);

    /// <summary>A range of floats, whose bits are the doc values.</summary>
    public static FieldCacheRangeFilter<float?> NewSingleRange(string field, float? lowerVal, float? upperVal, bool includeLower, bool includeUpper) =>
        new NumberRangeFilter<float>(field, lowerVal, upperVal, includeLower, includeUpper, v => BitConverter.Int32BitsToSingle((int)v));

    /// <summary>A range of doubles, whose bits are the doc values.</summary>
    public static FieldCacheRangeFilter<double?> NewDoubleRange(string field, double? lowerVal, double? upperVal, bool includeLower, bool includeUpper) =>
        new NumberRangeFilter<double>(field, lowerVal, upperVal, includeLower, includeUpper, BitConverter.Int64BitsToDouble);

    /// <summary>A range of texts, in byte order.</summary>
    public static FieldCacheRangeFilter<string?> NewStringRange(string field, string? lowerVal, string? upperVal, bool includeLower, bool includeUpper) =>
        new TextRangeFilter<string?>(field, lowerVal, upperVal, includeLower, includeUpper, v => v == null ? null : new BytesRef(v));

    /// <summary>A range of byte strings.</summary>
    public static FieldCacheRangeFilter<BytesRef?> NewBytesRefRange(string field, BytesRef? lowerVal, BytesRef? upperVal, bool includeLower, bool includeUpper) =>
        new TextRangeFilter<BytesRef?>(field, lowerVal, upperVal, includeLower, includeUpper, v => v);
}

/// <summary>Documents whose doc value lies in a range.</summary>
public abstract class FieldCacheRangeFilter<T> : Filter
{
    private protected FieldCacheRangeFilter(string field, T lowerVal, T upperVal, bool includeLower, bool includeUpper)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        LowerVal = lowerVal;
        UpperVal = upperVal;
        IncludesLower = includeLower;
        IncludesUpper = includeUpper;
    }

    /// <summary>The field.</summary>
    public virtual string Field { get; }

    /// <summary>Whether the lower end belongs to the range.</summary>
    public virtual bool IncludesLower { get; }

    /// <summary>Whether the upper end belongs to the range.</summary>
    public virtual bool IncludesUpper { get; }

    /// <summary>The lower end; null for open.</summary>
    public virtual T LowerVal { get; }

    /// <summary>The upper end; null for open.</summary>
    public virtual T UpperVal { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => $"{Field}:{(IncludesLower ? '[' : '{')}{LowerVal?.ToString() ?? "*"} TO {UpperVal?.ToString() ?? "*"}{(IncludesUpper ? ']' : '}')}";

    /// <inheritdoc/>
    public sealed override bool Equals(object? o) => o is FieldCacheRangeFilter<T> other && Field == other.Field && IncludesLower == other.IncludesLower
        && IncludesUpper == other.IncludesUpper && Equals(LowerVal, other.LowerVal) && Equals(UpperVal, other.UpperVal);

    /// <summary>Whether two ends are the same.</summary>
    protected virtual bool Equals(T objA, T objB) => EqualityComparer<T>.Default.Equals(objA, objB);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(Field, LowerVal, UpperVal, IncludesLower, IncludesUpper);
}

/// <summary>A range of numbers.</summary>
internal sealed class NumberRangeFilter<T>(string field, T? lower, T? upper, bool includeLower, bool includeUpper, Func<long, T> convert)
    : FieldCacheRangeFilter<T?>(field, lower, upper, includeLower, includeUpper)
    where T : struct, IComparable<T>
{
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        NumericDocValues? values = context.AtomicReader.GetNumericDocValues(Field);
        return new FieldCacheDocIdSet(context.Reader.MaxDoc, acceptDocs, doc => Holds(values == null ? default : convert(values.Get(doc))));
    }

    private bool Holds(T value) => IsAbove(value) && IsBelow(value);

    private bool IsAbove(T value) => LowerVal is not { } end || value.CompareTo(end) is var order && (order > 0 || order == 0 && IncludesLower);

    private bool IsBelow(T value) => UpperVal is not { } end || value.CompareTo(end) is var order && (order < 0 || order == 0 && IncludesUpper);
}

/// <summary>A range of texts, compared by their numbers in the segment.</summary>
internal sealed class TextRangeFilter<T>(string field, T lower, T upper, bool includeLower, bool includeUpper, Func<T, BytesRef?> bytes)
    : FieldCacheRangeFilter<T>(field, lower, upper, includeLower, includeUpper)
{
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        if (context.AtomicReader.GetSortedDocValues(Field) is not { } values)
            return null;
        int first = First(values, bytes(LowerVal)), last = Last(values, bytes(UpperVal));
        if (first > last)
            return null;
        return new FieldCacheDocIdSet(context.Reader.MaxDoc, acceptDocs, doc => values.GetOrd(doc) is var ord && ord >= first && ord <= last);
    }

    // With both ends open the documents without a value, whose number is -1, belong to the range.
    private int First(SortedDocValues values, BytesRef? end)
    {
        if (end == null)
            return UpperVal == null ? -1 : 0;
        int ord = values.LookupTerm(end);
        return ord < 0 ? -1 - ord : IncludesLower ? ord : ord + 1;
    }

    private int Last(SortedDocValues values, BytesRef? end)
    {
        if (end == null)
            return int.MaxValue;
        int ord = values.LookupTerm(end);
        return ord < 0 ? -2 - ord : IncludesUpper ? ord : ord - 1;
    }
}
