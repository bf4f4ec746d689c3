using PolicySearch.Documents.Regions;

namespace PolicySearch.Search.Indexing;

/// <summary>
/// What an index keeps of a document for learning places from the letters of document numbers, as one term:
/// <code>
/// term := source TAB prefix TAB code TAB applied        code, applied: six digits or nothing
/// </code>
/// A source may hold tabs, the other parts never do.
/// </summary>
/// <param name="Lesson">What the document teaches or asks.</param>
/// <param name="Applied">The place that learned letters gave it; null when they gave none. Only a document that asks has one.</param>
internal readonly record struct NumberRecord(NumberLesson Lesson, string? Applied)
{
    /// <summary>The term of a source.</summary>
    public string Term(string source) => string.Join('\t', source, Lesson.Prefix, Lesson.Code ?? "", Applied ?? "");

    /// <summary>Reads a term.</summary>
    public static (string Source, NumberRecord Record) Read(string term)
    {
        int applied = term.LastIndexOf('\t'), code = term.LastIndexOf('\t', applied - 1), prefix = term.LastIndexOf('\t', code - 1);
        return (term[..prefix], new(new(term[(prefix + 1)..code], OrNull(term[(code + 1)..applied])), OrNull(term[(applied + 1)..])));
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
