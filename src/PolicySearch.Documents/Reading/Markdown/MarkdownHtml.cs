using System.Net;
using PolicySearch.Documents.Reading.Html;

namespace PolicySearch.Documents.Reading.Markdown;

/// <summary>
/// Takes the tags off HTML inside Markdown, line by line, so that the text keeps its line numbers: a tag, a comment or a script may end in a later line than it began.
/// For one piece of HTML and one thread. O(length).
/// </summary>
internal sealed class MarkdownHtml(MarkdownLines lines)
{
    private const int MaxNameLength = 16;

    // What ends the tag, comment or script that is open, or null.
    private string? end;

    /// <summary>Whether a table's row is open: its cells may stand in lines of their own.</summary>
    public bool InRow { get; private set; }

    /// <summary>Hands a line's text on; <paramref name="line"/> is its number counted from 0.</summary>
    public void Write(int line, ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (end is not null)
            {
                int at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
                if (at < 0)
                    return;
                text = text[(at + end.Length)..];
                end = null;
                continue;
            }
            int next = NextTag(text);
            if (next > 0)
                lines.Append(line, WebUtility.HtmlDecode(text[..next].ToString()));
            text = text[next..];
            if (text.Length > 0)
                Open(text);
            text = text.Length > 0 ? text[1..] : text;
        }
    }

    // A "<" that no name, "/" or "!" follows is a less-than sign.
    private static int NextTag(ReadOnlySpan<char> text)
    {
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '<' && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?'))
                return i;
        }
        return text.Length;
    }

    private void Open(ReadOnlySpan<char> tag)
    {
        bool closes = tag[1] == '/';
        string name = Name(tag[(closes ? 2 : 1)..]);
        end = tag.StartsWith("<!--") ? "-->" : name is "script" or "style" && !closes ? $"</{name}>" : ">";
        switch (name)
        {
            case "tr" when closes:
                InRow = false;
                lines.EndRow();
                break;
            case "tr":
                InRow = true;
                lines.BeginRow();
                break;
            case "td" or "th":
                if (closes)
                    lines.EndCell();
                break;
            case "br":
                lines.EndLine();
                break;
            default:
                if (HtmlElements.IsBlock(name))
                    lines.EndLine();
                break;
        }
    }

    private static string Name(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && length < MaxNameLength && char.IsAsciiLetterOrDigit(text[length]))
            length++;
        return text[..length].ToString().ToLowerInvariant();
    }
}
