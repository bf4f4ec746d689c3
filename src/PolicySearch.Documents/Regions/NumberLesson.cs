namespace PolicySearch.Documents.Regions;

/// <summary>
/// What one document says about the letters of its number: which place they stand for, or, where the document leaves its place open, that it asks. Taken from a reading
/// that was taught nothing, so that what is learned never feeds on itself.
/// </summary>
/// <param name="Prefix">机关代字: all before the year (庆环市监函).</param>
/// <param name="Code">Six-digit code of the place that issuer, office, session or title tell; null when the document asks.</param>
public readonly record struct NumberLesson(string Prefix, string? Code)
{
    // Places that were taken from number or text themselves teach nothing.
    private static readonly string[] Weak = ["docNumber", "body"];

    /// <summary>The document's lesson; null when it has no number.</summary>
    public static NumberLesson? Of(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.DocumentNumber?.IndexOf('〔') is not int end || end <= 0)
            return null;
        string prefix = document.DocumentNumber[..end];
        bool told = document.RegionCode is not null && !Weak.Contains(document.Provenance.GetValueOrDefault("regionCode"));
        // A county that several cities have: its name is known, its place is not.
        bool namesake = document.County is not null && document.RegionCode?.EndsWith("00", StringComparison.Ordinal) != false;
        return new NumberLesson(prefix, told && !namesake ? document.RegionCode : null);
    }
}
