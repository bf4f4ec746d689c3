namespace PolicySearch.Documents.Extraction;

/// <summary>Where values were found, and what could not be decided, collected while one document is read. Not thread-safe.</summary>
internal sealed class Findings
{
    private const int UsualFields = 32;

    /// <summary>Field name as in <c>extract --json</c> → where and how.</summary>
    public Dictionary<string, string> Provenance { get; } = new(UsualFields, StringComparer.Ordinal);

    /// <summary>One English sentence each.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Records where a value came from and hands it on; null and empty lists leave no trace.</summary>
    public T Found<T>(string field, T value, string where)
    {
        bool absent = value is null || (value is System.Collections.ICollection { Count: 0 });
        if (!absent)
            Provenance[field] = where;
        return value;
    }
}
