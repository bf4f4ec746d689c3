using System.Text;

namespace PolicySearch.Documents.Reading.Markdown;

/// <summary>Gathers the text of a Markdown document line by line, each with its place in the source. For one document and one thread.</summary>
internal sealed class MarkdownLines
{
    private readonly IReadOnlyList<SourceLine> source;
    private readonly int[] starts;
    private readonly List<(int Line, string Text)> written = [];
    private readonly HashSet<int> withoutText = [];
    private readonly StringBuilder open = new();
    private readonly List<string> cells = [];
    private string marker = "";
    private int line = -1;
    private bool inRow;

    public MarkdownLines(IReadOnlyList<SourceLine> source)
    {
        this.source = source;
        starts = new int[source.Count];
        for (int i = 1; i < starts.Length; i++)
            starts[i] = starts[i - 1] + source[i - 1].Text.Length + 1;
    }

    /// <summary>The line, counted from 0, in which a character of the source (lines joined by one character each) stands.</summary>
    public int LineAt(int position)
    {
        int found = Array.BinarySearch(starts, position);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Puts a marker before the next line that is written.</summary>
    public void Mark(string text) => marker += text;

    /// <summary>Whether lines are quoted, which cleaning knows by the mark before them.</summary>
    public bool InQuote { get; set; }

    /// <summary>Whether a marker still waits for its text.</summary>
    public bool IsMarked => marker.Length > 0;

    /// <summary>Adds to the open line; the first text of a line says where it stands.</summary>
    public void Append(int sourceLine, ReadOnlySpan<char> text)
    {
        if (line < 0)
            line = sourceLine;
        foreach (char c in text)
            open.Append(c is '\n' or '\r' ? ' ' : inRow && c == '|' ? '｜' : c);
    }

    /// <summary>Ends the open line, or in a table's row puts a blank.</summary>
    public void EndLine()
    {
        if (inRow)
            open.Append(' ');
        else
            Flush();
    }

    /// <summary>Begins a table's row.</summary>
    public void BeginRow()
    {
        EndRow();
        Flush();
        inRow = true;
    }

    /// <summary>Ends a cell; outside of rows nothing.</summary>
    public void EndCell()
    {
        if (!inRow)
            return;
        cells.Add(open.ToString().Trim());
        open.Clear();
    }

    /// <summary>Ends a row: its cells between bars, as cleaning knows tables. A row of one cell is a line.</summary>
    public void EndRow()
    {
        if (!inRow)
            return;
        if (!string.IsNullOrWhiteSpace(open.ToString()))
            EndCell();
        inRow = false;
        open.Clear();
        if (cells.Any(cell => cell.Length > 0))
            open.Append(cells.Count == 1 ? cells[0] : "| " + string.Join(" | ", cells) + " |");
        cells.Clear();
        Flush();
    }

    /// <summary>A source line that only draws: no text, and no blank line either.</summary>
    public void LeaveOut(int sourceLine) => withoutText.Add(sourceLine);

    /// <summary>Every line in the order of the source; a blank one for each that held no text.</summary>
    public List<SourceLine> Finish()
    {
        EndRow();
        Flush();
        var lines = new List<SourceLine>(source.Count);
        ILookup<int, string> texts = written.ToLookup(entry => entry.Line, entry => entry.Text);
        for (int i = 0; i < source.Count; i++)
        {
            int before = lines.Count;
            foreach (string text in texts[i])
                lines.Add(source[i] with { Text = text });
            if (lines.Count == before && !withoutText.Contains(i))
                lines.Add(source[i] with { Text = "" });
        }
        return lines;
    }

    private void Flush()
    {
        string text = open.ToString().TrimEnd();
        if (text.Length > 0 || marker.Length > 0 && line >= 0)
        {
            // Where a line is indented, it says what it is: signatures and dates stand at the right.
            written.Add((line, (Indent(line, text) + (InQuote ? "> " : "") + marker + text).TrimEnd()));
            marker = "";
        }
        open.Clear();
        line = -1;
    }

    private string Indent(int sourceLine, string text)
    {
        string raw = source[sourceLine].Text;
        return text.Length > 0 && char.IsWhiteSpace(text[0]) ? "" : raw[..(raw.Length - raw.TrimStart().Length)];
    }
}
