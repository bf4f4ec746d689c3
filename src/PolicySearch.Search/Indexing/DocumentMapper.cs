using System.Globalization;
using Lucene.Net.Documents;
using Lucene.Net.Util;
using PolicySearch.Documents;
using PolicySearch.Documents.Regions;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;
using PolicySearch.Search.Schema;
using PolicySearch.Search.Suggesting;

namespace PolicySearch.Search.Indexing;

/// <summary>Makes of a <see cref="PolicyDocument"/> what the index holds: see <see cref="PolicySchema"/>.</summary>
internal static class DocumentMapper
{
    /// <summary>Shortest prefix that a 文号 is found by.</summary>
    private const int MinPrefix = 2;

    /// <summary>Longest keyword in UTF-16 units; a term may hold 32766 bytes.</summary>
    private const int MaxKeyword = 8_000;

    /// <summary>The Lucene document.</summary>
    /// <param name="document">What it is made of.</param>
    /// <param name="body">The tokens of its body; null to have it analysed when it is written.</param>
    /// <param name="number">What it says about the letters of its number; null for what it says itself.</param>
    public static Document Map(PolicyDocument document, RecordedTokens? body = null, NumberRecord? number = null)
    {
        var target = new Document();
        AddIdentity(target, document);
        if ((number ?? NumberOf(document)) is { } record)
            target.Add(new StringField(PolicySchema.NumberLesson, record.Term(document.Source), Field.Store.NO));
        AddText(target, document, body);
        AddNumbers(target, document);
        foreach (FacetField facet in PolicySchema.Facets)
            AddFacet(target, facet, ValuesOf(document, facet));
        AddSuggestions(target, document);
        StoredDocument.Add(target, document);
        return target;
    }

    /// <summary>What a run must know of a document that is there: its source and the hash of its bytes.</summary>
    public static string SourceHash(string source, string hash) => source + "\t" + hash;

    /// <summary>The two parts of <see cref="SourceHash"/>. A source may hold a tab, a hash never does.</summary>
    public static (string Source, string Hash) ReadSourceHash(string term)
    {
        int tab = term.LastIndexOf('\t');
        return (term[..tab], term[(tab + 1)..]);
    }

    private static NumberRecord? NumberOf(PolicyDocument document) => NumberLesson.Of(document) is { } lesson ? new NumberRecord(lesson, null) : null;

    private static void AddIdentity(Document target, PolicyDocument document)
    {
        target.Add(new StringField(PolicySchema.Id, document.Id, Field.Store.NO));
        target.Add(new StringField(PolicySchema.Source, document.Source, Field.Store.NO));
        target.Add(new StringField(PolicySchema.SourceHash, SourceHash(document.Source, document.ContentHash), Field.Store.NO));
        target.Add(new NumericDocValuesField(PolicySchema.IdOrder, PolicySchema.IdNumber(document.Id)));
        target.Add(new NumericDocValuesField(PolicySchema.Date, document.IssueDate is { } date ? PolicySchema.DateNumber(date) : 0));
    }

    private static void AddText(Document target, PolicyDocument document, RecordedTokens? body)
    {
        AddText(target, PolicySchema.Title, document.Title, exact: true);
        AddText(target, PolicySchema.Subject, document.Subject, exact: true);
        foreach (string issuer in IssuersOf(document))
            AddText(target, PolicySchema.Issuer, issuer, exact: true);
        foreach (Paragraph paragraph in document.Paragraphs.Where(paragraph => paragraph.Kind == ParagraphKind.Heading))
            AddText(target, PolicySchema.Headings, document.Body[paragraph.Start..paragraph.End], exact: false);
        AddText(target, PolicySchema.Body, document.Body, exact: true, body);
    }

    private static void AddText(Document target, string field, string? text, bool exact, RecordedTokens? tokens = null)
    {
        if (string.IsNullOrEmpty(text))
            return;
        target.Add(tokens == null ? new TextField(field, text, Field.Store.NO) : new TextField(field, tokens.Replay()));
        if (exact)
            target.Add(new TextField(PolicySchema.Exact(field), text, Field.Store.NO));
    }

    private static void AddNumbers(Document target, PolicyDocument document)
    {
        string own = CharacterFolding.Fold(document.DocumentNumber ?? "");
        foreach (string term in DocumentNumberRecognizer.Find(own, loose: false).SelectMany(match => Spellings(match.Number)).Distinct())
            target.Add(new StringField(PolicySchema.DocumentNumber, term, Field.Store.NO));
        var mentioned = new HashSet<string>(StringComparer.Ordinal);
        foreach (string text in document.Citations.Select(citation => citation.DocumentNumber).OfType<string>().Append(document.Body))
            mentioned.UnionWith(DocumentNumberRecognizer.Find(CharacterFolding.Fold(text), loose: false).SelectMany(match => Spellings(match.Number)));
        foreach (string term in mentioned)
            target.Add(new StringField(PolicySchema.MentionedNumber, term, Field.Store.NO));
    }

    /// <summary>The number and all that its end may be taken for: where the prefix begins in running text is not always certain.</summary>
    private static IEnumerable<string> Spellings(DocumentNumber number)
    {
        for (int start = 0; start <= number.Prefix.Length - MinPrefix; start++)
            yield return (number with { Prefix = number.Prefix[start..] }).Canonical;
        yield return number.Tail;
    }

    private static void AddFacet(Document target, FacetField facet, IEnumerable<string> values)
    {
        string name = PolicySchema.FacetName(facet);
        bool multiValued = PolicySchema.IsMultiValued(facet);
        foreach (string value in values.Where(value => value.Length is > 0 and <= MaxKeyword).Distinct(StringComparer.Ordinal))
        {
            target.Add(multiValued ? new SortedSetDocValuesField(name, new BytesRef(value)) : new SortedDocValuesField(name, new BytesRef(value)));
            // A spelling is looked up as it was read from the doc values.
            target.Add(new StringField(name, facet == FacetField.Policy ? value : CharacterFolding.Fold(value), Field.Store.NO));
            if (facet == FacetField.Topic && value.LastIndexOf('/') is var slash and > 0)
                target.Add(new StringField(name, CharacterFolding.Fold(value[(slash + 1)..]), Field.Store.NO));
        }
    }

    private static void AddSuggestions(Document target, PolicyDocument document)
    {
        if (SuggestedTitles.Of(document) is { } title)
            target.Add(new SortedSetDocValuesField(PolicySchema.SuggestedTitle, new BytesRef(title)));
    }

    private static IEnumerable<string> ValuesOf(PolicyDocument document, FacetField facet) => facet switch
    {
        FacetField.Province => One(document.Province),
        FacetField.City => One(document.City),
        FacetField.County => One(document.County),
        FacetField.Year => One(document.Year?.ToString(CultureInfo.InvariantCulture)),
        FacetField.Topic => document.Topics.SelectMany(Levels),
        FacetField.Kind => One(document.Kind),
        FacetField.Issuer => IssuersOf(document),
        FacetField.Policy => document.Citations.Select(PolicySpelling.TermOf).OfType<string>(),
        _ => One(document.Outcome?.Class),
    };

    private static IEnumerable<string> One(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private static IEnumerable<string> IssuersOf(PolicyDocument document) =>
        document.Issuers.Count > 0 ? document.Issuers : One(document.Issuer);

    /// <summary>卫生、体育/卫生/基层卫生 is also 卫生、体育 and 卫生、体育/卫生.</summary>
    private static IEnumerable<string> Levels(string path)
    {
        for (int slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
            yield return path[..slash];
        yield return path;
    }
}
