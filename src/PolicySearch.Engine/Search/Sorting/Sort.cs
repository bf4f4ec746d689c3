namespace Lucene.Net.Search;

/// <summary>The order of hits: by one field, among equals by the next, and at last by document number. Threads may share it.</summary>
public class Sort
{
    /// <summary>By score, the best first.</summary>
    public static readonly Sort RELEVANCE = new();

    /// <summary>By document number.</summary>
    public static readonly Sort INDEXORDER = new(SortField.FIELD_DOC);

    private SortField[] fields = [SortField.FIELD_SCORE];

    /// <summary>By score, the best first.</summary>
    public Sort()
    {
    }

    /// <summary>By one field.</summary>
    public Sort(SortField field) => SetSort(field);

    /// <summary>By several fields, the first of which counts most.</summary>
    public Sort(params SortField[] fields) => SetSort(fields);

    /// <summary>Whether any field needs the score.</summary>
    public virtual bool NeedsScores => Array.Exists(fields, f => f.NeedsScores);

    /// <summary>The fields.</summary>
    public virtual SortField[] GetSort() => fields;

    /// <summary>Sorts by one field.</summary>
    public virtual void SetSort(SortField field) => fields = [field];

    /// <summary>Sorts by several fields, the first of which counts most.</summary>
    public virtual void SetSort(params SortField[] fields) => this.fields = fields;

    /// <summary>The order with fields that depend on the searcher resolved; the same where none does.</summary>
    public virtual Sort Rewrite(IndexSearcher searcher)
    {
        SortField[] rewritten = Array.ConvertAll(fields, f => f.Rewrite(searcher));
        return rewritten.SequenceEqual(fields, ReferenceEqualityComparer.Instance) ? this : new Sort(rewritten);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(",", fields.Select(f => f.ToString()));

    /// <inheritdoc/>
    public override bool Equals(object? o) => o is Sort other && fields.SequenceEqual(other.fields);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (SortField field in fields)
            hash.Add(field);
        return hash.ToHashCode();
    }
}
