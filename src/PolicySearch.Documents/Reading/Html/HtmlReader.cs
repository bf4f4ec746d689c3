using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PolicySearch.Documents.Reading.Html;

/// <summary>
/// Pages saved from an office's site: the article becomes lines, the page around it (navigation, neighbours' titles, share buttons, footers)
/// is left out, and the metadata panel (索引号, 发文字号, 成文日期 …) is kept apart as fields.
/// </summary>
internal sealed partial class HtmlReader(ReadingOptions? limits = null) : ISourceReader
{
    private readonly ReadingOptions options = limits ?? ReadingOptions.Default;

    // The prescan of the HTML standard looks at 1,024 bytes; pages of offices often have long comments first.
    private const int CharsetScanBytes = 4096;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm", ".shtml", ".xhtml", ".mht.html"];

    /// <inheritdoc/>
    public SourceText Read(string path, byte[] content, CancellationToken cancellationToken)
    {
        DecodedText decoded = Decode(path, content);
        cancellationToken.ThrowIfCancellationRequested();
        if (HtmlNesting.Excess(decoded.Text, options.MaxPageDepth, options.MaxPageElements) is string excess)
            throw new UnreadableDocumentException(path, excess, "save the page again from a browser, or raise the limit");
        using var document = new HtmlParser().ParseDocument(decoded.Text);
        cancellationToken.ThrowIfCancellationRequested();
        Dictionary<string, string> panel = HtmlPanel.Read(document, out HashSet<IElement> panelElements);
        IElement? article = HtmlArticle.Find(document, panelElements);
        List<string> lines = article is null ? [] : HtmlLines.Of(article, panelElements);
        if (lines.All(string.IsNullOrWhiteSpace))
            throw new UnreadableDocumentException(path, "the page holds no article text", "save the page after its content has loaded, or save the attached document");
        HtmlTitle.Complete(document, lines);
        return new SourceText
        {
            Lines = lines.Select((text, i) => new SourceLine(text, i + 1, 1, text.Contains('\t'))).ToList(),
            Encoding = "HTML, " + decoded.Encoding,
            Panel = panel,
            Warnings = decoded.Warning is null ? [] : [decoded.Warning],
        };
    }

    /// <summary>The bytes decide before the declaration does: declared charsets lie, valid UTF-8 or GB18030 rarely happens by chance.</summary>
    private static DecodedText Decode(string path, byte[] content) => TextDecoder.Decode(path, content, DeclaredCharset(content));

    private static string? DeclaredCharset(ReadOnlySpan<byte> content)
    {
        string head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, CharsetScanBytes)]);
        Match match = Charset().Match(head);
        return match.Success ? match.Groups[1].Value.ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[""']?([\w-]{1,40})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
