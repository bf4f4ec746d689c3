using System.Text;
using PolicySearch.Documents.Cleaning;

namespace PolicySearch.Documents.Extraction;

/// <summary>标题. Thread-safe.</summary>
internal static class Titles
{
    /// <summary>The title on one line, without blanks between Hanzi; null when the document has none.</summary>
    public static string? Find(Layout layout, Findings findings)
    {
        if (layout.Count(layout.Title) == 0)
        {
            findings.Warnings.Add("no title was found above the text");
            return null;
        }
        return findings.Found("title", Join(layout), $"line {layout.Lines[layout.Title.Start].Number}");
    }

    /// <summary>The title's lines in one; blanks stay only beside Latin letters.</summary>
    public static string Join(Layout layout)
    {
        var text = new StringBuilder();
        foreach (Line line in layout.In(layout.Title))
            Unwrapper.AppendLine(text, line.Text);
        return Hanzi.JoinRunningText(text.ToString());
    }

    /// <summary>The title's lines with their blanks, which part joint issuers; a line end counts as one blank.</summary>
    public static string WithBlanks(Layout layout) => string.Join(' ', layout.In(layout.Title).Select(line => line.Text));
}
