namespace PolicySearch.Documents.Regions;

/// <summary>Where in a document a piece of text stands that may tell its place.</summary>
public enum RegionSignKind
{
    /// <summary>发文机关.</summary>
    Issuer,
    /// <summary>版头, signature, 印发机关 or contact unit: other names of the issuer's own house.</summary>
    Letterhead,
    /// <summary>The place before the assembly of the answered suggestion or proposal: 岳阳市, 市, 全国.</summary>
    Session,
    /// <summary>标题.</summary>
    Title,
    /// <summary>抄送.</summary>
    CopiedTo,
    /// <summary>主送.</summary>
    Addressee,
    /// <summary>机关代字: the letters before the year of the document's own number (豫卫基层).</summary>
    DocumentNumberPrefix,
    /// <summary>Running text: believed only when the issuer or title says of which level the place is (市, 县).</summary>
    Body,
}

/// <summary>A piece of text that may tell where a document comes from.</summary>
/// <param name="Text">The text, clean: no blanks between Hanzi.</param>
/// <param name="Kind">Where it stands.</param>
public sealed record RegionSign(string Text, RegionSignKind Kind);
