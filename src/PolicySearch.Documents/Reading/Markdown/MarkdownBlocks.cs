using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicySearch.Documents.Reading.Markdown;

/// <summary>Walks a parsed document and hands its text on. Recursive: the parser bounds how deep blocks nest. For one document and one thread.</summary>
internal sealed class MarkdownBlocks(MarkdownLines lines)
{
    /// <summary>Writes a block and all below it.</summary>
    public void Write(Block block)
    {
        switch (block)
        {
            case Table table:
                WriteTable(table);
                break;
            case ListItemBlock item:
                WriteItem(item);
                break;
            case LinkReferenceDefinition definition:
                WriteDefinition(definition);
                break;
            case QuoteBlock quote:
                WriteQuote(quote);
                break;
            case ContainerBlock container:
                foreach (Block child in container)
                    Write(child);
                break;
            case HtmlBlock html:
                WriteHtml(html);
                break;
            case HeadingBlock heading:
                WriteHeading(heading);
                break;
            case CodeBlock code:
                WriteCode(code);
                break;
            case LeafBlock leaf:
                WriteInlines(leaf.Inline);
                lines.EndLine();
                break;
        }
    }

    // Below a line of dashes a whole paragraph is a heading to the standard; in documents the dashes are a rule.
    private void WriteHeading(HeadingBlock heading)
    {
        if (heading.Inline is null || !heading.Inline.Descendants<LineBreakInline>().Any())
            lines.Mark(new string('#', heading.Level) + " ");
        WriteInlines(heading.Inline);
        lines.Append(heading.Line, "");
        lines.EndLine();
    }

    private void WriteQuote(QuoteBlock quote)
    {
        bool within = lines.InQuote;
        lines.InQuote = true;
        foreach (Block child in quote)
            Write(child);
        lines.InQuote = within;
    }

    private void WriteItem(ListItemBlock item)
    {
        var list = (ListBlock)item.Parent!;
        lines.Mark(list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}{list.OrderedDelimiter} ") : "- ");
        foreach (Block child in item)
            Write(child);
        if (!lines.IsMarked)
            return;
        lines.Append(item.Line, "");
        lines.EndLine();
    }

    private void WriteTable(Table table)
    {
        foreach (TableRow row in table.OfType<TableRow>())
        {
            lines.BeginRow();
            foreach (TableCell cell in row.OfType<TableCell>())
            {
                foreach (Block child in cell)
                    Write(child);
                lines.EndCell();
            }
            lines.EndRow();
            if (row.IsHeader)
                lines.LeaveOut(row.Line + 1);
        }
    }

    private void WriteCode(CodeBlock code)
    {
        for (int i = 0; i < code.Lines.Count; i++)
        {
            lines.Append(code.Lines.Lines[i].Line, code.Lines.Lines[i].Slice.AsSpan());
            lines.EndLine();
        }
    }

    private void WriteHtml(HtmlBlock html)
    {
        var text = new MarkdownHtml(lines);
        for (int i = 0; i < html.Lines.Count; i++)
        {
            text.Write(html.Lines.Lines[i].Line, html.Lines.Lines[i].Slice.AsSpan());
            if (!text.InRow)
                lines.EndLine();
        }
        lines.EndRow();
        lines.EndLine();
    }

    // [1]: 说明 has the form of an address, but is a note.
    private void WriteDefinition(LinkReferenceDefinition definition)
    {
        if (definition.Url is not { Length: > 0 } url || char.IsAscii(url[0]))
            return;
        lines.Append(lines.LineAt(definition.Span.Start), $"[{definition.Label}]: {url} {definition.Title}");
        lines.EndLine();
    }

    private void WriteInlines(ContainerInline? inlines)
    {
        if (inlines is null)
            return;
        foreach (Inline inline in inlines.Descendants())
        {
            int line = lines.LineAt(Math.Max(0, inline.Span.Start));
            switch (inline)
            {
                case LiteralInline literal:
                    lines.Append(line, literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    lines.Append(line, code.Content);
                    break;
                case HtmlEntityInline entity:
                    lines.Append(line, entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline address:
                    lines.Append(line, address.Url);
                    break;
                case LineBreakInline:
                case HtmlInline tag when tag.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    lines.EndLine();
                    break;
            }
        }
    }
}
