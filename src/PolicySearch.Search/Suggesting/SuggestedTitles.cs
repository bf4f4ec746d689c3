using PolicySearch.Documents;

namespace PolicySearch.Search.Suggesting;

/// <summary>What of a document's head is worth suggesting.</summary>
internal static class SuggestedTitles
{
    /// <summary>
    /// What the document is about: its subject, else its title. Null when the title only counts (对…第12号建议的答复) or there is none.
    /// </summary>
    public static string? Of(PolicyDocument document)
    {
        string text = Bare(document.Subject is { Length: > 0 } subject ? subject : document.Title ?? "");
        return text.Length is >= 2 and <= SuggestSchema.MaxText && !OnlyCounts(text) ? text : null;
    }

    private static string Bare(string title)
    {
        string text = title.Trim();
        return text is ['《', .. var inner, '》'] && !inner.Contains('《', StringComparison.Ordinal) ? inner.Trim() : text;
    }

    private static bool OnlyCounts(string title)
    {
        int mark = title.IndexOf('第', StringComparison.Ordinal);
        int number = title.IndexOf('号', mark + 1);
        return number > 0 && title.AsSpan(0, number).ContainsAnyInRange('0', '9') && (mark >= 0 || title.Contains('届', StringComparison.Ordinal));
    }
}
