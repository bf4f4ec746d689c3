namespace PolicySearch.Documents.Reading;

/// <summary>Limits of reading. Immutable.</summary>
public sealed record ReadingOptions
{
    /// <summary>The limits used when none are given.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>Largest file that is read, in bytes. Default 32 MiB; at least 1. A larger file is reported, not read.</summary>
    public long MaxFileBytes { get; init; } = 32L << 20;

    /// <summary>Most lines that one file may have. Default 1,000,000; at least 1. A file with more is reported, not read: it is no document.</summary>
    public int MaxLines { get; init; } = 1_000_000;

    /// <summary>How large the text parts of a packed document (.docx, .odt) may become when unpacked, in bytes. Default 64 MiB; at least 1. A larger one is reported, not read.</summary>
    public long MaxUnpackedBytes { get; init; } = 64L << 20;

    /// <summary>Most elements that a page may have. Default 300,000; at least 1. A page with more is reported before it is parsed.</summary>
    public int MaxPageElements { get; init; } = 300_000;

    /// <summary>How deep a page's elements may nest. Default 5,000; at least 1. Real pages stay below a hundred, pages with forgotten end tags below a few thousand.</summary>
    public int MaxPageDepth { get; init; } = 5_000;

    /// <summary>How long an external program (pdftotext, soffice, tesseract) may work on one file. Default one minute; more than zero. Then the file is reported.</summary>
    public TimeSpan ProgramTimeLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How much memory an external program may ask for, in bytes of address space. Default 4 GiB; at least 64 MiB. Kept by prlimit (Debian: util-linux); without it
    /// the time limit alone holds.
    /// </summary>
    public long MaxProgramBytes { get; init; } = 4L << 30;
}
