using AngleSharp.Dom;

namespace PolicySearch.Documents.Reading.Html;

/// <summary>
/// The document's title as the page gives it: the ArticleTitle meta element that the rules for government sites ask for, else the first heading.
/// Many sites print the title outside the element that holds the text.
/// </summary>
internal static class HtmlTitle
{
    private const int MinLength = 4, MaxLength = 200;
    private const int HeadLines = 12;

    /// <summary>Puts the page's title above the article's lines, unless they begin with it.</summary>
    public static void Complete(IDocument document, List<string> lines)
    {
        string? title = Meta(document) ?? Heading(document);
        if (title == null || string.Concat(lines.Take(HeadLines).Select(Compact)).Contains(Compact(title), StringComparison.Ordinal))
            return;
        lines.Insert(0, title);
    }

    private static string? Meta(IDocument document) =>
        document.QuerySelectorAll("meta[name]")
            .Where(meta => string.Equals(meta.GetAttribute("name"), "ArticleTitle", StringComparison.OrdinalIgnoreCase))
            .Select(meta => Clean(meta.GetAttribute("content")))
            .FirstOrDefault(title => title != null);

    private static string? Heading(IDocument document) =>
        document.QuerySelectorAll("h1").Where(heading => !HtmlElements.IsUnread(heading)).Select(heading => Clean(heading.TextContent)).FirstOrDefault(title => title != null);

    private static string? Clean(string? text)
    {
        string title = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return title.Length is >= MinLength and <= MaxLength ? title : null;
    }

    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
