namespace PolicySearch.Documents.Extraction;

/// <summary>
/// Number and date of a document side by side on one line below its title, without blanks:
/// <code>
/// line := [（] number date [）]        （国检监〔1989〕565号一九八九年十月十六日）
///       | [（] date number [）]        2001年12月5日财建〔2001〕899号
/// </code>
/// Thread-safe.
/// </summary>
internal static class NumberedDates
{
    private const int MinLength = 16, MaxLength = 60;

    /// <summary>Both, or null when the line holds anything else.</summary>
    public static (FoundNumber Number, FoundDate Date)? Find(string compact)
    {
        if (compact.Length is < MinLength or > MaxLength || compact[^1] is not ('号' or '日' or '）' or ')'))
            return null;
        string text = compact.Trim('（', '）', '(', ')');
        if (Dates.MayBegin(text) && Dates.Find(text) is { Start: 0 } first)
            return DocumentNumbers.Find(text, first.End) is FoundNumber last && last.Start == first.End && last.End == text.Length ? (last, first) : null;
        if (text[^1] != '日' || DocumentNumbers.Find(text) is not { Start: 0 } number || Dates.Find(text, number.End) is not FoundDate date)
            return null;
        return text.AsSpan(number.End, date.Start - number.End).Trim("，,、；;").Length == 0 && date.End == text.Length ? (number, date) : null;
    }
}
