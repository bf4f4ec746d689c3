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

    /// <summary>How long an external program (pdftotext, soffice, tesseract) may work on one file. Default one minute; more than zero. Then the file is reported.</summary>
    public TimeSpan ProgramTimeLimit { get; init; } = TimeSpan.FromMinutes(1);
}
