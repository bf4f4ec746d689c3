using PolicySearch.Api.Policies;
using PolicySearch.Documents;
using PolicySearch.Search.Policies;
using PolicySearch.Search.Querying;

namespace PolicySearch.Api.Documents;

/// <summary>One document whole: the names are those of <c>extract --json</c>, phone numbers are masked.</summary>
internal sealed record DocumentView
{
    public required string Id { get; init; }
    public required string Source { get; init; }
    public required string Kind { get; init; }
    public required string? Title { get; init; }

    /// <summary>Matches of the query in the title.</summary>
    public required IReadOnlyList<TextSpan> TitleMatches { get; init; }
    public required string? Subject { get; init; }
    public required string? DocNumber { get; init; }
    public required string? Issuer { get; init; }

    /// <summary>All issuers of a joint document, the lead body first.</summary>
    public required IReadOnlyList<string> Issuers { get; init; }
    public required string? Province { get; init; }
    public required string? City { get; init; }
    public required string? County { get; init; }
    public required string? RegionCode { get; init; }
    public required int? Year { get; init; }
    public required DateOnly? IssueDate { get; init; }
    public required SessionView? Session { get; init; }
    public required IReadOnlyList<string> Addressees { get; init; }
    public required string? ProposerKind { get; init; }
    public required Outcome? Outcome { get; init; }

    /// <summary>What became of the matter, where the office's scheme leaves no doubt.</summary>
    public required string? OutcomeStatus { get; init; }

    /// <summary>Null when nothing is said of it, which does not mean valid.</summary>
    public required Validity? Validity { get; init; }
    public required string? Disclosure { get; init; }
    public required string? Signatory { get; init; }
    public required IReadOnlyList<Contact> Contacts { get; init; }
    public required IReadOnlyList<string> CopiedTo { get; init; }
    public required IReadOnlyList<CitationView> Citations { get; init; }
    public required IReadOnlyList<string> Topics { get; init; }
    public required IReadOnlyDictionary<string, string> Provenance { get; init; }

    /// <summary>Where in the document's text a value stands: field, or field and index (<c>citations[0]</c>) → a range of UTF-16 units.</summary>
    public required IReadOnlyDictionary<string, FieldPlace> Places { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }
    public required IReadOnlyList<ParagraphView> Paragraphs { get; init; }

    public static DocumentView From(MarkedDocument marked)
    {
        PolicyDocument document = marked.Document;
        var mask = PhoneMask.For(document);
        return new DocumentView
        {
            Id = document.Id,
            Source = document.Source,
            Kind = document.Kind,
            Title = document.Title,
            TitleMatches = marked.TitleMatches,
            Subject = document.Subject,
            DocNumber = document.DocumentNumber,
            Issuer = document.Issuer,
            Issuers = document.Issuers,
            Province = document.Province,
            City = document.City,
            County = document.County,
            RegionCode = document.RegionCode,
            Year = document.Year,
            IssueDate = document.IssueDate,
            Session = SessionView.From(document.Session),
            Addressees = document.Addressees,
            ProposerKind = document.ProposerKind,
            Outcome = document.Outcome,
            OutcomeStatus = document.OutcomeStatus,
            Validity = document.Validity,
            Disclosure = document.Disclosure,
            Signatory = document.Signatory,
            Contacts = [.. document.Contacts.Select(contact => contact with { Phone = contact.Phone is { } phone ? PhoneMask.HidePhone(phone) : null })],
            CopiedTo = document.CopiedTo,
            Citations = [.. document.Citations.Select((citation, i) => CitationView.From(citation, marked.Policies.ElementAtOrDefault(i)))],
            Topics = document.Topics,
            Provenance = document.Provenance,
            Places = document.Places,
            Warnings = document.Warnings,
            Paragraphs = ParagraphView.All(document, marked.BodyMatches, mask),
        };
    }
}

/// <summary>A cited document.</summary>
/// <param name="Title">Its title, without book-title marks.</param>
/// <param name="DocNumber">文号.</param>
/// <param name="Policy">Id of the policy that the citation is counted under; null when citations are not followed.</param>
/// <param name="Documents">Documents that cite this policy.</param>
/// <param name="Disagreement">What about the citation does not fit the rest of the documents; null when it fits.</param>
internal sealed record CitationView(string? Title, string? DocNumber, string? Policy, int Documents, DisagreementView? Disagreement)
{
    public static CitationView From(Citation citation, CitedPolicyLink? link) =>
        new(citation.Title, citation.DocumentNumber, link?.Id, link?.Documents ?? 0, DisagreementView.From(link?.Disagreement));
}

/// <summary>One paragraph.</summary>
/// <param name="Kind"><c>body</c>, <c>title</c>, <c>heading</c>, <c>listItem</c>, <c>table</c>, <c>header</c>, <c>addressee</c>, <c>signature</c>, <c>footer</c>, <c>attachment</c> or <c>form</c>.</param>
/// <param name="Level">Heading level from 1, else 0.</param>
/// <param name="Offset">Where it begins in the document's text, in UTF-16 units.</param>
/// <param name="Text">Plain text, not escaped; cells of a table are parted by tabs, rows by line feeds.</param>
/// <param name="Matches">Matches of the query in <paramref name="Text"/>, in UTF-16 units.</param>
internal sealed record ParagraphView(string Kind, int Level, int Offset, string Text, IReadOnlyList<TextSpan> Matches)
{
    /// <summary>All paragraphs, with the matches that fall into each; a match across a paragraph's end is cut there.</summary>
    public static IReadOnlyList<ParagraphView> All(PolicyDocument document, IReadOnlyList<TextSpan> matches, PhoneMask mask)
    {
        var paragraphs = document.Paragraphs.Count > 0 ? document.Paragraphs : [new Paragraph(ParagraphKind.Body, 0, 0, document.Body.Length, 0)];
        return [.. paragraphs.Select(paragraph => One(document.Body, paragraph, matches, mask))];
    }

    private static ParagraphView One(string body, Paragraph paragraph, IReadOnlyList<TextSpan> matches, PhoneMask mask) => new(
        Name(paragraph.Kind), paragraph.Level, paragraph.Start,
        mask.Apply(body[paragraph.Start..paragraph.End]),
        [.. matches.Where(match => match.Start < paragraph.End && match.End > paragraph.Start)
            .Select(match => new TextSpan(Math.Max(match.Start, paragraph.Start) - paragraph.Start, Math.Min(match.End, paragraph.End) - paragraph.Start))]);

    private static string Name(ParagraphKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
