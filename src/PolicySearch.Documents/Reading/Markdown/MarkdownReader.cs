using Markdig;
using Markdig.Syntax;

namespace PolicySearch.Documents.Reading.Markdown;

/// <summary>
/// Markdown through Markdig: its marks become what cleaning knows (<c>#</c> before a heading, bars around a table's cells, markers of lists), or go. Every line keeps its number.
/// A file whose marks would cost a parser too much is read as the plain text that it also is.
/// </summary>
internal sealed class MarkdownReader : ISourceReader
{
    // Emphasis beside Hanzi needs its own rule: **（一）重点。**对 is left open by the standard one.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder { MaximumNestingDepth = MarkdownCost.MaxDepth }
        .UsePipeTables().UseYamlFrontMatter().UseCjkFriendlyEmphasis().UsePreciseSourceLocation().Build();

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

    /// <inheritdoc/>
    public SourceText Read(string path, byte[] content, CancellationToken cancellationToken)
    {
        DecodedText decoded = TextDecoder.Decode(path, content);
        cancellationToken.ThrowIfCancellationRequested();
        List<SourceLine> source = SourceText.Split(decoded.Text);
        string? excess = MarkdownCost.Excess(source);
        List<SourceLine>? lines = excess is null ? Render(source, out excess) : null;
        List<string> warnings = decoded.Warning is null ? [] : [decoded.Warning];
        if (excess is not null)
            warnings.Add($"its Markdown {excess}; it was read as plain text");
        return new SourceText { Lines = lines ?? source, Encoding = decoded.Encoding, Warnings = warnings };
    }

    private static List<SourceLine>? Render(List<SourceLine> source, out string? excess)
    {
        excess = null;
        MarkdownDocument document;
        try
        {
            // Joined anew, so that Markdig counts the same lines: it knows fewer line ends.
            document = Markdig.Markdown.Parse(string.Join('\n', source.Select(line => line.Text)), Pipeline);
        }
        catch (ArgumentException)
        {
            // What Markdig throws beyond the depth given.
            excess = MarkdownCost.TooDeep;
            return null;
        }
        var lines = new MarkdownLines(source);
        new MarkdownBlocks(lines).Write(document);
        return lines.Finish();
    }
}
