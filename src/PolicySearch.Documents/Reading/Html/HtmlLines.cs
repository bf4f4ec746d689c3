using System.Text;
using AngleSharp.Dom;

namespace PolicySearch.Documents.Reading.Html;

/// <summary>
/// Turns an element into lines: block elements and line breaks end a line, white space runs become one blank, the cells of a table row are
/// parted by tabs. Without recursion: pages may nest deeper than the stack.
/// </summary>
internal sealed class HtmlLines
{
    private readonly List<string> lines = [];
    private readonly StringBuilder line = new();
    private readonly IReadOnlySet<IElement> leftOut;
    private int rowDepth, preDepth;

    private HtmlLines(IReadOnlySet<IElement> leftOut) => this.leftOut = leftOut;

    /// <summary>The element's lines, without blank ones at either end.</summary>
    public static List<string> Of(IElement root, IReadOnlySet<IElement> leftOut)
    {
        var writer = new HtmlLines(leftOut);
        writer.Write(root);
        writer.EndLine();
        return writer.lines;
    }

    private void Write(IElement root)
    {
        var pending = new Stack<(INode Node, bool Close)>();
        pending.Push((root, false));
        while (pending.TryPop(out (INode Node, bool Close) step))
        {
            switch (step.Node)
            {
                case IText text:
                    Append(text.Data);
                    break;
                case IElement element when step.Close:
                    Close(element);
                    break;
                case IElement element when element == root || !HtmlElements.IsUnread(element) && !leftOut.Contains(element):
                    Open(element);
                    pending.Push((element, true));
                    HtmlElements.PushChildren(element, pending);
                    break;
            }
        }
    }

    private void Open(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                EndLine();
                break;
            case "tr":
                EndLine();
                rowDepth++;
                break;
            case "td" or "th":
                EndCell();
                break;
            case "pre":
                EndLine();
                preDepth++;
                break;
            default:
                EndBlock(element);
                break;
        }
    }

    private void Close(IElement element)
    {
        if (element.LocalName == "tr")
        {
            rowDepth--;
            EndLine();
        }
        else if (element.LocalName == "pre")
        {
            EndLine();
            preDepth--;
        }
        else if (element.LocalName is not ("td" or "th"))
        {
            EndBlock(element);
        }
    }

    private void EndCell()
    {
        if (line.Length == 0)
            return;
        if (line[^1] == ' ')
            line.Length--;
        line.Append('\t');
    }

    // Paragraphs inside a cell do not break the row that they stand in.
    private void EndBlock(IElement element)
    {
        if (!HtmlElements.IsBlock(element))
            return;
        if (rowDepth > 0)
            Append(" ");
        else
            EndLine();
    }

    private void Append(string text)
    {
        foreach (char c in text)
        {
            if (preDepth > 0 && c == '\n')
                EndLine();
            else if (c is not (' ' or '\t' or '\r' or '\n' or '\f'))
                line.Append(c);
            else if (line.Length > 0 && line[^1] is not (' ' or '\t'))
                line.Append(' ');
        }
    }

    private void EndLine()
    {
        string text = line.ToString().TrimEnd(' ', '\t');
        line.Clear();
        if (text.Length > 0)
            lines.Add(text);
    }
}
