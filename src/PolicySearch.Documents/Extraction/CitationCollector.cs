namespace PolicySearch.Documents.Extraction;

/// <summary>What the document itself is: never among its citations.</summary>
/// <param name="Title">Its title without blanks, or null.</param>
/// <param name="Number">Its own number, or null.</param>
/// <param name="Subject">The suggestion or proposal that it answers, or null.</param>
internal readonly record struct OwnDocument(string? Title, string? Number, string? Subject);

/// <summary>Collects citations of one document, each once. Not thread-safe.</summary>
internal sealed class CitationCollector(OwnDocument own)
{
    private const int LongestPlace = 10;
    private readonly List<Citation> citations = [];
    private readonly Dictionary<string, int> byTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byNumber = new(StringComparer.Ordinal);
    private readonly HashSet<string> shortNames = new(StringComparer.Ordinal);

    /// <summary>Citations so far.</summary>
    public int Count => citations.Count;

    /// <summary>A name that the text has just given to another title.</summary>
    public void AddShortName(string name) => shortNames.Add(name);

    /// <summary>A title, with its number where one stands behind it.</summary>
    public void AddTitle(string title, string? number)
    {
        if (number is null && (shortNames.Contains(title) || IsOwn(title)))
            return;
        if (number is not null && number == own.Number)
            return;
        if (number is not null && byNumber.TryGetValue(number, out int known))
        {
            if (citations[known].Title is null)
                citations[known] = new Citation(title, number);
            byTitle.TryAdd(title, known);
            return;
        }
        if (byTitle.TryGetValue(title, out int same) && (number is null || citations[same].DocumentNumber is null))
        {
            if (number is not null)
                Number(same, number);
            return;
        }
        byTitle[title] = citations.Count;
        if (number is not null)
            byNumber[number] = citations.Count;
        citations.Add(new Citation(title, number));
    }

    /// <summary>A number without a title.</summary>
    public void AddNumber(string number)
    {
        if (number == own.Number || !byNumber.TryAdd(number, citations.Count))
            return;
        citations.Add(new Citation(null, number));
    }

    /// <summary>All citations in order of first mention.</summary>
    public List<Citation> Finish() => citations;

    private void Number(int index, string number)
    {
        citations[index] = citations[index] with { DocumentNumber = number };
        byNumber[number] = index;
    }

    // The proposal that a reply answers, or the measures that a notice issues, there perhaps without the place that stands before them.
    private bool IsOwn(string title)
    {
        int place = title.AsSpan(0, Math.Min(title.Length, LongestPlace)).LastIndexOfAny("省市县区州旗盟");
        return IsOwnName(title) || (place > 0 && IsOwnName(title[(place + 1)..]));
    }

    private bool IsOwnName(string title)
    {
        if (title == own.Subject || title.EndsWith("建议", StringComparison.Ordinal) || title.EndsWith("提案", StringComparison.Ordinal) || title == own.Title)
            return true;
        if (own.Title is null || !own.Title.Contains(title, StringComparison.Ordinal))
            return false;
        int at = own.Title.IndexOf(title, StringComparison.Ordinal);
        ReadOnlySpan<char> before = own.Title.AsSpan(0, at).TrimEnd("《〈“");
        // 印发《…》和《…》: the second is issued like the first.
        while (before is [.., '》', '和' or '及' or '与' or '、'] && before.LastIndexOf('《') is int first and > 0)
            before = before[..first];
        return before.EndsWith("印发") || before.EndsWith("公布") || before.EndsWith("发布") || before.EndsWith("转发") || before.EndsWith("下发");
    }
}
