using Lucene.Net.Index;

namespace Lucene.Net.Search;

/// <summary>
/// Compares documents by one criterion. It keeps the values of the hits in numbered slots, of the worst of them (the bottom), and when
/// paging of the last hit before (the top). One search, one thread.
/// </summary>
public abstract class FieldComparer
{
    /// <summary>Compares the values in two slots.</summary>
    public abstract int Compare(int slot1, int slot2);

    /// <summary>Compares the bottom with a document of the segment.</summary>
    public abstract int CompareBottom(int doc);

    /// <summary>Compares the top with a document of the segment.</summary>
    public abstract int CompareTop(int doc);

    /// <summary>Compares two values as <see cref="GetValue"/> gives them.</summary>
    public abstract int CompareValues(object? first, object? second);

    /// <summary>Puts the value of a document into a slot.</summary>
    public abstract void Copy(int slot, int doc);

    /// <summary>The value in a slot.</summary>
    public abstract object? GetValue(int slot);

    /// <summary>Makes the value in a slot the bottom.</summary>
    public abstract void SetBottom(int slot);

    /// <summary>The following documents are of this segment; returns the comparer to use for them.</summary>
    public abstract FieldComparer SetNextReader(AtomicReaderContext context);

    /// <summary>Sets the scorer of the segment.</summary>
    public virtual void SetScorer(Scorer scorer)
    {
    }

    /// <summary>Makes a value, as <see cref="GetValue"/> gives it, the top.</summary>
    public abstract void SetTopValue<TValue>(TValue? value)
        where TValue : class;

    // Other comparers are made through FieldComparerSource by subclassing FieldComparer<T>.
    private protected FieldComparer()
    {
    }
}

/// <summary>A comparer of values of one type.</summary>
public abstract class FieldComparer<T> : FieldComparer
    where T : class
{
    /// <summary>For the subclasses.</summary>
    protected FieldComparer()
    {
    }

    /// <summary>The value in a slot.</summary>
    public abstract T? this[int slot] { get; }

    /// <inheritdoc/>
    public override object? GetValue(int slot) => this[slot];

    /// <summary>Compares two values; null comes first.</summary>
    public virtual int CompareValues(T? first, T? second) => first == null ? (second == null ? 0 : -1) : second == null ? 1 : Comparer<T>.Default.Compare(first, second);

    /// <inheritdoc/>
    public override int CompareValues(object? first, object? second) => CompareValues((T?)first, (T?)second);

    /// <summary>Makes a value the top.</summary>
    public abstract void SetTopValue(T? value);

    /// <inheritdoc/>
    public override void SetTopValue<TValue>(TValue? value)
        where TValue : class => SetTopValue((T?)(object?)value);
}

/// <summary>Makes comparers for an order of one's own.</summary>
public abstract class FieldComparerSource
{
    /// <summary>For the subclasses.</summary>
    protected FieldComparerSource()
    {
    }

    /// <summary>A comparer for one search.</summary>
    /// <param name="fieldname">The field.</param>
    /// <param name="numHits">Hits that are kept.</param>
    /// <param name="sortPos">The place of the field in the sort.</param>
    /// <param name="reversed">Whether the order is turned round.</param>
    public abstract FieldComparer NewComparer(string fieldname, int numHits, int sortPos, bool reversed);
}
