using PolicySearch.Documents.Extraction;

namespace PolicySearch.Documents.Cleaning;

/// <summary>One line that is not blank, folded and without markup; gaps inside are kept as they were. Immutable, but for cached forms.</summary>
internal sealed class Line
{
    private string? compact;
    private int width = -1;
    private bool? isField, isFoot;

    /// <summary>Folded characters without markup, trimmed.</summary>
    public required string Text { get; init; }

    /// <summary>Line of the source, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Page of the source, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Blanks before the first character.</summary>
    public int Indent { get; init; }

    /// <summary>Markdown heading level by the number of #, else 0.</summary>
    public int Mark { get; init; }

    /// <summary>A blank line, or a page break, stands between the line before and this one.</summary>
    public bool AfterBlank { get; init; }

    /// <summary>A row of a table: two cells and more in a format that has tables, else three and more; parted by wide gaps or bars.</summary>
    public bool IsRow { get; init; }

    /// <summary>Quoted (&gt;) in a document that is not quoted throughout: what a collector of documents says about one.</summary>
    public bool IsQuote { get; init; }

    /// <summary>The text without any blank.</summary>
    public string Compact => compact ??= Hanzi.WithoutBlanks(Text);

    /// <summary>The text's width in columns of one Hanzi: two half-width characters count as one.</summary>
    public int Width => width >= 0 ? width : width = Unwrapper.Width(Text);

    /// <summary>Reads as a field above the text (<see cref="HeaderLines.IsField"/>), or is quoted.</summary>
    public bool IsField => isField ??= IsQuote || HeaderLines.IsField(Compact);

    /// <summary>Reads as a line below the text (<see cref="FootLines.IsFoot"/>).</summary>
    public bool IsFoot => isFoot ??= FootLines.IsFoot(Compact);

    /// <summary>Another text in this line's place; what is not given stays as it is.</summary>
    public Line With(string text, bool isRow, bool? afterBlank = null, int? mark = null, bool? isQuote = null) => new()
    {
        Text = text,
        Number = Number,
        Page = Page,
        Indent = Indent,
        Mark = mark ?? Mark,
        AfterBlank = afterBlank ?? AfterBlank,
        IsRow = isRow,
        IsQuote = isQuote ?? IsQuote,
    };
}
