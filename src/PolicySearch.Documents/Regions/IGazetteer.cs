namespace PolicySearch.Documents.Regions;

/// <summary>Place names become administrative divisions. Implementations are immutable, so any number of threads may use one.</summary>
public interface IGazetteer
{
    /// <summary>
    /// The division that a document comes from: all null when its signs name none; what several namesakes share, with a warning,
    /// when they name several that nothing tells apart. Never throws on any text.
    /// </summary>
    /// <param name="evidence">The signs, as the document writes them.</param>
    RegionResolution Resolve(RegionEvidence evidence);
}

/// <summary>
/// What a document offers as signs of its place, strongest first. All texts are without blanks between Hanzi; absent ones are null or empty.
/// A national body among the issuers (国务院, 教育部) means that the document belongs to no place, whatever the rest says.
/// </summary>
public sealed record RegionEvidence
{
    /// <summary>Issuing bodies as written: letterhead, title or signature (三门峡市卫生健康委员会, 市卫健委).</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>Other names of the issuer's own house: the printing office's line, the contact unit (平顶山市湛河区卫生健康委办公室).</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    /// <summary>The place before the assembly in the session (岳阳市, 市, 区, 全国).</summary>
    public string? SessionPlace { get; init; }

    /// <summary>标题.</summary>
    public string? Title { get; init; }

    /// <summary>抄送: bodies below, beside and above the issuer (渑池县人大、人民政府); weak, but tells namesakes apart.</summary>
    public IReadOnlyList<string> CopiedTo { get; init; } = [];

    /// <summary>主送.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>发文字号, canonical.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The clean text; its most frequent full place name is the weakest sign.</summary>
    public string Body { get; init; } = "";

    /// <summary>What the corpus taught about the letters of document numbers; knows nothing by default.</summary>
    public DocumentNumberPrefixes Prefixes { get; init; } = DocumentNumberPrefixes.None;

    /// <summary>The same as a list, one sign each; every piece of text that is not blank.</summary>
    internal IReadOnlyList<RegionSign> Signs()
    {
        var signs = new List<RegionSign>(Issuers.Count + Offices.Count + CopiedTo.Count + Addressees.Count + 4);
        AddAll(signs, Issuers, RegionSignKind.Issuer);
        AddAll(signs, Offices, RegionSignKind.Letterhead);
        Add(signs, SessionPlace, RegionSignKind.Session);
        Add(signs, Title, RegionSignKind.Title);
        AddAll(signs, CopiedTo, RegionSignKind.CopiedTo);
        AddAll(signs, Addressees, RegionSignKind.Addressee);
        Add(signs, NumberPrefix(), RegionSignKind.DocumentNumberPrefix);
        Add(signs, Body, RegionSignKind.Body);
        return signs;
    }

    private static void AddAll(List<RegionSign> signs, IReadOnlyList<string> texts, RegionSignKind kind)
    {
        for (int i = 0; i < texts.Count; i++)
            Add(signs, texts[i], kind);
    }

    private static void Add(List<RegionSign> signs, string? text, RegionSignKind kind)
    {
        if (!string.IsNullOrWhiteSpace(text))
            signs.Add(new RegionSign(text, kind));
    }

    private string? NumberPrefix() => DocumentNumber?.Split('〔')[0];
}
