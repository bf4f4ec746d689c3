namespace Lucene.Net.Search;

/// <summary>What values a sort goes by.</summary>
public enum SortFieldType
{
    /// <summary>The score, the highest first.</summary>
    SCORE = 0,

    /// <summary>The document number, the lowest first.</summary>
    DOC = 1,

    /// <summary>Sorted doc values, compared by their number in the segment.</summary>
    STRING = 2,

    /// <summary>Numeric doc values as 32-bit integers.</summary>
    INT32 = 3,

    /// <summary>Numeric doc values as the bits of floats.</summary>
    SINGLE = 4,

    /// <summary>Numeric doc values.</summary>
    INT64 = 5,

    /// <summary>Numeric doc values as the bits of doubles.</summary>
    DOUBLE = 6,

    /// <summary>Not supported.</summary>
    [Obsolete("use INT32")]
    INT16 = 7,

    /// <summary>Whatever a <see cref="FieldComparerSource"/> compares.</summary>
    CUSTOM = 8,

    /// <summary>Not supported.</summary>
    [Obsolete("use INT32")]
    BYTE = 9,

    /// <summary>Sorted or binary doc values, compared byte by byte.</summary>
    STRING_VAL = 10,

    /// <summary>Not supported.</summary>
    BYTES = 11,

    /// <summary>Becomes another type for each searcher.</summary>
    REWRITEABLE = 12,
}

/// <summary>One criterion of a <see cref="Sort"/>. Not to be changed once a search uses it; then threads may share it.</summary>
public class SortField
{
    /// <summary>By score, the best first.</summary>
    public static readonly SortField FIELD_SCORE = new(null, SortFieldType.SCORE);

    /// <summary>By document number.</summary>
    public static readonly SortField FIELD_DOC = new(null, SortFieldType.DOC);

    /// <summary>As <see cref="MissingValue"/> of a <see cref="SortFieldType.STRING"/>: documents without a value come first.</summary>
    public static readonly object STRING_FIRST = new MissingPlace("SortField.STRING_FIRST");

    /// <summary>As <see cref="MissingValue"/> of a <see cref="SortFieldType.STRING"/>: documents without a value come last.</summary>
    public static readonly object STRING_LAST = new MissingPlace("SortField.STRING_LAST");

    /// <summary>What documents without a value count as; null for 0, and for texts first.</summary>
    protected object? m_missingValue;

    /// <summary>By a field's values, the lowest first.</summary>
    public SortField(string? field, SortFieldType type)
        : this(field, type, reverse: false)
    {
    }

    /// <summary>By a field's values, the highest first if <paramref name="reverse"/> (for scores: the lowest).</summary>
    /// <exception cref="ArgumentException">A type other than score and document number needs a field.</exception>
    public SortField(string? field, SortFieldType type, bool reverse)
    {
        if (field == null && type is not (SortFieldType.SCORE or SortFieldType.DOC))
            throw new ArgumentException("field can only be null when type is SCORE or DOC", nameof(field));
        Field = field;
        Type = type;
        IsReverse = reverse;
    }

    /// <summary>By an order of one's own.</summary>
    public SortField(string? field, FieldComparerSource comparer)
        : this(field, comparer, reverse: false)
    {
    }

    /// <summary>By an order of one's own, optionally backwards.</summary>
    public SortField(string? field, FieldComparerSource comparer, bool reverse)
    {
        Field = field;
        Type = SortFieldType.CUSTOM;
        ComparerSource = comparer;
        IsReverse = reverse;
    }

    /// <summary>Makes the comparers of an order of one's own; else null.</summary>
    public virtual FieldComparerSource? ComparerSource { get; }

    /// <summary>The field; null for score and document number.</summary>
    public virtual string? Field { get; }

    /// <summary>Whether the order is turned round.</summary>
    public virtual bool IsReverse { get; }

    /// <summary>What documents without a value count as; null for 0, and for texts first (in a reverse sort: last).</summary>
    public object? MissingValue => m_missingValue;

    /// <summary>Whether the score is needed.</summary>
    public virtual bool NeedsScores => Type == SortFieldType.SCORE;

    /// <summary>What values the sort goes by.</summary>
    public virtual SortFieldType Type { get; }

    /// <summary>Sets what documents without a value count as.</summary>
    /// <exception cref="ArgumentException">The value does not fit the type.</exception>
    public virtual void SetMissingValue(object value)
    {
        bool fits = Type switch
        {
            SortFieldType.STRING => value == STRING_FIRST || value == STRING_LAST,
            SortFieldType.INT32 => value is int,
            SortFieldType.INT64 => value is long,
            SortFieldType.SINGLE => value is float,
            SortFieldType.DOUBLE => value is double,
            _ => false,
        };
        m_missingValue = fits ? value : throw new ArgumentException($"a missing value {value} does not fit a sort of type {Type}", nameof(value));
    }

    /// <summary>Sets what documents without a value count as.</summary>
    public void SetMissingValue(int value) => SetMissingValue((object)value);

    /// <summary>Sets what documents without a value count as.</summary>
    public void SetMissingValue(long value) => SetMissingValue((object)value);

    /// <summary>Sets what documents without a value count as.</summary>
    public void SetMissingValue(float value) => SetMissingValue((object)value);

    /// <summary>Sets what documents without a value count as.</summary>
    public void SetMissingValue(double value) => SetMissingValue((object)value);

    /// <summary>A comparer for one search.</summary>
    /// <param name="numHits">Hits that are kept.</param>
    /// <param name="sortPos">The place of this field in the sort.</param>
    /// <exception cref="NotSupportedException">The type cannot be sorted by.</exception>
    public virtual FieldComparer GetComparer(int numHits, int sortPos) => Type switch
    {
        SortFieldType.SCORE => new RelevanceComparer(numHits),
        SortFieldType.DOC => new DocComparer(numHits),
        SortFieldType.INT32 => new NumberComparer<int>(numHits, Field!, (int?)m_missingValue, v => (int)v),
        SortFieldType.INT64 => new NumberComparer<long>(numHits, Field!, (long?)m_missingValue, v => v),
        SortFieldType.SINGLE => new NumberComparer<float>(numHits, Field!, (float?)m_missingValue, v => BitConverter.Int32BitsToSingle((int)v)),
        SortFieldType.DOUBLE => new NumberComparer<double>(numHits, Field!, (double?)m_missingValue, BitConverter.Int64BitsToDouble),
        SortFieldType.STRING => new TextComparer(numHits, Field!, m_missingValue == STRING_LAST),
        SortFieldType.STRING_VAL => new BytesComparer(numHits, Field!),
        SortFieldType.CUSTOM => ComparerSource!.NewComparer(Field!, numHits, sortPos, IsReverse),
        _ => throw new NotSupportedException($"sorting by {Type} is not supported"),
    };

    /// <summary>The field with what depends on the searcher resolved.</summary>
    public virtual SortField Rewrite(IndexSearcher searcher) => this;

    /// <inheritdoc/>
    public override string ToString() => $"<{Type}: \"{Field}\">{(IsReverse ? "!" : "")}{(m_missingValue == null ? "" : $" missingValue={m_missingValue}")}";

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is SortField other && Field == other.Field && Type == other.Type && IsReverse == other.IsReverse
        && Equals(ComparerSource, other.ComparerSource) && Equals(m_missingValue, other.m_missingValue);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Type, IsReverse, ComparerSource, m_missingValue);

    private sealed class MissingPlace(string name)
    {
        public override string ToString() => name;
    }
}
