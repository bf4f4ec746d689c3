using System.Buffers;

namespace PolicySearch.Documents.Reading;

/// <summary>One line as it stands in the file, without its line end.</summary>
/// <param name="Text">The characters, nothing folded.</param>
/// <param name="Number">Counted from 1 over the whole file.</param>
/// <param name="Page">Counted from 1; form feeds begin a new page. 1 throughout where the format has no pages.</param>
/// <param name="IsRow">Whether it is a row of a table, its cells parted by tabs.</param>
internal readonly record struct SourceLine(string Text, int Number, int Page, bool IsRow = false);

/// <summary>A file turned into lines, before any cleaning: what every format reader hands on. Immutable.</summary>
internal sealed record SourceText
{
    /// <summary>All lines in order, blank ones included.</summary>
    public required IReadOnlyList<SourceLine> Lines { get; init; }

    /// <summary>Name of the encoding or format found, for messages: <c>UTF-8</c>, <c>GB18030</c>, <c>UTF-16LE</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>SHA-256 of the file's bytes, lower-case hex.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Fields of a metadata panel that the format kept apart from the text (发文字号, 成文日期 …), label → value.</summary>
    public IReadOnlyDictionary<string, string> Panel { get; init; } = new Dictionary<string, string>();

    /// <summary>What a person should know about the reading, one English sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Splits text into lines at CR LF, LF, CR, NEL, LS and PS; a form feed begins a new page and a new line.</summary>
    public static List<SourceLine> Split(string text)
    {
        var lines = new List<SourceLine>(text.AsSpan().Count('\n') + 1);
        int start = 0, page = 1;
        ReadOnlySpan<char> rest = text;
        // A text without the rare ends, as nearly all are, is looked through faster.
        SearchValues<char> ends = rest.ContainsAny('\u0085', '\u2028', '\u2029') ? LineEnds : AsciiLineEnds;
        while (true)
        {
            int end = rest[start..].IndexOfAny(ends);
            if (end < 0)
                break;
            end += start;
            lines.Add(new SourceLine(text[start..end], lines.Count + 1, page));
            if (text[end] == '\f')
                page++;
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }
        if (start < text.Length)
            lines.Add(new SourceLine(text[start..], lines.Count + 1, page));
        return lines;
    }

    private static readonly SearchValues<char> AsciiLineEnds = SearchValues.Create("\r\n\f\v"), LineEnds = SearchValues.Create("\r\n\f\v\u0085\u2028\u2029");
}
