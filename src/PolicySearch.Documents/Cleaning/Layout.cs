namespace PolicySearch.Documents.Cleaning;

/// <summary>
/// Where the parts of a letter stand among its clean lines. All ranges are half-open line indexes:
/// <code>
/// document := head title? addressee? body signature? foot attachment* form?
/// [0, BodyStart)                letterhead, number, class lines, title, addressee (title and addressee by their own ranges)
/// [BodyStart, SignatureStart)   text
/// [SignatureStart, FootStart)   issuer and date
/// [FootStart, MainEnd)          contacts, copied-to, printing line
/// [MainEnd, FormStart)          what follows the letter: the issued document, attachments
/// [FormStart, Lines.Count)      processing form
/// </code>
/// Immutable.
/// </summary>
internal sealed record Layout
{
    /// <summary>All lines that are not blank.</summary>
    public required IReadOnlyList<Line> Lines { get; init; }

    /// <summary>A metadata panel that stands line by line above the text, or null.</summary>
    public Extraction.StackedPanel? Panel { get; init; }

    /// <summary>The title's lines; empty when there is none.</summary>
    public Range Title { get; init; }

    /// <summary>The addressee's lines; empty when there is none.</summary>
    public Range Addressee { get; init; }

    /// <summary>First line of the text.</summary>
    public required int BodyStart { get; init; }

    /// <summary>First line of issuer and date; equals <see cref="FootStart"/> when there is no signature.</summary>
    public required int SignatureStart { get; init; }

    /// <summary>The line of the signature's date, or −1.</summary>
    public int DateLine { get; init; } = -1;

    /// <summary>First line below the signature.</summary>
    public required int FootStart { get; init; }

    /// <summary>First line that is no part of the letter.</summary>
    public required int MainEnd { get; init; }

    /// <summary>First line of a processing form, or the number of lines.</summary>
    public required int FormStart { get; init; }

    /// <summary>The lines of a range.</summary>
    public IEnumerable<Line> In(Range range)
    {
        (int start, int length) = range.GetOffsetAndLength(Lines.Count);
        for (int i = start; i < start + length; i++)
            yield return Lines[i];
    }

    /// <summary>The number of lines in a range.</summary>
    public int Count(Range range) => range.GetOffsetAndLength(Lines.Count).Length;
}
