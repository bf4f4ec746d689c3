using System.Globalization;
using PolicySearch.Search.Querying;

namespace PolicySearch.Search.Schema;

/// <summary>
/// The fields of the index: their names, how they are analysed, how much a match in them counts.
/// <code>
/// text      analysed by the token chain; its characters once more in FIELD.exact where a quoted phrase may be looked for
/// keyword   one term, as it is
/// values    doc values: facets (ordinals), date and id (numbers)
/// stored    the record, the body, the paragraphs: never searched
/// </code>
/// A change here changes <see cref="Version"/>: an index of another version must be built anew.
/// </summary>
public static class PolicySchema
{
    /// <summary>Version of the index's content; kept with every commit.</summary>
    public const string Version = "6";

    /// <summary>Keys of what is kept with every commit.</summary>
    public const string VersionKey = "policysearch.schema", IndexIdKey = "policysearch.index", LexiconKey = "policysearch.lexicon";

    /// <summary>Text: 标题.</summary>
    public const string Title = "title";

    /// <summary>Text: 案由.</summary>
    public const string Subject = "subject";

    /// <summary>Text: headings of the body.</summary>
    public const string Headings = "headings";

    /// <summary>Text: the clean text.</summary>
    public const string Body = "body";

    /// <summary>Text: 发文机关, all of a joint document.</summary>
    public const string Issuer = "issuer";

    /// <summary>Keyword: the document's own 文号, canonical, and every shorter prefix of two characters or more.</summary>
    public const string DocumentNumber = "docNumber";

    /// <summary>Keyword: 文号 that the text mentions, likewise.</summary>
    public const string MentionedNumber = "mentionedNumber";

    /// <summary>Keyword: <see cref="PolicySearch.Documents.PolicyDocument.Id"/>.</summary>
    public const string Id = "id";

    /// <summary>Keyword: <see cref="PolicySearch.Documents.PolicyDocument.Source"/>; documents are replaced and deleted by it.</summary>
    public const string Source = "source";

    /// <summary>Keyword: source, a tab, content hash: all that an indexing run must know of what is there.</summary>
    public const string SourceHash = "sourceHash";

    /// <summary>Keyword: source and what the document says about the letters of its number (see <see cref="Indexing.NumberRecord"/>); none when it has no number.</summary>
    public const string NumberLesson = "numberLesson";

    /// <summary>Numeric doc values: 成文日期 as <c>20231231</c>; 0 when unknown.</summary>
    public const string Date = "date";

    /// <summary>Numeric doc values: the id as a number, by which ties are broken.</summary>
    public const string IdOrder = "idOrder";

    /// <summary>Doc values: what the document is about, where that is worth suggesting; what only counts (对…第12号建议的答复) is left out.</summary>
    public const string SuggestedTitle = "suggestedTitle";

    /// <summary>Stored: the record as JSON, without body, paragraphs and figures.</summary>
    public const string StoredRecord = "storedRecord";

    /// <summary>Stored: the body.</summary>
    public const string StoredBody = "storedBody";

    /// <summary>Stored: the paragraphs.</summary>
    public const string StoredParagraphs = "storedParagraphs";

    /// <summary>Stored: the figures.</summary>
    public const string StoredFigures = "storedFigures";

    private const string ExactSuffix = ".exact";

    /// <summary>Text fields that an ordinary word is looked for in, and how much a match there counts.</summary>
    internal static IReadOnlyList<(string Field, float Boost)> WordFields { get; } =
        [(Title, 4f), (Subject, 3f), (Headings, 1.5f), (Issuer, 2f), (Body, 1f)];

    /// <summary>Fields that hold single characters beside words, and how much a match there counts.</summary>
    internal static IReadOnlyList<(string Field, float Boost)> ExactFields { get; } =
        [(Title, 4f), (Subject, 3f), (Issuer, 2f), (Body, 1f)];

    /// <summary>Every facet.</summary>
    internal static IReadOnlyList<FacetField> Facets { get; } = Enum.GetValues<FacetField>();

    /// <summary>The field of character pairs beside a text field.</summary>
    public static string Exact(string field) => field + ExactSuffix;

    /// <summary>Whether a field holds character pairs.</summary>
    public static bool IsExact(string field) => field.EndsWith(ExactSuffix, StringComparison.Ordinal);

    /// <summary>Doc values of a facet; the same name is a keyword field. Of cited policies the values are spellings, which are joined when an index is opened.</summary>
    public static string FacetName(FacetField facet) => facet switch
    {
        FacetField.Province => "facetProvince",
        FacetField.City => "facetCity",
        FacetField.County => "facetCounty",
        FacetField.Year => "facetYear",
        FacetField.Topic => "facetTopic",
        FacetField.Kind => "facetKind",
        FacetField.Issuer => "facetIssuer",
        FacetField.Outcome => "facetOutcome",
        FacetField.Policy => "facetPolicy",
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    /// <summary>Whether a document may have several values of a facet.</summary>
    public static bool IsMultiValued(FacetField facet) => facet is FacetField.Topic or FacetField.Issuer or FacetField.Policy;

    /// <summary>A date as the index keeps it: <c>20231231</c>.</summary>
    public static int DateNumber(DateOnly date) => date.Year * 10_000 + date.Month * 100 + date.Day;

    /// <summary>The id that a number stands for.</summary>
    public static string IdText(long number) => ((ulong)number).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The number by which documents of equal rank are ordered: the id's 16 hex digits.</summary>
    public static long IdNumber(string id) =>
        ulong.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong number) && id.Length == 16
            ? (long)number
            : throw new ArgumentException($"'{id}' is no document id: 16 hex digits are expected", nameof(id));
}
