using PolicySearch.Documents;
using PolicySearch.Documents.Regions;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// What all documents of an index say about the letters of their numbers, while a run changes it. In the end a table is learned from them, which depends on nothing but the
/// documents, and those that ask are told apart: whose place by that table is another than the one they were indexed with. Not thread-safe.
/// </summary>
internal sealed class NumberLessons(Dictionary<string, NumberRecord> bySource)
{
    // Documents that this run read and that ask.
    private readonly Dictionary<string, (int Fields, string ContentHash)> readings = new(StringComparer.Ordinal);

    /// <summary>Takes a document that was read, without what others taught.</summary>
    public void Add(PolicyDocument document)
    {
        if (NumberLesson.Of(document) is not { } lesson)
        {
            Remove(document.Source);
            return;
        }
        bySource[document.Source] = new(lesson, null);
        if (lesson.Code is null)
            readings[document.Source] = (FieldCoverage.Of(document), document.ContentHash);
    }

    /// <summary>Forgets a document that is gone.</summary>
    public void Remove(string source) => bySource.Remove(source);

    /// <summary>The table that the documents teach.</summary>
    public DocumentNumberPrefixes Learn() => DocumentNumberPrefixes.Learn(bySource.Values.Select(record => record.Lesson));

    /// <summary>The new record of a document that must be read again with the table; null when it teaches, or would get the place that it has.</summary>
    public NumberRecord? Changed(string source, DocumentNumberPrefixes table)
    {
        if (!bySource.TryGetValue(source, out NumberRecord record) || record.Lesson.Code is not null)
            return null;
        string? place = table.CodeOf(record.Lesson.Prefix);
        return place == record.Applied ? null : record with { Applied = place };
    }

    /// <summary>Which fields a document that asks had when this run read it first, and the hash of its bytes; null when it did not read it.</summary>
    public (int Fields, string ContentHash)? FirstReading(string source) => readings.TryGetValue(source, out (int, string) reading) ? reading : null;
}
